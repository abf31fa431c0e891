#pragma once

#include "core/history/event.h"

#include <QVector>

namespace beback {

// What desks wrote about one customer without knowing of each other. The fold has a rule for each, and loses nothing by it (design, section
// 3); whether the customer lost something by it, a person has to see. Values; any thread.

// An event as the shared database has it. Both instants by its clock.
struct Arrived {
    Event event;
    Instant receivedAt; // when it came in
    Instant reachedAt;  // when its desk surely reached the database last, seen from its writing: where it did not wait, receivedAt; us 0: not known
};

// What comes in within that of its own stamp did not wait: its desk was connected when it was written down (change feed_append() with it).
inline constexpr Duration WaitedLong = std::chrono::seconds(30);

// Whether the desk of `one` could have read `other` before it wrote `one`. It could:
// - where both are of the same origin;
// - where `other` had come in (receivedAt) when that desk was seen for the last time before (reachedAt). A desk that did not wait was
//   connected when it wrote: what crosses within those seconds, claims keep apart;
// - where both are attempts under a claim, `other` under an earlier one (its epoch is smaller) and did not wait: with a claim comes the
//   whole history.
// What a desk read between its last sign and its going away is not seen: then it counts as not known. Better one look too many. Pure.
bool couldKnow(const Arrived &one, const Arrived &other);

struct Meeting {
    enum class Kind {
        // An outbound touch (an attempt of ours, not of another department) happened after somebody asked not to be contacted, at another
        // desk, by that medium and at that point as far as either was named; and its desk could not know of it, or it had come in less than
        // WaitedLong before the touch was written down, for whoever knows of one is not let touch them. Whether the opt-out was
        // cleared or taken back since: then it is none.
        AfterOptOut,
        // Two outbound touches, not visits, on one day of the site, by the same medium, from two desks; the later one could not know of the
        // earlier.
        SameDay,
        // The same contact point was set, replaced or removed at two desks, and the later one could not know of the earlier. The later
        // one in canonical order counts, the other value stays on the history. Where both say the same, it is none.
        PointMet,
        // A lead was moved to another plan at one desk, and an attempt or a skip on that lead was written down at another; the later of
        // the two could not know of the earlier. Both count: the step was made, and the plan goes on as the history has it.
        PlanMet
    };
    Kind kind = Kind::SameDay;
    Event event; // the later one in canonical order; of AfterOptOut the touch. The one that is looked at.
    Event other;
};

// `events`: of one customer, without those that are held, in canonical order; any kinds. `zone`: the site's. What was taken back meets
// nothing. At most one of a kind for an event: with the nearest before it. In the order of the events looked at. Pure.
QVector<Meeting> meetingsOf(const QVector<Arrived> &events, const QString &zone);

} // namespace beback
