#pragma once

#include "core/base/id.h"
#include "core/stock/stock_list.h"
#include "core/store/connection.h"

#include <optional>

namespace beback {

// What a rooftop has to sell, as it is kept: the newest list only. Thread: the connection's.

// None: no list was ever brought in. Errors: Corrupt, where it cannot be read, with a sentence that says what to do.
Result<std::optional<StockList>> readStock(Connection &db, RooftopId rooftop);
// Of the newest list; 0: there is none.
Result<int> stockVersion(Connection &db, RooftopId rooftop);
// Puts the list in the place of the last one; `list.version` is the one after it. Errors: Conflict, where another was brought in
// meanwhile; Invalid, where it is larger than StockBodyLimit; Denied by a shared database, for anybody but a manager. There the
// database says by whom and when it was.
Result<void> putStock(Connection &db, RooftopId rooftop, const StockList &list);
// As it is in another store, into a desk's own; a list that is as new or newer is left.
Result<void> keepStock(Connection &db, RooftopId rooftop, const StockList &list);

} // namespace beback
