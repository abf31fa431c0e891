#pragma once

#include "core/store/engine.h"

#include <QSqlQuery>

namespace beback {

class Connection;

// What a Statement borrows: the prepared query, kept by its connection. Private to core/store.
class StatementBody
{
public:
    StatementBody(Connection &owner, QString statementName, const QSqlDatabase &db);
    Result<void> prepare(const QString &sql);
    Result<void> exec();
    Error error() const;
    void poisonOwner(const Error &error);

    Connection &connection;
    QString name;
    QSqlQuery query;
    bool lent = false;
};

} // namespace beback
