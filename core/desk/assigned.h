#pragma once

#include "core/base/id.h"

#include <QVector>

namespace beback {

// What came of giving many leads to somebody. A value; any thread.
struct Assigned {
    int changed = 0; // given to them now
    int left = 0;    // closed, or theirs already
    QVector<EventId> events; // one for each that changed: what an undo takes back
};
inline constexpr int MostAssigned = 200; // leads at once

} // namespace beback
