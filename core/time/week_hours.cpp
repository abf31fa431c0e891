#include "core/time/week_hours.h"

#include "core/time/calendar.h"
#include "core/time/zone_table.h"

#include <QVarLengthArray>

#include <algorithm>

namespace beback {

namespace {

constexpr qint64 Minute = Q_INT64_C(60000000);
constexpr qint64 Day = 24 * 60 * Minute;
constexpr int LookedAhead = 10; // days: over the longest run of closed ones, with a holiday at each end of a weekend
const QDate Epoch(1970, 1, 1);

qint64 dayOf(qint64 wall)
{
    return wall >= 0 ? wall / Day : (wall + 1) / Day - 1;
}

struct There {
    const ZoneTable *zone;
    const WeekHours *hours;

    bool hold(qint64 at) const
    {
        const qint64 wall = zone->wallAt(at);
        const WeekHours::Day day = hours->on(Epoch.addDays(dayOf(wall)));
        const qint64 time = wall - dayOf(wall) * Day;
        return time >= day.from * Minute && time < day.until * Minute;
    }

    // The first instant after `at` when the hours hold, or when they do not. They begin and end where the wall clock shows
    // their edges (twice in an overlap) and where the clock is changed.
    std::optional<qint64> turnAfter(qint64 at, bool open) const
    {
        std::optional<qint64> best;
        const auto consider = [&](qint64 candidate) {
            if (candidate > at && (!best || candidate < *best) && hold(candidate) == open)
                best = candidate;
        };
        const qint64 today = dayOf(zone->wallAt(at));
        for (qint64 day = today - 1; day <= today + LookedAhead; ++day) {
            const WeekHours::Day edges = hours->on(Epoch.addDays(day));
            for (const int edge : {0, edges.from, edges.until}) {
                const ZoneTable::Instants instants = zone->instantsOf(day * Day + edge * Minute);
                consider(instants.first);
                consider(instants.second);
            }
            if (best && day > dayOf(zone->wallAt(*best)))
                break; // later days bring nothing earlier
        }
        if (const auto change = zone->changeAfter(at))
            consider(*change);
        return best;
    }
};

using Places = QVarLengthArray<There, 8>;

Places known(const QVector<HoursThere> &places)
{
    Places found;
    for (const HoursThere &place : places) {
        if (const ZoneTable *table = ZoneTable::find(place.zone)) {
            found.append({table, &place.hours});
            continue;
        }
        for (const QString &zone : zones::unknownSet())
            found.append({ZoneTable::find(zone), &place.hours});
    }
    return found;
}

} // namespace

WeekHours WeekHours::everyDay(QTime from, QTime until)
{
    const auto minutes = [](QTime time) { return time.msecsSinceStartOfDay() / 60000; };
    WeekHours hours;
    hours.days.fill({minutes(from), minutes(until)});
    return hours;
}

WeekHours::Day WeekHours::on(QDate date) const
{
    const Day closed{0, 0};
    if (!onHolidays && calendar::isHoliday(date))
        return closed;
    return days[size_t(date.dayOfWeek() - 1)];
}

WeekHours WeekHours::strictest(const WeekHours &other) const
{
    WeekHours both;
    for (size_t i = 0; i < days.size(); ++i)
        both.days[i] = {std::max(days[i].from, other.days[i].from), std::min(days[i].until, other.days[i].until)};
    both.onHolidays = onHolidays && other.onHolidays;
    return both;
}

bool isOpen(const QVector<HoursThere> &places, Instant at)
{
    const Places there = known(places);
    return std::all_of(there.begin(), there.end(), [at](const There &place) { return place.hold(at.us); });
}

std::optional<Instant> nextOpen(const QVector<HoursThere> &places, Instant at)
{
    const Places there = known(places);
    qint64 when = at.us;
    for (bool moved = true; moved;) {
        moved = false;
        for (const There &place : there) {
            if (place.hold(when))
                continue;
            const auto opens = place.turnAfter(when, true);
            if (!opens || *opens > at.us + LookedAhead * Day)
                return std::nullopt;
            when = *opens;
            moved = true;
        }
    }
    return Instant{when};
}

std::optional<Instant> closesAt(const QVector<HoursThere> &places, Instant at)
{
    std::optional<qint64> first;
    for (const There &place : known(places))
        if (const auto closes = place.turnAfter(at.us, false); closes && (!first || *closes < *first))
            first = closes;
    return first ? std::optional(Instant{*first}) : std::nullopt;
}

} // namespace beback
