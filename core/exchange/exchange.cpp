#include "core/exchange/exchange.h"

#include "core/exchange/own_repair.h"

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
                     tr("Nobody works at %1 under the name you connect with. Whoever looks after it can add you with: beback user add").arg(shared.display()),
                     {}};
    m_shared = std::move(store);
    m_notice.clear();
    m_mended = false;
    m_person = *person;
    m_takenOut.reset();
    auto greeted = greet();
    if (!greeted) {
        greeted = turnedAway(greeted.error());
        disconnect();
    }
    return greeted;
}

void Exchange::disconnect()
{
    m_shared.reset();
    m_sent = 0;
    m_caughtUp = false;
}

Instant Exchange::serverNow() const
{
    return m_shared ? m_shared->now(m_clock) : m_clock.now();
}

// Says who this is, and looks whether the own file, its clock and the database still go together.
Result<void> Exchange::greet(bool suspect)
{
    BEBACK_TRY(origin, own_store::makeOrigin(m_own, m_random, m_clock.now()));
    BEBACK_TRY(before, own_store::numbers(m_own)); // before: another program may send from this file meanwhile
    BEBACK_TRY(greeting, m_shared->handshake(origin, m_station, m_clock));
    m_origin = origin;
    m_person = greeting.person;
    m_sent = 0;
    m_caughtUp = false;
    BEBACK_CHECK(startFeeds());
    OwnRepair repair(m_own, *m_shared, m_person.rooftop, m_random, m_plans);
    BEBACK_TRY(found, repair.look(greeting, before.confirmed, suspect));
    if (found == OwnRepair::Found::Copy) {
        note(tr("This desk's own file is a copy or an older backup of itself. What it had not sent is sent under a new number; "
                "nothing is lost."));
        return greet();
    }
    if (found == OwnRepair::Found::RestoredServer)
        note(tr("The shared database was restored from an older backup. This desk sends again what it recorded since; tell your "
                "administrator."));
    return settleStamps();
}

Result<void> Exchange::settleStamps()
{
    OwnRepair repair(m_own, *m_shared, m_person.rooftop, m_random, m_plans);
    BEBACK_TRY(stamped, repair.settleStamps(serverNow()));
    if (stamped.isEmpty())
        return {};
    m_rewritten += QSet<CustomerId>(stamped.cbegin(), stamped.cend());
    note(tr("This computer's clock was ahead. What was recorded meanwhile has the shared database's time now; check the clock."));
    return {};
}

void Exchange::note(const QString &whatWasPutRight)
{
    if (m_notice == whatWasPutRight)
        return;
    m_notice = whatWasPutRight;
    qWarning("%s", qPrintable(m_notice)); // rare, and an administrator wants to know when it was
}

// The feed is another one than was read before.
Result<void> Exchange::readAgain()
{
    BEBACK_CHECK(own_store::resetCursors(m_own));
    note(tr("The shared database was restored from an older backup. Everything in it is read again; tell your administrator."));
    return greet();
}

// An event under this desk's own number that is not here was recorded by another copy of this file, which goes on as well.
Result<void> Exchange::keepApart(const QVector<Event> &events)
{
    BEBACK_CHECK(makeRoom(events));
    QStringList own;
    for (const Event &event : events)
        if (event.origin == m_origin)
            own << event.id.toString();
    if (own.isEmpty())
        return {};
    BEBACK_TRY(unknown, own_store::unknownEvents(m_own, own));
    if (unknown.isEmpty())
        return {};
    BEBACK_TRY(numbers, own_store::numbers(m_own)); // another program that uses this file may have seen it first
    return greet(numbers.origin == m_origin);
}

// For what arrives, where another entry has its number here.
Result<void> Exchange::makeRoom(const QVector<Event> &events)
{
    BEBACK_TRY(others, own_store::inTheWayOf(m_own, events));
    if (others.isEmpty())
        return {};
    OwnRepair repair(m_own, *m_shared, m_person.rooftop, m_random, m_plans);
    Recorder recorder(m_own, m_clock, m_random, Station{m_person.rooftop, m_station}, m_plans);
    for (const OriginId other : std::as_const(others)) {
        BEBACK_TRY(customers, repair.makeRoom(other, recorder, m_person.login));
        m_rewritten += QSet<CustomerId>(customers.cbegin(), customers.cend());
    }
    note(tr("Another computer and the shared database were restored from older backups. What this desk had read of it and is lost there is "
            "kept here and does not count; tell your administrator."));
    return {};
}

// What the database refused because the file or the clock are not what this desk took them for: looks again, once, and lets
// the caller go on.
Result<void> Exchange::mend(const Error &refusal)
{
    const auto is = [&refusal](const char *state) { return refusal.detail.contains(QLatin1String(state)); };
    const bool isCopy = is("BD001") || is("23505");
    if (m_mended || !(isCopy || is("BD002") || is("BD003")))
        return refusal;
    m_mended = true;
    return greet(isCopy);
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
