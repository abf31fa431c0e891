#pragma once

#include "core/report/today.h"

namespace beback::ui {

// Within so long somebody who just asked is to hear from us. Rule of the house.
inline constexpr Duration NewLeadWithin = std::chrono::minutes(5);

// What the room of today says about numbers, in one place.
namespace today_words {

QString number(int count);    // "1,234"
QString people(int count);    // "1 person", "8 people"
QString waited(Duration past); // to the second while it is short: "45 s", "9 min 12 s", "2 h 5 min", "3 days"
QString left(Duration left);  // "2:58 left", "0:42 over"
QString goal();               // "goal: 5 min"
QString planned(int touches);   // "of 44 planned", "none planned"
QString leftUnsold(int people); // "of 12 who left unsold", "nobody left unsold yet"
QString weekAgo(Instant at, const QString &zone, int count); // "last Tuesday by 11:42 am: 54"
QString monthOf(Instant at, const QString &zone);            // "November"
QString backShare(int back, int unsold); // "17 %, likely between 9 and 31 %"; nobody left unsold: empty
QString person(const PersonToday &one, const QString &zone); // "Luis Ortega: 12 touches of 44, the last at 9:46 am, holds 30 leads"

} // namespace today_words

} // namespace beback::ui
