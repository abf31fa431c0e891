#pragma once

#include "core/history/work_done.h"
#include "core/plan/power_hour.h"

#include <QSet>

namespace beback {

// What came of an Hour of Power, and how many days in a row it was kept. All of it is worked out from the history; pure.

struct HourScore {
    int touches = 0, reached = 0;
    int appointments = 0; // leads with whom one was set
    std::array<int, 6> byMedium{};        // touches, by Medium
    std::array<int, 6> reachedByMedium{};
    friend bool operator==(const HourScore &, const HourScore &) = default;
};
// Was it made in this hour, or begun in it and saved a little later.
bool isIn(const WorkDone &done, const HourSpan &hour);
// What `login` did in this hour until `upTo`: touches inside it, and one begun in it and saved a little later.
HourScore hourScore(const QVector<WorkDone> &work, const QString &login, const HourSpan &hour, Instant upTo);

// An hour is kept with a touch for every ten minutes: as long as the program itself gives an agent for one person
// (Queue::Lease). Fewer is not an hour of follow-up; more is for the score to say.
inline constexpr int KeptTouches = 6;
bool isKept(const HourScore &score);

// The hours somebody had on a day: the one that was set, and those they began by hand. By their beginning.
QVector<HourSpan> hoursOf(const QVector<WorkDone> &work, const QString &login, QDate day, const HourBook &book, const QString &zone);
// The days in [from, until] of which an hour was kept.
QSet<QDate> keptDays(const QVector<WorkDone> &work, const QString &login, QDate from, QDate until, const HourBook &book, const QString &zone);

// How many days in a row, up to `today`. A business day without breaks the row; a closed day (calendar::isBusinessDay())
// does not, and counts where the hour was kept all the same. Today breaks nothing: it is not over. `from`: before it
// nothing is known, the row ends there.
int streakUpTo(const QSet<QDate> &kept, QDate today, QDate from);

} // namespace beback
