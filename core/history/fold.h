#pragma once

#include "core/history/customer_state.h"

namespace beback {

// The state of one customer: a pure function of the set of that customer's events. The order they are given in does not
// matter; they are taken in canonical order, an event given twice counts once, a corrected event not at all (unless the
// correction was itself corrected), unknown kinds change nothing.
CustomerState fold(QVector<Event> events);

// Does such an attempt on the same lead, made after the promise, keep it?
// What was promised is done with once they were spoken with, by its own medium from shortly before its time on, and by any
// medium from its time on. A brochure mailed at two does not do away with the call promised for three, nor does a call in the
// morning that nobody picked up.
bool keeps(const Promise &promise, Medium medium, bool answered, Instant at);

} // namespace beback
