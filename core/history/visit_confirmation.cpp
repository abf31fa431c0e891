#include "core/history/visit_confirmation.h"

#include "core/time/calendar.h"
#include "core/time/zones.h"

namespace beback {

std::optional<Instant> confirmFrom(Instant visit, const QString &zone)
{
    if (!zones::isKnown(zone))
        return {};
    const QDate dayBefore = calendar::previousBusinessDay(zones::local(visit, zone).date);
    return zones::instantOf(dayBefore, QTime(ConfirmHour, 0), zone);
}

} // namespace beback
