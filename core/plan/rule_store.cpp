#include "core/plan/rule_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

Statement &bindChange(Statement &statement, RooftopId rooftop, const RuleChange &change)
{
    statement.bind(":rooftop_id", rooftop).bind(":id", change.id).bind(":version", change.version);
    statement.bind(":body", QString::fromUtf8(change.body)).bind(":shipped", QString::fromLatin1(change.over));
    return statement.bind(":reason", change.reason).bind(":by_login", change.by);
}

} // namespace

Result<QVector<RuleChange>> readRuleChanges(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("rule/changes"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<RuleChange> changes;
    while (select.next()) {
        Columns c = select.columns();
        RuleChange change;
        change.id = c.text();
        change.version = c.integer();
        change.body = c.utf8();
        change.over = c.utf8();
        change.reason = c.text();
        change.by = c.text();
        change.at = c.instant();
        changes << change;
    }
    BEBACK_CHECK(select.finished());
    return changes;
}

Result<int> countRuleChanges(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("rule/count"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    const int count = select.next() ? select.columns().integer() : 0;
    BEBACK_CHECK(select.finished());
    return count;
}

Result<void> addRuleChange(Connection &db, RooftopId rooftop, const RuleChange &change)
{
    auto added = db.inTransaction("rule", [&]() -> Result<void> {
        BEBACK_TRY(add, db.statement("rule/add"));
        bindChange(add, rooftop, change);
        if (db.engine() == Engine::Sqlite)
            add.bind(":at", change.at);
        return add.exec();
    });
    if (!added && added.error().code == Code::Conflict)
        return Error{Code::Conflict,
                     QCoreApplication::translate("beback", "Somebody else changed this rule a moment ago. Look at it again."), {}};
    return added;
}

Result<void> keepRuleChanges(Connection &db, RooftopId rooftop, const QVector<RuleChange> &changes)
{
    BEBACK_TRY(keep, db.statement("rule/keep"));
    for (const RuleChange &change : changes) {
        bindChange(keep, rooftop, change).bind(":at", change.at);
        BEBACK_CHECK(keep.exec());
    }
    return {};
}

} // namespace beback
