// The Hour of Power over a shared database: set once, seen at every desk, kept when the line is down, guarded there.

#include "tests/support/shared_history.h"

using namespace beback;
using namespace beback::test;

class SharedHourTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDeskSeesWhatWasSet()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        world.add(QStringLiteral("tanya"));
        const auto dana = world.desk(QStringLiteral("dana")), tanya = world.desk(QStringLiteral("tanya"));
        QVERIFY(!tanya->hourToday()->span);
        VERIFY_OK(dana->setHour({}, QTime(9, 30)));
        const auto seen = tanya->hourToday();
        VERIFY_OK(seen);
        QVERIFY(seen->span && !seen->isOwn);
        VERIFY_OK(tanya->setHour(QStringLiteral("tanya"), QTime(16, 0)));
        QVERIFY(tanya->hourToday()->isOwn);
        QVERIFY(!dana->hourToday()->isOwn);
        // Without the line the own store knows it.
        const auto offline = SharedPlace::openOffline(world.urlOf(QStringLiteral("tanya")), world.clock, world.random);
        VERIFY_OK(offline);
        Workplace &own = (*offline)->own();
        const auto kept = own.hours().today(own.hourWhere(), QStringLiteral("tanya"));
        VERIFY_OK(kept);
        QVERIFY(kept->isOwn);
    }

    void theDatabaseItselfRefusesAnAgent()
    {
        SharedWorld world;
        world.add(QStringLiteral("tanya"));
        world.add(QStringLiteral("ray"));
        const auto tanya = world.desk(QStringLiteral("tanya"));
        Connection &db = tanya->exchange().shared().db();
        const RooftopId site = tanya->exchange().person().rooftop;
        for (const QString &whose : {QString(), QStringLiteral("ray")}) {
            const auto refused = writeHour(db, site, {whose, QDate(2026, 11, 16), QTime(9, 0), QStringLiteral("dana"), {}});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, Code::Denied);
        }
        VERIFY_OK(writeHour(db, site, {QStringLiteral("tanya"), QDate(2026, 11, 16), QTime(9, 0), QStringLiteral("dana"), {}}));
        QCOMPARE(world.sql(QStringLiteral("SELECT login || ' ' || set_by FROM power_hour")), QStringLiteral("tanya tanya"));
    }

    void whatIsWorkedInTheHourCountsForEverybodyAtOnce()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        world.add(QStringLiteral("tanya"));
        const auto dana = world.desk(QStringLiteral("dana")), tanya = world.desk(QStringLiteral("tanya"));
        for (int i = 0; i < 8; ++i)
            world.addLead(*dana, i);
        VERIFY_OK(dana->exchange().sync());
        const Instant begun = world.clock.now();
        QSet<CustomerId> worked;
        for (int i = 0; i < 6; ++i) {
            const auto view = tanya->claimInHour();
            VERIFY_OK(view);
            QVERIFY(view->has_value());
            QVERIFY2(!worked.contains((*view)->customer.id), "handed out again before it was known there");
            worked.insert((*view)->customer.id);
            RecordRequest request = emailTo(*(*view)->claim);
            request.hour = begun;
            VERIFY_OK(tanya->own().record(request, QStringLiteral("tanya")));
        }
        VERIFY_OK(tanya->exchange().sync());
        const auto score = tanya->hour(begun);
        VERIFY_OK(score);
        QCOMPARE(score->score.touches, 6);
        QVERIFY(score->keptToday);
        const auto others = dana->hour(begun);
        VERIFY_OK(others);
        QCOMPARE(others->others, QStringList{QStringLiteral("Tanya")});
        VERIFY_OK(dana->today());
        NO_FAULTS(serverFaults(world));
    }
};

QTEST_GUILESS_MAIN(SharedHourTest)
#include "shared_hour_test.moc"
