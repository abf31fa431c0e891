#pragma once

#include "core/report/duty.h"
#include "core/store/connection.h"

namespace beback {

// What duties follow from, for those due since then, and what was said about them. `setAside`: see DutyFacts. Thread: the connection's,
// of all below.
Result<DutyFacts> readDutyFacts(Connection &db, RooftopId rooftop, const QString &zone, Instant now, Instant dueSince,
                                const QVector<Instant> &setAside = {});
// Those somebody may still be asked for, and those that were due in the last days; for a list of them.
Instant dutiesSince(const QString &zone, Instant now);

// What was said since then, and about those that are open. `since` us 0: everything.
Result<QVector<DutyWord>> readDutyWords(Connection &db, RooftopId rooftop, Instant since);
// One word more; where the very same was said before, as somebody whose answer was lost says it again, that stands and nothing is added.
// Errors besides the store's: Conflict, where it was set or ended otherwise already; Denied by a shared database, for anybody but a
// manager. There the database says by whom and when it was, but for an administrator.
Result<void> putDutyWord(Connection &db, RooftopId rooftop, const DutyWord &word);
// As they were said in another store; those that are there already are left.
Result<void> keepDutyWords(Connection &db, RooftopId rooftop, const QVector<DutyWord> &words);

} // namespace beback
