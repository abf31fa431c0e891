// What a Connection does on PostgreSQL alone.

#include "core/store/call_watch.h"
#include "core/store/connection.h"
#include "core/store/postgresql_failure.h"
#include "core/store/sql_catalog.h"
#include "core/store/sql_error.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <libpq-fe.h>

#include <clocale>

namespace beback {

namespace {

constexpr Duration StandardDeadline = std::chrono::seconds(20); // after the server's own statement_timeout of 15
constexpr int OldestServer = 150000;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// None when there is no connection. Qt names the type by its tag.
PGconn *linkOf(const QSqlDatabase &db)
{
    const QVariant handle = db.isValid() ? db.driver()->handle() : QVariant();
    return qstrcmp(handle.typeName(), "pg_conn*") == 0 || qstrcmp(handle.typeName(), "PGconn*") == 0
               ? *static_cast<PGconn *const *>(handle.constData())
               : nullptr;
}

// libpq's own sentences come in English while this lives, in this thread.
class EnglishMessages
{
public:
    EnglishMessages() : m_english(newlocale(LC_MESSAGES_MASK, "C", duplocale(uselocale(nullptr)))), m_before(uselocale(m_english)) {}
    ~EnglishMessages()
    {
        uselocale(m_before);
        if (m_english)
            freelocale(m_english);
    }
    EnglishMessages(const EnglishMessages &) = delete;
    EnglishMessages &operator=(const EnglishMessages &) = delete;

private:
    locale_t m_english, m_before;
};

} // namespace

Connection::Watched::Watched(Connection &connection) : m_watch(connection.m_watch.get())
{
    if (m_watch)
        m_watch->begin(PQsocket(linkOf(connection.m_db)));
}

Connection::Watched::~Watched()
{
    if (m_watch)
        m_watch->end();
}

Result<void> Connection::openPostgresql()
{
    BEBACK_TRY(target, PostgresqlTarget::parse(m_url.uri));
    m_place = target.place();
    m_unverified = target.isUnverified;
    m_db = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    if (!m_db.isValid())
        return Error{Code::Unavailable, tr("Qt's PostgreSQL driver is missing. Install the package libqt6sql6-psql."), {}};
    m_db.setHostName(target.host);
    m_db.setDatabaseName(target.database);
    if (!target.port.isEmpty())
        m_db.setPort(target.port.toInt());
    m_db.setUserName(target.user);
    m_db.setPassword(target.password);
    m_db.setConnectOptions(target.options);
    {
        const EnglishMessages english;
        if (!m_db.open()) {
            LinkFailure why = linkFailureFrom(m_db.lastError().databaseText());
            if (why == LinkFailure::Other)
                why = linkFailureFrom(failureInCodes(target));
            return linkError(why, target);
        }
    }
    const int version = PQserverVersion(linkOf(m_db));
    if (version == 0) // the line went again while Qt asked its own questions
        return linkError(LinkFailure::NoAnswer, target);
    if (version < OldestServer)
        return linkError(LinkFailure::TooOld, target);
    m_watch = std::make_unique<CallWatch>();
    setDeadline(StandardDeadline);
    return actAsOwner();
}

// An administrator works on the store as its owner, so that what they make belongs to no person.
Result<void> Connection::actAsOwner()
{
    BEBACK_TRY(sql, sql_catalog::text(engine(), "store/act_as_owner"));
    return run(sql);
}

void Connection::setDeadline(Duration deadline)
{
    if (m_watch)
        m_watch->setDeadline(deadline);
}

Duration Connection::deadline() const
{
    return m_watch ? m_watch->deadline() : Duration(0);
}

bool Connection::isBroken() const
{
    return engine() == Engine::Postgresql && PQstatus(linkOf(m_db)) != CONNECTION_OK;
}

bool Connection::isTransactionAborted() const
{
    return engine() == Engine::Postgresql && PQtransactionStatus(linkOf(m_db)) == PQTRANS_INERROR;
}

Error Connection::failure(const QSqlError &error, const QString &where) const
{
    Error failure = errorFrom(engine(), error, where);
    if (engine() != Engine::Postgresql)
        return failure;
    if (m_watch && m_watch->hasFired())
        return {Code::Unavailable, tr("The database at %1 does not answer.").arg(m_place), failure.detail + QStringLiteral(" deadline")};
    if (failure.code == Code::Unavailable)
        failure.message = tr("The connection to the database at %1 was lost.").arg(m_place);
    return failure;
}

Result<void> Connection::listen(const QString &channel, QObject *context, std::function<void()> told)
{
    // Queued: whoever is told may close this connection, and the driver is still reading its notices.
    QObject::connect(m_db.driver(), &QSqlDriver::notification, context,
                     [channel, told = std::move(told)](const QString &name, QSqlDriver::NotificationSource, const QVariant &) {
                         if (name == channel)
                             told();
                     }, Qt::QueuedConnection);
    const Watched watched(*this);
    if (m_db.driver()->subscribeToNotification(channel))
        return {};
    return failure(m_db.driver()->lastError(), QStringLiteral("listen"));
}

Result<QString> Connection::passwordVerifier(const QString &login, const QString &password)
{
    if (password.isEmpty())
        return QString::fromLatin1("");
    const Watched watched(*this); // asks the server nothing, but may look at it
    char *verifier = PQencryptPasswordConn(linkOf(m_db), password.toUtf8().constData(), login.toUtf8().constData(), "scram-sha-256");
    if (!verifier)
        return Error{Code::Unavailable, tr("The password could not be prepared. Choose another one."), {}};
    const QString text = QString::fromLatin1(verifier);
    PQfreemem(verifier);
    return text;
}

} // namespace beback
