#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace beback {

struct ReadDate {
    Instant at;
    bool zoneAssumed = false; // the text named no zone: the given one was taken
    bool dateOnly = false;    // no time of day: the day's first moment was taken
    friend bool operator==(const ReadDate &, const ReadDate &) = default;
};

// A date as senders of leads write it. ADF allows 20000330T153020-0800 and 2000-03-30T15:30:20-08:00; taken besides:
// one-digit hours and offsets, a blank instead of the T, no zone, "PM", fractions, "Z", 03-30-2000, 3/30/00,
// "Thu, 30 Mar 2000 15:30:20 -0800", "March 30, 2000 3:30 pm PST". `order` reads dates of figures only: mdy, dmy or ymd
// (a year of four figures in front always wins). `zone`: IANA name for times without one. Years 1990 to 2099. None for
// anything else. Pure; any thread.
std::optional<ReadDate> readDate(const QString &text, const QString &zone,
                                 const QString &order = QStringLiteral("mdy"));

} // namespace beback
