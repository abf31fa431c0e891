// The server goes away while desks work, and comes back.

#include "tests/support/busy_desk.h"
#include "tests/support/from_environment.h"
#include "tests/support/shared_history.h"

#include <QElapsedTimer>

#include <csignal>

using namespace beback;
using namespace beback::test;

class ServerAwayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        world = std::make_unique<SharedWorld>();
        for (const char *login : {"tanya", "luis"})
            world->add(QString::fromLatin1(login), QStringLiteral("agent"), QStringLiteral("secret"));
        world->add(QStringLiteral("marcus"), QStringLiteral("manager"));
        // As a real server has it: what is committed survives its crash. (Tests run without, for speed.)
        world->sql(QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = on").arg(world->database));
    }

    // BEBACK_AWAY_SECONDS: how long it is away, all times together.
    void aServerThatStopsAndCrashesLosesNothingAndDoublesNothing()
    {
        constexpr int Times = 6;
        const int awayMs = 1000 * fromEnvironment("BEBACK_AWAY_SECONDS", 6) / Times;
        TempPostgres &server = TempPostgres::server();
        const auto url = [&](const char *login) {
            return SharedWorld::parsed(server.tcpUrl(world->database, QString::fromLatin1(login), QStringLiteral("secret")));
        };
        keepClaimLog(*world);
        BusyDesk tanya(*world, url("tanya"), 1), luis(*world, url("luis"), 2);
        world->admin.reset(); // its connection would not come back
        int recordedAway = 0;
        for (int i = 0; i < Times; ++i) {
            const int before = tanya.acts() + luis.acts();
            QTRY_VERIFY_WITH_TIMEOUT(tanya.acts() + luis.acts() > before + 40, 60'000);
            server.stop(i % 2 ? SIGKILL : SIGINT);
            const int gone = tanya.acts() + luis.acts();
            QTest::qWait(awayMs);
            recordedAway += tanya.acts() + luis.acts() - gone;
            server.startAgain();
        }
        const int before = tanya.acts() + luis.acts();
        QTRY_VERIFY_WITH_TIMEOUT(tanya.acts() + luis.acts() > before + 40, 60'000);
        tanya.finish();
        luis.finish();
        NO_FAULTS(tanya.faults + luis.faults);
        qInfo("away %d times for %d ms: %lld events recorded, %d of the acts without the server, %d times connected again", Times, awayMs,
              qint64(tanya.recorded.size() + luis.recorded.size()), recordedAway, tanya.reconnected + luis.reconnected);
        QVERIFY2(recordedAway > Times, "nobody worked while it was away");

        world->reopen();
        VERIFY_OK(world->desk(QStringLiteral("marcus"))->exchange().refoldStale(100'000));
        NO_FAULTS(lostOf(*world, tanya.recorded + luis.recorded));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event")), QString::number(tanya.recorded.size() + luis.recorded.size()));
        NO_FAULTS(serverFaults(*world));
        QCOMPARE(claimCounts(*world).doubled, 0);
        for (const BusyDesk *desk : {&tanya, &luis}) {
            const auto own = Connection::open(SharedWorld::parsed(desk->ownFile), Connection::Mode::ReadWrite);
            VERIFY_OK(own);
            NO_FAULTS(ownFaults(**own, *world));
        }
    }

    void aFrozenServerIsGivenUpAtTheDeadlineAndWorkGoesOn()
    {
        const auto tanya = world->desk(QStringLiteral("tanya"));
        world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        constexpr int DeadlineMs = 1'500;
        tanya->exchange().shared().db().setDeadline(std::chrono::milliseconds(DeadlineMs));
        TempPostgres::server().freeze();
        QElapsedTimer watch;
        watch.start();
        const auto claim = tanya->exchange().claimNext();
        const qint64 callMs = watch.restart();
        const auto connected = tanya->connect();
        const qint64 connectMs = watch.elapsed();
        world->addLead(*tanya, 2); // fatal if it fails
        TempPostgres::server().thaw();
        qInfo("frozen: a call came back after %lld ms, connecting after %lld ms", callMs, connectMs);
        QVERIFY(!claim);
        QCOMPARE(claim.error().code, Code::Unavailable);
        QVERIFY2(callMs >= DeadlineMs - 50 && callMs < DeadlineMs + 1'500, qPrintable(QString::number(callMs)));
        QVERIFY(!connected);
        QCOMPARE(connected.error().code, Code::Unavailable);
        QVERIFY(connectMs < 8'000);
        QTRY_VERIFY_WITH_TIMEOUT(bool(tanya->connect()), 30'000);
        VERIFY_OK(tanya->exchange().sync());
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event")), QStringLiteral("2"));
        NO_FAULTS(serverFaults(*world));
    }

private:
    std::unique_ptr<SharedWorld> world;
};

QTEST_GUILESS_MAIN(ServerAwayTest)
#include "server_away_test.moc"
