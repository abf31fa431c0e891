// Between desk and server a line that breaks in the middle of any word.

#include "tests/support/busy_desk.h"
#include "tests/support/cutting_proxy.h"
#include "tests/support/shared_history.h"

#include <QElapsedTimer>

using namespace beback;
using namespace beback::test;

namespace {

constexpr int Cuts = 150;
constexpr int MostBytes = 60'000; // between two cuts: from inside the greeting to dozens of calls
constexpr int LimitMs = 120'000;

} // namespace

class CutLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLineCutAtAnyByteLosesNothingAndDoublesNothing()
    {
        SharedWorld world;
        const QString password = QStringLiteral("correct horse");
        for (const char *login : {"tanya", "luis"})
            world.add(QString::fromLatin1(login), QStringLiteral("agent"), password);
        world.add(QStringLiteral("marcus"), QStringLiteral("manager"));
        keepClaimLog(world);
        CuttingProxy proxy(TempPostgres::server().port());
        const auto through = [&](const char *login) {
            return SharedWorld::parsed(QStringLiteral("postgresql://%1:%2@127.0.0.1:%3/%4")
                                           .arg(QString::fromLatin1(login), QStringLiteral("correct%20horse"),
                                                QString::number(proxy.port()), world.database));
        };
        proxy.cutAgainAndAgain(Cuts, 20260310, MostBytes);
        QElapsedTimer watch;
        watch.start();
        BusyDesk tanya(world, through("tanya"), 1), luis(world, through("luis"), 2);
        QTRY_VERIFY_WITH_TIMEOUT(proxy.isCalm() || watch.elapsed() > LimitMs - 1000, LimitMs);
        tanya.finish();
        luis.finish();
        QCOMPARE(proxy.cuts(), Cuts);
        NO_FAULTS(tanya.faults + luis.faults);
        qInfo("%d cuts in %.1f s: %lld events recorded, %d calls failed, %d times connected again", proxy.cuts(),
              double(watch.elapsed()) / 1000, qint64(tanya.recorded.size() + luis.recorded.size()), tanya.failed + luis.failed,
              tanya.reconnected + luis.reconnected);
        QVERIFY2(tanya.recorded.size() + luis.recorded.size() > Cuts, "too little was done between the cuts");

        // Whose rows a lost answer left stale, the sweep of a steward works out.
        VERIFY_OK(world.desk(QStringLiteral("marcus"))->exchange().refoldStale(1000));
        NO_FAULTS(lostOf(world, tanya.recorded + luis.recorded));
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM event")), QString::number(tanya.recorded.size() + luis.recorded.size()));
        NO_FAULTS(serverFaults(world));
        QCOMPARE(claimCounts(world).doubled, 0);
        for (const BusyDesk *desk : {&tanya, &luis}) {
            const auto own = Connection::open(SharedWorld::parsed(desk->ownFile), Connection::Mode::ReadWrite);
            VERIFY_OK(own);
            NO_FAULTS(ownFaults(**own, world));
        }
    }
};

QTEST_GUILESS_MAIN(CutLineTest)
#include "cut_line_test.moc"
