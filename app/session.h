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
    const QString &zone() const { return m_zone; } // the rooftop's

    // Who works here under this login. Errors: NotFound naming those who do; Denied for one who left.
    Result<Agent> person(const QString &login);
    // A lead by its id or the beginning of it. Errors: Invalid (too short, several), NotFound.
    Result<FoundLead> lead(const QString &idOrBeginning);

private:
    friend Exit inSession(const Invocation &, Terminal &, const std::function<Exit(Session &)> &);

    CommandClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Workplace> m_place;
    QString m_zone;
};

// The store --db names, else the usual one.
Result<StoreUrl> storeOf(const Invocation &invocation);

// Opens the store of the invocation, does the work in it, and says what went wrong.
Exit inSession(const Invocation &invocation, Terminal &terminal, const std::function<Exit(Session &)> &work);

} // namespace beback::app
