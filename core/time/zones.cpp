#include "core/time/zones.h"

#include "core/time/zone_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace beback::zones {

namespace {

constexpr qint64 Day = Q_INT64_C(86400000000);
constexpr qint64 JulianDayOf1970 = 2440588;

// What people in the United States call their time; other zones go by the city in their name.
struct Spoken {
    const char *zone;
    const char *name;
};
constexpr std::array SpokenZones = {
    Spoken{"America/New_York", QT_TRANSLATE_NOOP("beback", "Eastern")},
    Spoken{"America/Detroit", QT_TRANSLATE_NOOP("beback", "Eastern")},
    Spoken{"America/Indiana/Indianapolis", QT_TRANSLATE_NOOP("beback", "Eastern")},
    Spoken{"America/Kentucky/Louisville", QT_TRANSLATE_NOOP("beback", "Eastern")},
    Spoken{"America/Toronto", QT_TRANSLATE_NOOP("beback", "Eastern")},
    Spoken{"America/Chicago", QT_TRANSLATE_NOOP("beback", "Central")},
    Spoken{"America/Menominee", QT_TRANSLATE_NOOP("beback", "Central")},
    Spoken{"America/North_Dakota/Center", QT_TRANSLATE_NOOP("beback", "Central")},
    Spoken{"America/Winnipeg", QT_TRANSLATE_NOOP("beback", "Central")},
    Spoken{"America/Denver", QT_TRANSLATE_NOOP("beback", "Mountain")},
    Spoken{"America/Boise", QT_TRANSLATE_NOOP("beback", "Mountain")},
    Spoken{"America/Edmonton", QT_TRANSLATE_NOOP("beback", "Mountain")},
    Spoken{"America/Phoenix", QT_TRANSLATE_NOOP("beback", "Arizona")},
    Spoken{"America/Los_Angeles", QT_TRANSLATE_NOOP("beback", "Pacific")},
    Spoken{"America/Vancouver", QT_TRANSLATE_NOOP("beback", "Pacific")},
    Spoken{"America/Anchorage", QT_TRANSLATE_NOOP("beback", "Alaska")},
    Spoken{"America/Juneau", QT_TRANSLATE_NOOP("beback", "Alaska")},
    Spoken{"America/Halifax", QT_TRANSLATE_NOOP("beback", "Atlantic")},
    Spoken{"Pacific/Honolulu", QT_TRANSLATE_NOOP("beback", "Hawaii")},
};

} // namespace

bool isKnown(const QString &zone)
{
    return ZoneTable::find(zone) != nullptr;
}

std::optional<Clock> Clock::of(const QString &zone)
{
    const ZoneTable *table = ZoneTable::find(zone);
    return table ? std::optional(Clock(*table)) : std::nullopt;
}

Local Clock::at(Instant instant) const
{
    const qint64 wall = m_table->wallAt(instant.us);
    const qint64 day = wall >= 0 ? wall / Day : -((-wall + Day - 1) / Day);
    return {QDate::fromJulianDay(JulianDayOf1970 + day), QTime::fromMSecsSinceStartOfDay(int((wall - day * Day) / 1000))};
}

Local local(Instant at, const QString &zone)
{
    const auto clock = Clock::of(zone);
    return clock ? clock->at(at) : Local{};
}

std::optional<Instant> instantOf(QDate date, QTime time, const QString &zone)
{
    const ZoneTable *table = ZoneTable::find(zone);
    if (!table || !date.isValid() || !time.isValid())
        return std::nullopt;
    const qint64 wall = (date.toJulianDay() - JulianDayOf1970) * Day + qint64(time.msecsSinceStartOfDay()) * 1000;
    return Instant{table->instantsOf(wall).first};
}

QString displayName(const QString &zone)
{
    const auto spoken = std::find_if(SpokenZones.begin(), SpokenZones.end(),
                                     [&](const Spoken &known) { return zone == QLatin1String(known.zone); });
    if (spoken != SpokenZones.end())
        return QCoreApplication::translate("beback", spoken->name);
    return zone.mid(zone.lastIndexOf(QLatin1Char('/')) + 1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QStringList unknownSet()
{
    // Arizona's clock always agrees with Denver's or with Los Angeles', so these four stand for all of them.
    static const QStringList zones = {QStringLiteral("America/Chicago"), QStringLiteral("America/Denver"),
                                      QStringLiteral("America/Los_Angeles"), QStringLiteral("America/New_York")};
    return zones;
}

} // namespace beback::zones
