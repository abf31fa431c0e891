// Where a list is cut, and what it says about it.

#include "core/queue/day_cut.h"
#include "core/queue/queue_order.h"

#include <QTest>

using namespace beback;

namespace {

const Instant Now{qint64(1794844800) * 1000000}; // Monday 2026-11-16, 10:00 in Chicago
const QString Zone = QStringLiteral("America/Chicago");

QueueItem item(int n, Band band, Duration due = Duration(0))
{
    QueueItem made;
    made.customer = CustomerId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    made.name = QString::number(n);
    made.band = band;
    made.dueAt = Now + due;
    made.due = due <= Duration(0);
    return made;
}

Capacity capacityOf(int left)
{
    Capacity capacity;
    capacity.basis = Capacity::Basis::Own;
    capacity.left = left;
    capacity.days = 12;
    return capacity;
}

QStringList fitting(const QueuePage &page)
{
    QStringList names;
    for (const QueueItem &one : page.next)
        if (one.fits)
            names << one.name;
    return names;
}

QStringList listed(const QueuePage &page)
{
    QStringList names;
    for (const QueueItem &one : page.next)
        if (one.listed)
            names << one.name;
    return names;
}

} // namespace

class DayCutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void freshLeadsAndPromisesGoFirst()
    {
        QueuePage page;
        using std::chrono::hours;
        page.next = {item(1, Band::Fresh), item(2, Band::Plan), item(3, Band::Plan), item(4, Band::Plan), item(5, Band::Plan),
                     item(6, Band::Plan), item(7, Band::Plan), item(8, Band::LongTerm),
                     item(9, Band::Promise, hours(5)), item(10, Band::Plan, hours(2))};
        page.nowCount = 8;
        page.laterToday = 2;
        cutDay(page, capacityOf(7), Now, Zone);
        QCOMPARE(fitting(page).join(QLatin1Char(' ')), QStringLiteral("1 2 3 4 5 6 9"));
        QCOMPARE(page.day->fits, 7);
        QCOMPARE(page.day->waiting, 3);
        QCOMPARE(dayText(*page.day), QStringLiteral("7 fit into your day, 3 more are waiting."));
    }

    void aStaleLeadWaitsBehindAnAppointment()
    {
        QueuePage page;
        page.next = {item(2, Band::Fresh, -std::chrono::hours(80))};
        for (int i = 3; i < 9; ++i)
            page.next << item(i, Band::Appointment);
        page.nowCount = 7;
        cutDay(page, capacityOf(6), Now, Zone);
        QVERIFY(!page.next.first().fits);
        QCOMPARE(fitting(page).size(), 6);
    }

    void isStaleAfterSeventyTwoHoursAndNotBefore()
    {
        for (const bool stale : {false, true}) {
            QueuePage page;
            page.next = {item(2, Band::New, -queue_order::StaleAfter - Duration(stale ? 1 : 0))};
            for (int i = 3; i < 9; ++i)
                page.next << item(i, Band::Appointment);
            page.nowCount = 7;
            cutDay(page, capacityOf(6), Now, Zone);
            QCOMPARE(page.next.first().fits, !stale);
        }
    }

    void saysWhenItCouldNotCountThemAll_data()
    {
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("later");
        QTest::addColumn<bool>("more");
        QTest::newRow("a thousand, counted") << 1000 << 0 << false;
        QTest::newRow("more than a thousand now") << 1001 << 0 << true;
        QTest::newRow("a thousand later, counted") << 3 << 1000 << false;
        QTest::newRow("more than a thousand later") << 3 << 1001 << true;
    }
    void saysWhenItCouldNotCountThemAll()
    {
        QFETCH(int, now);
        QFETCH(int, later);
        QueuePage page;
        page.nowCount = now;
        page.laterToday = later;
        cutDay(page, capacityOf(40), Now, Zone);
        QTEST(page.day->isMore, "more");
        QCOMPARE(page.day->fits + page.day->waiting, now + later);
    }

    void thoseWithMeTakeRoomAndThoseWithOthersDoNot()
    {
        QueuePage page;
        page.mine = {item(1, Band::Plan)};
        QueueItem held = item(2, Band::New);
        held.heldBy = QStringLiteral("Tanya Brooks");
        page.next = {held};
        for (int i = 3; i < 10; ++i)
            page.next << item(i, Band::Plan);
        page.nowCount = 9;
        cutDay(page, capacityOf(6), Now, Zone);
        QCOMPARE(fitting(page).join(QLatin1Char(' ')), QStringLiteral("2 3 4 5 6 7")); // the one with Tanya is only shown
    }

    // What is listed beyond the day is said not to fit: the list promises no more than was measured.
    void theHourAtHandIsListedThoughItDoesNotFit()
    {
        QueuePage page;
        for (int i = 0; i < 10; ++i)
            page.next << item(i, Band::Plan);
        page.nowCount = 10;
        cutDay(page, capacityOf(1), Now, Zone);
        QCOMPARE(fitting(page).join(QLatin1Char(' ')), QStringLiteral("0"));
        QCOMPARE(listed(page).join(QLatin1Char(' ')), QStringLiteral("0 1 2 3 4 5"));
        QCOMPARE(page.day->fits, 1);
        QCOMPARE(page.day->besides, ShortestList - 1);
        QCOMPARE(page.day->waiting, 9);
        page.nowCount = 3;
        cutDay(page, capacityOf(1), Now, Zone);
        QCOMPARE(page.day->fits + page.day->besides, 3);
    }

    void aDayThatIsDoneFitsNobody_data()
    {
        QTest::addColumn<Capacity::Basis>("basis");
        QTest::addColumn<QString>("said");
        QTest::newRow("measured") << Capacity::Basis::Own
                                  << QStringLiteral("The work measured for your day is done, 8 more are waiting. 6 of them are listed, in case you go on.");
        QTest::newRow("a day off") << Capacity::Basis::DayOff
                                   << QStringLiteral("You are not expected today, 8 more are waiting. 6 of them are listed, in case you go on.");
    }
    void aDayThatIsDoneFitsNobody()
    {
        QFETCH(Capacity::Basis, basis);
        QueuePage page;
        for (int i = 0; i < 8; ++i)
            page.next << item(i, Band::Plan);
        page.nowCount = 8;
        Capacity capacity = capacityOf(0);
        capacity.basis = basis;
        cutDay(page, capacity, Now, Zone);
        QVERIFY(fitting(page).isEmpty());
        QCOMPARE(listed(page).size(), ShortestList);
        QTEST(dayText(*page.day), "said");
    }

    void nothingKnownCutsNothing()
    {
        QueuePage page;
        page.next = {item(1, Band::Plan)};
        page.next.first().fits = false;
        page.day = DayCut{};
        page.nowCount = 1;
        cutDay(page, Capacity(), Now, Zone);
        QVERIFY(!page.day);
        QCOMPARE(fitting(page).size(), 1);
    }

    void saysHowMuchFits_data()
    {
        QTest::addColumn<int>("fits");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<bool>("more");
        QTest::addColumn<QString>("said");
        QTest::newRow("some") << 23 << 41 << false << QStringLiteral("23 fit into your day, 41 more are waiting.");
        QTest::newRow("one of each") << 1 << 1 << false << QStringLiteral("1 fits into your day, 1 more is waiting.");
        QTest::newRow("all") << 12 << 0 << false << QStringLiteral("12 fit into your day, nobody has to wait.");
        QTest::newRow("none") << 0 << 4 << false << QStringLiteral("The work measured for your day is done, 4 more are waiting.");
        QTest::newRow("nothing due") << 0 << 0 << false << QStringLiteral("Nothing is due for you today.");
        QTest::newRow("a flood") << 60 << 941 << true << QStringLiteral("60 fit into your day, more than 940 others are waiting.");
    }
    void saysHowMuchFits()
    {
        QFETCH(int, fits);
        QFETCH(int, waiting);
        QFETCH(bool, more);
        QTEST(dayText(DayCut{fits, waiting, more, {}}), "said");
    }

    void saysWhoIsListedBesides_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<int>("besides");
        QTest::addColumn<QString>("said");
        QTest::newRow("one of several") << 3 << 1 << QStringLiteral("5 fit into your day, 3 more are waiting. 1 of them is listed, in case you go on.");
        QTest::newRow("the only one") << 1 << 1 << QStringLiteral("5 fit into your day, 1 more is waiting. It is listed, in case you go on.");
        QTest::newRow("all of them") << 4 << 4 << QStringLiteral("5 fit into your day, 4 more are waiting. They are listed, in case you go on.");
        QTest::newRow("some") << 9 << 4 << QStringLiteral("5 fit into your day, 9 more are waiting. 4 of them are listed, in case you go on.");
    }
    void saysWhoIsListedBesides()
    {
        QFETCH(int, waiting);
        QFETCH(int, besides);
        QTEST(dayText(DayCut{5, waiting, false, {}, besides}), "said");
    }
};

QTEST_GUILESS_MAIN(DayCutTest)
#include "day_cut_test.moc"
