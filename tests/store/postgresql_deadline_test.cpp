// A server that stands still holds nobody up, a lost connection says so, and what two do to each other is run again.

#include "tests/support/temp_store.h"

#include <QElapsedTimer>

#include <csignal>
#include <thread>

using namespace beback;
using namespace beback::test;

namespace {

TempPostgres &server()
{
    return TempPostgres::server();
}

std::unique_ptr<Connection> linkTo(const QString &database)
{
    auto opened = Connection::open(StoreUrl{Engine::Postgresql, {}, server().url(database)}, Connection::Mode::ReadWrite);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(*opened);
}

Result<void> set(Connection &db, const QString &name, const QString &value)
{
    BEBACK_TRY(put, db.statement("people/setting_set"));
    return put.bind(":name", name).bind(":value", value).exec();
}

Result<QString> get(Connection &db, const QString &name)
{
    BEBACK_TRY(select, db.statement("people/setting_get"));
    BEBACK_CHECK(select.bind(":name", name).exec());
    return select.next() ? select.columns().text() : QString();
}

// The server's process behind the only connection of Beback's to this database.
pid_t processOf(const QString &database)
{
    const QString pid = server().sql(QStringLiteral("postgres"),
                                     QStringLiteral("SELECT pid FROM pg_stat_activity WHERE application_name = 'beback' AND datname = '%1'").arg(database));
    if (pid.isEmpty())
        qFatal("no process of the server's is behind the connection");
    return pid_t(pid.toInt());
}

// Stands still while this lives.
class Frozen
{
public:
    explicit Frozen(pid_t process) : m_process(process) { ::kill(m_process, SIGSTOP); }
    ~Frozen() { ::kill(m_process, SIGCONT); }

private:
    pid_t m_process;
};

constexpr Duration Short = std::chrono::milliseconds(300);

} // namespace

class PostgresqlDeadlineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFrozenServerIsGivenUpWithinTheDeadline()
    {
        const QString database = server().freshDatabase();
        auto db = linkTo(database);
        VERIFY_OK(set(*db, QStringLiteral("a"), QStringLiteral("1")));
        QVERIFY(db->isOpen());
        db->setDeadline(Short);
        QElapsedTimer watch;
        watch.start();
        {
            const Frozen frozen(processOf(database));
            const auto answer = get(*db, QStringLiteral("a"));
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, Code::Unavailable);
            QVERIFY2(answer.error().message.contains(QStringLiteral("does not answer")), qPrintable(answer.error().message));
            QVERIFY(db->isBroken());
            QVERIFY(!db->isOpen());
            QCOMPARE(get(*db, QStringLiteral("a")).error().code, Code::Unavailable); // at once
            db.reset();
            QVERIFY2(watch.elapsed() < 3000, qPrintable(QString::number(watch.elapsed())));
        }
    }

    void aTransactionOnAFrozenServerIsGivenUpToo()
    {
        const QString database = server().freshDatabase();
        auto db = linkTo(database);
        VERIFY_OK(set(*db, QStringLiteral("a"), QStringLiteral("1")));
        const pid_t process = processOf(database);
        db->setDeadline(Short);
        std::unique_ptr<Frozen> frozen;
        QElapsedTimer watch;
        watch.start();
        int runs = 0;
        const auto done = db->inTransaction("test", [&]() -> Result<void> {
            ++runs;
            BEBACK_CHECK(set(*db, QStringLiteral("a"), QStringLiteral("2")));
            frozen = std::make_unique<Frozen>(process);
            return set(*db, QStringLiteral("a"), QStringLiteral("3"));
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, Code::Unavailable);
        QCOMPARE(runs, 1);
        QVERIFY2(watch.elapsed() < 3000, qPrintable(QString::number(watch.elapsed())));
        frozen.reset();
        QCOMPARE(*get(*linkTo(database), QStringLiteral("a")), QStringLiteral("1"));
    }

    void aFrozenServerIsGivenUpAtCommit()
    {
        const QString database = server().freshDatabase();
        auto db = linkTo(database);
        VERIFY_OK(set(*db, QStringLiteral("a"), QStringLiteral("1")));
        const pid_t process = processOf(database);
        db->setDeadline(Short);
        std::unique_ptr<Frozen> frozen;
        const auto done = db->inTransaction("test", [&]() -> Result<void> {
            BEBACK_CHECK(set(*db, QStringLiteral("a"), QStringLiteral("2")));
            frozen = std::make_unique<Frozen>(process);
            return {};
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, Code::Unavailable);
    }

    void manyShortCallsAreNotCutOff()
    {
        auto db = linkTo(server().freshDatabase());
        db->setDeadline(Short);
        QElapsedTimer watch;
        watch.start();
        int calls = 0;
        for (; watch.elapsed() < 900; ++calls)
            VERIFY_OK(set(*db, QStringLiteral("a"), QString::number(calls)));
        QVERIFY(calls > 100);
        QVERIFY(db->isOpen());
    }

    void aShorterDeadlineHoldsAtOnce()
    {
        const QString database = server().freshDatabase();
        auto db = linkTo(database);
        VERIFY_OK(set(*db, QStringLiteral("a"), QStringLiteral("1"))); // the watcher sleeps for twenty seconds now
        db->setDeadline(Short);
        const Frozen frozen(processOf(database));
        QElapsedTimer watch;
        watch.start();
        QVERIFY(!get(*db, QStringLiteral("a")));
        QVERIFY2(watch.elapsed() < 3000, qPrintable(QString::number(watch.elapsed())));
    }

    void aConnectionTheServerEndedIsBroken()
    {
        const QString database = server().freshDatabase();
        auto db = linkTo(database);
        VERIFY_OK(set(*db, QStringLiteral("a"), QStringLiteral("1")));
        server().sql(QStringLiteral("postgres"), QStringLiteral("SELECT pg_terminate_backend(%1)").arg(processOf(database)));
        const auto answer = get(*db, QStringLiteral("a"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Code::Unavailable);
        QVERIFY2(answer.error().message.contains(QStringLiteral("lost")), qPrintable(answer.error().message));
        QVERIFY(db->isBroken());
        QCOMPARE(db->inTransaction("test", [&] { return set(*db, QStringLiteral("a"), QStringLiteral("2")); }).error().code, Code::Unavailable);
    }

    void aDeadlockRunsTheWholeClosureAgain()
    {
        const QString database = server().freshDatabase();
        auto one = linkTo(database), other = linkTo(database);
        VERIFY_OK(set(*one, QStringLiteral("a"), QStringLiteral("0")));
        VERIFY_OK(set(*one, QStringLiteral("b"), QStringLiteral("0")));
        std::atomic<int> ready = 0, runs = 0;
        const auto both = [&](Connection &db, const char *first, const char *second) {
            return db.inTransaction("test", [&]() -> Result<void> {
                ++runs;
                BEBACK_CHECK(set(db, QLatin1String(first), QLatin1String(first)));
                for (++ready; ready < 2;)
                    std::this_thread::yield(); // both hold their first row before either asks for its second
                const auto ignored = set(db, QLatin1String(second), QLatin1String(first)); // the failure is remembered all the same
                Q_UNUSED(ignored);
                return {};
            });
        };
        Result<void> otherDone;
        std::thread thread([&] { otherDone = both(*other, "b", "a"); });
        const auto done = both(*one, "a", "b");
        thread.join();
        VERIFY_OK(done);
        VERIFY_OK(otherDone);
        QVERIFY(runs >= 3);
    }
};

QTEST_GUILESS_MAIN(PostgresqlDeadlineTest)
#include "postgresql_deadline_test.moc"
