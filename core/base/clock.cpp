#include "core/base/clock.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <ctime>

namespace beback {

QString Instant::toIso() const
{
    const qint64 seconds = us >= 0 ? us / 1000000 : -((-us + 999999) / 1000000);
    const qint64 fraction = us - seconds * 1000000;
    QString text = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    if (fraction != 0)
        text += QStringLiteral(".%1").arg(fraction, 6, 10, QLatin1Char('0'));
    return text + QLatin1Char('Z');
}

Instant Instant::fromIso(const QString &text, bool *ok)
{
    QString whole = text.trimmed();
    QString fraction;
    // Qt rounds what follows the third digit; microseconds are taken out before it sees them.
    if (const qsizetype dot = whole.indexOf(QLatin1Char('.')); dot > 0) {
        qsizetype end = dot + 1;
        while (end < whole.size() && whole.at(end).isDigit())
            ++end;
        fraction = whole.mid(dot + 1, end - dot - 1).leftJustified(6, QLatin1Char('0'), true);
        whole.remove(dot, end - dot);
    }
    const QDateTime parsed = QDateTime::fromString(whole, Qt::ISODate);
    const bool good = parsed.isValid() && parsed.timeSpec() != Qt::LocalTime;
    if (ok)
        *ok = good;
    return good ? Instant{parsed.toSecsSinceEpoch() * 1000000 + fraction.toLongLong()} : Instant{};
}

Instant SystemClock::now() const
{
    return {std::chrono::duration_cast<Duration>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

Duration SystemClock::sinceBoot() const
{
#ifdef CLOCK_BOOTTIME
    timespec t{};
    clock_gettime(CLOCK_BOOTTIME, &t); // CLOCK_MONOTONIC stops while a laptop sleeps, and a lease does not
    return std::chrono::seconds(t.tv_sec) + Duration(t.tv_nsec / 1000);
#else
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch());
#endif
}

QString SystemClock::bootId() const
{
    static const QString id = [] {
        QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
    }();
    return id;
}

} // namespace beback
