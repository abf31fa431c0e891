#pragma once

#include "core/plan/next_step.h"

#include <array>

namespace beback {

// The order in which leads are handed out, as slices of the queue: a band, which end of it first, and for how long. What
// somebody wrote or asked a moment ago is worth most at that moment (newest first); after 72 hours, the same time the plan
// calls a lead fresh, it waits behind what is fresh and agreed. Statements queue/pick and
// queue/order and the guard's claim_pick() order alike: change all of them.
struct QueueSlice {
    Band band = Band::Plan;
    bool newestFirst = false;
    bool stale = false; // only what became due before the limit; otherwise, for newestFirst bands, only what came after
};

namespace queue_order {

inline constexpr Duration StaleAfter = std::chrono::hours(72);
inline constexpr std::array<QueueSlice, 10> Slices = {{{Band::Promise},
                                                      {Band::Reply, true},
                                                      {Band::New, true},
                                                      {Band::Fresh, true},
                                                      {Band::Appointment},
                                                      {Band::Reply, true, true},
                                                      {Band::New, true, true},
                                                      {Band::Fresh, true, true},
                                                      {Band::Plan},
                                                      {Band::LongTerm}}};

// Which of the slices somebody due is in; behind all of them: in none.
inline size_t sliceOf(Band band, Instant due, Instant now)
{
    const bool stale = due < now - StaleAfter;
    size_t place = 0;
    while (place < Slices.size() && !(Slices[place].band == band && (!Slices[place].newestFirst || Slices[place].stale == stale)))
        ++place;
    return place;
}

// Is the first handed out before the second? Both are due at `now`.
struct Place {
    Band band = Band::Plan;
    Instant due;
};
inline bool isBefore(const Place &a, const Place &b, Instant now)
{
    const size_t slice = sliceOf(a.band, a.due, now), other = sliceOf(b.band, b.due, now);
    if (slice != other)
        return slice < other;
    return slice < Slices.size() && Slices[slice].newestFirst ? a.due > b.due : a.due < b.due;
}

} // namespace queue_order
} // namespace beback
