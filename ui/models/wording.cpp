#include "ui/models/wording.h"

#include "core/time/zones.h"

#include <QCoreApplication>
#include <QLocale>

namespace beback::ui::wording {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Wording", text);
}

zones::Local localOr(Instant at, const QString &zone)
{
    return zones::local(at, zones::isKnown(zone) ? zone : QStringLiteral("UTC"));
}

QString clock(QTime time)
{
    const QLocale locale;
    const bool halfDay = locale.timeFormat(QLocale::ShortFormat).contains(QLatin1Char('a'), Qt::CaseInsensitive);
    return halfDay ? locale.toString(time, QStringLiteral("h:mm ap")).toLower() : locale.toString(time, QStringLiteral("H:mm"));
}

} // namespace

QString time(Instant at, const QString &zone)
{
    return clock(localOr(at, zone).time);
}

QString timeWithSeconds(Instant at, const QString &zone)
{
    return QLocale().toString(localOr(at, zone).time, QStringLiteral("H:mm:ss"));
}

QString day(QDate day, QDate today)
{
    if (day == today)
        return words(QT_TRANSLATE_NOOP("Wording", "today"));
    if (day == today.addDays(1))
        return words(QT_TRANSLATE_NOOP("Wording", "tomorrow"));
    const bool otherYear = day.year() != today.year();
    return QLocale().toString(day, otherYear ? QStringLiteral("ddd, MMM d, yyyy") : QStringLiteral("ddd, MMM d"));
}

QString dayAndTime(Instant at, const QString &zone, Instant now)
{
    const zones::Local local = localOr(at, zone);
    return words(QT_TRANSLATE_NOOP("Wording", "%1, %2")).arg(day(local.date, localOr(now, zone).date), clock(local.time));
}

QString span(Duration length)
{
    const auto seconds = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(length).count());
    const QLatin1Char zero('0');
    const QString tail = QStringLiteral("%1").arg(seconds % 60, 2, 10, zero);
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, zero).arg(tail);
}

QString medium(Medium medium)
{
    switch (medium) {
    case Medium::Call: return words(QT_TRANSLATE_NOOP("Wording", "Call"));
    case Medium::Text: return words(QT_TRANSLATE_NOOP("Wording", "Text"));
    case Medium::Email: return words(QT_TRANSLATE_NOOP("Wording", "E-mail"));
    case Medium::Note: return words(QT_TRANSLATE_NOOP("Wording", "Note"));
    case Medium::Visit: return words(QT_TRANSLATE_NOOP("Wording", "Visit"));
    case Medium::Social: return words(QT_TRANSLATE_NOOP("Wording", "Social message"));
    }
    return {};
}

QString outcome(Outcome outcome, Medium medium)
{
    const bool written = medium == Medium::Text || medium == Medium::Email || medium == Medium::Social;
    switch (outcome) {
    case Outcome::None: return {};
    case Outcome::Reached:
        return written ? words(QT_TRANSLATE_NOOP("Wording", "Replied")) : words(QT_TRANSLATE_NOOP("Wording", "Reached"));
    case Outcome::Voicemail: return words(QT_TRANSLATE_NOOP("Wording", "Voicemail"));
    case Outcome::NoAnswer: return words(QT_TRANSLATE_NOOP("Wording", "No answer"));
    case Outcome::Busy: return words(QT_TRANSLATE_NOOP("Wording", "Busy"));
    case Outcome::CallBack: return words(QT_TRANSLATE_NOOP("Wording", "Call back"));
    case Outcome::WrongNumber:
        return medium == Medium::Email ? words(QT_TRANSLATE_NOOP("Wording", "Wrong address"))
                                       : words(QT_TRANSLATE_NOOP("Wording", "Wrong number"));
    case Outcome::NotInterested: return words(QT_TRANSLATE_NOOP("Wording", "Not interested"));
    case Outcome::BoughtElsewhere: return words(QT_TRANSLATE_NOOP("Wording", "Bought elsewhere"));
    case Outcome::AskedToStop: return words(QT_TRANSLATE_NOOP("Wording", "Asked to stop"));
    case Outcome::Sent: return words(QT_TRANSLATE_NOOP("Wording", "Sent"));
    case Outcome::Bounced:
        return medium == Medium::Note ? words(QT_TRANSLATE_NOOP("Wording", "Came back"))
                                      : words(QT_TRANSLATE_NOOP("Wording", "Not delivered"));
    case Outcome::Kept: return words(QT_TRANSLATE_NOOP("Wording", "Came"));
    case Outcome::Missed: return words(QT_TRANSLATE_NOOP("Wording", "Did not come"));
    }
    return {};
}

} // namespace beback::ui::wording
