#pragma once

#include "core/history/customer_state.h"

#include <QSet>

namespace beback {

// The state of one customer: a pure function of the set of that customer's events. The order they are given in does not
// matter; they are taken in canonical order, an event given twice counts once, a corrected event not at all (unless the
// correction was itself corrected), unknown kinds change nothing.
CustomerState fold(QVector<Event> events);

// Events that do not count, because a correction took them back: those taken back by a correction that stands, and what followed
// from them. `events`: of one customer, in canonical order.
QSet<EventId> takenBack(const QVector<Event> &events);

} // namespace beback
