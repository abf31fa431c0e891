#include "core/time/zones.h"

#include "core/time/zone_table.h"

#include <QVarLengthArray>

#include <array>

namespace beback {

namespace {

constexpr qint64 Day = Q_INT64_C(86400000000);

// A window in microseconds of the wall clock's day. `until` not after `from` runs past midnight; both equal is all day.
struct Hours {
    qint64 from;
    qint64 until;
    explicit Hours(const DailyWindow &window)
        : from(qint64(window.from.msecsSinceStartOfDay()) * 1000), until(qint64(window.until.msecsSinceStartOfDay()) * 1000)
    {
    }
    bool hold(qint64 wall) const
    {
        const qint64 time = ((wall % Day) + Day) % Day;
        return from < until ? time >= from && time < until : time >= from || time < until;
    }
};

using Tables = QVarLengthArray<const ZoneTable *, 8>;

// A name this system does not know could be anywhere, as if nothing were known.
Tables tablesOf(const QStringList &zoneSet)
{
    Tables tables;
    bool unknown = zoneSet.isEmpty();
    for (const QString &zone : zoneSet) {
        if (const ZoneTable *table = ZoneTable::find(zone))
            tables.append(table);
        else
            unknown = true;
    }
    if (unknown)
        for (const QString &zone : zones::unknownSet())
            tables.append(ZoneTable::find(zone));
    return tables;
}

// The first instant after `at` when the hours hold in this zone, or when they do not. Hours begin and end where the wall
// clock shows their edges (twice in an overlap) and where the clock is changed.
std::optional<qint64> turnAfter(const ZoneTable &zone, const Hours &hours, qint64 at, bool open)
{
    std::optional<qint64> best;
    const auto consider = [&](qint64 candidate) {
        if (candidate > at && (!best || candidate < *best) && hours.hold(zone.wallAt(candidate)) == open)
            best = candidate;
    };
    const qint64 wall = zone.wallAt(at);
    const qint64 midnight = wall - ((wall % Day) + Day) % Day;
    for (qint64 day = midnight - Day; day <= midnight + 3 * Day; day += Day) {
        for (const qint64 edge : {hours.from, hours.until}) {
            const ZoneTable::Instants instants = zone.instantsOf(day + edge);
            consider(instants.first);
            consider(instants.second);
        }
    }
    if (const auto change = zone.changeAfter(at))
        consider(*change);
    return best;
}

} // namespace

bool isOpen(const DailyWindow &window, const QStringList &zoneSet, Instant at)
{
    const Hours hours(window);
    for (const ZoneTable *zone : tablesOf(zoneSet))
        if (!hours.hold(zone->wallAt(at.us)))
            return false;
    return true;
}

std::optional<Instant> nextOpen(const DailyWindow &window, const QStringList &zoneSet, Instant at)
{
    const Hours hours(window);
    const Tables tables = tablesOf(zoneSet);
    qint64 when = at.us;
    for (bool moved = true; moved;) {
        moved = false;
        for (const ZoneTable *zone : tables) {
            if (hours.hold(zone->wallAt(when)))
                continue;
            const auto opens = turnAfter(*zone, hours, when, true);
            if (!opens || *opens > at.us + 2 * Day)
                return std::nullopt;
            when = *opens;
            moved = true;
        }
    }
    return Instant{when};
}

std::optional<Instant> closesAt(const DailyWindow &window, const QStringList &zoneSet, Instant at)
{
    const Hours hours(window);
    std::optional<qint64> first;
    for (const ZoneTable *zone : tablesOf(zoneSet))
        if (const auto closes = turnAfter(*zone, hours, at.us, false); closes && (!first || *closes < *first))
            first = closes;
    return first ? std::optional(Instant{*first}) : std::nullopt;
}

} // namespace beback
