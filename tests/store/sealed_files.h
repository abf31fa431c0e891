#pragma once

#include "core/store/file_checks.h"
#include "core/store/sealed_file.h"
#include "core/store/sealed_vfs.h"
#include "tests/support/temp_store.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <functional>
#include <sys/wait.h>
#include <unistd.h>

// Sealed files, and SQLite beside the store to try things with.

namespace beback::test {

inline const QByteArrayList Canaries = {"Zebulon", "Quackenbush", "5125550199", "zq@example.com", "walks with a cane", "CREATE TABLE", "SQLite format"};

// Whatever lies beside the file under its name, too.
inline QByteArray everythingAt(const QString &path)
{
    QByteArray all;
    const QFileInfo file(path);
    for (const QFileInfo &one : QDir(file.absolutePath()).entryInfoList({file.fileName() + QLatin1Char('*')}, QDir::Files)) {
        QFile raw(one.filePath());
        if (!raw.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(one.filePath()));
        all += raw.readAll();
    }
    return all;
}

inline QByteArrayList told(const QString &path)
{
    const QByteArray all = everythingAt(path);
    QByteArrayList found;
    for (const QByteArray &word : Canaries)
        if (all.contains(word))
            found << word;
    return found;
}

// SQLite past the store, so that any statement may be tried.
class Sql
{
public:
    explicit Sql(const QString &path) : m_name(QStringLiteral("sql %1").arg(++count))
    {
        m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        const auto seal = sealOf(path);
        m_db.setDatabaseName(seal ? sealed_vfs::uriOf(path, *seal) : path);
        m_db.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(5000));
        m_db.open();
        run(QStringLiteral("PRAGMA temp_store=MEMORY"));
    }
    ~Sql()
    {
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    QString run(const QString &sql) // the first value, or "! " and the native code
    {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        if (!query.exec(sql))
            return QStringLiteral("! ") + query.lastError().nativeErrorCode();
        QString first = query.next() ? query.value(0).toString() : QString();
        while (query.next()) {
            // every row is read
        }
        return query.lastError().isValid() ? QStringLiteral("! ") + query.lastError().nativeErrorCode() : first;
    }

private:
    static inline int count = 0;
    QString m_name;
    QSqlDatabase m_db;
};

inline const QString Rows = QStringLiteral("WITH RECURSIVE r(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM r WHERE i < %1) ");

// In a process of its own, which dies the way a computer does. No store may be open here meanwhile.
inline int inChild(const std::function<void()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
}

// A file in a folder of its own, and the seal it is to have.
struct SealedFiles {
    void fresh()
    {
        folder = std::make_unique<QTemporaryDir>();
        path = folder->filePath(QStringLiteral("a desk's 100% own?#.db"));
        name = SealName::random();
        key = SealKey::random();
        seal_ring::put(name, key);
    }

    // One more person in the store, by the ways Beback itself writes.
    static void work(const QString &at)
    {
        auto db = Connection::open(StoreUrl{Engine::Sqlite, at, {}}, Connection::Mode::Create);
        if (!db)
            qFatal("%s", qPrintable(db.error().message + db.error().detail));
        const ManualClock clock{Instant{qint64(1794844800) * 1000000}};
        if (const auto migrated = Migrator::migrate(**db, clock.now()); !migrated)
            qFatal("%s", qPrintable(migrated.error().message));
        SystemRandom random;
        PlanBook plans;
        const auto shipped = loadShippedPlans();
        for (const Plan &plan : *shipped)
            plans.add(plan);
        Recorder recorder(**db, clock, random, Station{RooftopId{1}, QStringLiteral("desk-1")}, plans);
        LeadDraft draft = draftNamed(QStringLiteral("Zebulon Quackenbush"), QStringLiteral("5125550199"), QStringLiteral("zq@example.com"));
        draft.comments = QStringLiteral("walks with a cane");
        if (const auto recorded = recorder.recordNewCustomer(draft, QStringLiteral("system")); !recorded)
            qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
    }
    void seal(const QString &at)
    {
        const auto sealed = sealFile(at, name);
        VERIFY_OK(sealed);
        QVERIFY(*sealed);
        QCOMPARE(sealOf(at), std::optional(name));
    }
    void makeEmpty()
    {
        VERIFY_OK(makePrivateFile(path));
        seal(path);
    }
    void fill()
    {
        makeEmpty();
        Sql db(path);
        QCOMPARE(db.run(QStringLiteral("CREATE TABLE t (k INTEGER PRIMARY KEY, v)")), QString());
        QCOMPARE(db.run(QStringLiteral("INSERT INTO t (v) ") + Rows.arg(60) + QStringLiteral("SELECT 'Zebulon' || hex(randomblob(200)) FROM r")), QString());
        QCOMPARE(db.run(QStringLiteral("INSERT INTO t (v) VALUES (hex(randomblob(5000)))")), QString()); // with pages of its own
    }
    QByteArray bytes() const
    {
        QFile raw(path);
        return raw.open(QIODevice::ReadOnly) ? raw.readAll() : QByteArray();
    }
    void put(const QByteArray &all) const
    {
        QFile raw(path);
        if (!raw.open(QIODevice::WriteOnly) || raw.write(all) != all.size())
            qFatal("%s cannot be written", qPrintable(path));
    }
    QString everyAnswer()
    {
        Sql db(path);
        return db.run(QStringLiteral("SELECT sum(length(v)) FROM t")) + QLatin1Char(' ') + db.run(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    }
    std::unique_ptr<Connection> opened() const
    {
        auto db = Connection::open(StoreUrl{Engine::Sqlite, path, {}}, Connection::Mode::ReadWrite);
        if (!db)
            qFatal("%s", qPrintable(db.error().message + db.error().detail));
        return std::move(*db);
    }

    std::unique_ptr<QTemporaryDir> folder;
    QString path;
    SealName name;
    SealKey key = SealKey::random();
};

} // namespace beback::test
