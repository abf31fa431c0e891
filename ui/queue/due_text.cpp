#include "ui/queue/due_text.h"

#include "core/time/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace beback::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback::ui::QueueModel", text);
}

QDateTime localTime(Instant at, const QString &zone)
{
    const QTimeZone known(zone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(at.us / 1000, known.isValid() ? known : QTimeZone::utc());
}

// Without "am" and "pm": a row has no room, and a working day no doubt.
QString clockText(const QTime &time)
{
    const QLocale locale;
    const bool halves = locale.timeFormat(QLocale::ShortFormat).contains(QLatin1String("ap"), Qt::CaseInsensitive) ||
                        locale.language() == QLocale::C;
    if (!halves)
        return locale.toString(time, QStringLiteral("HH:mm"));
    const int hour = time.hour() % 12 == 0 ? 12 : time.hour() % 12;
    return QStringLiteral("%1:%2").arg(hour).arg(time.minute(), 2, 10, QLatin1Char('0'));
}

QString dayText(const QDate &day, const QDate &today)
{
    const QLocale locale;
    const qint64 away = today.daysTo(day);
    if (away == -1)
        return tr("yesterday");
    if (away == 1)
        return tr("tomorrow");
    if (away > 1 && away < 7)
        return locale.toString(day, QStringLiteral("ddd"));
    return locale.toString(day, QStringLiteral("MMM d"));
}

bool hasHour(Band band)
{
    return band == Band::Promise || band == Band::Appointment;
}

} // namespace

QString elapsedText(Duration elapsed)
{
    const qint64 seconds = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(elapsed).count());
    const qint64 hours = seconds / 3600, minutes = seconds / 60 % 60;
    const QString last = QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (hours == 0)
        return QStringLiteral("%1:%2").arg(minutes).arg(last);
    return QStringLiteral("%1:%2:%3").arg(hours).arg(minutes, 2, 10, QLatin1Char('0')).arg(last);
}

bool isNext(const QueueItem &item, Instant now)
{
    return item.due || (hasHour(item.band) && item.dueAt - now <= std::chrono::minutes(15));
}

bool isShownOverdue(const QueueItem &item)
{
    return item.overdue && !item.mine && item.heldBy.isEmpty();
}

QString heldText(const QueueItem &item, Instant now, const QString &zone)
{
    if (item.heldBy.isEmpty())
        return {};
    if (item.outUntil.us <= 0)
        return tr("With %1").arg(item.heldBy);
    return tr("Out with %1 until %2").arg(item.heldBy, wording::dayAndTime(item.outUntil, zone, now));
}

QString dueText(const QueueItem &item, Instant now, const QString &zone, std::optional<Instant> workingSince)
{
    if (item.mine && workingSince)
        return elapsedText(now - *workingSince);
    if (item.band == Band::Stuck)
        return tr("stuck");
    const QDateTime due = localTime(item.dueAt, zone);
    const QDate today = localTime(now, zone).date();
    if (hasHour(item.band) || item.overdue)
        return due.date() == today ? clockText(due.time()) : dayText(due.date(), today);
    if (item.due)
        return item.band == Band::Plan || item.band == Band::LongTerm ? tr("today") : tr("now");
    return due.date() == today ? tr("from %1").arg(clockText(due.time())) : dayText(due.date(), today);
}

} // namespace beback::ui
