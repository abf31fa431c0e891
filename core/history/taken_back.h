#pragma once

#include "core/history/event.h"
#include "core/store/connection.h"

#include <QSet>

namespace beback {

// What was taken back at this site by corrections recorded since then, and stands so. For lists that do not fold everybody; see
// corrections.h for one customer's history. Thread: the connection's.
Result<QSet<EventId>> takenBackSince(Connection &db, RooftopId rooftop, Instant since);

} // namespace beback
