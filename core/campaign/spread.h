#pragma once

#include "core/campaign/audience.h"
#include "core/plan/plan.h"

namespace beback {

// When the turn of each comes: over business days, inside what the site will do besides what is planned already. Pure.

// One business day of the site.
struct DayLoad {
    QDate day;
    int capacity = 0; // touches the people of the site will finish on it; see DayLoads::isKnown
    int planned = 0;  // touches that are due on it already, also of the people of a campaign, who leave their plans for its; long-term
                      // contact left out: it gives way to news
    int added = 0;    // touches of the campaign
    int turns = 0;    // people whose turn in the campaign comes on it
    int room() const { return std::max(0, capacity - planned - added); }
    friend bool operator==(const DayLoad &, const DayLoad &) = default;
};

// Business days, one after the other, from the first on which a turn may come.
struct DayLoads {
    QVector<DayLoad> days;
    bool isKnown = false; // somebody here has worked long enough to say what fits; else nothing is cut
};
inline constexpr int SpreadDays = 90; // business days looked ahead

// The days on which a plan asks for a touch when it begins on `day`: a day off moves to the next business day.
QVector<QDate> touchDays(const Plan &plan, QDate day);

// Gives every day of `loads` from `from` until `until` (invalid: no end) as many people as it has room for with every touch that
// follows, at most `perDay`, in the order of their ranks; who is left over is left out with LeftOut::NoRoom. Fills in `added` and
// `turns`. That nobody leaves the plan early is assumed: the load is never more than this.
void spread(QVector<Addressee> &people, DayLoads &loads, const Plan &plan, QDate from, QDate until, int perDay);

} // namespace beback
