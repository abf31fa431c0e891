#pragma once

#include "core/base/clock.h"
#include "core/history/medium.h"

#include <QDate>
#include <QString>

namespace beback::ui {

// How instants, spans and field words are said in the window. Zones are IANA names; an unknown one reads as UTC.
namespace wording {

QString time(Instant at, const QString &zone);                  // "10:42 am"
QString timeWithSeconds(Instant at, const QString &zone);       // "11:41:58"
QString day(QDate day, QDate today);                            // "today" "tomorrow" "Thu, Nov 26"
QString dayAndTime(Instant at, const QString &zone, Instant now); // "tomorrow, 9:00 am"
QString span(Duration length);                                  // "4:02", "1:04:02"
QString medium(Medium medium);                                  // "Call" "Text" "E-mail" "Note" "Visit" "Social message"
QString outcome(Outcome outcome, Medium medium);                // "No answer"; a text that was answered: "Replied"

} // namespace wording

} // namespace beback::ui
