#pragma once

#include "core/desk/desk_types.h"

namespace beback::demo {

inline constexpr const char *RooftopName = "Cedar Hill Motors";
inline constexpr const char *RooftopZone = "America/Chicago";

// The made-up dealership, as its own messages name it.
RooftopFacts rooftop();

} // namespace beback::demo
