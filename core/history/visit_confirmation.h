#pragma once

#include "core/base/clock.h"

#include <optional>

namespace beback {

// From then on a visit is to be confirmed: this hour of the business day before it, on the customer's clock. Rule of the house.
inline constexpr int ConfirmHour = 10;
// So long after its time somebody is asked to write down whether they came. Rule of the house.
inline constexpr auto AfterAppointment = std::chrono::minutes(30);

// When that is for a visit at `visit`: whoever is spoken with or writes from then on has confirmed it. The one rule for the step
// that asks for it, for the tiles of today and for what managers count. `zone`: the customer's; none for one that is not known.
// Pure; any thread.
std::optional<Instant> confirmFrom(Instant visit, const QString &zone);

} // namespace beback
