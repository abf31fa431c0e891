#pragma once

#include "core/store/connection.h"
#include "core/time/zones.h"

#include <QVector>

namespace beback {

// The Hour of Power: one hour of the day for follow-up alone, of a whole site or of one person.
namespace power_hour {
inline constexpr Duration Length = std::chrono::hours(1);
}

// [begin, end), always sixty minutes, also where the clock on the wall jumps within it.
struct HourSpan {
    Instant begin, end;
    static HourSpan from(Instant begin) { return {begin, begin + power_hour::Length}; }
    bool contains(Instant at) const { return at >= begin && at < end; }
    friend bool operator==(const HourSpan &, const HourSpan &) = default;
};

// One word said about when it is.
struct HourSetting {
    QString login; // empty: everybody at the site
    QDate from;    // the first day it holds
    std::optional<QTime> at; // none: no hour from then on; of one person: that of the site
    QString by;    // login
    Instant setAt;
    friend bool operator==(const HourSetting &, const HourSetting &) = default;
};

// All that was ever said: what held on a day stays known, whatever is said later. A value.
class HourBook
{
public:
    HourBook() = default;
    explicit HourBook(QVector<HourSetting> settings); // in any order
    // The word that holds for this person on this day: their own, else the site's. Null: no hour.
    const HourSetting *ruling(const QString &login, QDate day) const;
    // When it is on that day; a time the clock leaves out begins when it goes on.
    std::optional<HourSpan> on(const QString &login, QDate day, const QString &zone) const;
    const QVector<HourSetting> &settings() const { return m_settings; }

private:
    QVector<HourSetting> m_settings; // by the day they began to hold
};

// Thread: the connection's.
Result<HourBook> readHours(Connection &db, RooftopId rooftop);
// Errors: Denied where the database does not let this person.
Result<void> writeHour(Connection &db, RooftopId rooftop, const HourSetting &setting);

} // namespace beback
