#pragma once

#include "core/history/event.h"
#include "core/plan/plan.h"
#include "core/queue/queue.h"
#include "core/store/connection.h"

#include <QMultiHash>

namespace beback {

// What a desk of a shared database keeps in its own file about the exchange with it. Thread: the connection's.
// An event of this desk is confirmed once it came back in the feed; those that did not are the outbox.
namespace own_store {

struct DeskNumbers {
    OriginId origin; // null: nothing was ever recorded here
    qint64 last = 0, confirmed = 0;
    Hlc lastHlc; // of what was recorded here, or taken over from others
};
Result<DeskNumbers> numbers(Connection &own);
Result<OriginId> makeOrigin(Connection &own, Random &random, Instant now); // the one there is, else a new one

Result<void> setNumbers(Connection &own, const DeskNumbers &numbers); // puts them right; recording does not need it
Result<QVector<Event>> ownAfter(Connection &own, qint64 n, int limit); // own events after that number, in its order
Result<QVector<Event>> ahead(Connection &own, Hlc limit);               // of the outbox, those with a later stamp
Result<Hlc> newestStamp(Connection &own, Hlc limit);                    // of all events, up to there

Result<QVector<Event>> outbox(Connection &own, int limit); // in the order they were recorded
struct Outgoing {
    Event event;
    bool isLast = false; // nothing later about this person waits here
};
Result<QVector<Outgoing>> outgoing(Connection &own, int limit); // the same
struct Waiting {
    int events = 0;
    Instant oldest; // us 0: none
};
Result<Waiting> waiting(Connection &own);
Result<void> confirmUpTo(Connection &own, qint64 n);
// The largest own number among these events; 0: none is ours.
Result<qint64> largestOwn(Connection &own, const QStringList &eventIds);

struct Cursor {
    bool begun = false; // this desk reads the feed already, if only from its very beginning
    qint64 seq = 0;
    QString chain;
    Instant readAt{}; // when it was last read to its end, by this desk's clock, to ReadNoted; us 0: not known
};
constexpr Duration ReadNoted = std::chrono::minutes(10);
Result<void> noteRead(Connection &own, int feed, Instant at);
Result<Cursor> cursor(Connection &own, int feed);
Result<void> setCursor(Connection &own, int feed, const Cursor &cursor);
struct Places {
    Cursor doNotContact, rooftop; // of feed 0, and of the rooftop's own
};
Result<Places> places(Connection &own, RooftopId rooftop);
Result<void> resetCursors(Connection &own); // to the beginning of each feed

// How many of a customer's events the shared database surely has.
Result<qint64> knownOf(Connection &own, RooftopId rooftop, CustomerId customer);
Result<QStringList> carriedOf(Connection &own, RooftopId rooftop, const QStringList &customerIds);
Result<QStringList> unknownEvents(Connection &own, const QStringList &eventIds);
// Those of whom something else stands here under the number of one of these events.
Result<QVector<OriginId>> inTheWayOf(Connection &own, const QVector<Event> &events);
// What is here of another computer: by whom it is about, its events numbered below `before`.
Result<QMultiHash<CustomerId, EventId>> ofOrigin(Connection &own, OriginId origin, qint64 before);

// Stamps of others lie at most this far ahead of the server: it takes no others, but its own clock may have been wrong.
constexpr Duration ClockTolerance = std::chrono::minutes(5);
// Takes over what the shared database knows of one customer, and writes their derived rows anew. What is there already
// stays. In a transaction of its own, or the caller's. What is recorded from now on comes after it, except after stamps
// that lie further ahead of `serverNow` than the tolerance.
Result<void> adopt(Connection &own, RooftopId rooftop, CustomerId customer, const QVector<Event> &events,
                   const PlanBook &plans, Instant serverNow);
// Events of this desk that the shared database holds count here no more either.
Result<void> hold(Connection &own, RooftopId rooftop, const QVector<EventId> &events, const PlanBook &plans);
// What others recorded about this customer and counts here; and that some of it is not in the shared database any more: it is kept, and
// counts again once it is adopted again.
Result<QStringList> othersOf(Connection &own, RooftopId rooftop, CustomerId customer);
Result<void> setAside(Connection &own, RooftopId rooftop, CustomerId customer, const QStringList &eventIds, const PlanBook &plans);
Result<void> deriveAnew(Connection &own, RooftopId rooftop, CustomerId customer, const PlanBook &plans);
// What the shared database granted: `claim.until` and `since` by this desk's own clock.
Result<void> noteClaim(Connection &own, RooftopId rooftop, const Claim &claim, const QString &login, Instant since);

} // namespace own_store
} // namespace beback
