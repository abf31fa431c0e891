#include "core/time/spoken.h"

#include <QCoreApplication>
#include <QLocale>

namespace beback::spoken {

QString time(QTime time)
{
    return QLocale::c().toString(time, QCoreApplication::translate("beback", "h:mm ap", "pattern of a time: 8:00 am"));
}

QString day(QDate day, QDate today)
{
    const QString pattern = day.year() == today.year()
                                ? QCoreApplication::translate("beback", "MMM d", "pattern of a day: Nov 16")
                                : QCoreApplication::translate("beback", "MMM d, yyyy", "pattern of a day: Nov 16, 2025");
    return QLocale::c().toString(day, pattern);
}

QString weekday(QDate day)
{
    return QLocale::c().dayName(day.dayOfWeek(), QLocale::LongFormat);
}

} // namespace beback::spoken
