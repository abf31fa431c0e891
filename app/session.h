#pragma once

#include "app/command.h"
#include "app/terminal.h"
#include "core/desk/shared_place.h"
#include "core/desk/workplace.h"

#include <memory>

namespace beback::app {

// The moment a command acts at: now, unless --at says otherwise.
class CommandClock final : public Clock
{
public:
    Instant now() const override { return m_fixed ? *m_fixed : m_system.now(); }
    Duration sinceBoot() const override { return m_system.sinceBoot(); }
    QString bootId() const override { return m_fixed ? QString() : m_system.bootId(); }
    void fix(Instant at) { m_fixed = at; }

private:
    SystemClock m_system;
    std::optional<Instant> m_fixed;
};

// What a command wants of the store. On a shared database somebody who works there has a desk (their own store, and the
// exchange with the others), and an administrator works on the database itself.
enum class Access {
    Work,       // as whoever the connection's user is: a desk, else directly
    Administer, // directly
};

// A store opened for one command, with the few questions most commands ask of it.
class Session
{
public:
    // Where everything is recorded: the store itself, or the desk's own of a shared database.
    Workplace &place() { return m_desk ? m_desk->own() : *m_place; }
    SharedPlace *desk() { return m_desk.get(); } // null: no desk of a shared database
    // Where lists and reports are read: the shared database while it answers.
    Connection &lists();
    Instant now() const { return m_clock.now(); }
    const QString &zone() { return place().rooftop().zone; } // the rooftop's

    // Opens the store of the invocation. Errors: Workplace::open()'s.
    Result<void> open(const Invocation &invocation, Workplace::Open how, Access access);
    // Sets the clock to --at, where given. Errors: Denied outside a training database, Invalid for what is no moment.
    Result<void> setClock(const Invocation &invocation);

    // Who does it: --as; on a shared database the connection's user, with whom --as must agree.
    // Errors: Invalid (nobody was named), Denied (somebody else was), and those of Workplace::user().
    Result<Agent> person(const Invocation &invocation);
    // A lead by its id or the beginning of it; of a shared database its person is read into the own store first.
    Result<Workplace::LeadRef> findLead(const QString &id);
    // Who does it and about which lead: --as and --lead.
    struct PersonAndLead {
        Agent person;
        Workplace::LeadRef lead;
    };
    Result<PersonAndLead> personAndLead(const Invocation &invocation);
    // What is due for this person (empty: for anybody), cut at what fits into their day.
    Result<QueuePage> queuePage(const QString &login, int limit);
    // The Hour of Power of this person, by everybody's history where the shared database answers.
    Result<HourToday> hourToday(const QString &login);
    Result<HourView> hour(const QString &login);
    Result<void> setHour(const Agent &by, const QString &login, std::optional<QTime> at);
    // Says a rule, where the store keeps it, and plans everybody anew by it.
    Result<void> setRule(const RuleWish &wish, const QString &login);
    Result<void> sayWords(const QVector<WordWish> &wishes, const QString &login);
    Result<WordsOnShelf> wordsOnShelf();
    std::optional<CampaignsShared> campaigns(); // of a desk whose shared database answers, for CampaignOffice
    Result<int> putStock(const StockList &list, const QString &login);
    // Who is next, claimed: of everybody; of a desk that is away, of those it carries.
    Result<std::optional<LeadView>> next(const QString &login);
    // With who has them in hand, as the shared database says while it answers.
    Result<LeadView> view(const Workplace::LeadRef &lead, const QString &login);
    Result<void> release(CustomerId customer, const QString &login);
    // Where the shared database does not answer: a word that what is read comes from the desk's own store.
    void sayIfOffline(Terminal &terminal);
    // Sends what was recorded. True: all of it is in the shared database (or there is none).
    bool confirm(Terminal &terminal);
    // What waited while the line was down goes out with the first command that finds it up.
    void sendWaiting(Terminal &terminal);
    // A trip that is over ends with the first command that finds the line up, and it is said what came of it.
    void endTrip(Terminal &terminal);

private:
    Result<void> openPostgresql(const StoreUrl &url, Workplace::Open how, Access access);

    CommandClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<SharedPlace> m_desk;
};

// The store --db names, else the usual one.
Result<StoreUrl> storeOf(const Invocation &invocation);

// Opens the store of the invocation, sets the clock, does the work, and says what went wrong.
Exit inSession(const Invocation &invocation, Terminal &terminal, const std::function<Exit(Session &)> &work,
               Access access = Access::Work);

} // namespace beback::app
