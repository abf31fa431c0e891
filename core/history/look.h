#pragma once

#include "core/history/event.h"

namespace beback {

// Something that needs a look: an event the shared database held or remarked upon when it came in, or two truths that met
// (core/exchange/meetings.h). Looked at once, by somebody, and then it is gone from the list; on the history nothing changes by that, except where
// what was held is let in. Values.
struct Look {
    enum class What {
        // Remarks of the guard; see event_flag.
        Late,         // an attempt under a lease that had lapsed; it counts
        NotYours,     // about a person of another site; held for good
        ManagersOnly, // what only a manager says; held
        Unreadable,   // nobody can read it; held for good
        Revoked,      // from a computer that was taken out; held
        // Two truths.
        AfterOptOut,
        SameDay,
        PointMet,
        PlanMet
    };
    What what = What::Late;
    EventId event;
    CustomerId customer;
    LeadId lead;   // null: about the person
    QString name;  // of the customer; empty: not known
    QString actor; // login of who wrote it
    Instant at;    // when it happened
    bool isHeld = false; // it is kept, and does not count
    bool isOptOut = false; // it tells that somebody asked not to be contacted
    QString sentence; // what happened, and what counts

    bool mayBeLetIn() const { return isHeld && what != What::Unreadable && what != What::NotYours; }
};
QString toText(Look::What what); // "late" "not_yours" … "plan_met": as the store has it
std::optional<Look::What> lookFromText(const QString &text);

} // namespace beback
