#pragma once

#include "core/store/connection.h"

namespace beback {

// Hears, on a connection of its own, that a feed grew, that somebody was taken or given back, or that a contact rule was changed. A
// hint only: what is new is read from the feed. What was sent while the connection was down is lost, so whoever opens a listener
// reads the feed after it. Thread: the one that opened it,
// which needs an event loop.
class Listener
{
public:
    // `told` (a feed), `claimed` and `ruled` are called in the thread of `context`.
    static Result<std::unique_ptr<Listener>> open(const StoreUrl &shared, RooftopId rooftop, QObject *context,
                                                  std::function<void()> told, std::function<void()> claimed,
                                                  std::function<void()> ruled);
    // A round trip: the only way to notice a line that died without a word.
    Result<void> beat();

private:
    explicit Listener(std::unique_ptr<Connection> db) : m_db(std::move(db)) {}
    std::unique_ptr<Connection> m_db;
};

} // namespace beback
