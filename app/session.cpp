#include "app/session.h"

#include "app/present.h"
#include "core/desk/move.h"
#include "core/queue/day_cut.h"
#include "core/queue/queue_reader.h"

namespace beback::app {

namespace {

constexpr int PlannedAtOnce = 200; // people a round, of a shared database

} // namespace

Result<StoreUrl> storeOf(const Invocation &invocation)
{
    if (invocation.has(QStringLiteral("db")))
        return StoreUrl::parse(invocation.value(QStringLiteral("db")));
    return StoreUrl::standard();
}

Result<void> Session::open(const Invocation &invocation, Workplace::Open how, Access access)
{
    BEBACK_TRY(url, storeOf(invocation));
    if (url.engine == Engine::Postgresql)
        return openPostgresql(url, how, access);
    own_seal::openFromKeyring(url.path); // somebody may name a desk's own file, to check it
    BEBACK_TRY(place, Workplace::open(url, how, m_clock, m_random));
    m_place = std::move(place);
    return invocation.has(QStringLiteral("db")) ? Result<void>() : needNotMoved(*m_place); // whoever names the file may look at it
}

Result<void> Session::openPostgresql(const StoreUrl &url, Workplace::Open how, Access access)
{
    if (access == Access::Work) {
        auto desk = SharedPlace::open(url, m_clock, m_random);
        if (desk) {
            m_desk = std::move(*desk);
            // A line that is down is no reason to stop; a password that is wrong is.
            const auto &trouble = m_desk->trouble();
            return trouble && trouble->code != Code::Unavailable ? Result<void>(*trouble) : Result<void>();
        }
        if (desk.error().code != Code::NotFound) // nobody who works there: an administrator may still look
            return desk.error();
    }
    BEBACK_TRY(place, Workplace::open(url, how, m_clock, m_random));
    m_place = std::move(place);
    return {};
}

Connection &Session::lists()
{
    return m_desk && m_desk->isOnline() ? m_desk->exchange().shared().db() : place().db();
}

std::optional<CampaignsShared> Session::campaigns()
{
    return m_desk && m_desk->isOnline() ? std::optional(m_desk->campaigns()) : std::nullopt;
}

Result<void> Session::setClock(const Invocation &invocation)
{
    if (!invocation.has(QStringLiteral("at")))
        return {};
    BEBACK_TRY(training, place().isTraining());
    if (!training)
        return Error{Code::Denied,
                     Cli::tr("--at works in a training database only, and this is none. Make one with: "
                             "beback init --training --db sqlite:PATH"),
                     {}};
    const QString text = invocation.value(QStringLiteral("at"));
    const auto at = readTime(text, zone(), m_clock.now());
    if (!at)
        return Error{Code::Invalid, Cli::tr("\"%1\" is no moment. Write it like 2026-11-24T15:00:00Z.").arg(text), {}};
    m_clock.fix(*at);
    return m_desk && m_desk->isOnline() ? m_desk->exchange().shared().setClock(*at) : Result<void>();
}

Result<Agent> Session::person(const Invocation &invocation)
{
    const QString named = invocation.value(QStringLiteral("as"));
    if (!m_desk) {
        if (named.isEmpty())
            return Error{Code::Invalid, Cli::tr("Who does it? Name the person with --as LOGIN."), {}};
        if (place().db().engine() == Engine::Postgresql)
            return Error{Code::Denied,
                         Cli::tr("You are connected as somebody who does not work here. Connect as %1: postgresql://%1@HOST/NAME.").arg(named),
                         {}};
        return place().user(named);
    }
    const QString login = m_desk->login();
    if (!named.isEmpty() && named != login)
        return Error{Code::Denied,
                     Cli::tr("You are connected as %1, not as %2. Leave --as out, or connect as %2.").arg(login, named), {}};
    return place().user(login);
}

Result<Workplace::LeadRef> Session::findLead(const QString &id)
{
    if (m_desk && m_desk->isOnline()) {
        BEBACK_TRY(lead, Workplace::findLeadIn(m_desk->exchange().shared().db(), id));
        BEBACK_CHECK(m_desk->exchange().bring({lead.customer.toString()}));
        return lead;
    }
    auto found = place().findLead(id);
    if (!found && found.error().code == Code::NotFound && m_desk)
        return Error{Code::NotFound, Cli::tr("No lead on this computer begins with %1, and the shared database does not answer.").arg(id), {}};
    return found;
}

Result<Session::PersonAndLead> Session::personAndLead(const Invocation &invocation)
{
    BEBACK_TRY(person, this->person(invocation));
    BEBACK_TRY(lead, findLead(invocation.value(QStringLiteral("lead"))));
    return PersonAndLead{person, lead};
}

Result<QueuePage> Session::queuePage(const QString &login, int limit)
{
    if (m_desk && !m_desk->isOnline() && !login.isEmpty())
        return place().awayPage(login, limit);
    BEBACK_TRY(page, QueueReader(lists(), place().rooftopId(), place().plans().rules(), now(), login).page(limit));
    if (login.isEmpty())
        return page;
    BEBACK_TRY(today, m_desk && m_desk->isOnline() ? m_desk->today() : place().today(login));
    cutDay(page, today.capacity, now(), zone());
    return page;
}

Result<HourToday> Session::hourToday(const QString &login)
{
    return m_desk && m_desk->isOnline() ? m_desk->hourToday() : place().hours().today(place().hourWhere(), login);
}

Result<HourView> Session::hour(const QString &login)
{
    return m_desk && m_desk->isOnline() ? m_desk->hour({}) : place().hours().view(place().hourWhere(), login, {});
}

Result<void> Session::setHour(const Agent &by, const QString &login, std::optional<QTime> at)
{
    if (m_desk && m_desk->trouble())
        return *m_desk->trouble();
    return m_desk ? m_desk->setHour(login, at) : place().setHour(by, login, at);
}

Result<void> Session::setRule(const RuleWish &wish, const QString &login)
{
    if (!m_desk) {
        BEBACK_TRY(changed, place().setRule(wish, login));
        return {};
    }
    if (m_desk->trouble())
        return *m_desk->trouble();
    BEBACK_CHECK(m_desk->setRule(wish));
    for (;;) { // everybody else, until nobody waits
        BEBACK_TRY(planned, m_desk->exchange().refoldStale(PlannedAtOnce));
        if (planned == 0)
            return {};
    }
}

Result<void> Session::sayWords(const QVector<WordWish> &wishes, const QString &login)
{
    if (m_desk && m_desk->trouble())
        return *m_desk->trouble();
    return m_desk ? m_desk->sayWords(wishes) : place().sayWords(wishes, login);
}

Result<int> Session::putStock(const StockList &list, const QString &login)
{
    if (m_desk && m_desk->trouble())
        return *m_desk->trouble();
    return m_desk ? m_desk->putStock(list) : place().putStock(list, login);
}

Result<WordsOnShelf> Session::wordsOnShelf()
{
    return m_desk && m_desk->isOnline() ? m_desk->wordsOnShelf() : place().wordsOnShelf();
}

Result<std::optional<LeadView>> Session::next(const QString &login)
{
    if (m_desk && !m_desk->isOnline())
        return place().nextHeld(login);
    BEBACK_TRY(claim, m_desk ? m_desk->exchange().claimNext() : place().queue().claimNext(login));
    if (!claim)
        return std::optional<LeadView>();
    BEBACK_TRY(view, place().view(claim->customer, claim->lead, login));
    return std::optional(view);
}

Result<LeadView> Session::view(const Workplace::LeadRef &lead, const QString &login)
{
    return m_desk && m_desk->isOnline() ? m_desk->view(lead.customer, lead.lead) : place().view(lead.customer, lead.lead, login);
}

// Of somebody who is out on a trip this is the end of it.
Result<void> Session::release(CustomerId customer, const QString &login)
{
    if (m_desk && m_desk->trouble())
        return *m_desk->trouble();
    if (!m_desk)
        return place().queue().release(customer, login);
    BEBACK_TRY(trip, own_store::trip(place().db(), place().clock()));
    BEBACK_CHECK(m_desk->sendRecorded());
    if (trip && trip->of(customer)) {
        BEBACK_TRY(back, m_desk->exchange().checkIn({customer}));
        Q_UNUSED(back)
        return {};
    }
    BEBACK_TRY(changed, m_desk->release(customer));
    Q_UNUSED(changed)
    return {};
}

void Session::sayIfOffline(Terminal &terminal)
{
    if (m_desk && m_desk->trouble())
        terminal.say(Cli::tr("%1 This is what this desk has.").arg(m_desk->trouble()->message));
}

bool Session::confirm(Terminal &terminal)
{
    if (!m_desk)
        return true;
    if (m_desk->trouble()) {
        terminal.say(Cli::tr("Kept at this desk and not sent yet: %1").arg(m_desk->trouble()->message));
        return false;
    }
    const auto sent = m_desk->exchange().sync();
    if (!sent)
        terminal.say(Cli::tr("Kept at this desk and not sent yet: %1").arg(sent.error().message));
    return bool(sent);
}

void Session::sendWaiting(Terminal &terminal)
{
    if (!m_desk || m_desk->trouble())
        return;
    if (const auto waiting = own_store::waiting(m_desk->own().db()); waiting && waiting->events > 0)
        (void)confirm(terminal);
}

void Session::endTrip(Terminal &terminal)
{
    if (!m_desk || m_desk->trouble())
        return;
    const auto back = m_desk->comeBackIfOver();
    if (!back)
        terminal.say(Cli::tr("Your trip is over and could not be ended yet: %1").arg(back.error().message));
    else if (*back)
        terminal.say(Cli::tr("Your trip was over. %1").arg(returnText(**back).simplified()));
}

Exit inSession(const Invocation &invocation, Terminal &terminal, const std::function<Exit(Session &)> &work, Access access)
{
    Session session;
    if (const auto opened = session.open(invocation, Workplace::Open::Existing, access); !opened)
        return terminal.refuse(opened.error().message, Exit::NoStore);
    if (const auto set = session.setClock(invocation); !set)
        return terminal.refuse(set.error());
    if (const auto here = needNotMoved(session.place()); !here)
        terminal.say(here.error().message);
    session.sendWaiting(terminal);
    session.endTrip(terminal);
    return work(session);
}

} // namespace beback::app
