#pragma once

#include "core/campaign/spread.h"
#include "core/report/people.h"
#include "core/report/work_days.h"

#include <optional>

namespace beback {

// What the days ahead will hold before a campaign begins: what the people of the site finish on such a weekday (capacity.h),
// and what the plans ask of them already.

// Touches that are due at one moment and belong to one plan.
struct PlannedTouches {
    QDate day;       // by the site's calendar
    QString plan;
    int version = 0;
    int step = 0;    // place in the plan, from 1; 0: not a step of it
    int leads = 0;
};

// What the people of a site finish on a day of each weekday, by the clock on the wall from its morning on. Pure.
class WeekdayCapacity
{
public:
    // `people`: the days of each who works there; `everybody`: of all. `medium`: only touches by it; none: all.
    WeekdayCapacity(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, QDate today,
                    std::optional<Medium> medium = {});
    bool isKnown() const;
    // Touches the whole day holds. A Sunday holds what those finish who do work on Sundays; a holiday nothing.
    int on(QDate day) const;

private:
    std::array<std::optional<int>, 8> m_by; // by weekday, from 1
};

// The days on which touches of these leads fall: the next step, today where its day is past; then the steps behind it, taken to
// come in the time of the plan, one after the other. Never empty. Pure.
QVector<QDate> daysAsked(const PlannedTouches &group, const PlanBook &plans, QDate today);

// The days of each who is counted on: managers only where they work leads.
QVector<QVector<WorkDay>> workersDays(const QVector<SitePerson> &members, const SiteDays &days);

// Pure. `people`: the days of each who works there; `everybody`: of all. `planned`: what is due next of each lead; its following
// steps are taken to come in the time of the plan, one after the other. What was due before `first` is worked off first.
DayLoads daysAhead(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, const QVector<PlannedTouches> &planned,
                   const PlanBook &plans, QDate today, QDate first);

// `zone`: the site's. Thread: the connection's.
Result<DayLoads> readDaysAhead(Connection &db, RooftopId rooftop, const QString &zone, const PlanBook &plans, Instant now, QDate first);

} // namespace beback
