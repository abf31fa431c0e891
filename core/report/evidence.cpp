#include "core/report/evidence.h"

namespace beback {

namespace {

// Nobody stays on the line where nobody picked up: a time beside such an outcome is how long it rang.
bool needsConnection(Outcome outcome)
{
    return isAnswered(outcome) || outcome == Outcome::Voicemail || outcome == Outcome::WrongNumber;
}

bool wasOnTheLine(const TouchFact &touch)
{
    return touch.medium == Medium::Call && needsConnection(touch.outcome) && touch.talkSeconds >= LeastTalkSeconds;
}

} // namespace

Evidence evidenceOf(const TouchFact &touch)
{
    if (touch.wasAnswered())
        return Evidence::Answered;
    if (touch.wordsLength > 0 || touch.answers > 0 || touch.noteLength >= LeastNote || wasOnTheLine(touch))
        return Evidence::SomethingKept;
    return touch.noteLength > 0 ? Evidence::ShortNote : Evidence::OnlyTicked;
}

} // namespace beback
