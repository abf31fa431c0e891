#pragma once

#include "core/plan/capacity.h"
#include "core/queue/queue.h"

namespace beback {

// So many are always listed, the hour at hand at ten minutes for each (Queue::Lease): where less than that was finished, there
// mostly was less to do. What of them does not fit is said not to.
inline constexpr int ShortestList = 6;

// Cuts a page at what its person will do well today: marks what does not fit, and says how much of all that is due fits; no
// more than `report capacity` says of them.
// What fits is what the queue puts first (queue_order.h), be it due now or later today: a promise for three o'clock is not
// pushed out by a plan's step of this morning, and fresh leads go before what was planned. Those with somebody else take no
// room. Nothing known: nothing is cut. Pure.
void cutDay(QueuePage &page, const Capacity &capacity, Instant now, const QString &zone);

// "23 fit into your day, 41 more are waiting." "The work measured for your day is done, 41 more are waiting. 6 of them are listed,
// in case you go on."
QString dayText(const DayCut &day);

} // namespace beback
