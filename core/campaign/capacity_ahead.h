#pragma once

#include "core/campaign/spread.h"
#include "core/plan/capacity.h"
#include "core/store/connection.h"

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

// Pure. `people`: the days of each who works there; `everybody`: of all. `planned`: what is due next of each lead; its following
// steps are taken to come in the time of the plan, one after the other. What was due before `first` is worked off first.
DayLoads daysAhead(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, const QVector<PlannedTouches> &planned,
                   const PlanBook &plans, QDate today, QDate first);

// `zone`: the site's. Thread: the connection's.
Result<DayLoads> readDaysAhead(Connection &db, RooftopId rooftop, const QString &zone, const PlanBook &plans, Instant now, QDate first);

} // namespace beback
