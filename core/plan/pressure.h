#pragma once

#include "core/history/customer_state.h"

namespace beback {

// How much a person has heard from us lately without asking for it: a call counts 1, a text 0.6, an e-mail 0.3, a card 0.05,
// and what was counted fades by the factor e in a week. What belongs to a talk (they wrote or picked up within the day before,
// and nothing of ours came between) counts nothing. All departments count. The weights and the limit are the house's own
// practice, not a law: tests/sim shows what they do to the share of people who ask to be left alone.
namespace pressure {

double weightOf(Medium medium);
double on(const CustomerState &customer, Instant at);
// The most there may be, a further touch included: 3 when they have just been heard of, half of it each 13 days, and never so
// little that a call once in a while is too much. `heard`: when they last asked or answered.
double limit(Instant heard, Instant at);
// When there is room for one more touch by this medium, at the earliest `at`. Never more than 60 days later.
Instant freeFrom(const CustomerState &customer, Instant heard, Medium medium, Instant at);

} // namespace pressure
} // namespace beback
