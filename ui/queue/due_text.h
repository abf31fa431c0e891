#pragma once

#include "core/queue/queue.h"

namespace beback::ui {

// When a row is due, as short as it can be said. Pure.
// Mine, worked since a moment: "2:14". Promised or booked: its time, with the day where it is not today. Other things
// due: "now", planned steps "today". Not before a time today: "from 1:00"; later: its day.
QString dueText(const QueueItem &item, Instant now, const QString &zone, std::optional<Instant> workingSince);
// With whom it is: "With Tanya", "Out with Luis until 6:00 pm". Empty: with nobody else.
QString heldText(const QueueItem &item, Instant now, const QString &zone);
// "0:07" "2:14" "1:02:09"
QString elapsedText(Duration elapsed);
// Due now, or promised or booked for the next quarter of an hour: near enough to be prepared for.
bool isNext(const QueueItem &item, Instant now);
// Shown in danger: late, and nobody is at it.
bool isShownOverdue(const QueueItem &item);

} // namespace beback::ui
