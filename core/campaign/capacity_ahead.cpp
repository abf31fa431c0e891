#include "core/campaign/capacity_ahead.h"

#include "core/time/calendar.h"

#include <QMap>

#include <algorithm>

namespace beback {

namespace {

const QString Utc = QStringLiteral("UTC");
constexpr qint64 Quarter = qint64(15) * 60 * 1000000; // of an hour: as fine as any zone's clock

// Touches a whole day of such a weekday holds; none: not known.
std::optional<int> capacityOn(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, QDate day,
                              std::optional<Medium> medium)
{
    const Instant morning{qint64(day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86400 * 1000000};
    std::optional<int> sum;
    for (const QVector<WorkDay> &own : people) {
        const Capacity capacity = capacityLeft(own, everybody, morning, Utc, false);
        // On a Sunday nobody is expected for what they do on other days.
        if (capacity.isKnown() && (calendar::isBusinessDay(day) || capacity.basis == Capacity::Basis::OwnWeekday))
            sum = sum.value_or(0) + (medium ? capacity.byMedium[size_t(*medium)] : capacity.left);
    }
    return sum;
}

} // namespace

// From the next day of each weekday that is no holiday: what is known reaches four weeks back and cannot look further ahead.
WeekdayCapacity::WeekdayCapacity(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, QDate today,
                                 std::optional<Medium> medium)
{
    for (int i = 0; i < 14; ++i) {
        const QDate day = today.addDays(i);
        std::optional<int> &one = m_by[size_t(day.dayOfWeek())];
        if (!one && !calendar::isHoliday(day))
            one = capacityOn(people, everybody, day, medium);
    }
}

bool WeekdayCapacity::isKnown() const
{
    return std::any_of(m_by.begin(), m_by.end(), [](const auto &one) { return one.has_value(); });
}

int WeekdayCapacity::on(QDate day) const
{
    return calendar::isHoliday(day) ? 0 : m_by[size_t(day.dayOfWeek())].value_or(0);
}

QVector<QDate> daysAsked(const PlannedTouches &group, const PlanBook &plans, QDate today)
{
    QVector<QDate> asked{std::max(group.day, today)};
    const Plan *plan = group.step > 0 ? plans.find(group.plan, group.version) : nullptr;
    if (!plan || group.step > plan->steps.size())
        return asked;
    const QVector<QDate> days = touchDays(*plan, asked.first());
    for (qsizetype i = group.step; i < days.size(); ++i)
        asked << calendar::addBusinessDays(asked.first().addDays(days[group.step - 1].daysTo(days[i])), 0);
    return asked;
}

QVector<QVector<WorkDay>> workersDays(const QVector<SitePerson> &members, const SiteDays &days)
{
    QVector<QVector<WorkDay>> people;
    for (const SitePerson &member : members) {
        const QVector<WorkDay> own = days.of.value(member.login);
        if (!member.isManager || !own.isEmpty())
            people << own;
    }
    return people;
}

DayLoads daysAhead(const QVector<QVector<WorkDay>> &people, const QVector<WorkDay> &everybody, const QVector<PlannedTouches> &planned,
                   const PlanBook &plans, QDate today, QDate first)
{
    const WeekdayCapacity capacity(people, everybody, today);
    QMap<QDate, int> touches;
    for (const PlannedTouches &group : planned)
        for (const QDate day : daysAsked(group, plans, today))
            touches[day] += group.leads;
    DayLoads loads;
    loads.isKnown = capacity.isKnown();
    int waiting = 0; // what did not fit on the days before
    const QDate last = calendar::addBusinessDays(std::max(first, today), SpreadDays);
    for (QDate day = today; day < last; day = day.addDays(1)) {
        waiting += touches.value(day);
        if (!calendar::isBusinessDay(day))
            continue;
        DayLoad load;
        load.day = day;
        load.capacity = capacity.on(day);
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
    return daysAhead(workersDays(members, days), days.everybody, planned, plans, today, first);
}

} // namespace beback
