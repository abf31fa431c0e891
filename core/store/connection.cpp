#include "core/store/connection.h"

#include "core/store/call_watch.h"
#include "core/store/file_checks.h"
#include "core/store/sealed_vfs.h"
#include "core/store/sql_catalog.h"
#include "core/store/sql_error.h"
#include "core/store/statement_body.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>
#include <QUuid>

namespace beback {

namespace {

// "BBAK": tells a Beback file from any other SQLite file.
constexpr qint64 ApplicationId = 0x4242414b;

} // namespace

Connection::Connection(StoreUrl url) : m_url(std::move(url)), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

Connection::~Connection()
{
    if (m_depth > 0)
        rollback();
    if (engine() == Engine::Sqlite) {
        m_statements.clear(); // queries go before their connection
        if (m_db.isOpen())
            m_db.close();
    }
    // On PostgreSQL they go after it: each would ask the server once to forget it, and the server forgets by itself.
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    m_statements.clear();
}

Result<std::unique_ptr<Connection>> Connection::open(const StoreUrl &url, Mode mode)
{
    // The window never waits: nothing but a process without one may open a store in its first thread.
    Q_ASSERT(!QCoreApplication::instance() || !QCoreApplication::instance()->inherits("QGuiApplication")
             || QThread::currentThread() != QCoreApplication::instance()->thread());
    std::unique_ptr<Connection> connection(new Connection(url));
    BEBACK_CHECK(url.engine == Engine::Sqlite ? connection->openSqlite(mode) : connection->openPostgresql());
    return connection;
}

Result<void> Connection::openSqlite(Mode mode)
{
    BEBACK_CHECK(checkDatabaseFile(m_url.path, mode == Mode::Create));
    if (!QFileInfo::exists(m_url.path))
        BEBACK_CHECK(makePrivateFile(m_url.path));

    BEBACK_TRY(seal, readSeal(m_url.path));
    if (seal && !seal_ring::find(*seal))
        return Error{Code::Unavailable,
                     QCoreApplication::translate("beback", "%1 is encrypted, and its key is not at hand here. It was not changed. It is opened by the "
                                                           "desk it belongs to: name the shared database with --db, as the person whose desk it is.")
                         .arg(m_url.path),
                     SealedNoKey};
    m_isSealed = seal.has_value();
    m_file = std::make_unique<OpenStoreFile>(m_url.path);
    m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (!m_db.isValid())
        return Error{Code::Unavailable,
                     QCoreApplication::translate("beback", "Qt's SQLite driver is missing. Install the package "
                                                           "libqt6sql6-sqlite."),
                     {}};
    m_db.setDatabaseName(seal ? sealed_vfs::uriOf(m_url.path, *seal) : m_url.path);
    m_db.setConnectOptions(seal ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_URI") : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const auto failed = [&](const QSqlError &error, const char *where) {
        const Error plain = errorFrom(engine(), error, QLatin1String(where));
        return seal && plain.code == Code::Corrupt ? notAsWritten(plain.detail) : plain;
    };
    if (!m_db.open())
        return failed(m_db.lastError(), "open");

    QSqlQuery query(m_db);
    query.exec(QStringLiteral("PRAGMA temp_store=MEMORY")); // before anything could need a file beside this one
    qint64 application = 0, tables = 0;
    if (!query.exec(QStringLiteral("PRAGMA application_id")) || !query.next()) {
        Error error = failed(query.lastError(), "application_id");
        if (error.code == Code::Corrupt && !seal)
            error.message = QCoreApplication::translate("beback", "%1 is not a Beback file, or it is damaged. It was not changed. "
                                                                  "Name another file, or restore a backup.").arg(m_url.path);
        return error;
    }
    application = query.value(0).toLongLong();
    BEBACK_TRY(countTables, sql_catalog::text(engine(), "store/tables_counted"));
    if (!query.exec(countTables) || !query.next())
        return errorFrom(engine(), query.lastError(), QStringLiteral("store/tables_counted"));
    tables = query.value(0).toLongLong();
    query.finish();
    if (application != ApplicationId && (application != 0 || tables != 0))
        return Error{Code::Corrupt,
                     QCoreApplication::translate("beback", "%1 belongs to another program. It was not changed. Name "
                                                           "another file.")
                         .arg(m_url.path),
                     {}};

    // FULL: an acknowledged record survives a power cut. WAL: readers do not wait for the writer.
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-16384",
                               "PRAGMA secure_delete=FAST"})
        BEBACK_CHECK(run(QLatin1String(pragma)));
    if (application != ApplicationId)
        BEBACK_CHECK(run(QStringLiteral("PRAGMA application_id=%1").arg(ApplicationId)));
    return {};
}

