#pragma once

#include <QDate>
#include <QString>
#include <QTime>

namespace beback::spoken {

// Times and days inside the sentences of core: "8:00 am", "Nov 16", "Nov 16, 2025" (when not in the year of `today`),
// "Saturday". English names whatever the desk's locale; the patterns can be translated. Whose wall clock: the caller's
// choice.
QString time(QTime time);
QString day(QDate day, QDate today);
QString weekday(QDate day);

} // namespace beback::spoken
