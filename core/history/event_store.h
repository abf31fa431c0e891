#pragma once

#include "core/history/event.h"
#include "core/store/connection.h"

#include <functional>

namespace beback {

// Reads and adds events; nothing ever changes one. Thread: the connection's.
namespace event_store {

// What folding and showing need, in canonical order: origin, n, version, recordedAt and station stay empty. Reading them
// too costs a third more, and this is read at every recording.
Result<QVector<Event>> ofCustomer(Connection &db, RooftopId rooftop, CustomerId customer);
// Shows the same of each of these people, in their order. On PostgreSQL some hundreds are read by one statement, so that a long line does
// not cost a round trip a person.
using ShowHistory = std::function<void(qsizetype place, QVector<Event> events)>;
Result<void> forEach(Connection &db, RooftopId rooftop, const QVector<CustomerId> &customers, const ShowHistory &show);
Result<QVector<Event>> wholeOfCustomer(Connection &db, RooftopId rooftop, CustomerId customer); // every field
Result<std::optional<Event>> byId(Connection &db, EventId id);
// One row of events_of_customer_whole.sql, from the present column on.
Event wholeFrom(Columns columns);
Result<void> insert(Connection &db, const Event &event);
// Binds every column of an event by its name.
Statement &bindWhole(Statement &statement, const Event &event);

// The counters of this desk's own events. Read and advanced in the transaction that adds them.
struct DeskCounters {
    OriginId origin;
    qint64 lastN = 0;
    Hlc lastHlc;
};
Result<DeskCounters> counters(Connection &db, Random &random, Instant now); // makes the row on first use
Result<qint64> ownEvents(Connection &db); // how many this desk has made; only looks
Result<void> advance(Connection &db, const DeskCounters &counters);

} // namespace event_store
} // namespace beback
