#pragma once

#include "core/base/random.h"
#include "core/store/engine.h"
#include "core/store/statement.h"

#include <QSqlDatabase>

#include <functional>
#include <memory>

namespace beback {

// In Error::detail of open(): the file is sealed (seal.h), and its key is not on the ring.
inline const QString SealedNoKey = QStringLiteral("sealed, no key");

class CallWatch;
class OpenStoreFile;

// One open store. Lives and dies in the thread that opened it, which is never the GUI thread's.
class Connection
{
public:
    enum class Mode { ReadWrite, Create /* when missing */ };

    // Errors, each a sentence to act on: Unavailable (not there, on a network file system, another host does not
    // answer), Denied (read-only file or folder, password, certificate), NotFound, Corrupt (not a Beback file, damaged),
    // Full, Newer. PostgreSQL's, one by one: postgresql_failure.h. Does not look at the schema: that is Migrator's.
    static Result<std::unique_ptr<Connection>> open(const StoreUrl &url, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Engine engine() const { return m_url.engine; }
    const StoreUrl &url() const { return m_url; }

    bool isSealed() const { return m_isSealed; } // what lies on the disk is encrypted (SQLite only)

    // PostgreSQL only; a file never breaks and is never in between. No call lasts longer than the deadline (20 s unless
    // set; zero or less: none, for what may take its time): then the connection is cut, the call fails with
    // Unavailable, and isBroken() stays true: open another one. Opening has libpq's own limit of 5 s an address.
    void setDeadline(Duration deadline);
    Duration deadline() const; // zero on SQLite
    bool isBroken() const;
    bool isOpen() const { return m_db.isOpen() && !isBroken(); }
    // TLS without a full check of the certificate, to another machine: the URI said so. To be warned of, in sight.
    bool isUnverified() const { return m_unverified; }

    // The statement resources hold under this name ("queue/pick"), prepared once per connection.
    // A name that does not exist is a fault of ours: Internal.
    Result<Statement> statement(const char *name);

    // Runs `work` as one named transaction (SQLite: BEGIN IMMEDIATE). Its failure, or any failed statement in it, rolls
    // everything back; Busy runs the whole closure again, up to five times with growing pauses, so it must not touch
    // anything outside. Nested calls join the outer transaction.
    // What was committed is on the disk; or, for what can be fetched again, on its way there: a power cut may take it back,
    // with everything that was committed so after it, and nothing that was committed Durable. PostgreSQL's are all durable.
    enum class Commit { Durable, Fetchable };
    template <class Work> auto inTransaction(const char *name, Work work, Commit kind = Commit::Durable) -> decltype(work());

    // PostgreSQL only. Calls `told` in the thread of `context`, which must be this connection's and have an event loop, for
    // every notice on the channel. Whatever was sent while the connection was down is lost.
    Result<void> listen(const QString &channel, QObject *context, std::function<void()> told);
    // PostgreSQL only: what the server stores instead of the password (SCRAM-SHA-256, RFC 5803), so that it never sees it.
    // Empty for an empty password.
    Result<QString> passwordVerifier(const QString &login, const QString &password);

    // Runs after the outermost commit, in order; dropped on rollback. For change notices.
    void afterCommit(std::function<void()> notice);

private:
    friend class Migrator;
    friend class StatementBody;

    explicit Connection(StoreUrl url);
    Result<void> openSqlite(Mode mode);
    Result<void> openPostgresql();
    Result<void> begin(Commit kind);
    Result<void> trustSearchAgain();
    Result<void> use(Commit kind);
    Result<void> commit(const char *name);
    void rollback();
    Result<void> run(const QString &sql); // as it is, not prepared: BEGIN, PRAGMA, migrations …
    Result<void> actAsOwner();
    Error failure(const QSqlError &error, const QString &where) const;
    Result<void> checkAlive(const QString &where);
    void poison(const Error &error);
    void forget(const StatementBody &statement); // it is prepared anew the next time
    bool isTransactionAborted() const;

    // Around every call to the server; see CallWatch.
    class Watched
    {
    public:
        explicit Watched(Connection &connection);
        ~Watched();
        Watched(const Watched &) = delete;
        Watched &operator=(const Watched &) = delete;

    private:
        CallWatch *m_watch;
    };
    static void pauseBeforeRetry(int attempt);
    static bool worthRetrying(const Error &error) { return error.code == Code::Busy; }

    StoreUrl m_url;
    QString m_name;
    QSqlDatabase m_db;
    std::unique_ptr<CallWatch> m_watch; // PostgreSQL only
    std::unique_ptr<OpenStoreFile> m_file; // SQLite only
    QString m_place;                    // the host, for sentences
    bool m_unverified = false;
    bool m_isSealed = false;
    QHash<QByteArray, std::shared_ptr<StatementBody>> m_statements;
    QVector<std::function<void()>> m_notices;
    int m_depth = 0;
    Commit m_commit = Commit::Durable;
    // The first failure inside the transaction: SQLite would commit the rest, PostgreSQL answer everything after with 25P02.
    std::optional<Error> m_poison;
    bool m_doubtsSearch = false; // a read failed within a transaction: see trustSearchAgain()
};

template <class Work> auto Connection::inTransaction(const char *name, Work work, Commit kind) -> decltype(work())
{
    if (m_depth > 0) {
        ++m_depth;
        auto result = work();
        --m_depth;
        if (!result && !m_poison)
            m_poison = result.error();
        return result;
    }
    for (int attempt = 1;; ++attempt) {
        if (auto begun = begin(kind); !begun) {
            if (worthRetrying(begun.error()) && attempt < 5) {
                pauseBeforeRetry(attempt);
                continue;
            }
            return begun.error();
        }
        auto result = work();
        if (result) {
            if (auto committed = commit(name)) {
                return result;
            } else if (!worthRetrying(committed.error()) || attempt >= 5) {
                return committed.error();
            }
        } else {
            const Error first = m_poison.value_or(result.error());
            rollback();
            if (!(worthRetrying(first) || worthRetrying(result.error())) || attempt >= 5)
                return result;
        }
        pauseBeforeRetry(attempt);
    }
}

} // namespace beback
