#pragma once

#include "core/store/engine.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <initializer_list>

namespace beback {

class Connection;

// What a Statement borrows: the prepared query, kept by its connection. Private to core/store.
// On PostgreSQL it is prepared here and not by Qt, which asks the server once for each: on a long line every one of them is waited for.
class StatementBody
{
public:
    StatementBody(Connection &owner, QString statementName, const QSqlDatabase &db);
    Result<void> prepare(const QString &sql);
    void bind(const char *placeholder, const QVariant &value);
    Result<void> exec();
    Error error() const;
    void poisonOwner(const Error &error);

    // See prepare_ahead.h.
    static int prepareAhead(Connection &connection, std::initializer_list<const char *> names);

    Connection &connection;
    QString name;
    QSqlQuery query;
    bool lent = false;

private:
    QString preparing(const QString &sql); // what the server is asked
    bool executeThere();

    // PostgreSQL only.
    QString m_there;        // what the server calls it
    QStringList m_holders;  // ":name", in the order of their places; one may have several
    QVariantList m_values;  // in that order
};

} // namespace beback
