#pragma once

namespace beback {

// LeadState::stepsDone of a plan that was ended before its last step (not interested, bought elsewhere): larger than any
// plan is long, so that only long-term contact is left.
inline constexpr int PlanOver = 9999;

} // namespace beback
