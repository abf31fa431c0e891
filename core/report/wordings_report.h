#pragma once

#include "core/store/connection.h"

#include <QHash>

namespace beback {

// What became of messages by the wording they were made from.
struct WordingUse {
    int sent = 0;
    int answered = 0; // they wrote within RepliesCount after it, and nothing of ours with a wording was newer
    friend bool operator==(const WordingUse &, const WordingUse &) = default;
};
inline constexpr Duration RepliesCount = std::chrono::hours(24 * 7);

// By WordTemplate::reference(), of messages recorded since then that were not taken back. Reads each of them: a manager's
// question, not a screen's. Thread: the connection's.
Result<QHash<QString, WordingUse>> wordingUses(Connection &db, RooftopId rooftop, Instant since);

} // namespace beback
