#pragma once

#include "core/base/result.h"
#include "core/history/medium.h"
#include "core/time/week_hours.h"

#include <QByteArray>
#include <QHash>

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
        Stop   // what somebody writes who wants to hear no more
    };
    Kind kind = Kind::Hours;
    QString id;
    bool house = false; // a rule of the house, for everybody wherever they are; a cap
    QString state;     // "FL"; empty: everywhere in the United States
    QString place;     // as people say it: "Florida"
    WeekHours hours;   // Hours
    QVector<Medium> media; // Cap
    int most = 0, inHours = 0;
    QStringList words; // Stop: each alone is the whole message; as plainWords() has them
    QVector<std::pair<QString, Asked>> phrases; // Stop: somewhere in it
    QString source;
    QDate effective;   // invalid: long ago, or not known
    QDate checkedOn;   // when it was last compared with the source; invalid: never
    QString note;
};

// The contact rules, and what they amount to in a place: the strictest of those that hold there. A value. Thread: any.
class RuleBook
{
public:
    // Format: resources/rules/contact.json. Errors: Invalid, naming the rule and the field.
    static Result<RuleBook> fromJson(const QByteArray &json);
    static const RuleBook &shipped();

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
    // The caps by law of these states. Empty: nothing is known, and every cap there is may hold.
    QVector<const ContactRule *> caps(const QStringList &states) const;

private:
    QVector<ContactRule> m_rules;
    QStringList m_states;
    QHash<QString, WeekHours> m_hours;
    WeekHours m_everywhere;
};

} // namespace beback
