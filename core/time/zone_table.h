#pragma once

#include <QString>
#include <QTimeZone>

#include <mutex>
#include <optional>
#include <vector>

namespace beback {

// One zone's clock changes from 1970 to 2200, read once from the system's data and then only looked at: a binary search
// instead of QTimeZone's own work, because every recording asks several times. Before 1970 the first offset holds, after
// 2200 the last. What lies beyond 2036 takes long to read and is read when it is first asked for. Times are microseconds since 1970, in UTC or as the wall clock shows them. Thread: any.
class ZoneTable
{
public:
    // Null for a name the system does not know. Tables live as long as the program.
    static const ZoneTable *find(const QString &zone);

    qint64 wallAt(qint64 utc) const { return utc + offsetAt(utc); }

    // The instants at which the wall clock shows `wall`. In the autumn overlap there are two; in the spring gap none, and
    // both are the instant after the gap.
    struct Instants {
        qint64 first = 0;
        qint64 second = 0;
    };
    Instants instantsOf(qint64 wall) const;

    // The first change of the clock after `utc`.
    std::optional<qint64> changeAfter(qint64 utc) const;

    // Do both clocks show the same from 2020 on? (Detroit and New York do.)
    bool agreesWith(const ZoneTable &other) const;

private:
    struct Change {
        qint64 at;     // from this instant on ...
        qint64 offset; // ... the wall clock is that far ahead of UTC
        friend bool operator==(const Change &, const Change &) = default;
    };
    using Changes = std::vector<Change>; // by time; the first begins at the start of time

    explicit ZoneTable(const QString &zone);
    static void take(Changes &changes, const QTimeZone::OffsetData &transition);
    static Changes::const_iterator nextIn(const Changes &changes, qint64 utc); // the first after `utc`
    void readFar() const;
    const Changes &changesAround(qint64 utc) const; // those that tell what holds at `utc`, and the next
    qint64 offsetAt(qint64 utc) const;

    QString m_zone;
    Changes m_near; // what the zone's file spells out
    mutable std::once_flag m_farRead;
    mutable Changes m_far; // the same, and on to 2200
};

} // namespace beback
