#pragma once

#include "core/desk/desk_types.h"

namespace beback {

// What a message to this person about this lead is checked against, by their history. `events`: in canonical order. Pure.
MessageFacts messageFacts(const CustomerState &customer, const LeadState &lead, const QVector<Event> &events, const RooftopFacts &rooftop,
                          const Agent &writer, const std::optional<NextStep> &step, Instant now);

// The same by what they got before, newest first; as far back as it is looked at, MostSentBefore are enough.
MessageFacts messageFacts(const CustomerState &customer, const LeadState &lead, const QVector<SentWords> &before, const RooftopFacts &rooftop,
                          const Agent &writer, const std::optional<NextStep> &step, Instant now);

// How often they got each wording.
QHash<QString, int> usedWordings(const MessageFacts &facts);

inline constexpr Duration LiveFor = std::chrono::hours(24);        // they wrote last: a conversation
inline constexpr Duration ConfirmWithin = std::chrono::minutes(5); // 47 CFR 64.1200(a)(12)

} // namespace beback
