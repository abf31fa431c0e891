#include "core/desk/day_measure.h"

namespace beback {

Result<void> DayMeasure::read(Connection &db, RooftopId rooftop, const QString &zone, Instant now)
{
    const QDate today = zones::local(now, zone).date;
    if (today == m_today)
        return {};
    BEBACK_TRY(work, workDone(db, rooftop, startOfDay(today.addDays(-SiteDays::Back), zone), now));
    m_days = siteDays(work, zone, today);
    QVector<ReachChance::Trial> trials;
    for (const WorkDone &done : work)
        if (done.kind == WorkDone::Kind::Attempt)
            trials << ReachChance::Trial{done.medium, zones::local(done.at, zone).time.hour(), done.answered};
    m_chance = ReachChance(trials);
    m_today = today;
    return {};
}

Result<Capacity> DayMeasure::left(Connection &db, RooftopId rooftop, const QString &zone, const QString &login, Instant now)
{
    BEBACK_CHECK(read(db, rooftop, zone, now));
    return capacityLeft(m_days.of.value(login), m_days.everybody, now, zone, true);
}

Result<ReachChance> DayMeasure::chance(Connection &db, RooftopId rooftop, const QString &zone, Instant now)
{
    BEBACK_CHECK(read(db, rooftop, zone, now));
    return m_chance;
}

} // namespace beback
