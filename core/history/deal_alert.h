#pragma once

#include "core/history/customer_state.h"

namespace beback {

// What an alert event makes of the last alert there was: raised anew, on a manager's screen, answered. The first manager who has it
// stays named, and the first answer counts. Other kinds change nothing. Pure; part of the fold.
void moveAlert(std::optional<DealAlert> &alert, const Event &event);

} // namespace beback
