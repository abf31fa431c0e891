#pragma once

#include "core/report/hour_score.h"

namespace beback {

// Today's Hour of Power of one person, as it is set.
struct HourToday {
    std::optional<HourSpan> span; // none: none is set
    bool isOwn = false;           // set for this person, not for the whole site
    bool isKept = false;
    friend bool operator==(const HourToday &, const HourToday &) = default;
};

// How an hour stands, while it runs and at its end.
struct HourView {
    HourSpan span;
    HourScore score;
    std::optional<HourScore> before; // of the last day that had an hour, up to the same minute; none: none in two weeks
    QDate beforeDay;
    int streak = 0;       // days in a row kept, with today once it is kept
    bool keptToday = false;
    int toKeep = 0;       // touches still missing to keep it
    struct Day {
        QDate date;
        bool kept = false;
        friend bool operator==(const Day &, const Day &) = default;
    };
    QVector<Day> days;    // the last seven business days, and closed days it was kept on; oldest first, today last
    QStringList others;   // given names of whoever else is in their hour now
    friend bool operator==(const HourView &, const HourView &) = default;
};

} // namespace beback
