#include "core/campaign/capacity_ahead.h"

#include "core/report/people.h"
#include "core/report/work_days.h"
#include "core/time/calendar.h"

#include <QMap>

#include <algorithm>
#include <optional>

namespace beback {

namespace {

const QString Utc = QStringLiteral("UTC");
constexpr qint64 Quarter = qint64(15) * 60 * 1000000; // of an hour: as fine as any zone's clock

// Touches a whole day of such a weekday holds; none: not known.
std::optional<int> capacityOn(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, QDate day)
{
    const Instant morning{qint64(day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86400 * 1000000};
    std::optional<int> sum;
    for (const QVector<WorkDay> &own : people) {
        const Capacity capacity = capacityLeft(own, everybody, morning, Utc, false);
        if (capacity.isKnown())
            sum = sum.value_or(0) + capacity.left;
    }
    return sum;
}

// By weekday, from the next day of each that is no holiday: what is known reaches four weeks back and cannot look further ahead.
std::array<std::optional<int>, 8> byWeekday(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, QDate today)
{
    std::array<std::optional<int>, 8> capacities;
    for (int i = 0; i < 14; ++i) {
        const QDate day = today.addDays(i);
        std::optional<int> &one = capacities[size_t(day.dayOfWeek())];
        if (!one && calendar::isBusinessDay(day))
            one = capacityOn(people, everybody, day);
    }
    return capacities;
}

// Adds one touch a lead on the day of its next step, and on those of the steps behind it.
void addPlan(QMap<QDate, int> &touches, const PlannedTouches &group, const PlanBook &plans, QDate today)
{
    const QDate due = std::max(group.day, today);
    touches[due] += group.leads;
    const Plan *plan = group.step > 0 ? plans.find(group.plan, group.version) : nullptr;
    if (!plan || group.step > plan->steps.size())
        return;
    const QVector<QDate> days = touchDays(*plan, due);
    for (qsizetype i = group.step; i < days.size(); ++i)
        touches[calendar::addBusinessDays(due.addDays(days[group.step - 1].daysTo(days[i])), 0)] += group.leads;
}

} // namespace

DayLoads daysAhead(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, const QVector<PlannedTouches> &planned,
                   const PlanBook &plans, QDate today, QDate first)
{
    const auto capacities = byWeekday(people, everybody, today);
    QMap<QDate, int> touches;
    for (const PlannedTouches &group : planned)
        addPlan(touches, group, plans, today);
    DayLoads loads;
    loads.isKnown = std::any_of(capacities.begin(), capacities.end(), [](const auto &one) { return one.has_value(); });
    int waiting = 0; // what did not fit on the days before
    const QDate last = calendar::addBusinessDays(std::max(first, today), SpreadDays);
    for (QDate day = today; day < last; day = day.addDays(1)) {
        waiting += touches.value(day);
        if (!calendar::isBusinessDay(day))
            continue;
        DayLoad load;
        load.day = day;
        load.capacity = capacities[size_t(day.dayOfWeek())].value_or(0);
        load.planned = loads.isKnown ? std::min(waiting, load.capacity) : waiting;
        waiting -= load.planned;
        if (day >= first)
            loads.days << load;
    }
    return loads;
}

Result<DayLoads> readDaysAhead(Connection &db, RooftopId rooftop, const QString &zone, const PlanBook &plans, Instant now, QDate first)
{
    const QDate today = zones::local(now, zone).date;
    BEBACK_TRY(work, workDone(db, rooftop, startOfDay(today.addDays(-SiteDays::Back), zone), now + Duration(1)));
    BEBACK_TRY(members, readPeople(db, rooftop));
    const SiteDays days = siteDays(work, zone, today);
    QVector<QVector<WorkDay>> people;
    for (const SitePerson &member : members) {
        const QVector<WorkDay> own = days.of.value(member.login);
        if (!member.isManager || !own.isEmpty()) // a manager who works no leads is not counted on
            people << own;
    }
    BEBACK_TRY(select, db.statement("campaign/planned"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<PlannedTouches> planned;
    while (select.next()) {
        Columns c = select.columns();
        PlannedTouches group;
        group.day = zones::local({c.int64() * Quarter}, zone).date;
        group.plan = c.text();
        group.version = c.integer();
        group.step = c.integer();
        group.leads = c.integer();
        planned << group;
    }
    BEBACK_CHECK(select.finished());
    const Instant midnight = startOfDay(today, zone);
    PlannedTouches done; // what was finished today is gone from what today holds
    done.day = today;
    done.leads = int(std::count_if(work.cbegin(), work.cend(),
                                   [midnight](const WorkDone &one) { return one.kind == WorkDone::Kind::Attempt && one.at >= midnight; }));
    planned << done;
    return daysAhead(people, days.everybody, planned, plans, today, first);
}

} // namespace beback
