#include "server_link.h"

#include <QJsonDocument>

#include <libpq-fe.h>

namespace beback::exchange_sim {

void ServerLink::Close::operator()(pg_conn *link) const
{
    PQfinish(link);
}

ServerLink::ServerLink(const QString &url) : m_link(PQconnectdb(url.toUtf8().constData()))
{
    if (PQstatus(m_link.get()) != CONNECTION_OK)
        qFatal("the simulated database does not answer: %s", PQerrorMessage(m_link.get()));
}

QString ServerLink::sql(const QString &statement) const
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(m_link.get(), statement.toUtf8().constData()), &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        qFatal("%s : %s", qPrintable(statement.left(2000)), PQerrorMessage(m_link.get()));
    return PQntuples(result.get()) > 0 ? QString::fromUtf8(PQgetvalue(result.get(), 0, 0)) : QString();
}

QJsonArray ServerLink::json(const QString &statement) const
{
    return QJsonDocument::fromJson(sql(statement).toUtf8()).array();
}

} // namespace beback::exchange_sim
