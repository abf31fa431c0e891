// What happens to clocks, programs, files, and the shared database as a whole.

#include "player.h"

#include "server_rows.h"

#include <algorithm>
#include <iterator>

namespace beback::exchange_sim {

void Player::setTheClock(SimDesk &desk, const Step &step)
{
    constexpr qint64 HoursOff[] = {0, 0, 0, 1, -1, 72, -72, 24 * 365};
    desk.clock.off = std::chrono::hours(HoursOff[size_t(step.a) % std::size(HoursOff)]);
}

// Time goes by for everybody; this desk does nothing in it.
void Player::sleep(SimDesk &desk, const Step &step)
{
    constexpr int Minutes[] = {1, 5, 9, 11, 60, 600};
    const Duration asleep = std::chrono::minutes(Minutes[size_t(step.a) % std::size(Minutes)]);
    m_world.pass(asleep);
    if (m_world.faulty.clockStopsAsleep)
        desk.clock.missed(asleep);
}

void Player::reboot(SimDesk &desk, const Step &step)
{
    if (desk.isInTransaction)
        return;
    desk.kill();
    desk.clock.startAgain();
    start(desk, step.a % 2);
}

void Player::killAndStart(SimDesk &desk, const Step &step)
{
    if (desk.isInTransaction)
        return;
    desk.kill();
    start(desk, step.a % 2);
}

void Player::keepTheFile(SimDesk &desk, const Step &)
{
    if (desk.isInTransaction)
        return;
    const bool wasOnline = desk.isOnline();
    desk.kill();
    desk.copyFileTo(desk.keptFolder());
    desk.hasKept = true;
    start(desk, wasOnline);
}

QSet<EventId> Player::inFileAsOwn(SimDesk &desk)
{
    QSet<EventId> ids;
    const auto events = own_store::ownAfter(desk.own().db(), 0, 100'000);
    if (see(events))
        for (const Event &event : *events)
            ids.insert(event.id);
    return ids;
}

// What is neither in the shared database nor in any file that would send it.
void Player::excuseWhatIsNowhere(const QSet<EventId> &lost)
{
    QSet<EventId> nowhere = lost - thereOf(m_world.server(), lost);
    for (const auto &desk : m_world.desks())
        if (desk->isThere() && !nowhere.isEmpty())
            nowhere -= inFileAsOwn(*desk);
    m_model.gone += nowhere;
    for (qsizetype i = 0; i < nowhere.size(); ++i)
        m_tally.count(QStringLiteral("gone with an older copy"));
}

void Player::putTheFileBack(SimDesk &desk, const Step &step)
{
    if (desk.isInTransaction || !desk.hasKept)
        return;
    const QSet<EventId> before = inFileAsOwn(desk);
    desk.kill();
    desk.takeFileFrom(desk.keptFolder());
    desk.leasesCount = false;
    desk.sentBefore.reset();
    start(desk, step.a % 2);
    if (!desk.isThere())
        return;
    noteOwn(desk);
    excuseWhatIsNowhere(before - inFileAsOwn(desk));
}

void Player::copyToATwin(SimDesk &desk, const Step &step)
{
    SimDesk &twin = m_world.twin();
    if (desk.isInTransaction || twin.isThere())
        return;
    const bool wasOnline = desk.isOnline();
    desk.kill();
    twin.login = desk.login;
    twin.takeFileFrom(desk.folder());
    twin.clock.off = {};
    twin.leasesCount = desk.leasesCount = false; // one person at two desks, of which the one does not know what the other gives back
    start(desk, wasOnline);
    start(twin, step.a % 2);
}

void Player::backUpTheServer(SimDesk &, const Step &)
{
    if (!anybodyInTransaction())
        m_world.backUp();
}

// Leases given since the backup are forgotten there.
void Player::restoreTheServer(SimDesk &, const Step &)
{
    if (anybodyInTransaction() || !m_world.hasBackup())
        return;
    QSet<EventId> all = m_model.mustBeThere();
    m_world.restore();
    m_wasRestored = true;
    for (const auto &desk : m_world.desks())
        desk->leasesCount = false;
    excuseWhatIsNowhere(all);
}

} // namespace beback::exchange_sim
