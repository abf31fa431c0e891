#include "core/exchange/own_clock.h"

#include <array>

namespace beback {

ClockStep stepSince(const ClockMark &last, const ClockMark &now)
{
    if (!now.boot.isEmpty() && last.boot == now.boot && now.fromBoot >= last.fromBoot)
        return {true, (now.wall - last.wall) - (now.fromBoot - last.fromBoot)};
    return {now.wall >= last.wall, Duration(0)};
}

namespace own_store {

namespace {

constexpr Duration SeenAgain = std::chrono::minutes(1);
constexpr Duration Slack = std::chrono::milliseconds(100); // between reading one clock and the other

Result<std::optional<ClockMark>> lastSeen(Connection &own)
{
    BEBACK_TRY(select, own.statement("exchange/own_clock"));
    BEBACK_CHECK(select.exec());
    std::optional<ClockMark> mark;
    if (select.next()) {
        Columns c = select.columns();
        mark.emplace();
        mark->wall = c.instant();
        mark->fromBoot = Duration(c.int64());
        mark->boot = c.text();
    }
    BEBACK_CHECK(select.finished());
    return mark;
}

Result<void> move(Connection &own, Duration by)
{
    for (const char *name : std::array{"exchange/claims_move", "exchange/trip_move", "exchange/cursors_move"}) {
        BEBACK_TRY(statement, own.statement(name));
        BEBACK_CHECK(statement.bind(":by", qint64(by.count())).exec());
    }
    return {};
}

Result<void> end(Connection &own)
{
    for (const char *name : std::array{"exchange/claims_end", "exchange/trip_over", "exchange/cursors_unread"}) {
        BEBACK_TRY(statement, own.statement(name));
        BEBACK_CHECK(statement.exec());
    }
    return {};
}

} // namespace

Result<void> settleClock(Connection &own, const Clock &clock)
{
    const ClockMark now{clock.now(), clock.sinceBoot(), clock.bootId()};
    {
        BEBACK_TRY(last, lastSeen(own));
        if (last && last->boot == now.boot) {
            const ClockStep step = stepSince(*last, now);
            const Duration past = now.wall - last->wall;
            if (step.isTrusted && step.by < Slack && step.by > -Slack && past < SeenAgain && past >= Duration(0))
                return {};
        }
    }
    return own.inTransaction("clock", [&]() -> Result<void> {
        BEBACK_TRY(last, lastSeen(own)); // again: another program that uses this file may have been faster
        const ClockStep step = last ? stepSince(*last, now) : ClockStep{};
        if (!step.isTrusted)
            BEBACK_CHECK(end(own));
        else if (step.by != Duration(0))
            BEBACK_CHECK(move(own, step.by));
        BEBACK_TRY(put, own.statement("exchange/own_clock_put"));
        return put.bind(":wall", now.wall).bind(":from_boot", qint64(now.fromBoot.count())).bind(":boot", now.boot).exec();
    });
}

} // namespace own_store
} // namespace beback
