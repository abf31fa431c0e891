#include "core/history/story_fold.h"

#include <algorithm>

namespace beback::story_fold {

namespace {

QString text(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

bool end(LeadState &lead, const Event &by, StoryVisit::Became became)
{
    if (!lead.appointment || lead.storyVisits.isEmpty())
        return false;
    lead.storyVisits.last().became = became;
    lead.storyVisits.last().endedAt = by.occurredAt;
    return true;
}

} // namespace

void touched(LeadState &lead, const Event &attempt)
{
    StoryTouch touch;
    touch.at = attempt.occurredAt;
    touch.actor = attempt.actor;
    touch.medium = attempt.medium.value_or(Medium::Call);
    touch.outcome = attempt.outcome;
    touch.answeredAt = isAnswered(attempt.outcome) ? attempt.occurredAt : Instant{};
    bool isHour = false;
    touch.inHour = Instant::fromIso(text(attempt, "hour"), &isHour).us > 0 && isHour;
    touch.talkSeconds = std::max(-1, attempt.body.value(QLatin1String("talk_s")).toInt(-1));
    touch.noteLength = int(text(attempt, "note").trimmed().size());
    touch.wordsLength = int(text(attempt, "words").trimmed().size());
    touch.answers = int(attempt.body.value(QLatin1String("answers")).toObject().size());
    lead.storyTouches << touch;
}

// The newest touch by that medium that was made by then is the one they answered, and the first answer to it is the one that counts,
// in whatever order they were written down. A touch after their reply brought no answer by it.
qsizetype replied(LeadState &lead, const Event &reply)
{
    lead.storyReplies << reply.occurredAt;
    const Medium medium = reply.medium.value_or(Medium::Text);
    const auto theirs = std::find_if(lead.storyTouches.rbegin(), lead.storyTouches.rend(),
                                     [&](const StoryTouch &touch) { return touch.medium == medium && touch.at <= reply.occurredAt; });
    if (theirs == lead.storyTouches.rend())
        return -1;
    theirs->answeredAt = theirs->wasAnswered() ? std::min(theirs->answeredAt, reply.occurredAt) : reply.occurredAt;
    return std::distance(theirs, lead.storyTouches.rend()) - 1;
}

void skipped(LeadState &lead, const Event &skip)
{
    lead.storySkips << StorySkip{skip.occurredAt, skip.actor, skip.medium.value_or(Medium::Call), text(skip, "reason")};
}

void objected(LeadState &lead, const Event &raised)
{
    if (const auto objection = objectionFromText(text(raised, "objection")))
        lead.storyObjections << StoryObjection{*objection, raised.occurredAt};
}

void visitSet(LeadState &lead, const Event &set, Instant at)
{
    visitEnded(lead, set, StoryVisit::Became::Replaced);
    lead.storyVisits << StoryVisit{set.occurredAt, at, set.actor, StoryVisit::Became::Open, {}};
}

void visitEnded(LeadState &lead, const Event &by, StoryVisit::Became became)
{
    end(lead, by, became);
}

void cameIn(LeadState &lead, const Event &kept)
{
    if (!end(lead, kept, StoryVisit::Became::Kept))
        lead.storyVisits << StoryVisit{{}, kept.occurredAt, {}, StoryVisit::Became::Kept, kept.occurredAt};
}

} // namespace beback::story_fold
