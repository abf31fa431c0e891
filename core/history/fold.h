#pragma once

#include "core/history/customer_state.h"

namespace beback {

// The state of one customer: a pure function of the set of that customer's events. The order they are given in does not
// matter; they are taken in canonical order, an event given twice counts once, a corrected event not at all (unless the
// correction was itself corrected), unknown kinds change nothing.
CustomerState fold(QVector<Event> events);

} // namespace beback
