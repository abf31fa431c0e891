#pragma once

#include "core/history/work_done.h"
#include "core/plan/capacity.h"

#include <QHash>

namespace beback {

// The days on which the people of a site worked, in the four weeks before `today`: by login, and all together.
struct SiteDays {
    static constexpr int Back = 29; // days to read: four weeks, and one for clocks that are set back
    QHash<QString, QVector<WorkDay>> of;
    QVector<WorkDay> everybody;
};
SiteDays siteDays(const QVector<WorkDone> &work, const QString &zone, QDate today); // pure

// When a day of the site begins.
Instant startOfDay(QDate day, const QString &zone);

} // namespace beback
