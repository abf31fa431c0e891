#pragma once

#include "core/store/connection.h"

#include <QMap>

namespace beback {

// What became of ways to meet an objection.
struct SolutionUse {
    int offered = 0; // on calls; a lead that heard it twice counts once
    int helped = 0;  // of them: a visit was set or they bought within HelpedWithin after it
    friend bool operator==(const SolutionUse &, const SolutionUse &) = default;
};
inline constexpr Duration HelpedWithin = std::chrono::hours(24 * 14);

// By Solution::id; a vehicle of the stock list by "stock:" and its number. Of calls recorded since then that were not taken back.
// Reads each of them: a manager's question. Thread: the connection's.
Result<QMap<QString, SolutionUse>> solutionUses(Connection &db, RooftopId rooftop, Instant since);

} // namespace beback
