#pragma once

#include "core/history/event.h"

#include <QSet>
#include <QVector>

namespace beback {

// What of a history does not count. `events`: of one customer, in canonical order. Pure.

// Taken back by a correction that stands, and what followed from those.
QSet<EventId> takenBack(const QVector<Event> &events);

// Do-not-contact is an add-wins set: a clear ends only the very entries it names. `gone`: see takenBack().
QSet<EventId> clearedRefusals(const QVector<Event> &events, const QSet<EventId> &gone);

} // namespace beback
