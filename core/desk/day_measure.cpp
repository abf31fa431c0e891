#include "core/desk/day_measure.h"

namespace beback {

Result<Capacity> DayMeasure::left(Connection &db, RooftopId rooftop, const QString &zone, const QString &login, Instant now, bool here)
{
    if (const QDate today = zones::local(now, zone).date; today != m_today) {
        BEBACK_TRY(work, workDone(db, rooftop, startOfDay(today.addDays(-SiteDays::Back), zone), now));
        m_days = siteDays(work, zone, today);
        m_today = today;
    }
    return capacityLeft(m_days.of.value(login), m_days.everybody, now, zone, here);
}

} // namespace beback
