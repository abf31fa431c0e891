#pragma once

#include "core/history/check.h"

#include <functional>

namespace beback::check_guard {

// What only a shared database has, and how one looks at it while others work: part of checkStore().

// While it lives, statements of this connection may take their time, and, unless something is to be mended, each transaction
// sees one moment of the store. Does nothing to a file.
class Unhurried
{
public:
    Unhurried(Connection &db, bool repair);
    ~Unhurried();
    Unhurried(const Unhurried &) = delete;
    Unhurried &operator=(const Unhurried &) = delete;
    const Result<void> &begun() const { return m_begun; }

private:
    Connection &m_db;
    Duration m_deadline;
    Result<void> m_begun;
};

// Feeds that are dense and chained.
Result<void> checkFeeds(Connection &db, CheckReport &report);
// The count of each person's events. With `repair`, each in a transaction of its own: the lock on the person, their rows
// (`writeAnew`), their count and mark.
Result<void> checkHeads(Connection &db, RooftopId rooftop, bool repair, CheckReport &report,
                        const std::function<Result<void>(CustomerId)> &writeAnew);
// Marked, until a desk or a steward has worked out their derived rows anew?
Result<bool> isStale(Connection &db, CustomerId customer);
Result<void> lockPerson(Connection &db, RooftopId rooftop, CustomerId customer);

} // namespace beback::check_guard
