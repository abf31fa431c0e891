#pragma once

#include "core/history/medium.h"
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

// One message that was made from prepared words.
struct WordedMessage {
    CustomerId customer;
    LeadId lead;
    QString actor;         // login of who sent it
    Medium medium = Medium::Text;
    Instant at;            // when it was sent
    QString wording;       // WordTemplate::reference()
    bool answered = false; // as of WordingUse
};

// Messages recorded since then that were not taken back, by customer, in the order they went out. Reads each of them: a manager's
// question, not a screen's. Thread: the connection's.
Result<QVector<WordedMessage>> wordedMessages(Connection &db, RooftopId rooftop, Instant since);
// The same counted, by WordTemplate::reference().
Result<QHash<QString, WordingUse>> wordingUses(Connection &db, RooftopId rooftop, Instant since);

} // namespace beback
