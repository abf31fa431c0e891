// What the rooftop has to sell today.
#include "core/desk/workplace.h"

#include "core/stock/stock_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

Result<bool> Workplace::freshStock()
{
    BEBACK_TRY(version, stockVersion(*m_db, m_station.rooftop));
    if (version == (m_stock ? m_stock->version : 0))
        return false;
    auto list = readStock(*m_db, m_station.rooftop);
    if (!list && list.error().code != Code::Corrupt)
        return list.error();
    if (!list) { // a list is no reason to keep the store closed: there is none until the next is brought in
        qWarning("%s", qPrintable(list.error().message));
        list = std::optional<StockList>(StockList());
        (*list)->version = version;
    }
    m_stock = *list ? std::make_shared<const StockList>(**list) : nullptr;
    return true;
}

Result<StockList> Workplace::stockToPut(StockList list, const QString &login)
{
    BEBACK_CHECK(mustBeManager(login, tr("Only a manager brings in the stock list. Ask one of yours to.")));
    BEBACK_CHECK(freshStock());
    list.version = (m_stock ? m_stock->version : 0) + 1;
    list.by = login;
    list.at = m_clock.now();
    return list;
}

Result<int> Workplace::putStock(StockList given, const QString &login)
{
    BEBACK_TRY(shared, setting(QStringLiteral("rooftop_id")));
    if (!shared.isEmpty())
        return Error{Code::Unavailable,
                     tr("The desks of a shared database have one stock list, so it is brought in there, and it does not answer. Try again "
                        "when it is back."), {}};
    BEBACK_TRY(list, stockToPut(std::move(given), login));
    BEBACK_CHECK(beback::putStock(*m_db, m_station.rooftop, list));
    (void)freshStock(); // it is kept, whether it can be read again at once or not
    return list.version;
}

Result<bool> Workplace::takeStock(const StockList &list)
{
    BEBACK_CHECK(m_db->inTransaction("stock", [&] { return keepStock(*m_db, m_station.rooftop, list); }, Connection::Commit::Fetchable));
    return freshStock();
}

} // namespace beback
