#include "core/stock/stock_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

Statement &bindList(Statement &statement, RooftopId rooftop, const StockList &list, const QByteArray &body)
{
    statement.bind(":rooftop_id", rooftop).bind(":version", list.version);
    return statement.bind(":body", QString::fromUtf8(body)).bind(":by_login", list.by);
}

Error replacedMeanwhile()
{
    return {Code::Conflict,
            QCoreApplication::translate("beback", "Somebody else brought in a stock list a moment ago. Look at it before you bring in yours."), {}};
}

} // namespace

Result<std::optional<StockList>> readStock(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("stock/read"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    if (!select.next()) {
        BEBACK_CHECK(select.finished());
        return std::optional<StockList>();
    }
    Columns c = select.columns();
    const int version = c.integer();
    BEBACK_TRY(list, StockList::fromJson(c.utf8()));
    list.version = version;
    list.by = c.text();
    list.at = c.instant();
    BEBACK_CHECK(select.finished());
    return std::optional<StockList>(std::move(list));
}

Result<int> stockVersion(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("stock/version"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    const int version = select.next() ? select.columns().integer() : 0;
    BEBACK_CHECK(select.finished());
    return version;
}

Result<void> putStock(Connection &db, RooftopId rooftop, const StockList &list)
{
    const QByteArray body = list.toJson();
    if (body.size() > StockBodyLimit)
        return Error{Code::Invalid,
                     QCoreApplication::translate("beback", "This stock list is larger than 4 MB. Export only what this store has for sale."), {}};
    auto put = db.inTransaction("stock", [&]() -> Result<void> {
        if (db.engine() == Engine::Sqlite) { // a shared database looks itself
            BEBACK_TRY(last, stockVersion(db, rooftop));
            if (list.version != last + 1)
                return replacedMeanwhile();
        }
        BEBACK_TRY(statement, db.statement("stock/put"));
        bindList(statement, rooftop, list, body);
        if (db.engine() == Engine::Sqlite)
            statement.bind(":at", list.at);
        return statement.exec();
    });
    if (!put && put.error().code == Code::Conflict)
        return replacedMeanwhile();
    return put;
}

Result<void> keepStock(Connection &db, RooftopId rooftop, const StockList &list)
{
    BEBACK_TRY(keep, db.statement("stock/keep"));
    bindList(keep, rooftop, list, list.toJson()).bind(":at", list.at);
    return keep.exec();
}

} // namespace beback
