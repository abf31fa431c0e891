#pragma once

#include "core/base/clock.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>

namespace beback {

// Days and times as people type them, in English and Spanish. `zone`: whose wall clock is meant. Pure. Thread: any.

// "15:00", "3:30 pm", "3pm". Seconds may follow.
std::optional<QTime> readClock(const QString &text);

// "today", "tomorrow", "mañana", "thursday", "jueves" (the next one, today counts not), "2026-11-24", "Nov 24", "24 nov",
// "11/24", "11/24/2026". A date without a year is the next such.
std::optional<QDate> readDay(const QString &text, QDate today);

// A day and a time ("tomorrow 15:00", "thursday at 5:30 pm", "2026-11-24 15:00"), a time alone (the next such after `now`), or an
// ISO instant with a zone. None when it is nothing of that.
std::optional<Instant> readTime(const QString &text, const QString &zone, Instant now);

} // namespace beback
