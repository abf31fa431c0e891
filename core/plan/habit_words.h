#pragma once

#include "core/plan/next_step.h"

namespace beback {

// Why this medium at this time of the day, as sentences: what they asked for, or what they answered to and how sure that is
// (the interval that holds the chance four times of five), and that they are spared when they have heard much. Empty where the plan alone decided. Pure.
QStringList habitWords(const CustomerState &customer, const NextStep &step, const Experience &experience);

} // namespace beback
