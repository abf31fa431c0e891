#pragma once

#include "core/history/customer_state.h"
#include "core/history/lead_draft.h"

namespace beback::person_fold {

// Writes down, while a history is folded, who somebody is and where they can be reached: what belongs to the person and to none of
// their leads. Only fold() calls these, in the order of the history. Pure.

void arrived(CustomerState &state, const LeadDraft &draft); // what is known already stays; ways to reach them are added
void resent(CustomerState &state, const LeadDraft &draft);
void edited(CustomerState &state, const Event &edit);       // takes the place of what was there
void pointSet(CustomerState &state, const Event &set);
void pointRemoved(CustomerState &state, const QString &key);
void agreed(CustomerState &state, const Event &consent);
// The newest touch by that medium is the one they answered.
void answered(CustomerState &state, Medium medium, Instant at);

} // namespace beback::person_fold
