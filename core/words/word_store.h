#pragma once

#include "core/base/id.h"
#include "core/store/connection.h"
#include "core/words/word_shelf.h"

namespace beback {

// A store's own words, as they are kept. Thread: the connection's.
Result<QVector<OwnWords>> readOwnWords(Connection &db, RooftopId rooftop); // by kind, id and version
Result<int> countOwnWords(Connection &db, RooftopId rooftop);
// Errors: Conflict, where this version was written meanwhile; Denied by a shared database, for anybody but a manager. There the
// database says by whom and when it was.
Result<void> addOwnWords(Connection &db, RooftopId rooftop, const OwnWords &words);
// As they were in another store; those that are there already are left.
Result<void> keepOwnWords(Connection &db, RooftopId rooftop, const QVector<OwnWords> &words);

} // namespace beback
