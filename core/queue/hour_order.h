#pragma once

#include "core/plan/habits.h"
#include "core/queue/queue.h"

namespace beback {

// The list of an Hour of Power, out of the queue's: who may be contacted now and is free or mine. First those that wait for
// us, in the queue's order (what is in hand, promises that are due, replies); then whoever is reached most likely in this
// part of the day by the medium that is planned (chanceOf(), from their last touches by it), and where that is alike, in the
// queue's order. Pure.
QVector<QueueItem> hourOrder(const QueuePage &page, const Experience &experience, DayPart part);

} // namespace beback
