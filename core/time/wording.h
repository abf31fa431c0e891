#pragma once

#include "core/base/clock.h"

#include <QDateTime>
#include <QString>

namespace beback::wording {

// Times as people read them, in a given zone; the reader's locale decides names, the house decides the shape.
QString timeOfDay(QTime time);                                    // "11:45 am"
QString clockTime(Instant at, const QString &zone);               // the same
QString day(Instant at, const QString &zone, Instant now);        // "today" "yesterday" "tomorrow" "Saturday", past "Sat Nov 21" "Nov 16"
QString dayAndTime(Instant at, const QString &zone, Instant now); // "11:45 am", "tomorrow 8:00 am", "Nov 16, 8:00 am"
QString date(QDate date, QDate today);                            // "Nov 16", in another year "Nov 16, 2025"
QString dateAndTime(Instant at, const QString &zone);             // "Saturday, Nov 28 at 10:00 am": never relative
// To be sent to somebody, in their language ("en", "es") whatever the reader's is.
QString dateAndTime(Instant at, const QString &zone, const QString &language);
QString ago(Duration past);                                       // "just now" "9 min" "2 h" "3 days"
QString agoText(Duration past);                                   // "just now" "9 min ago"
QString talkTime(int seconds);                                    // "2:14"

} // namespace beback::wording
