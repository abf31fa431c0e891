// How a desk that is away knows that what it carries is still its own: its clock is set, its computer sleeps and starts again.

#include "core/exchange/own_clock.h"
#include "tests/exchange/trip_world.h"

using namespace beback;
using namespace beback::test;

namespace {

constexpr Duration Minute = std::chrono::minutes(1);

} // namespace

class TripClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClockThatWasSetIsSeenByTheTimeSinceTheStart_data()
    {
        QTest::addColumn<qint64>("wall");
        QTest::addColumn<qint64>("fromBoot");
        QTest::addColumn<QString>("boot");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<qint64>("by");
        QTest::newRow("time went by") << qint64(500) << qint64(500) << QStringLiteral("a") << true << qint64(0);
        QTest::newRow("set back") << qint64(-100) << qint64(500) << QStringLiteral("a") << true << qint64(-600);
        QTest::newRow("set forward") << qint64(900) << qint64(500) << QStringLiteral("a") << true << qint64(400);
        QTest::newRow("started again") << qint64(900) << qint64(-700) << QStringLiteral("b") << true << qint64(0);
        QTest::newRow("started again, clock behind") << qint64(-1) << qint64(500) << QStringLiteral("b") << false << qint64(0);
        QTest::newRow("no telling when it was started") << qint64(900) << qint64(100) << QString() << true << qint64(0);
        QTest::newRow("no telling, clock behind") << qint64(-1) << qint64(100) << QString() << false << qint64(0);
        QTest::newRow("the time since the start went back") << qint64(900) << qint64(-1) << QStringLiteral("a") << true << qint64(0);
    }
    void aClockThatWasSetIsSeenByTheTimeSinceTheStart()
    {
        QFETCH(qint64, wall);
        QFETCH(qint64, fromBoot);
        QFETCH(QString, boot);
        QFETCH(bool, trusted);
        QFETCH(qint64, by);
        const ClockMark last{Instant{10'000}, Duration(2'000), QStringLiteral("a")};
        const ClockStep step = stepSince(last, {last.wall + Duration(wall), last.fromBoot + Duration(fromBoot), boot});
        QCOMPARE(step.isTrusted, trusted);
        QCOMPARE(qint64(step.by.count()), by);
    }

    // Each row: what happens on a trip of four hours, and whether anybody may still be handed out.
    void whatWasTakenAlongEndsByTheTimeThatWentBy_data()
    {
        QTest::addColumn<int>("passed"); // minutes, before it is set
        QTest::addColumn<int>("ahead");  // minutes its clock is set ahead
        QTest::addColumn<bool>("again"); // started again
        QTest::addColumn<int>("later");  // minutes that pass then
        QTest::addColumn<bool>("holds");
        QTest::newRow("an hour") << 60 << 0 << false << 0 << true;
        QTest::newRow("asleep to the end") << 241 << 0 << false << 0 << false;
        QTest::newRow("set back an hour, not longer for it") << 100 << -60 << false << 141 << false;
        QTest::newRow("set back an hour, nor shorter") << 100 << -60 << false << 130 << true;
        QTest::newRow("set to next week and nothing lost") << 100 << 10'000 << false << 130 << true;
        QTest::newRow("set to next week, and over") << 100 << 10'000 << false << 141 << false;
        QTest::newRow("started again") << 100 << 0 << true << 130 << true;
        QTest::newRow("started again, and over") << 100 << 0 << true << 141 << false;
        QTest::newRow("started again, clock behind") << 100 << -120 << true << 10 << false;
        QTest::newRow("started again, clock ahead: sooner over") << 100 << 141 << true << 0 << false;
    }
    void whatWasTakenAlongEndsByTheTimeThatWentBy()
    {
        QFETCH(int, passed);
        QFETCH(int, ahead);
        QFETCH(bool, again);
        QFETCH(int, later);
        QFETCH(bool, holds);
        SharedWorld world;
        world.add(Tanya);
        LaptopClock clock;
        auto tanya = world.desk(Tanya, clock);
        world.addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(tanya->takeAlong(wishOf(1, 4)));
        tanya->exchange().disconnect();
        clock.pass(passed * Minute);
        VERIFY_OK(tanya->own().away(Tanya)); // somebody looked: that time was seen
        if (again)
            clock.startAgain();
        clock.setAhead(ahead * Minute);
        if (!again)
            VERIFY_OK(tanya->own().away(Tanya));
        clock.pass(later * Minute);
        const auto next = tanya->own().nextHeld(Tanya);
        QCOMPARE(bool(next), holds);
        const auto away = tanya->own().away(Tanya);
        VERIFY_OK(away);
        QCOMPARE(away->trip->isOver(clock.now()), !holds);
        QCOMPARE(away->carried.size(), holds ? 1 : 0);
        QCOMPARE(tanya->own().queue().heldBy(Tanya)->size(), holds ? 1 : 0);
        VERIFY_OK(tanya->connect()); // whatever it thought: what is over is given back, and nothing stays
        VERIFY_OK(tanya->comeBack());
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM claim WHERE until > now_us()")), QStringLiteral("0"));
    }

    // Do-not-contact grows old by the same time.
    void aClockThatIsSetBackMakesNothingNewer()
    {
        SharedWorld world;
        world.add(Tanya);
        LaptopClock clock;
        const auto tanya = world.desk(Tanya, clock);
        world.addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(tanya->takeAlong(wishOf(1, 12)));
        tanya->exchange().disconnect();
        clock.pass(20 * Hour);
        QVERIFY(tanya->own().away(Tanya)->noDialling.isEmpty());
        clock.setAhead(-12 * Hour);
        clock.pass(5 * Hour); // 25 in all, 13 by the clock
        QVERIFY(!tanya->own().away(Tanya)->noDialling.isEmpty());
        clock.startAgain();
        clock.setAhead(-100 * Hour);
        QVERIFY(tanya->own().away(Tanya)->optOutsReadAt.us == 0);
        QVERIFY(!tanya->own().away(Tanya)->noDialling.isEmpty());
    }

    // What is leased in the ordinary way for ten minutes, too.
    void anOrdinaryLeaseIsNotLongerForAClockThatIsSetBack()
    {
        SharedWorld world;
        world.add(Tanya);
        LaptopClock clock;
        const auto tanya = world.desk(Tanya, clock);
        world.addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        QVERIFY(tanya->exchange().claimNext()->has_value());
        tanya->exchange().disconnect();
        clock.setAhead(-3 * Hour);
        VERIFY_OK(tanya->own().away(Tanya));
        QCOMPARE(tanya->own().queue().heldBy(Tanya)->size(), 1);
        clock.pass(Queue::Lease);
        VERIFY_OK(tanya->own().away(Tanya));
        QCOMPARE(tanya->own().queue().heldBy(Tanya)->size(), 0);
    }
};

QTEST_GUILESS_MAIN(TripClockTest)
#include "trip_clock_test.moc"
