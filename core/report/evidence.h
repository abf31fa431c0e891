#pragma once

#include "core/report/report_facts.h"

#include <array>

namespace beback {

// What is behind a touch that was written down, so that accomplished can be told from completed. The trade article on intelligent
// follow-up: who sees no value in a call makes it to complete the task, not to accomplish it. A fact to look into, never a verdict:
// that nothing was kept is no proof that nothing was done. Pure; any thread.

// From the least to the most; of what a touch has, the most counts.
enum class Evidence {
    OnlyTicked,    // that it was made is all there is
    ShortNote,     // a note too short to say anything, and nothing else
    SomethingKept, // what was sent, answers to the call guide, a note that says something, or time on the line
    Answered       // a person answered, at once or by a reply
};
inline constexpr std::array AllEvidence = {Evidence::OnlyTicked, Evidence::ShortNote, Evidence::SomethingKept, Evidence::Answered};

// A shorter note only says the outcome once more: "no answer", "left VM", "n/a". In characters; rule of the house.
inline constexpr int LeastNote = 12;
// In seconds. A call that ends sooner is over before the greeting of a voicemail is. Rule of the house.
inline constexpr int LeastTalkSeconds = 10;

Evidence evidenceOf(const TouchFact &touch);

} // namespace beback
