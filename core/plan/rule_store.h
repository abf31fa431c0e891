#pragma once

#include "core/base/id.h"
#include "core/plan/rule_book.h"
#include "core/store/connection.h"

namespace beback {

// A store's own words about contact rules, as they are kept. Thread: the connection's.

// All of them, by rule and version.
Result<QVector<RuleChange>> readRuleChanges(Connection &db, RooftopId rooftop);
Result<int> countRuleChanges(Connection &db, RooftopId rooftop);
// Errors: Conflict, where this version was said meanwhile; Denied by a shared database, for anybody but a manager. There the
// database says by whom and when it was.
Result<void> addRuleChange(Connection &db, RooftopId rooftop, const RuleChange &change);
// As they were in another store; those that are there already are left.
Result<void> keepRuleChanges(Connection &db, RooftopId rooftop, const QVector<RuleChange> &changes);

} // namespace beback
