#pragma once

#include "app/command.h"
#include "app/terminal.h"
#include "core/desk/workplace.h"

#include <memory>

namespace beback::app {

// The moment a command acts at: now, unless --at says otherwise.
class CommandClock final : public Clock
{
public:
    Instant now() const override { return m_fixed ? *m_fixed : m_system.now(); }
    Duration sinceBoot() const override { return m_system.sinceBoot(); }
    void fix(Instant at) { m_fixed = at; }

private:
    SystemClock m_system;
    std::optional<Instant> m_fixed;
};

// A store opened for one command, with the few questions most commands ask of it.
class Session
{
public:
    Workplace &place() { return *m_place; }
    Instant now() const { return m_clock.now(); }
    const QString &zone() const { return m_place->rooftop().zone; } // the rooftop's

    // Opens the store of the invocation. Errors: Workplace::open()'s.
    Result<void> open(const Invocation &invocation, Workplace::Open how);
    // Sets the clock to --at, where given. Errors: Denied outside a training database, Invalid for what is no moment.
    Result<void> setClock(const Invocation &invocation);

private:
    CommandClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Workplace> m_place;
};

// The store --db names, else the usual one.
Result<StoreUrl> storeOf(const Invocation &invocation);

// Opens the store of the invocation, sets the clock, does the work, and says what went wrong.
Exit inSession(const Invocation &invocation, Terminal &terminal, const std::function<Exit(Session &)> &work);

} // namespace beback::app
