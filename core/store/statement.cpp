#include "core/store/statement.h"

#include "core/store/connection.h"
#include "core/store/sql_error.h"
#include "core/store/statement_body.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>

namespace beback {

StatementBody::StatementBody(Connection &owner, QString statementName, const QSqlDatabase &db)
    : connection(owner), name(std::move(statementName)), query(db)
{
    // Forward only, QPSQL would fetch row by row and lose the rest of one read at the next statement.
    query.setForwardOnly(connection.engine() == Engine::Sqlite);
}

Error StatementBody::error() const
{
    return connection.failure(query.lastError(), name);
}

void StatementBody::poisonOwner(const Error &error)
{
    connection.poison(error);
}

Result<void> StatementBody::prepare(const QString &sql)
{
    BEBACK_CHECK(connection.checkAlive(name));
    const Connection::Watched watched(connection);
    if (connection.engine() == Engine::Sqlite ? query.prepare(sql) : query.exec(preparing(sql)))
        return {};
    const Error failure = error();
    poisonOwner(failure);
    return failure;
}

void StatementBody::bind(const char *placeholder, const QVariant &value)
{
    const QLatin1String holder(placeholder);
    if (connection.engine() == Engine::Sqlite)
        return query.bindValue(holder, value);
    for (qsizetype i = 0; i < m_holders.size(); ++i)
        if (m_holders.at(i) == holder)
            m_values[i] = value;
}

Result<void> StatementBody::exec()
{
    BEBACK_CHECK(connection.checkAlive(name));
    const Connection::Watched watched(connection);
    if (connection.engine() == Engine::Sqlite ? query.exec() : executeThere())
        return {};
    const Error failure = error();
    const QString native = query.lastError().nativeErrorCode();
    query.finish();
    poisonOwner(failure);
    if (native == QLatin1String("0A000"))
        connection.forget(*this);
    return failure;
}

Statement::Statement(std::shared_ptr<StatementBody> body) : m_body(std::move(body))
{
    m_body->lent = true;
}

Statement::Statement(Statement &&other) noexcept = default;

Statement::~Statement()
{
    if (!m_body)
        return;
    m_body->query.finish(); // an unfinished read holds a lock and makes COMMIT fail
    m_body->lent = false;
}

Statement &Statement::bind(const char *placeholder, const QString &value)
{
    QString bound = value.isNull() ? QString::fromLatin1("") : value;
    // PostgreSQL has no U+0000 in a text, and QPSQL would cut the whole statement off there.
    if (m_body->connection.engine() == Engine::Postgresql)
        bound.remove(QChar(0));
    m_body->bind(placeholder, bound);
    return *this;
}

Statement &Statement::bind(const char *placeholder, qint64 value)
{
    m_body->bind(placeholder, value);
    return *this;
}

Statement &Statement::bind(const char *placeholder, bool value)
{
    m_body->bind(placeholder, value);
    return *this;
}

Statement &Statement::bind(const char *placeholder, double value)
{
    m_body->bind(placeholder, value);
    return *this;
}

Statement &Statement::bindNull(const char *placeholder)
{
    m_body->bind(placeholder, QVariant());
    return *this;
}

Statement &Statement::bindList(const char *placeholder, const QStringList &values)
{
    const QJsonDocument list(QJsonArray::fromStringList(values));
    return bind(placeholder, QString::fromUtf8(list.toJson(QJsonDocument::Compact)));
}

Result<void> Statement::exec()
{
    return m_body->exec();
}

bool Statement::next()
{
    return m_body->query.next();
}

qint64 Statement::affected() const
{
    return m_body->query.numRowsAffected();
}

Result<void> Statement::finished()
{
    if (!m_body->query.lastError().isValid())
        return {};
    const Error failure = m_body->error();
    m_body->poisonOwner(failure);
    return failure;
}

QString Columns::text()
{
    return m_body.query.value(m_column++).toString();
}

QByteArray Columns::utf8()
{
    const QVariant value = m_body.query.value(m_column++);
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
}

qint64 Columns::int64()
{
    return m_body.query.value(m_column++).toLongLong();
}

int Columns::integer()
{
    return m_body.query.value(m_column++).toInt();
}

bool Columns::boolean()
{
    return m_body.query.value(m_column++).toBool();
}

double Columns::real()
{
    return m_body.query.value(m_column++).toDouble();
}

Instant Columns::instant()
{
    return {int64()};
}

std::optional<Instant> Columns::instantOrNone()
{
    const QVariant value = m_body.query.value(m_column++);
    return value.isNull() ? std::nullopt : std::optional(Instant{value.toLongLong()});
}

} // namespace beback
