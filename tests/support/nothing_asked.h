#pragma once

#include "core/desk/desk_types.h"

namespace beback::test {

// A touch in a test of something else: no question of any guide could be asked on a call that reached them, and what was sent is
// not known.
inline RecordRequest nothingAsked(RecordRequest request)
{
    if (request.medium == Medium::Call && (request.outcome == Outcome::Reached || request.outcome == Outcome::BoughtElsewhere))
        for (const Guide &guide : GuideBook::shipped().all())
            for (const GuideStep &step : guide.steps)
                if (step.must && !request.answers.contains(step.key))
                    request.notAsked.insert(step.key, QStringLiteral("not what this is about"));
    if (isWritten(request.medium) && request.outcome == Outcome::Sent && request.words.isEmpty())
        request.checkReason = QStringLiteral("Sent from a phone of the store.");
    return request;
}

} // namespace beback::test
