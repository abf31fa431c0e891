#pragma once

#include "core/report/capacity_report.h"

#include <QHash>
#include <QStringList>

namespace beback {

// Who gives how many leads to whom, so that nobody has more today than fits. A proposal: nothing is changed by it. Values; any thread.

struct LoadMove {
    SitePerson from, to;
    QVector<LeadId> leads; // what the queue of `from` puts last, the last first; at most LeadsOfMove
    friend bool operator==(const LoadMove &, const LoadMove &) = default;
};
inline constexpr int LeadsOfMove = 200; // as many as are given at once

struct LoadBalance {
    QVector<LoadMove> moves; // of whoever has the most too many first
    int over = 0;            // leads that fit nobody who holds them, before it
    int left = 0;            // of those, what nobody has room for
    bool isKnown = false;    // anything at all is known of what people finish here
    int moved() const;
};

// `report`: as weighed. `leftOver`: by login, the leads that do not fit, what the queue puts last first. What is anybody's waits for who
// has time left, so it takes no room here. Pure.
LoadBalance balanceLoad(const CapacityReport &report, const QHash<QString, QVector<LeadId>> &leftOver);

// "Luis Ortega gives 4 leads to Ray Sosa.", a sentence a move; and what remains, or why there is nothing to move. Never empty. Pure.
QStringList balanceWords(const LoadBalance &balance);

// What is due for one person until the end of the day at the site and does not fit, as the queue would do it: the last first, at most
// `most`. `rules`: those the store works by. `zone`: the site's. Thread: the connection's.
Result<QVector<LeadId>> readLeftOver(Connection &db, RooftopId rooftop, const QString &login, int most, const RuleBook &rules, const QString &zone,
                                     Instant now);
Result<LoadBalance> readLoadBalance(Connection &db, RooftopId rooftop, const RuleBook &rules, const QString &zone, Instant now);

} // namespace beback
