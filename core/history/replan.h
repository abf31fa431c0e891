#pragma once

#include "core/history/customer_state.h"
#include "core/plan/plan.h"
#include "core/store/connection.h"

#include <functional>

namespace beback {

// Shows every customer of a rooftop, page by page: memory does not grow with the store. `look` must not write.
Result<void> forEveryCustomer(Connection &db, RooftopId rooftop, const std::function<void(const CustomerState &)> &look);

// Works out anew what follows from the history by these plans, and writes what changed: after plans or what was learned
// changed. A page of customers is a transaction, so that a desk beside waits for none of them long; broken off, the same call
// goes on where it was needed. How many customers changed. Thread: the connection's.
Result<int> replan(Connection &db, RooftopId rooftop, const PlanBook &plans);

} // namespace beback
