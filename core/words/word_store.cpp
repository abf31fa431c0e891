#include "core/words/word_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

Statement &bindWords(Statement &statement, RooftopId rooftop, const OwnWords &words)
{
    statement.bind(":rooftop_id", rooftop).bind(":kind", toText(words.kind)).bind(":id", words.id).bind(":version", words.version);
    return statement.bind(":body", words.body).bind(":reason", words.reason).bind(":by_login", words.by);
}

} // namespace

Result<QVector<OwnWords>> readOwnWords(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("words/own"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<OwnWords> all;
    while (select.next()) {
        Columns c = select.columns();
        const auto kind = ownWordsKindFromText(c.text());
        OwnWords words;
        words.id = c.text();
        words.version = c.integer();
        words.body = c.text();
        words.reason = c.text();
        words.by = c.text();
        words.at = c.instant();
        if (!kind)
            continue; // of a newer Beback
        words.kind = *kind;
        all << words;
    }
    BEBACK_CHECK(select.finished());
    return all;
}

Result<int> countOwnWords(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("words/count"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    const int count = select.next() ? select.columns().integer() : 0;
    BEBACK_CHECK(select.finished());
    return count;
}

Result<void> addOwnWords(Connection &db, RooftopId rooftop, const OwnWords &words)
{
    auto added = db.inTransaction("words", [&]() -> Result<void> {
        BEBACK_TRY(add, db.statement("words/add"));
        bindWords(add, rooftop, words);
        if (db.engine() == Engine::Sqlite)
            add.bind(":at", words.at);
        return add.exec();
    });
    if (!added && added.error().code == Code::Conflict)
        return Error{Code::Conflict, QCoreApplication::translate("beback", "Somebody else changed these words a moment ago. Look at them again."), {}};
    return added;
}

Result<void> keepOwnWords(Connection &db, RooftopId rooftop, const QVector<OwnWords> &words)
{
    BEBACK_TRY(keep, db.statement("words/keep"));
    for (const OwnWords &one : words) {
        bindWords(keep, rooftop, one).bind(":at", one.at);
        BEBACK_CHECK(keep.exec());
    }
    return {};
}

} // namespace beback
