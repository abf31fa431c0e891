#pragma once

#include "core/history/customer_state.h"

namespace beback::story_fold {

// Writes down on a lead, while its history is folded, what its story is told of (lead_story.h). Only fold() calls these, in the
// order of the history, and before it changes the appointment itself. Pure.

void touched(LeadState &lead, const Event &attempt); // ours, not another department's
qsizetype replied(LeadState &lead, const Event &reply); // which touch it answers; -1: none was made by then
void skipped(LeadState &lead, const Event &skip);
void objected(LeadState &lead, const Event &raised);
void visitSet(LeadState &lead, const Event &set, Instant at);
// Of the visit that is agreed on, if one is.
void visitEnded(LeadState &lead, const Event &by, StoryVisit::Became became);
void cameIn(LeadState &lead, const Event &kept); // also where nobody had set it

} // namespace beback::story_fold
