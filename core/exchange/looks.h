#pragma once

#include "core/exchange/meetings.h"
#include "core/history/look.h"
#include "core/store/connection.h"

#include <QHash>

namespace beback {

inline constexpr Duration LooksBack = std::chrono::hours(24 * 14); // what merely was remarked upon, or met, longer ago is looked at no more
inline constexpr int MostLooks = 200;                              // at once

// What nobody has looked at yet: held opt-outs first, then what is held, then the others, the oldest first. `shared`: the connection
// of somebody who works there. `zone`: the site's; `now`: the shared database's time. Thread: the connection's.
// Where two truths met by an event that has a remark already, that is enough.
Result<QVector<Look>> readLooks(Connection &shared, RooftopId rooftop, const QString &zone, Instant now);

// The same of what somebody wrote on a trip, about those who were along; of what met, where another desk's word came in since it
// began. `since`: when that was, by the shared database's clock.
struct TripScope {
    QString login;
    OriginId origin;
    Instant since;
    QStringList customers;
    QHash<QString, QString> names{}; // of who works there, by login; none: they are read, too
};
Result<QVector<Look>> readTripLooks(Connection &shared, RooftopId rooftop, const QString &zone, Instant now, const TripScope &trip);

// Notes that somebody looked at it: it was seen; or, of what is held, it is left out for good, with a reason. To let something in,
// an event is recorded (SharedPlace::letIn()).
// Errors: Denied, for an agent about what others wrote or what is held; Conflict, where somebody was faster; Invalid, without a reason.
Result<void> lookDone(Connection &shared, const Look &look, const QString &reason);

} // namespace beback
