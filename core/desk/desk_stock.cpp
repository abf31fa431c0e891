// What the rooftop has to sell today, brought in from a file.
#include "core/desk/desk_ask.h"

#include <QCoreApplication>
#include <QFile>

namespace beback {

namespace {

Result<StockRead> readFile(const QString &path, Instant now, const QString &zone)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::NotFound, QCoreApplication::translate("beback", "%1 cannot be read: %2").arg(path, file.errorString()), {}};
    return readStockCsv(file, now, zone);
}

} // namespace

QFuture<Result<StockRead>> Desk::putStock(QString path)
{
    const auto put = [path, body = m_body.get()](auto &at, const Workplace &own, auto keep) -> Result<StockRead> {
        BEBACK_TRY(read, readFile(path, own.clock().now(), own.rooftop().zone));
        BEBACK_TRY(version, keep(at, read.list));
        read.list.version = version;
        body->announce({});
        return read;
    };
    return m_body->askShared(
        [put](SharedPlace &at) { return put(at, at.own(), [](SharedPlace &place, const StockList &list) { return place.putStock(list); }); },
        [put, body = m_body.get()](Workplace &at) {
            return put(at, at, [body](Workplace &place, const StockList &list) { return place.putStock(list, body->login); });
        });
}

QFuture<Result<StockNews>> Desk::stock()
{
    return m_body->ask([](Workplace &at) -> Result<StockNews> {
        StockNews news;
        if (const auto list = at.stock()) {
            news.vehicles = int(list->vehicles.size());
            news.at = list->at;
            news.by = list->by;
            BEBACK_TRY(people, at.users(true));
            for (const Agent &agent : people)
                if (agent.login == list->by)
                    news.by = agent.name;
        }
        return news;
    });
}

} // namespace beback
