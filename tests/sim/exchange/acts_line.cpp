// What happens on the line between a desk and the shared database.

#include "player.h"

#include "core/exchange/wire.h"

#include <algorithm>

namespace beback::exchange_sim {

namespace {

constexpr int BatchEvents = 500;

} // namespace

void Player::sync(SimDesk &desk, const Step &)
{
    if (mayUseLine(desk))
        see(desk.exchange().sync());
}

void Player::pull(SimDesk &desk, const Step &)
{
    if (mayUseLine(desk))
        see(desk.exchange().pull());
}

void Player::refold(SimDesk &desk, const Step &)
{
    if (mayUseLine(desk))
        see(desk.exchange().refoldStale(50));
}

void Player::goAway(SimDesk &desk, const Step &)
{
    if (!desk.isInTransaction)
        desk.exchange().disconnect();
}

void Player::comeBack(SimDesk &desk, const Step &)
{
    if (!desk.isOnline())
        see(desk.place().connect());
}

void Player::everybodyAway(SimDesk &, const Step &)
{
    for (const auto &desk : m_world.desks())
        if (desk->isThere() && !desk->isInTransaction)
            desk->exchange().disconnect();
}

// The desk learns of it by its next call, wherever in that it is.
void Player::endSession(SimDesk &desk, const Step &)
{
    if (mayUseLine(desk))
        m_world.server().sql(QStringLiteral("SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = current_database() AND usename = '%1'")
                                 .arg(desk.login));
}

std::optional<SimDesk::Batch> Player::outboxOf(SimDesk &desk)
{
    const auto numbers = own_store::numbers(desk.own().db());
    const auto events = own_store::outbox(desk.own().db(), BatchEvents);
    if (!see(numbers) || !see(events) || events->isEmpty())
        return std::nullopt;
    SimDesk::Batch batch{numbers->origin, {}};
    for (const Event &event : *events)
        batch.events << wire::toJson(event);
    return batch;
}

// Without the rows: whoever it is about is left stale, as where another wrote in between.
void Player::send(SimDesk &desk, const SimDesk::Batch &batch)
{
    const auto pushed = desk.exchange().shared().push(batch.origin, batch.events, {});
    // The guard's own refusals: a stamp that was not looked at before, a number that was given, a gap.
    if (!pushed && (pushed.error().code == Code::Invalid || pushed.error().code == Code::Corrupt || pushed.error().detail.contains(QLatin1String("BD002"))))
        return m_tally.count(QStringLiteral("the guard refused a batch"));
    see(pushed);
}

void Player::cutBeforeCommit(SimDesk &desk, const Step &)
{
    const auto batch = mayUseLine(desk) ? outboxOf(desk) : std::nullopt;
    if (!batch)
        return;
    (void)desk.exchange().shared().db().inTransaction("cut", [&]() -> Result<void> {
        send(desk, *batch);
        return Error{Code::Cancelled, QStringLiteral("the line broke"), {}};
    });
    desk.exchange().disconnect();
}

void Player::cutAfterCommit(SimDesk &desk, const Step &)
{
    const auto batch = mayUseLine(desk) ? outboxOf(desk) : std::nullopt;
    if (!batch)
        return;
    send(desk, *batch);
    desk.sentBefore = batch;
    desk.exchange().disconnect();
}

void Player::cutInTheMiddle(SimDesk &desk, const Step &step)
{
    auto batch = mayUseLine(desk) ? outboxOf(desk) : std::nullopt;
    if (!batch)
        return;
    const int kept = 1 + step.a % int(batch->events.size());
    while (batch->events.size() > kept)
        batch->events.removeLast();
    send(desk, *batch);
    desk.sentBefore = batch;
    desk.exchange().disconnect();
}

void Player::sendTwice(SimDesk &desk, const Step &step)
{
    const auto batch = mayUseLine(desk) ? outboxOf(desk) : std::nullopt;
    if (!batch)
        return;
    send(desk, *batch);
    SimDesk::Batch second = *batch;
    if (step.a % 2) { // and in another order
        second.events = {};
        for (const QJsonValue &event : batch->events)
            second.events.prepend(event);
    }
    send(desk, second);
    desk.sentBefore = batch;
}

void Player::oldBatchArrives(SimDesk &desk, const Step &)
{
    if (mayUseLine(desk) && desk.sentBefore)
        send(desk, *desk.sentBefore);
}

void Player::sendTheLaterPartFirst(SimDesk &desk, const Step &)
{
    const auto batch = mayUseLine(desk) ? outboxOf(desk) : std::nullopt;
    if (!batch || batch->events.size() < 2)
        return;
    SimDesk::Batch first{batch->origin, {}}, later{batch->origin, {}};
    for (const QJsonValue &event : batch->events)
        (first.events.size() < batch->events.size() / 2 ? first : later).events << event;
    send(desk, later);
    send(desk, first);
}

void Player::loseAClaim(SimDesk &desk, const Step &)
{
    const auto numbers = own_store::numbers(desk.own().db());
    if (!mayUseLine(desk) || !see(numbers))
        return;
    see(desk.exchange().shared().pushAndClaim(numbers->origin, {}, {}, {}, Queue::Lease));
    desk.exchange().disconnect();
}

// Others go on while its transaction is open; then it commits, or never does.
void Player::commitLate(SimDesk &desk, const Step &step)
{
    const auto batch = mayUseLine(desk) && !anybodyInTransaction() ? outboxOf(desk) : std::nullopt;
    if (!batch)
        return;
    const int upTo = std::min(int(m_schedule.size()), m_next + 1 + step.a % 3);
    const bool breaks = step.b % 4 == 0;
    desk.isInTransaction = true;
    const auto committed = desk.exchange().shared().db().inTransaction("late", [&]() -> Result<void> {
        send(desk, *batch);
        while (m_next < upTo && m_faults.isEmpty())
            one();
        return breaks ? Result<void>(Error{Code::Cancelled, QStringLiteral("the line broke"), {}}) : Result<void>();
    });
    desk.isInTransaction = false;
    m_tally.count(committed ? QStringLiteral("committed late") : QStringLiteral("never committed"));
    if (breaks)
        desk.exchange().disconnect();
    desk.sentBefore = batch;
}

} // namespace beback::exchange_sim
