#pragma once

#include "core/demo/dice.h"
#include "core/demo/material.h"
#include "core/desk/desk_types.h"

namespace beback::demo {

// A message that goes out.
struct Written {
    QString subject{}, body{};
    QString wording{};     // WordTemplate::reference(); empty: in their own words
    QStringList kept{};    // what the check found against it and the writer went beyond: blockKinds(); mostly empty
    QString keptBecause{}; // why
    QString words() const; // as the history has them
};

// What the staff writes: the prepared words that the Work room offers, now and then another wording of them, now and then with a
// sentence of their own, now and then all in their own words. Nothing the program would hold back, but with a reason.
class Messages
{
public:
    // Whom it is to, about what, and from whom.
    struct About {
        const CustomerState &customer;
        const LeadState &lead;
        StaffMember writer;
        Instant now;
        const QVector<SentWords> &before; // what they got, newest first; at most MostSentBefore
    };
    Messages(const Material &material, Dice &dice) : m_material(material), m_dice(dice) {}

    // `key`: of the words, as a step names them. Where all there is to say was said before, it is said once more, and why stands
    // with it. None: there are no words for it.
    std::optional<Written> write(const QString &key, Medium medium, const About &about);
    // How much more, or less, people answer to a wording than to others: nobody there knows it, the chart of wordings may show it.
    double pull(const QString &wording);
    // One of the words of this purpose, with the gaps filled that only the moment knows. `writer`: their whole name.
    QString phrase(const QString &purpose, const CustomerState &customer, const LeadState &lead, const QString &writer, Instant now);

private:
    // What could go out, and the questions that have to be in it.
    struct Try {
        Written written;
        QStringList mustAsk{};
    };
    QVector<Try> tries(const QString &key, Medium medium, const About &about, const QHash<QString, int> &used);
    QVector<Try> prepared(const QString &key, Medium medium, const About &about, const QHash<QString, int> &used);
    QVector<Try> inOwnWords(const QString &key, Medium medium, const About &about);
    WordFacts facts(const QString &key, Medium medium, const About &about);
    void edit(Written &written, const QString &own) const;
    void makeLetter(Written &written, const About &about);
    QString filled(QString text, const CustomerState &customer, const LeadState &lead, const QString &writer, Instant now);
    QString said(const QString &purpose, const About &about); // in their language; empty: nothing in it

    const Material &m_material;
    Dice &m_dice;
    QHash<QString, double> m_pulls; // by WordTemplate::id()
};

} // namespace beback::demo
