#pragma once

#include "core/desk/desk_types.h"

namespace beback {

// Words a customer's events as lines of the history, newest first. Pure. `names`: display names by login; `login`: the
// one who reads ("you"); `zone`: of the reader's site; `guides`: what the answers of calls answer.
QVector<TimelineItem> wordTimeline(const QVector<Event> &events, const CustomerState &state,
                                   const QHash<QString, QString> &names, const QString &login, const QString &zone,
                                   Instant now, const GuideBook &guides);

QString outcomeText(Outcome outcome); // "No answer"
QString mediumText(Medium medium);    // "Call", "Text", "E-mail", "Note", "Visit", "Social message"

} // namespace beback
