#pragma once

#include "core/history/customer_state.h"

namespace beback {

// What a row of the queue knows about its lead, for wording why it is there. Instants of 0: never.
struct LeadFacts {
    QString source;
    Instant arrivedAt;
    int attempts = 0, reached = 0;
    Instant lastAttemptAt, lastReplyAt;
    std::optional<Medium> waitingReply;
    Instant promiseAt;
    QString promiseBy;   // display name; empty: mine
    Instant appointmentAt;
};

} // namespace beback
