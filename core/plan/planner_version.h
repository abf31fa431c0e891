#pragma once

namespace beback {

// Grows whenever nextStep() decides otherwise than before about the same history, so that a store that was planned by an older
// program is planned anew when it is opened.
inline constexpr int PlannerVersion = 2; // 2: spares people who stay silent (pressure.h), media by the store's experience

} // namespace beback
