// A transaction is all or nothing, waits its turn, and tells of itself only when it is done.

#include "core/history/event_store.h"
#include "tests/support/temp_store.h"

#include <thread>

using namespace beback;
using namespace beback::test;

namespace {

Result<void> setSetting(Connection &db, const QString &name, const QString &value)
{
    BEBACK_TRY(put, db.statement("people/setting_set"));
    return put.bind(":name", name).bind(":value", value).exec();
}

QString setting(Connection &db, const QString &name)
{
    auto get = db.statement("people/setting_get");
    if (!get || !get->bind(":name", name).exec() || !get->next())
        return {};
    return get->columns().text();
}

} // namespace

class StoreTransactionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void failureTakesEverythingBack()
    {
        TempStore store;
        const auto done = store.db->inTransaction("test", [&]() -> Result<void> {
            BEBACK_CHECK(setSetting(*store.db, QStringLiteral("a"), QStringLiteral("1")));
            return Error{Code::Invalid, QStringLiteral("no"), {}};
        });
        QVERIFY(!done);
        QCOMPARE(setting(*store.db, QStringLiteral("a")), QString());
    }

    void aFailedStatementPoisonsEvenWhenItIsIgnored()
    {
        TempStore store;
        const auto done = store.db->inTransaction("test", [&]() -> Result<void> {
            BEBACK_CHECK(setSetting(*store.db, QStringLiteral("a"), QStringLiteral("1")));
            auto add = store.db->statement("people/user_add");
            const auto ignored = add->bindNull(":login").bindNull(":name").exec(); // violates NOT NULL
            Q_UNUSED(ignored);
            return {};
        });
        QVERIFY(!done);
        QCOMPARE(setting(*store.db, QStringLiteral("a")), QString());
    }

    void nestedWorkJoinsTheOuterOne()
    {
        TempStore store;
        const auto done = store.db->inTransaction("outer", [&]() -> Result<void> {
            BEBACK_CHECK(store.db->inTransaction("inner", [&] { return setSetting(*store.db, QStringLiteral("a"), QStringLiteral("1")); }));
            return Error{Code::Invalid, QStringLiteral("no"), {}};
        });
        QVERIFY(!done);
        QCOMPARE(setting(*store.db, QStringLiteral("a")), QString());
    }

    void busyRunsTheWholeClosureAgain()
    {
        TempStore store;
        int runs = 0;
        const auto done = store.db->inTransaction("test", [&]() -> Result<void> {
            if (++runs < 3)
                return Error{Code::Busy, QStringLiteral("busy"), {}};
            return setSetting(*store.db, QStringLiteral("a"), QStringLiteral("1"));
        });
        VERIFY_OK(done);
        QCOMPARE(runs, 3);
        QCOMPARE(setting(*store.db, QStringLiteral("a")), QStringLiteral("1"));
    }

    void busyForEverGivesUpAfterFiveTries()
    {
        TempStore store;
        int runs = 0;
        const auto done = store.db->inTransaction("test", [&]() -> Result<void> {
            ++runs;
            return Error{Code::Busy, QStringLiteral("busy"), {}};
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, Code::Busy);
        QCOMPARE(runs, 5);
    }

    void noticesLeaveAfterCommitAndNeverAfterRollback()
    {
        TempStore store;
        int told = 0;
        const auto failed = store.db->inTransaction("test", [&]() -> Result<void> {
            store.db->afterCommit([&] { ++told; });
            return Error{Code::Invalid, QStringLiteral("no"), {}};
        });
        QVERIFY(!failed);
        QCOMPARE(told, 0);
        VERIFY_OK(store.db->inTransaction("test", [&]() -> Result<void> {
            store.db->afterCommit([&] { ++told; });
            if (told != 0)
                return Error{Code::Internal, QStringLiteral("told before commit"), {}};
            return setSetting(*store.db, QStringLiteral("a"), QStringLiteral("1"));
        }));
        QCOMPARE(told, 1);
    }

    void twoWritersWaitForEachOtherAndLoseNothing()
    {
        TempStore store;
        constexpr int Each = 100;
        const auto count = [&store](int writer) {
            auto db = store.connect();
            SeededRandom random(quint64(writer) + 1);
            for (int i = 0; i < Each; ++i) {
                const auto done = db->inTransaction("count", [&]() -> Result<void> {
                    BEBACK_TRY(counters, event_store::counters(*db, random, store.clock.now())); // read, then write
                    counters.lastN += 1;
                    return event_store::advance(*db, counters);
                });
                if (!done)
                    qWarning("writer %d: %s", writer, qPrintable(done.error().message));
            }
        };
        std::thread first(count, 1), second(count, 2);
        first.join();
        second.join();
        const auto last = event_store::ownEvents(*store.db);
        VERIFY_OK(last);
        QCOMPARE(*last, qint64(2 * Each));
    }
};

QTEST_GUILESS_MAIN(StoreTransactionTest)
#include "store_transaction_test.moc"
