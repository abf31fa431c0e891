#pragma once

#include <QDate>

#include <optional>
#include <QString>

namespace beback {

// Calendar arithmetic (Boost.Date_Time inside; this folder is the only place that includes it).
namespace calendar {

// Federal holiday observed on that day (5 U.S.C. 6103: Saturday's on Friday, Sunday's on Monday), by name; none
// otherwise. Years 1971 to 2399.
std::optional<QString> federalHoliday(QDate day);
// A federal holiday, the day itself or the day it is observed.
bool isHoliday(QDate day);
// Monday to Saturday, no federal holiday, neither the day itself nor the day it is observed: the days a dealership's BDC
// works.
bool isBusinessDay(QDate day);
// The n-th business day after `day` (n >= 0; n = 0: `day` itself, or the next business day).
QDate addBusinessDays(QDate day, int n);
// The last business day before `day`.
QDate previousBusinessDay(QDate day);

} // namespace calendar

} // namespace beback
