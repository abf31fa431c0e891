#include "core/words/word_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

Statement &bindChange(Statement &statement, RooftopId rooftop, const WordChange &change)
{
    statement.bind(":rooftop_id", rooftop).bind(":kind", toText(change.kind)).bind(":id", change.id).bind(":version", change.version);
    statement.bind(":body", QString::fromUtf8(change.body)).bind(":shipped", change.over);
    return statement.bind(":reason", change.reason).bind(":by_login", change.by);
}

} // namespace

Result<QVector<WordChange>> readWordChanges(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("words/own"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<WordChange> changes;
    while (select.next()) {
        Columns c = select.columns();
        const auto kind = wordKindFromText(c.text());
        if (!kind)
            continue;
        WordChange change;
        change.kind = *kind;
        change.id = c.text();
        change.version = c.integer();
        change.body = c.utf8();
        change.over = c.text();
        change.reason = c.text();
        change.by = c.text();
        change.at = c.instant();
        changes << change;
    }
    BEBACK_CHECK(select.finished());
    return changes;
}

Result<int> countWordChanges(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("words/count"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    const int count = select.next() ? select.columns().integer() : 0;
    BEBACK_CHECK(select.finished());
    return count;
}

Result<void> addWordChange(Connection &db, RooftopId rooftop, const WordChange &change)
{
    auto added = db.inTransaction("words", [&]() -> Result<void> {
        BEBACK_TRY(add, db.statement("words/add"));
        bindChange(add, rooftop, change);
        if (db.engine() == Engine::Sqlite)
            add.bind(":at", change.at);
        return add.exec();
    });
    if (!added && added.error().code == Code::Conflict)
        return Error{Code::Conflict,
                     QCoreApplication::translate("beback", "Somebody else changed these words a moment ago. Look at them again."), {}};
    return added;
}

Result<void> keepWordChanges(Connection &db, RooftopId rooftop, const QVector<WordChange> &changes)
{
    BEBACK_TRY(keep, db.statement("words/keep"));
    for (const WordChange &change : changes) {
        bindChange(keep, rooftop, change).bind(":at", change.at);
        BEBACK_CHECK(keep.exec());
    }
    return {};
}

} // namespace beback
