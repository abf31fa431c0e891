#pragma once

#include "core/history/derived_rows.h"
#include "core/store/connection.h"

namespace beback::row_store {

// Derived rows as they stand in the store.
Result<DerivedRows> read(Connection &db, RooftopId rooftop, CustomerId customer);

// Writes what changed from `before` (none: nothing is there) to `after`. Only inside the transaction of the event.
Result<void> write(Connection &db, RooftopId rooftop, CustomerId customer, const DerivedRows *before,
                   const DerivedRows &after);

// Takes every derived row of a customer away; for repairing.
Result<void> remove(Connection &db, RooftopId rooftop, CustomerId customer);

} // namespace beback::row_store
