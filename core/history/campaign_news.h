#pragma once

#include "core/base/clock.h"

#include <QString>

namespace beback {

// The change a campaign brings to somebody, as their own history has it: every desk that knows the history can say it, also one
// that does not know the campaign.
struct CampaignNews {
    QString id, title;
    QString says;      // what changed, as it is said to the customer: whole sentences
    Instant since;     // the beginning of their day in it
    Instant until;     // when it is no longer so; us 0: no end is known
    bool over = false; // another plan took over from the campaign's
    // May it still be said?
    bool isNews(Instant now) const { return !over && (until.us == 0 || now < until); }
    friend bool operator==(const CampaignNews &, const CampaignNews &) = default;
};

} // namespace beback
