#include "core/time/wording.h"

#include "core/time/zones.h"

#include <QCoreApplication>
#include <QLocale>

namespace beback::wording {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

} // namespace

QString timeOfDay(QTime time)
{
    return QLocale().toString(time, QStringLiteral("h:mm ap"));
}

QString clockTime(Instant at, const QString &zone)
{
    return timeOfDay(zones::local(at, zone).time);
}

QString day(Instant at, const QString &zone, Instant now)
{
    const QDate there = zones::local(at, zone).date;
    const QDate today = zones::local(now, zone).date;
    const qint64 apart = today.daysTo(there);
    if (apart == 0)
        return tr("today");
    if (apart == -1)
        return tr("yesterday");
    if (apart == 1)
        return tr("tomorrow");
    if (apart > 0 && apart < 7)
        return QLocale().toString(there, QStringLiteral("dddd"));
    if (apart < 0 && apart > -7) // the weekday alone would be read as the next one
        return QLocale().toString(there, QStringLiteral("ddd MMM d"));
    return date(there, today);
}

QString date(QDate date, QDate today)
{
    return QLocale().toString(date, date.year() == today.year() ? QStringLiteral("MMM d") : QStringLiteral("MMM d, yyyy"));
}

QString dateAndTime(Instant at, const QString &zone)
{
    return tr("%1 at %2").arg(QLocale().toString(zones::local(at, zone).date, QStringLiteral("dddd, MMM d")), clockTime(at, zone));
}

QString dateAndTime(Instant at, const QString &zone, const QString &language)
{
    const zones::Local there = zones::local(at, zone);
    const QString time = QLocale(QLocale::English, QLocale::UnitedStates).toString(there.time, QStringLiteral("h:mm ap"));
    if (language == QLatin1String("es"))
        return QStringLiteral("%1 a las %2").arg(QLocale(QLocale::Spanish, QLocale::UnitedStates).toString(there.date, QStringLiteral("dddd d 'de' MMMM")), time);
    return QStringLiteral("%1 at %2").arg(QLocale(QLocale::English, QLocale::UnitedStates).toString(there.date, QStringLiteral("dddd, MMM d")), time);
}

QString dayAndTime(Instant at, const QString &zone, Instant now)
{
    const QDate date = zones::local(at, zone).date;
    if (date == zones::local(now, zone).date)
        return clockTime(at, zone);
    return tr("%1 %2").arg(day(at, zone, now), clockTime(at, zone));
}

QString ago(Duration past)
{
    const qint64 minutes = past.count() / 60000000;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%n min", int(minutes));
    if (minutes < 48 * 60)
        return tr("%n h", int(minutes / 60));
    return tr("%n days", int(minutes / 1440));
}

QString agoText(Duration past)
{
    return past < std::chrono::minutes(1) ? ago(past) : tr("%1 ago").arg(ago(past));
}

QString talkTime(int seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace beback::wording
