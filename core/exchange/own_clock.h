#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"

namespace beback {

// How a desk knows, without anybody to ask, that a lease is still its own. Leases are kept by the computer's time, as every
// statement reads them; where that was set, they move along with it, because the time since the computer's start goes on
// unmoved, also while it sleeps. After another start of the computer nothing else tells the time: a clock that is behind what was
// last seen was wrong then or is wrong now, and no lease holds any more.

struct ClockMark {
    Instant wall;
    Duration fromBoot{0};
    QString boot; // Clock::bootId()
};

struct ClockStep {
    bool isTrusted = true; // false: nobody knows how much time went by
    Duration by{0};        // the computer's time was set forward by so much since
    friend bool operator==(const ClockStep &, const ClockStep &) = default;
};
// Pure.
ClockStep stepSince(const ClockMark &last, const ClockMark &now);

namespace own_store {

// Brings what this desk's own store holds by its clock (leases, the trip, when feeds were read) in line with that clock as it is
// now. Trip and leases are not read without it (own_store::trip(), Queue::heldBy()); before any of that is written, and now and then
// besides, so that the last time seen is no older than a minute. Cheap where nothing changed. Thread: the connection's.
Result<void> settleClock(Connection &own, const Clock &clock);

} // namespace own_store
} // namespace beback
