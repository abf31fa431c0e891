#pragma once

#include <QJsonArray>
#include <QString>

#include <memory>

struct pg_conn;

namespace beback::exchange_sim {

// The administrator's line to the simulated database, past Beback: what really stands there, and its clock. A failed statement
// is fatal: a simulation without its server has shown nothing.
class ServerLink
{
public:
    explicit ServerLink(const QString &url);

    QString sql(const QString &statement) const; // the first column of the first row
    QJsonArray json(const QString &statement) const; // the same, read as a JSON array

private:
    struct Close {
        void operator()(pg_conn *link) const;
    };
    std::unique_ptr<pg_conn, Close> m_link;
};

} // namespace beback::exchange_sim
