#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/history/medium.h"
#include "core/time/week_hours.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

namespace beback {

// One contact rule, as data with its source. A law, which nobody may overrule, or a rule of the house.
struct ContactRule {
    // What a message asks to be spared: every medium, the one it came by, or another.
    struct Asked {
        bool all = false;
        std::optional<Medium> medium; // none, and not all: the one it came by
        friend bool operator==(const Asked &, const Asked &) = default;
    };
    enum class Kind {
        Hours, // calls and texts only in these hours, on the clock of wherever they are
        Cap,   // at most so many touches by these media in any so many hours
        Stop,  // what somebody writes who wants to hear no more
        Relation, // by these media only so long after they asked or bought, or with their consent
        Notice    // who records a call has to say so
    };
    Kind kind = Kind::Hours;
    QString id;
    bool house = false; // a rule of the house, for everybody wherever they are; a cap
    QString state;     // "FL"; empty: everywhere in the United States
    QString place;     // as people say it: "Florida"
    WeekHours hours;   // Hours
    QVector<Medium> media; // Cap, Relation
    int most = 0, inHours = 0;
    int askedDays = 0, boughtDays = 0; // Relation: so long after they came to us, or bought here
    bool blocks = true;                // Relation: forbidden after that; false: a warning, since only some numbers are meant
    QStringList words; // Stop: each alone is the whole message; as plainWords() has them
    QVector<std::pair<QString, Asked>> phrases; // Stop: somewhere in it
    QString source;
    QDate effective;   // invalid: long ago, or not known
    QDate checkedOn;   // when it was last compared with the source; invalid: never
    QString note;
    int version = 0;   // of the store's own word about it; 0: as shipped

    // Errors: Invalid, naming the rule and the field.
    static Result<ContactRule> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    QJsonObject value() const;       // of that, what is evaluated: without source, dates and note
    QByteArray valueDigest() const;
};

// A store's own word about one rule. Kept for good: the next word about it is the next version.
struct RuleChange {
    QString id;        // of the rule
    int version = 1;
    QByteArray body;   // the rule as it is from then on, as in resources/rules/contact.json; empty: as shipped, and a rule
                       // that was never shipped is withdrawn
    QByteArray over;   // valueDigest() of the shipped rule it was said about; empty: none is shipped
    QString reason;
    QString by;        // login
    Instant at;
    friend bool operator==(const RuleChange &, const RuleChange &) = default;
};

// The contact rules, and what they amount to in a place: the strictest of those that hold there. A value. Thread: any.
class RuleBook
{
public:
    // Format: resources/rules/contact.json. Errors: Invalid, naming the rule and the field.
    static Result<RuleBook> fromJson(const QByteArray &json);
    static const RuleBook &shipped();
    // These rules with a store's own words about them, as they hold on a day: a word with a later effective date waits for
    // it, and the one before holds. A law that was shipped anew after the store spoke about it holds in the stricter of
    // both. What this version cannot read is passed over. Pure.
    RuleBook with(const QVector<RuleChange> &changes, QDate today) const;
    // Of everything that is evaluated; two books with the same one plan alike.
    QByteArray digest() const;
    const ContactRule *find(const QString &id) const;

    const QVector<ContactRule> &rules() const { return m_rules; }
    // States with hours of their own, sorted.
    const QStringList &statesWithHours() const { return m_states; }
    // What holds everywhere and in this state ("": only everywhere).
    const WeekHours &hours(const QString &state) const;
    // The rule about hours of this state; null: it has none of its own.
    const ContactRule *hoursRule(const QString &state) const;
    // Does this message, which they wrote, ask to hear no more? None: it does not.
    std::optional<ContactRule::Asked> asksToStop(const QString &message) const;
    // The caps of the house. They count touches since the person last answered.
    QVector<const ContactRule *> houseCaps() const;
    // The rules of a kind, by law, that hold in these states. Empty: nothing is known, and every one there is may hold.
    QVector<const ContactRule *> laws(ContactRule::Kind kind, const QStringList &states) const;

private:
    void index();

    QVector<ContactRule> m_rules;
    QStringList m_states;
    QHash<QString, WeekHours> m_hours;
    WeekHours m_everywhere;
};

} // namespace beback
