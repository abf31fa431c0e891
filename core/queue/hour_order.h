#pragma once

#include "core/plan/reach_chance.h"
#include "core/queue/queue.h"

namespace beback {

// The list of an Hour of Power, out of the queue's: who may be contacted now and is free or mine. First those that wait for
// us, in the queue's order (what is in hand, promises that are due, replies); then whoever is reached most likely in this
// hour, by the medium that is planned, and where that is alike, in the queue's order. Pure.
// `hour`: of the site's wall clock.
QVector<QueueItem> hourOrder(const QueuePage &page, const ReachChance &chance, int hour);

} // namespace beback
