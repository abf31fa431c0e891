#pragma once

#include "core/base/random.h"
#include "core/store/engine.h"
#include "core/store/statement.h"

#include <QSqlDatabase>

#include <functional>
#include <memory>

namespace beback {

// One open store. Lives and dies in the thread that opened it, which is never the GUI thread's.
class Connection
{
public:
    enum class Mode { ReadWrite, Create /* when missing */ };

    // Errors, each a sentence to act on: Unavailable (not there, on a network file system, another host does not
    // answer), Denied (read-only file or folder), Corrupt (not a Beback file, damaged), Full, Newer.
    // Does not look at the schema: that is Migrator's.
    static Result<std::unique_ptr<Connection>> open(const StoreUrl &url, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Engine engine() const { return m_url.engine; }
    const StoreUrl &url() const { return m_url; }

    // The statement resources hold under this name ("queue/pick"), prepared once per connection.
    // A name that does not exist is a fault of ours: Internal.
    Result<Statement> statement(const char *name);

    // Runs `work` as one named transaction (SQLite: BEGIN IMMEDIATE). Its failure, or any failed statement in it, rolls
    // everything back; Busy runs the whole closure again, up to five times with growing pauses, so it must not touch
    // anything outside. Nested calls join the outer transaction.
    template <class Work> auto inTransaction(const char *name, Work work) -> decltype(work());

    // Runs after the outermost commit, in order; dropped on rollback. For change notices.
    void afterCommit(std::function<void()> notice);

private:
    friend class Migrator;
    friend class StatementBody;

    explicit Connection(StoreUrl url);
    Result<void> openSqlite(Mode mode);
    Result<void> openPostgresql();
    Result<void> begin();
    Result<void> commit(const char *name);
    void rollback();
    Result<void> run(const QString &sql); // the handful of statements that are not in files: BEGIN, PRAGMA …
    static void pauseBeforeRetry(int attempt);
    static bool worthRetrying(const Error &error) { return error.code == Code::Busy; }

    StoreUrl m_url;
    QString m_name;
    QSqlDatabase m_db;
    QHash<QByteArray, std::shared_ptr<StatementBody>> m_statements;
    QVector<std::function<void()>> m_notices;
    int m_depth = 0;
    std::optional<Error> m_poison; // the first failure inside the transaction: SQLite would commit the rest
};

template <class Work> auto Connection::inTransaction(const char *name, Work work) -> decltype(work())
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
        if (auto begun = begin(); !begun) {
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
            rollback();
            if (!worthRetrying(result.error()) || attempt >= 5)
                return result;
        }
        pauseBeforeRetry(attempt);
    }
}

} // namespace beback
