// How a statement is prepared and executed on PostgreSQL: as Qt does it, text by text, and several of them at once.

#include "core/store/connection.h"
#include "core/store/prepare_ahead.h"
#include "core/store/sql_catalog.h"
#include "core/store/statement_body.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>

#include <atomic>

namespace beback {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

// ":name" is a placeholder outside of quotes; "::" is a cast.
struct Placed {
    QString sql; // with $1, $2 … in their places
    QStringList holders;
};

Placed placed(const QString &sql)
{
    Placed found;
    QChar quote;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const QChar c = sql.at(i);
        const bool begins = quote.isNull() && c == QLatin1Char(':') && (i == 0 || sql.at(i - 1) != QLatin1Char(':'))
                            && i + 1 < sql.size() && isWord(sql.at(i + 1));
        if (!begins) {
            if (quote.isNull() ? c == QLatin1Char('\'') || c == QLatin1Char('"') : c == quote)
                quote = quote.isNull() ? c : QChar();
            found.sql += c;
            continue;
        }
        qsizetype end = i + 1;
        while (end < sql.size() && isWord(sql.at(end)))
            ++end;
        found.holders << sql.mid(i, end - i);
        found.sql += QLatin1Char('$') + QString::number(found.holders.size());
        i = end - 1;
    }
    return found;
}

QString literal(const QSqlDriver &driver, const QVariant &value)
{
    QSqlField field(QString(), value.metaType());
    if (value.isNull())
        field.clear();
    else
        field.setValue(value);
    return driver.formatValue(field);
}

} // namespace

QString StatementBody::preparing(const QString &sql)
{
    static std::atomic<int> number = 0;
    const Placed text = placed(sql);
    m_there = QStringLiteral("beback_%1").arg(++number);
    m_holders = text.holders;
    m_values = QVariantList(m_holders.size());
    return QStringLiteral("PREPARE %1 AS ").arg(m_there) + text.sql;
}

bool StatementBody::executeThere()
{
    QStringList values;
    for (const QVariant &value : std::as_const(m_values))
        values << literal(*connection.m_db.driver(), value);
    return query.exec(QStringLiteral("EXECUTE ") + m_there
                      + (values.isEmpty() ? QString() : QLatin1Char('(') + values.join(QLatin1String(", ")) + QLatin1Char(')')));
}

// In one text, which the server works off as one transaction: all of them, or none.
int StatementBody::prepareAhead(Connection &connection, std::initializer_list<const char *> names)
{
    if (connection.engine() == Engine::Sqlite || connection.isBroken() || connection.m_depth > 0)
        return 0;
    QString all;
    QHash<QByteArray, std::shared_ptr<StatementBody>> bodies;
    for (const char *name : names) {
        const auto sql = sql_catalog::text(connection.engine(), name);
        if (!sql || connection.m_statements.contains(name))
            continue;
        auto body = std::make_shared<StatementBody>(connection, QString::fromLatin1(name), connection.m_db);
        all += body->preparing(*sql) + QLatin1String(";\n");
        bodies.insert(name, std::move(body));
    }
    if (all.isEmpty())
        return 0;
    const Connection::Watched watched(connection);
    QSqlQuery query(connection.m_db);
    bool done = query.exec(all);
    while (done && query.nextResult()) {
        // one answer for each
    }
    if (!done || query.lastError().isValid())
        return 0;
    connection.m_statements.insert(bodies);
    return int(bodies.size());
}

int prepareAhead(Connection &connection, std::initializer_list<const char *> names)
{
    return StatementBody::prepareAhead(connection, names);
}

} // namespace beback
