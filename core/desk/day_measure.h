#pragma once

#include "core/plan/reach_chance.h"
#include "core/report/work_days.h"

namespace beback {

// What the last four weeks at a site say about today: how much somebody will still do, and who is reached when. Read once a
// day: the past does not change while one works. Thread: the connection's.
class DayMeasure
{
public:
    // Of somebody who is at their desk. `zone`: the site's, by whose clock the days are.
    Result<Capacity> left(Connection &db, RooftopId rooftop, const QString &zone, const QString &login, Instant now);
    Result<ReachChance> chance(Connection &db, RooftopId rooftop, const QString &zone, Instant now);

private:
    Result<void> read(Connection &db, RooftopId rooftop, const QString &zone, Instant now);

    QDate m_today; // what was read is what came before; invalid: nothing yet
    SiteDays m_days;
    ReachChance m_chance;
};

} // namespace beback
