#pragma once

#include "core/report/work_days.h"

namespace beback {

// How much somebody will still do. What the people of the site finished before is read once a day: it does not change while
// one works. Thread: the connection's.
class DayMeasure
{
public:
    // `zone`: the site's, by whose clock the days are. `here`: they did something today, as the capacity report sees it too.
    Result<Capacity> left(Connection &db, RooftopId rooftop, const QString &zone, const QString &login, Instant now, bool here);

private:
    QDate m_today; // what was read is what came before; invalid: nothing yet
    SiteDays m_days;
};

} // namespace beback