Result<Statement> Connection::statement(const char *name)
{
    const QByteArray key = QByteArray::fromRawData(name, qsizetype(qstrlen(name)));
    auto found = m_statements.constFind(key);
    if (found == m_statements.constEnd()) {
        BEBACK_TRY(sql, sql_catalog::text(engine(), key));
        auto body = std::make_shared<StatementBody>(*this, QString::fromLatin1(key), m_db);
        BEBACK_CHECK(body->prepare(sql));
        found = m_statements.insert(QByteArray(name), std::move(body));
    }
    if ((*found)->lent)
        return Error{Code::Internal, QStringLiteral("A statement is used twice at once."), QString::fromLatin1(key)};
    return Statement(*found);
}

Result<void> Connection::run(const QString &sql)
{
    const QString where = sql.section(QLatin1Char(' '), 0, 1);
    BEBACK_CHECK(checkAlive(where));
    QSqlQuery query(m_db);
    const Watched watched(*this);
    if (query.exec(sql))
        return {};
    const Error error = failure(query.lastError(), where);
    poison(error);
    return error;
}

Result<void> Connection::checkAlive(const QString &where)
{
    if (!isBroken())
        return {};
    const Error error = failure({}, where);
    poison(error);
    return error;
}

void Connection::forget(const StatementBody &statement)
{
    m_statements.remove(statement.name.toLatin1());
}

void Connection::poison(const Error &error)
{
    if (m_depth > 0 && !m_poison)
        m_poison = error;
}

// How SQLite commits from now on. In WAL mode a commit that is not waited for is on the disk with the next that is.
Result<void> Connection::use(Commit kind)
{
    if (kind == m_commit || engine() != Engine::Sqlite)
        return {};
    BEBACK_CHECK(run(kind == Commit::Durable ? QStringLiteral("PRAGMA synchronous=FULL") : QStringLiteral("PRAGMA synchronous=NORMAL")));
    m_commit = kind;
    return {};
}

// FTS5 (of SQLite 3.40) takes what it counted of its rows for nothing where it could not read it, and the read that failed had rolled
// the transaction back under it. Another one of its own that is taken back makes it read that again.
Result<void> Connection::trustSearchAgain()
{
    BEBACK_TRY(isThere, sql_catalog::text(engine(), "store/search_exists"));
    BEBACK_TRY(touch, sql_catalog::text(engine(), "store/search_touched"));
    QSqlQuery query(m_db);
    if (!query.exec(isThere) || !query.next())
        return failure(query.lastError(), QStringLiteral("store/search_exists"));
    const bool has = query.value(0).toInt() > 0;
    query.finish();
    if (has) {
        BEBACK_CHECK(run(QStringLiteral("BEGIN IMMEDIATE")));
        const auto touched = run(touch);
        if (!touched) {
            rollback();
            return touched.error();
        }
        BEBACK_CHECK(run(QStringLiteral("ROLLBACK")));
    }
    m_doubtsSearch = false;
    return {};
}

Result<void> Connection::begin(Commit kind)
{
    if (m_doubtsSearch)
        BEBACK_CHECK(trustSearchAgain());
    BEBACK_CHECK(use(kind));
    // Qt's transaction() begins deferred on SQLite; a read followed by a write then fails at once when another process
    // wrote in between, and no busy timeout helps. IMMEDIATE waits its turn instead.
    BEBACK_CHECK(run(engine() == Engine::Sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN")));
    m_depth = 1;
    m_poison.reset();
    return {};
}

Result<void> Connection::commit(const char *name)
{
    if (!m_poison && isTransactionAborted()) // PostgreSQL would answer COMMIT with a quiet ROLLBACK
        m_poison = Error{Code::Internal, QStringLiteral("A failed transaction was about to be saved."), QLatin1String(name)};
    if (m_poison) {
        const Error first = *m_poison;
        rollback();
        return first;
    }
    if (auto committed = run(QStringLiteral("COMMIT")); !committed) {
        Error error = committed.error();
        error.detail += QStringLiteral(" in transaction %1").arg(QLatin1String(name));
        rollback();
        return error;
    }
    m_depth = 0;
    (void)use(Commit::Durable); // where it fails, the next transaction asks for it again and says so
    const auto notices = std::exchange(m_notices, {});
    for (const auto &notice : notices)
        notice();
    return {};
}

void Connection::rollback()
{
    m_doubtsSearch = m_doubtsSearch || (engine() == Engine::Sqlite && m_poison && m_poison->code == Code::Unavailable);
    for (const auto &body : std::as_const(m_statements))
        body->query.finish();
    if (!isBroken()) { // a server whose connection is gone rolls back by itself
        QSqlQuery query(m_db);
        const Watched watched(*this);
        query.exec(QStringLiteral("ROLLBACK")); // fails harmlessly where SQLite rolled back by itself (disk full)
    }
    m_depth = 0;
    (void)use(Commit::Durable);
    m_poison.reset();
    m_notices.clear();
}

void Connection::afterCommit(std::function<void()> notice)
{
    if (m_depth > 0)
        m_notices << std::move(notice);
    else
        notice();
}

void Connection::pauseBeforeRetry(int attempt)
{
    // Random, so that two desks do not meet again at the same moment. Never in the GUI thread: no connection lives there.
    QThread::msleep(5u + QRandomGenerator::global()->bounded(20u << attempt));
}

} // namespace beback
