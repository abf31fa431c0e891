// How much fits into a day, from what somebody really finished: as tables.

#include "core/plan/capacity.h"
#include "core/time/calendar.h"

#include <QTest>

using namespace beback;

namespace {

const QString Zone = QStringLiteral("America/Chicago");
const QDate Monday(2026, 11, 16);

Instant at(QDate day, QTime time, const QString &zone = Zone)
{
    return zones::instantOf(day, time, zone).value();
}

// `perHour` touches in each of these hours of a day.
QVector<Touch> worked(QDate day, int from, int until, int perHour, Medium medium = Medium::Call)
{
    QVector<Touch> touches;
    for (int hour = from; hour < until; ++hour)
        for (int i = 0; i < perHour; ++i)
            touches << Touch{at(day, QTime(hour, 5 + i * 50 / perHour)), medium, {}, {}};
    return touches;
}

// The business days of the four weeks before `today`.
QVector<QDate> daysBefore(QDate today, int days = 28)
{
    QVector<QDate> found;
    for (QDate day = today.addDays(-days); day < today; day = day.addDays(1))
        if (calendar::isBusinessDay(day))
            found << day;
    return found;
}

QVector<WorkDay> steady(QDate today, int perHour, int days = 28)
{
    QVector<Touch> touches;
    for (const QDate day : daysBefore(today, days))
        touches += worked(day, 9, 17, perHour);
    return workDays(touches, Zone, today);
}

} // namespace

class CapacityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsLeftShrinksWithTheDay_data()
    {
        QTest::addColumn<QTime>("now");
        QTest::addColumn<int>("left");
        QTest::newRow("before work") << QTime(7, 0) << 48;
        QTest::newRow("at nine") << QTime(9, 0) << 48;
        QTest::newRow("at ten") << QTime(10, 0) << 42;
        QTest::newRow("in the middle of an hour") << QTime(10, 30) << 39;
        QTest::newRow("the last hour") << QTime(16, 0) << 6;
        QTest::newRow("after work") << QTime(17, 0) << 0;
    }
    void whatIsLeftShrinksWithTheDay()
    {
        QFETCH(QTime, now);
        const Capacity capacity = capacityLeft(steady(Monday, 6), {}, at(Monday, now), Zone, true);
        QTEST(capacity.left, "left");
        QCOMPARE(capacity.basis, Capacity::Basis::OwnWeekday);
        QCOMPARE(std::accumulate(capacity.byHour.begin(), capacity.byHour.end(), 0), capacity.left);
        QCOMPARE(std::accumulate(capacity.byMedium.begin(), capacity.byMedium.end(), 0), capacity.left);
        QCOMPARE(capacity.perHour, 6.0);
    }

    void oneMadDayChangesNothing()
    {
        QVector<Touch> touches;
        for (const QDate day : daysBefore(Monday))
            touches += worked(day, 9, 17, day == Monday.addDays(-7) ? 40 : 5);
        QCOMPARE(capacityLeft(workDays(touches, Zone, Monday), {}, at(Monday, QTime(9, 0)), Zone, false).left, 40);
    }

    void whoWorksInBurstsIsNotTakenForIdle()
    {
        // Every day all of it in one hour, a different one each time: the median of every hour is 0.
        QVector<Touch> touches;
        int hour = 9;
        for (const QDate day : daysBefore(Monday)) {
            touches += worked(day, hour, hour + 1, 20);
            hour = hour == 16 ? 9 : hour + 1;
        }
        QCOMPARE(capacityLeft(workDays(touches, Zone, Monday), {}, at(Monday, QTime(8, 0)), Zone, false).left, 20);
    }

    void eachWeekdayStandsForItself()
    {
        // Saturdays are short.
        const QDate saturday = Monday.addDays(5);
        QVector<Touch> touches;
        for (const QDate day : daysBefore(saturday))
            touches += day.dayOfWeek() == Qt::Saturday ? worked(day, 10, 13, 4) : worked(day, 9, 17, 6);
        const auto days = workDays(touches, Zone, saturday);
        QCOMPARE(capacityLeft(days, {}, at(saturday, QTime(8, 0)), Zone, false).left, 12);
        QCOMPARE(capacityLeft(days, {}, at(saturday, QTime(12, 0)), Zone, true).left, 4);
        QCOMPARE(capacityLeft(days, {}, at(saturday, QTime(14, 0)), Zone, true).left, 0);
    }

    void recentWeeksCountMore()
    {
        // Two slow weeks long ago, two fast ones just now: by count it would be a draw, which the smaller half wins.
        QVector<Touch> touches;
        for (const QDate day : daysBefore(Monday))
            touches += worked(day, 9, 17, day.daysTo(Monday) > 14 ? 2 : 6);
        QCOMPARE(capacityLeft(workDays(touches, Zone, Monday), {}, at(Monday, QTime(9, 0)), Zone, false).left, 48);
    }

    void betweenTwoHalvesTheSmallerCounts()
    {
        // On four Mondays, whose weights are 22, 15, 8 and 1: the first and the last are one half, the two between the other.
        QVector<Touch> touches;
        for (const int ago : {7, 14, 21, 28})
            touches += worked(Monday.addDays(-ago), 9, 17, ago == 7 || ago == 28 ? 2 : 6);
        QCOMPARE(capacityLeft(workDays(touches, Zone, Monday), {}, at(Monday, QTime(9, 0)), Zone, false).left, 16);
    }

    void whatItIsMeasuredFrom_data()
    {
        QTest::addColumn<int>("ownDays");
        QTest::addColumn<int>("othersDays");
        QTest::addColumn<Capacity::Basis>("basis");
        QTest::addColumn<int>("left");
        QTest::newRow("four weeks of their own") << 28 << 28 << Capacity::Basis::OwnWeekday << 24;
        QTest::newRow("one week of their own") << 7 << 28 << Capacity::Basis::Own << 24;
        QTest::newRow("three days of their own") << 4 << 28 << Capacity::Basis::Own << 24; // the fewest
        QTest::newRow("two days of their own") << 3 << 28 << Capacity::Basis::RooftopWeekday << 48; // Friday, Saturday
        QTest::newRow("a new person") << 0 << 28 << Capacity::Basis::RooftopWeekday << 48;
        QTest::newRow("a new person in a new store") << 0 << 7 << Capacity::Basis::Rooftop << 48;
        QTest::newRow("nobody has worked here") << 0 << 0 << Capacity::Basis::Unknown << 0;
    }
    void whatItIsMeasuredFrom()
    {
        QFETCH(int, ownDays);
        QFETCH(int, othersDays);
        const Capacity capacity = capacityLeft(steady(Monday, 3, ownDays), steady(Monday, 6, othersDays), at(Monday, QTime(9, 0)), Zone, false);
        QTEST(capacity.basis, "basis");
        QTEST(capacity.left, "left");
        QVERIFY(!basisText(capacity, Monday).isEmpty());
    }

    void anAbsenceIsNoIdleDay()
    {
        // Two weeks of holiday: the days that were worked count, the others say nothing.
        QVector<Touch> touches;
        for (const QDate day : daysBefore(Monday))
            if (day.daysTo(Monday) > 14)
                touches += worked(day, 9, 17, 6);
        const Capacity capacity = capacityLeft(workDays(touches, Zone, Monday), {}, at(Monday, QTime(9, 0)), Zone, false);
        QCOMPARE(capacity.left, 48);
    }

    void nobodyIsExpectedOnADayOff_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("done");
        QTest::addColumn<bool>("off");
        QTest::newRow("Thanksgiving") << QDate(2026, 11, 26) << 0 << true;
        QTest::newRow("Thanksgiving, but here") << QDate(2026, 11, 26) << 2 << false;
        QTest::newRow("a Sunday nobody works") << QDate(2026, 11, 22) << 0 << true;
        QTest::newRow("a Sunday, but here") << QDate(2026, 11, 22) << 1 << false;
        QTest::newRow("a Tuesday") << QDate(2026, 11, 17) << 0 << false;
    }
    void nobodyIsExpectedOnADayOff()
    {
        QFETCH(QDate, today);
        QFETCH(int, done);
        QFETCH(bool, off);
        const Capacity capacity = capacityLeft(steady(today, 6), {}, at(today, QTime(9, 0)), Zone, done > 0);
        QCOMPARE(capacity.basis == Capacity::Basis::DayOff, off);
        QCOMPARE(capacity.left, off ? 0 : 48);
    }

    void aWeekAgoIsNotYetAHabit()
    {
        // Whoever began a week ago may simply not have had a Sunday yet.
        const QDate sunday(2026, 11, 22);
        const Capacity capacity = capacityLeft(steady(sunday, 6, 7), {}, at(sunday, QTime(9, 0)), Zone, false);
        QCOMPARE(capacity.basis, Capacity::Basis::Own);
    }

    void theWallClockCountsAcrossTheChangeOfClocks()
    {
        // Clocks went back on Sunday 2026-11-01: nine in the morning stays nine in the morning.
        const QDate today(2026, 11, 2);
        QCOMPARE(capacityLeft(steady(today, 6), {}, at(today, QTime(9, 0)), Zone, false).left, 48);
        QCOMPARE(capacityLeft(steady(today, 6), {}, at(today, QTime(16, 0)), Zone, false).left, 6);
        const QDate spring(2027, 3, 15); // forward on the 14th
        QCOMPARE(capacityLeft(steady(spring, 6), {}, at(spring, QTime(16, 0)), Zone, false).left, 6);
    }

    void todayAndLongAgoAreNotLookedAt()
    {
        QVector<Touch> touches = worked(Monday, 8, 9, 9);
        touches += worked(Monday.addDays(-29), 9, 17, 9);
        touches += worked(Monday.addDays(-28), 9, 10, 1);
        const auto days = workDays(touches, Zone, Monday);
        QCOMPARE(days.size(), 1);
        QCOMPARE(days.first().date, Monday.addDays(-28));
    }

    void mediaAreSharedOutAsTheyWereUsed()
    {
        QVector<Touch> touches;
        for (const QDate day : daysBefore(Monday))
            touches += worked(day, 9, 12, 6) + worked(day, 12, 13, 6, Medium::Text);
        const Capacity capacity = capacityLeft(workDays(touches, Zone, Monday), {}, at(Monday, QTime(9, 0)), Zone, false);
        QCOMPARE(capacity.left, 24);
        QCOMPARE(capacity.byMedium[size_t(Medium::Call)], 18);
        QCOMPARE(capacity.byMedium[size_t(Medium::Text)], 6);
    }
};

QTEST_GUILESS_MAIN(CapacityTest)
#include "capacity_test.moc"
