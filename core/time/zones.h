#pragma once

#include "core/base/clock.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>

namespace beback {

class ZoneTable;

// Zones are IANA names. A customer's zone is a set: every zone they may be in. What is allowed must be allowed in all.
namespace zones {

bool isKnown(const QString &zone);
// Wall clock in the zone.
struct Local {
    QDate date;
    QTime time;
};
Local local(Instant at, const QString &zone);
// The clock of one zone, for whoever looks at it for many instants: the zone is looked up once.
class Clock
{
public:
    static std::optional<Clock> of(const QString &zone); // none: the zone is unknown
    Local at(Instant instant) const;

private:
    explicit Clock(const ZoneTable &table) : m_table(&table) {}
    const ZoneTable *m_table; // lives as long as the program
};
// The instant of a wall-clock time. In the spring gap (02:30 does not exist) the first instant after it; in the autumn
// overlap the first of the two. Invalid date or unknown zone: none.
std::optional<Instant> instantOf(QDate date, QTime time, const QString &zone);

// "America/Chicago" -> "Central", else the city of the name.
QString displayName(const QString &zone);

// Candidates from what is known, sorted: the phone's prefix (resources/zones/nanp_zones.tsv), the address's state
// (resources/zones/state_zones.tsv). Both known and overlapping: the overlap; disagreeing: both, and also where the area
// code belongs to another state: the number moved with them, and says nothing about where in the new one. Nothing known: empty.
// An exchange that is not listed may be wherever its area code reaches; zones with the same clock since 2020 count as
// one (Detroit, New York), and the state's name for it is kept.
QStringList candidates(const QStringList &e164Phones, const QString &country, const QString &region);

// The states and territories an area code serves, by its three digits (resources/rules/area_states.tsv).
const QHash<QString, QStringList> &areaStates();
// Those a ZIP code may be in (resources/rules/zip_states.tsv). Empty: not known, or no ZIP code.
QStringList zipStates(const QString &postcode);

// Every zone the tables know somebody to live in, sorted.
QStringList listed();

// The set used when nothing is known: the zones of the contiguous United States.
QStringList unknownSet();

} // namespace zones

// Hours of a day in which something is allowed, the same every day, in wall-clock time: [from, until).
struct DailyWindow {
    QTime from = QTime(8, 0);
    QTime until = QTime(21, 0);
};

// Is the window open in every one of the zones at `at`? An empty set stands for zones::unknownSet(), and so does a name
// in the set that is unknown. `until` not after `from`: past midnight; both equal: all day.
bool isOpen(const DailyWindow &window, const QStringList &zoneSet, Instant at);
// The first instant at or after `at` when it is open everywhere. None when there is none within two days
// (zones too far apart).
std::optional<Instant> nextOpen(const DailyWindow &window, const QStringList &zoneSet, Instant at);
// When it closes next, given that it is open; exact where the clock changes. None: it never closes.
std::optional<Instant> closesAt(const DailyWindow &window, const QStringList &zoneSet, Instant at);

} // namespace beback
