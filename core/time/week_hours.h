#pragma once

#include "core/time/zones.h"

#include <QVector>

#include <array>

namespace beback {

// Hours of a week in which something is allowed, in wall-clock time. Pure. Thread: any.
struct WeekHours {
    // [from, until) in minutes after midnight, 0 to 1440; `until` not after `from`: not that day at all.
    struct Day {
        int from = 0, until = 24 * 60;
        friend bool operator==(const Day &, const Day &) = default;
    };
    std::array<Day, 7> days{}; // Monday first
    bool onHolidays = true;    // false: not on a federal holiday, nor on the day one is observed (calendar.h)

    static WeekHours everyDay(QTime from, QTime until);
    Day on(QDate date) const;
    // What both allow.
    WeekHours strictest(const WeekHours &other) const;
    friend bool operator==(const WeekHours &, const WeekHours &) = default;
};

// A place where somebody may be, and the hours that hold there.
struct HoursThere {
    QString zone; // IANA; one this system does not know stands for zones::unknownSet()
    WeekHours hours;
};

// Are all of these open at `at`? An empty list is always open.
bool isOpen(const QVector<HoursThere> &places, Instant at);
// The first instant at or after `at` when all of them are open. None when there is none within ten days: places too far
// apart, or hours that leave nothing.
std::optional<Instant> nextOpen(const QVector<HoursThere> &places, Instant at);
// When one of them closes next, given that all are open. None: within ten days none does.
std::optional<Instant> closesAt(const QVector<HoursThere> &places, Instant at);

} // namespace beback
