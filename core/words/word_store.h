#pragma once

#include "core/base/id.h"
#include "core/store/connection.h"
#include "core/words/word_shelf.h"

namespace beback {

// A store's own words, as they are kept. Thread: the connection's.

// All of them, by kind, id and version. What a newer version of Beback keeps there is left out.
Result<QVector<WordChange>> readWordChanges(Connection &db, RooftopId rooftop);
Result<int> countWordChanges(Connection &db, RooftopId rooftop);
// Errors: Conflict, where this version was said meanwhile; Denied by a shared database, for anybody but a manager. There the
// database says by whom and when it was.
Result<void> addWordChange(Connection &db, RooftopId rooftop, const WordChange &change);
// As they were in another store; those that are there already are left.
Result<void> keepWordChanges(Connection &db, RooftopId rooftop, const QVector<WordChange> &changes);

} // namespace beback
