#include "core/exchange/exchange.h"

#include "core/history/event_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

Exchange::Exchange(Connection &own, const Clock &clock, Random &random, const PlanBook &plans, QString station)
    : m_own(own), m_clock(clock), m_random(random), m_plans(plans), m_station(std::move(station))
{
}

Result<void> Exchange::connect(const StoreUrl &shared)
{
    disconnect();
    m_url = shared;
    BEBACK_TRY(store, SharedStore::connect(shared));
    BEBACK_TRY(person, store->who());
    if (!person)
        return Error{Code::NotFound,
                     tr("Nobody works at %1 under the name you connect with. A manager can add you with: beback user add").arg(shared.display()),
                     {}};
    BEBACK_TRY(origin, own_store::makeOrigin(m_own, m_random, m_clock.now()));
    m_origin = origin;
    BEBACK_TRY(greeting, store->handshake(m_origin, m_station, m_clock));
    BEBACK_CHECK(checkOwnFile(greeting));
    m_person = greeting.person;
    m_shared = std::move(store);
    const auto started = startFeeds();
    if (!started)
        disconnect();
    return started;
}

void Exchange::disconnect()
{
    m_shared.reset();
    m_sent = 0;
}

Instant Exchange::serverNow() const
{
    return m_shared ? m_shared->now(m_clock) : m_clock.now();
}

// The database knows this desk's events up to some number. If the event of that number is another one here, or is not
// here, this file is a copy or an older state of itself; sending from it would give numbers twice.
Result<void> Exchange::checkOwnFile(const SharedStore::Greeting &greeting)
{
    BEBACK_TRY(numbers, own_store::numbers(m_own));
    if (greeting.lastN == 0)
        return {};
    bool same = numbers.last >= greeting.lastN;
    if (same) {
        BEBACK_TRY(event, event_store::byId(m_own, greeting.lastId));
        same = event && event->origin == m_origin && event->n == greeting.lastN;
    }
    if (!same)
        return Error{Code::Stale,
                     tr("This desk's own file is a copy or an older backup: the shared database has newer entries of this desk. "
                        "Move %1 away and start again; everything that was sent is in the shared database.")
                         .arg(m_own.url().display()),
                     {}};
    return {};
}

// A new desk reads the feeds from where they are: what it carries, it reads whole. Once only: a feed that was empty then is
// read from its beginning, however often this desk connects before it sees the first entry.
Result<void> Exchange::startFeeds()
{
    for (const int feed : {0, m_person.rooftop.value}) {
        BEBACK_TRY(at, own_store::cursor(m_own, feed));
        if (at.begun)
            continue;
        BEBACK_TRY(end, m_shared->feedEnd(feed));
        BEBACK_CHECK(own_store::setCursor(m_own, feed, end));
    }
    return {};
}

Result<int> Exchange::endBlockers()
{
    if (m_person.role != QLatin1String("manager"))
        return 0;
    BEBACK_TRY(call, m_shared->db().statement("exchange/end_blockers"));
    BEBACK_CHECK(call.exec());
    return call.next() ? call.columns().integer() : 0;
}

} // namespace beback
