#pragma once

#include "core/plan/contact_rules.h"
#include "core/plan/next_step.h"

#include <array>

namespace beback {

// When a touch is wanted. `timeOfDay` (the customer's wall clock) is kept when a call has to wait for another day;
// null: then it is made as soon as that day's hours begin.
struct Moment {
    Instant at;
    QTime timeOfDay;
};

// By which media one person can be reached, and when. Looked up once for each next step.
class Reach
{
public:
    // What becomes of a call to somebody who was called that day already: it waits for the next day; another medium is
    // taken instead; or they asked for this one and get it.
    enum class Calls { Wait, ElseNow, Asked };

    Reach(const CustomerState &customer, const RuleBook &rules); // which must outlive it

    // Fills in medium, contact point and due time: the wanted medium where it can be used, else the nearest in kind that
    // can (writing for writing); a call that has to wait in place of another medium only when nothing else is left.
    // Nothing is left at all: the step becomes Band::Stuck and says what is missing.
    void place(NextStep &step, Medium wanted, const Moment &moment, Calls calls) const;

    bool can(Medium medium) const { return m_can[size_t(medium)]; }
    const CustomerState &customer() const { return m_customer; }
    const QString &zone() const { return m_zone; } // see clockZone
    QDate day(Instant at) const { return zones::local(at, m_zone).date; }

private:
    std::optional<Instant> firstChance(Medium medium, const Moment &moment, Calls calls) const;
    std::optional<Instant> inHours(Medium medium, Instant at) const;
    bool mustWait(Medium medium, Instant at, Calls calls) const;

    const CustomerState &m_customer;
    const RuleBook &m_rules;
    QString m_zone;
    std::array<bool, AllMedia.size()> m_can{};
    std::optional<Instant> m_callFreeFrom;
    QVector<HoursThere> m_hours; // of calls and texts
    std::array<std::optional<Instant>, AllMedia.size()> m_forbiddenFrom; // without their consent; see relation.h
};

// What a person has to mend before this customer can be reached, as a sentence.
QString whyUnreachable(const CustomerState &customer, const RuleBook &rules, Instant at);

} // namespace beback
