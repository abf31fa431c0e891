#pragma once

#include "core/store/connection.h"

#include <initializer_list>

namespace beback {

// Prepares these statements in one round trip, where each would be prepared in one of its own when it is used first. PostgreSQL only, nothing
// on SQLite; outside of transactions. What cannot be prepared so is left to its first use, which says why.
// How many were prepared. Thread: the connection's.
int prepareAhead(Connection &connection, std::initializer_list<const char *> names);

} // namespace beback
