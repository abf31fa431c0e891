#include "core/time/calendar.h"

#include <QCoreApplication>
#include <QHash>
#include <QVector>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#endif
#include <boost/date_time/gregorian/gregorian_types.hpp>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include <algorithm>
#include <array>

namespace beback::calendar {

namespace {

namespace greg = boost::gregorian;
using NthWeekday = greg::nth_day_of_the_week_in_month;

// Holidays of 5 U.S.C. 6103(a), with the years since which they are kept in this form.
struct Holiday {
    const char *name;
    int since;
    int until; // last year
    QDate (*in)(int year);
};

QDate toQt(const greg::date &date)
{
    return QDate::fromJulianDay(qint64(date.julian_day())); // both count Julian days
}

template <int Month, int Day> QDate fixed(int year)
{
    return QDate(year, Month, Day);
}

template <int Month, int Weekday, NthWeekday::week_num Nth> QDate nth(int year)
{
    return toQt(NthWeekday(Nth, greg::greg_weekday(Weekday), greg::greg_month(Month))
                    .get_date(greg::greg_year(static_cast<unsigned short>(year))));
}

QDate lastMondayOfMay(int year)
{
    return toQt(greg::last_day_of_the_week_in_month(greg::Monday, greg::May)
                    .get_date(greg::greg_year(static_cast<unsigned short>(year))));
}

constexpr int Forever = 9999;
constexpr std::array Holidays = {
    Holiday{QT_TRANSLATE_NOOP("beback", "New Year's Day"), 1971, Forever, &fixed<1, 1>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Martin Luther King Jr. Day"), 1986, Forever, &nth<1, 1, NthWeekday::third>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Washington's Birthday"), 1971, Forever, &nth<2, 1, NthWeekday::third>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Memorial Day"), 1971, Forever, &lastMondayOfMay},
    Holiday{QT_TRANSLATE_NOOP("beback", "Juneteenth"), 2021, Forever, &fixed<6, 19>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Independence Day"), 1971, Forever, &fixed<7, 4>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Labor Day"), 1971, Forever, &nth<9, 1, NthWeekday::first>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Columbus Day"), 1971, Forever, &nth<10, 1, NthWeekday::second>},
    // From 1971 to 1977 the law put it on the fourth Monday of October.
    Holiday{QT_TRANSLATE_NOOP("beback", "Veterans Day"), 1971, 1977, &nth<10, 1, NthWeekday::fourth>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Veterans Day"), 1978, Forever, &fixed<11, 11>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Thanksgiving Day"), 1971, Forever, &nth<11, 4, NthWeekday::fourth>},
    Holiday{QT_TRANSLATE_NOOP("beback", "Christmas Day"), 1971, Forever, &fixed<12, 25>},
};

QDate observed(QDate holiday)
{
    if (holiday.dayOfWeek() == Qt::Saturday)
        return holiday.addDays(-1);
    return holiday.dayOfWeek() == Qt::Sunday ? holiday.addDays(1) : holiday;
}

bool covered(QDate day)
{
    return day.isValid() && day.year() >= 1971 && day.year() <= 2399;
}

bool isObserved(const Holiday &holiday, int year, QDate day)
{
    return year >= holiday.since && year <= holiday.until && observed(holiday.in(year)) == day;
}

// A store is closed on Christmas itself too when Christmas is a Saturday and the government rests on Friday.
QVector<QDate> restDaysOf(int of)
{
    QVector<QDate> days;
    for (const int year : {of, of + 1})
        for (const Holiday &holiday : Holidays)
            if (year >= holiday.since && year <= holiday.until)
                days << holiday.in(year) << observed(holiday.in(year));
    days.removeIf([of](QDate day) { return day.year() != of; });
    return days;
}

// Asked for every step of every plan and duty; some dates of a year or two, worked out once a thread.
const QVector<QDate> &restDays(int year)
{
    thread_local QHash<int, QVector<QDate>> known;
    auto found = known.find(year);
    if (found == known.end())
        found = known.insert(year, restDaysOf(year));
    return *found;
}

} // namespace

std::optional<QString> federalHoliday(QDate day)
{
    if (!covered(day))
        return std::nullopt;
    for (const int year : {day.year(), day.year() + 1}) // a Saturday's New Year is kept on December 31
        for (const Holiday &holiday : Holidays)
            if (isObserved(holiday, year, day))
                return QCoreApplication::translate("beback", holiday.name);
    return std::nullopt;
}

bool isHoliday(QDate day)
{
    return covered(day) && restDays(day.year()).contains(day);
}

bool isBusinessDay(QDate day)
{
    return day.isValid() && day.dayOfWeek() != Qt::Sunday && !isHoliday(day);
}

QDate addBusinessDays(QDate day, int n)
{
    if (!day.isValid())
        return {};
    while (n > 0) {
        day = day.addDays(1);
        if (isBusinessDay(day))
            --n;
    }
    while (!isBusinessDay(day)) // only when n was 0: the day itself, or the next one
        day = day.addDays(1);
    return day;
}

QDate previousBusinessDay(QDate day)
{
    if (!day.isValid())
        return {};
    do {
        day = day.addDays(-1);
    } while (!isBusinessDay(day));
    return day;
}

} // namespace beback::calendar
