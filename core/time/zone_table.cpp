#include "core/time/zone_table.h"

#include <QDateTime>
#include <QHash>
#include <QReadWriteLock>

#include <algorithm>
#include <limits>
#include <memory>

namespace beback {

namespace {

constexpr qint64 Second = 1000000;
constexpr qint64 Day = 86400 * Second;
constexpr qint64 Year2020 = 1577836800 * Second;
constexpr qint64 Year2036 = 2082758400 * Second; // every zone's file spells out the changes until after then

struct Cache {
    QReadWriteLock lock;
    QHash<QString, std::shared_ptr<const ZoneTable>> tables; // only names the system knows, so it stays small
};

Cache &cache()
{
    static Cache tables;
    return tables;
}

} // namespace

const ZoneTable *ZoneTable::find(const QString &zone)
{
    Cache &known = cache();
    {
        const QReadLocker reading(&known.lock);
        if (const auto found = known.tables.constFind(zone); found != known.tables.constEnd())
            return found->get();
    }
    if (zone.isEmpty() || !QTimeZone::isTimeZoneIdAvailable(zone.toUtf8()))
        return nullptr;
    const QWriteLocker writing(&known.lock);
    auto &table = known.tables[zone];
    if (!table)
        table.reset(new ZoneTable(zone));
    return table.get();
}

ZoneTable::ZoneTable(const QString &zone) : m_zone(zone)
{
    const QTimeZone system(zone.toUtf8());
    const QDateTime from(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime until(QDate(2200, 1, 1), QTime(0, 0), Qt::UTC);
    m_near.push_back({std::numeric_limits<qint64>::min(), system.offsetFromUtc(from) * Second});
    for (const auto &transition : system.transitions(from, until))
        take(m_near, transition);
}

void ZoneTable::take(Changes &changes, const QTimeZone::OffsetData &transition)
{
    const qint64 offset = transition.offsetFromUtc * Second;
    if (offset != changes.back().offset) // a new name for the same clock is no change
        changes.push_back({transition.atUtc.toMSecsSinceEpoch() * 1000, offset});
}

// The system's list ends with what the zone's file spells out (2037). The rule that goes on is asked for, in steps of a
// month, because Qt 6.4 finds nothing when asked right after the last change of the file.
void ZoneTable::readFar() const
{
    const QTimeZone system(m_zone.toUtf8());
    const QDateTime until(QDate(2200, 1, 1), QTime(0, 0), Qt::UTC);
    m_far = m_near;
    const QDateTime known = m_near.size() == 1 ? QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC)
                                               : QDateTime::fromMSecsSinceEpoch(m_near.back().at / 1000, Qt::UTC);
    for (QDateTime probe = known.addDays(30); probe < until; probe = probe.addDays(30)) {
        const auto next = system.nextTransition(probe);
        if (!next.atUtc.isValid() || next.atUtc >= until)
            continue;
        take(m_far, next);
        probe = next.atUtc;
    }
}

const ZoneTable::Changes &ZoneTable::changesAround(qint64 utc) const
{
    if (utc < Year2036)
        return m_near;
    std::call_once(m_farRead, [this] { readFar(); });
    return m_far;
}

ZoneTable::Changes::const_iterator ZoneTable::nextIn(const Changes &changes, qint64 utc)
{
    return std::upper_bound(changes.begin() + 1, changes.end(), utc, [](qint64 at, const Change &change) { return at < change.at; });
}

qint64 ZoneTable::offsetAt(qint64 utc) const
{
    return std::prev(nextIn(changesAround(utc), utc))->offset;
}

ZoneTable::Instants ZoneTable::instantsOf(qint64 wall) const
{
    // Offsets stay within a day, so the change that matters lies less than a day from the wall time read as UTC.
    const qint64 before = offsetAt(wall - Day);
    const qint64 after = offsetAt(wall + Day);
    const qint64 early = wall - before;
    const qint64 late = wall - after;
    const bool earlyHolds = offsetAt(early) == before;
    const bool lateHolds = offsetAt(late) == after;
    if (earlyHolds && lateHolds)
        return {std::min(early, late), std::max(early, late)};
    if (earlyHolds)
        return {early, early};
    if (lateHolds)
        return {late, late};
    const qint64 change = changeAfter(wall - Day).value_or(late);
    return {change, change};
}

std::optional<qint64> ZoneTable::changeAfter(qint64 utc) const
{
    const Changes &changes = changesAround(utc);
    const auto next = nextIn(changes, utc);
    return next == changes.end() ? std::nullopt : std::optional(next->at);
}

bool ZoneTable::agreesWith(const ZoneTable &other) const
{
    if (this == &other)
        return true;
    if (offsetAt(Year2020) != other.offsetAt(Year2020))
        return false;
    const auto agree = [](const Changes &a, const Changes &b) {
        return std::equal(nextIn(a, Year2020), a.end(), nextIn(b, Year2020), b.end());
    };
    return agree(m_near, other.m_near) && agree(changesAround(Year2036), other.changesAround(Year2036));
}

} // namespace beback
