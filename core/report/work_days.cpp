#include "core/report/work_days.h"

namespace beback {

SiteDays siteDays(const QVector<WorkDone> &work, const QString &zone, QDate today)
{
    QHash<QString, QVector<Touch>> touches;
    for (const WorkDone &done : work)
        if (done.kind == WorkDone::Kind::Attempt)
            touches[done.actor] << Touch{done.at, done.medium, {}, {}};
    SiteDays days;
    for (auto it = touches.cbegin(); it != touches.cend(); ++it) {
        const QVector<WorkDay> own = workDays(it.value(), zone, today);
        days.of.insert(it.key(), own);
        days.everybody += own;
    }
    return days;
}

Instant startOfDay(QDate day, const QString &zone)
{
    return zones::instantOf(day, QTime(0, 0), zone).value_or(Instant{day.startOfDay(Qt::UTC).toMSecsSinceEpoch() * 1000});
}

} // namespace beback
