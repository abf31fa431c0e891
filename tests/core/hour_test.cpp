// The Hour of Power, as tables: when it is, what came of it, how many days in a row it was kept, who is called in it.

#include "core/queue/hour_order.h"
#include "core/report/hour_report.h"

#include <QTest>

using namespace beback;

namespace {

const QString Zone = QStringLiteral("America/Chicago");
const QString Priya = QStringLiteral("priya"), Ray = QStringLiteral("ray");
const QDate Monday(2026, 11, 16);

Instant at(QDate day, QTime time)
{
    return zones::instantOf(day, time, Zone).value();
}

HourSetting setting(const QString &login, QDate from, std::optional<QTime> time)
{
    return {login, from, time, QStringLiteral("dana"), {}};
}

HourBook siteAtTen()
{
    return HourBook({setting({}, QDate(2026, 1, 1), QTime(10, 0))});
}

WorkDone touch(Instant when, const QString &who = Priya, Medium medium = Medium::Call, bool answered = false)
{
    WorkDone done;
    done.actor = who;
    done.at = when;
    done.medium = medium;
    done.answered = answered;
    return done;
}

// `count` touches in the hour that begins then, one every `every` minutes.
QVector<WorkDone> touches(QDate day, QTime from, int count, const QString &who = Priya, int every = 5)
{
    QVector<WorkDone> work;
    for (int i = 0; i < count; ++i)
        work << touch(at(day, from.addSecs(60 * every * i)), who);
    return work;
}

QVector<WorkDone> begunByHand(QDate day, QTime from, int count)
{
    QVector<WorkDone> work = touches(day, from, count);
    for (WorkDone &done : work)
        done.hour = at(day, from);
    return work;
}

QueueItem item(int n, Band band, Medium medium, const char *marks = "")
{
    QueueItem made;
    made.customer = CustomerId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    made.name = QString::number(n);
    made.band = band;
    made.medium = medium;
    made.due = true;
    made.marks = marksFromText(QLatin1String(marks));
    return made;
}

QString namesOf(const QVector<QueueItem> &items)
{
    QStringList names;
    for (const QueueItem &one : items)
        names << one.name;
    return names.join(QLatin1Char(' '));
}

} // namespace

class HourTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWordThatHolds_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QTime>("time");
        QTest::newRow("before anything was said") << Priya << Monday.addDays(-60) << QTime();
        QTest::newRow("the site's") << Priya << Monday.addDays(-20) << QTime(9, 0);
        QTest::newRow("one's own") << Priya << Monday << QTime(14, 30);
        QTest::newRow("somebody without one of their own") << Ray << Monday << QTime(9, 0);
        QTest::newRow("one's own taken back") << Priya << Monday.addDays(3) << QTime(9, 0);
        QTest::newRow("the site's ended") << Ray << Monday.addDays(10) << QTime();
    }
    void theWordThatHolds()
    {
        QFETCH(QString, login);
        QFETCH(QDate, day);
        QFETCH(QTime, time);
        const HourBook book({setting({}, Monday.addDays(10), {}), setting(Priya, Monday.addDays(3), {}), setting(Priya, Monday, QTime(14, 30)),
                             setting({}, Monday.addDays(-30), QTime(9, 0))});
        const HourSetting *ruling = book.ruling(login, day);
        QCOMPARE(ruling ? ruling->at.value_or(QTime()) : QTime(), time);
    }

    void anHourIsSixtyMinutes_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QString>("begin");
        QTest::newRow("winter") << QDate(2026, 11, 16) << QTime(10, 0) << QStringLiteral("2026-11-16T16:00:00Z");
        QTest::newRow("summer") << QDate(2026, 7, 6) << QTime(10, 0) << QStringLiteral("2026-07-06T15:00:00Z");
        QTest::newRow("left out by the clock in spring") << QDate(2027, 3, 14) << QTime(2, 30) << QStringLiteral("2027-03-14T08:00:00Z");
        QTest::newRow("twice there in autumn: the first") << QDate(2026, 11, 1) << QTime(1, 30) << QStringLiteral("2026-11-01T06:30:00Z");
    }
    void anHourIsSixtyMinutes()
    {
        QFETCH(QDate, day);
        QFETCH(QTime, time);
        const auto span = HourBook({setting({}, QDate(2026, 1, 1), time)}).on(Priya, day, Zone);
        QVERIFY(span);
        QTEST(span->begin.toIso(), "begin");
        QVERIFY(span->end - span->begin == power_hour::Length);
        QVERIFY(span->contains(span->begin) && !span->contains(span->end));
    }

    void scoreCountsWhatIsInside_data()
    {
        QTest::addColumn<QTime>("when");
        QTest::addColumn<bool>("counts");
        QTest::newRow("a second before") << QTime(9, 59, 59) << false;
        QTest::newRow("at ten") << QTime(10, 0) << true;
        QTest::newRow("a second before the end") << QTime(10, 59, 59) << true;
        QTest::newRow("at eleven") << QTime(11, 0) << false;
    }
    void scoreCountsWhatIsInside()
    {
        QFETCH(QTime, when);
        QFETCH(bool, counts);
        const HourSpan hour = *siteAtTen().on(Priya, Monday, Zone);
        QCOMPARE(hourScore({touch(at(Monday, when))}, Priya, hour, at(Monday, QTime(23, 0))).touches, counts ? 1 : 0);
    }

    void scoreByMediumAndByWhom()
    {
        const HourSpan hour = *siteAtTen().on(Priya, Monday, Zone);
        QVector<WorkDone> work;
        work << touch(at(Monday, QTime(10, 5)), Priya, Medium::Call, true) << touch(at(Monday, QTime(10, 9)), Priya, Medium::Call)
             << touch(at(Monday, QTime(10, 12)), Priya, Medium::Text, true) << touch(at(Monday, QTime(10, 15)), Ray, Medium::Call, true);
        WorkDone late = touch(at(Monday, QTime(11, 2)), Priya, Medium::Email); // begun in the hour, saved after it
        late.hour = hour.begin;
        WorkDone visit = touch(at(Monday, QTime(10, 6)));
        visit.kind = WorkDone::Kind::Appointment;
        visit.lead = LeadId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        WorkDone moved = visit; // the same lead again: one visit
        moved.at = at(Monday, QTime(10, 7));
        work << late << visit << moved;
        const HourScore score = hourScore(work, Priya, hour, at(Monday, QTime(12, 0)));
        QCOMPARE(score.touches, 4);
        QCOMPARE(score.reached, 2);
        QCOMPARE(score.appointments, 1);
        QCOMPARE(score.byMedium, (std::array<int, 6>{2, 1, 1, 0, 0, 0}));
        QCOMPARE(score.reachedByMedium, (std::array<int, 6>{1, 1, 0, 0, 0, 0}));
        QCOMPARE(hourScore(work, Priya, hour, at(Monday, QTime(10, 10))).touches, 2); // at this minute
    }

    void keptWithSixTouches_data()
    {
        QTest::addColumn<QVector<WorkDone>>("work");
        QTest::addColumn<bool>("kept");
        QTest::newRow("six inside") << touches(Monday, QTime(10, 0), 6) << true;
        QTest::newRow("five inside") << touches(Monday, QTime(10, 0), 5) << false;
        QTest::newRow("six at another time") << touches(Monday, QTime(14, 0), 6) << false;
        QTest::newRow("half before, half inside") << touches(Monday, QTime(9, 45), 6) << false;
        QTest::newRow("six in an hour begun by hand") << begunByHand(Monday, QTime(14, 7), 6) << true;
        QTest::newRow("five in an hour begun by hand") << begunByHand(Monday, QTime(14, 7), 5) << false;
        QTest::newRow("somebody else's six") << touches(Monday, QTime(10, 0), 6, Ray) << false;
    }
    void keptWithSixTouches()
    {
        QFETCH(QVector<WorkDone>, work);
        QFETCH(bool, kept);
        QCOMPARE(keptDays(work, Priya, Monday, Monday, siteAtTen(), Zone).contains(Monday), kept);
    }

    void theRowOfDays_data()
    {
        QTest::addColumn<QVector<int>>("keptBack"); // days before today
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("streak");
        const QDate wednesday(2026, 11, 18);
        QTest::newRow("none") << QVector<int>{} << wednesday << 0;
        QTest::newRow("today") << QVector<int>{0} << wednesday << 1;
        QTest::newRow("today is not over") << QVector<int>{1, 2} << wednesday << 2;
        QTest::newRow("a business day without ends it") << QVector<int>{0, 2, 3} << wednesday << 1;
        QTest::newRow("Sunday does not") << QVector<int>{0, 1, 2, 4, 5} << wednesday << 5;    // 3: Sunday the 15th
        QTest::newRow("Sunday counts where it was kept") << QVector<int>{0, 1, 2, 3, 4} << wednesday << 5;
        QTest::newRow("Saturday is a business day") << QVector<int>{0, 1, 2, 5} << wednesday << 3; // 4: Saturday
        QTest::newRow("Thanksgiving does not end it") << QVector<int>{0, 2} << QDate(2026, 11, 27) << 2;
        QTest::newRow("before the first day known") << QVector<int>{0, 1, 2, 40} << wednesday << 3;
    }
    void theRowOfDays()
    {
        QFETCH(QVector<int>, keptBack);
        QFETCH(QDate, today);
        QSet<QDate> kept;
        for (const int back : keptBack)
            kept.insert(today.addDays(-back));
        QTEST(streakUpTo(kept, today, today.addDays(-30)), "streak");
    }

    void theRowGoesOnAcrossTheChangeOfClocks()
    {
        // Clocks went back on Sunday 2026-11-01: ten in the morning was 15:00 UTC before and is 16:00 after.
        QVector<WorkDone> work;
        QSet<QDate> expected;
        for (QDate day(2026, 10, 28); day <= QDate(2026, 11, 4); day = day.addDays(1)) {
            if (day.dayOfWeek() == Qt::Sunday)
                continue;
            work += touches(day, QTime(10, 0), 6);
            expected.insert(day);
        }
        const QSet<QDate> kept = keptDays(work, Priya, QDate(2026, 10, 1), QDate(2026, 11, 4), siteAtTen(), Zone);
        QCOMPARE(kept, expected);
        QCOMPARE(streakUpTo(kept, QDate(2026, 11, 4), QDate(2026, 10, 1)), 7);
    }

    void whatWasSetLaterChangesNoPastDay()
    {
        const HourBook book({setting({}, QDate(2026, 1, 1), QTime(10, 0)), setting({}, Monday, QTime(15, 0))});
        const QDate friday = Monday.addDays(-3);
        const QVector<WorkDone> work = touches(friday, QTime(10, 0), 6) + touches(Monday, QTime(15, 0), 6);
        QCOMPARE(keptDays(work, Priya, friday, Monday, book, Zone), (QSet<QDate>{friday, Monday}));
    }

    void reportCountsDaysKeptThisMonth()
    {
        const QDate today(2026, 11, 18); // Wednesday
        QVector<WorkDone> work;
        for (const int back : {0, 1, 2, 5, 20})
            work += touches(today.addDays(-back), QTime(10, 0), 7);
        work += begunByHand(today.addDays(-1), QTime(15, 0), 6);
        const QVector<SitePerson> people = {{Priya, QStringLiteral("Priya Natarajan"), false}, {Ray, QStringLiteral("Ray Sosa"), false}};
        const HourBook book({setting(Priya, QDate(2026, 11, 9), QTime(10, 0))});
        const HourReport report = hourReport(people, work, today.addDays(-90), book, at(today, QTime(10, 40)), Zone);
        QCOMPARE(report.people.size(), 1); // Ray has no hour, and began none
        const HourReport::Person &priya = report.people.first();
        QCOMPARE(priya.kept, 4);
        QCOMPARE(priya.expected, 8); // Monday the 9th to Saturday (Veterans Day is closed), Monday to today
        QCOMPARE(priya.days, 8);
        QCOMPARE(priya.streak, 3);
        QCOMPARE(priya.score.touches, 4 * 7 + 6);
    }

    void anHourKeptWithoutBeingSetIsADayOfItsOwn()
    {
        const QVector<SitePerson> people = {{Priya, QStringLiteral("Priya Natarajan"), false}};
        const auto report = hourReport(people, begunByHand(Monday, QTime(15, 0), 6), Monday.addDays(-30), HourBook(), at(Monday, QTime(18, 0)), Zone);
        QCOMPARE(report.people.first().kept, 1);
        QCOMPARE(report.people.first().expected, 0);
        QCOMPARE(report.people.first().days, 1);
        const auto few = hourReport(people, begunByHand(Monday, QTime(15, 0), 5), Monday.addDays(-30), siteAtTen(), at(Monday, QTime(18, 0)), Zone);
        QVERIFY(few.people.first().keptOn.isEmpty()); // five touches are no hour
    }

    void aTouchInTwoHoursIsCountedOnce()
    {
        // Begun by hand ten minutes before the hour that is set.
        const QVector<WorkDone> work = begunByHand(Monday, QTime(9, 50), 8);
        const HourReport report = hourReport({{Priya, QStringLiteral("Priya"), false}}, work, Monday.addDays(-30), siteAtTen(), at(Monday, QTime(12, 0)), Zone);
        QCOMPARE(report.people.first().score.touches, 8);
    }

    void theHoursListBeginsWithWhatWaitsForUs()
    {
        QueuePage page;
        QueueItem held = item(4, Band::New, Medium::Call), later = item(5, Band::Plan, Medium::Call);
        held.heldBy = QStringLiteral("Tanya");
        later.due = false;
        page.mine = {item(1, Band::Plan, Medium::Email)};
        page.next = {item(2, Band::Reply, Medium::Email), item(3, Band::Fresh, Medium::Email, "e- e- e-"), held, later,
                     item(6, Band::Plan, Medium::Call, "c- c-"), item(7, Band::Plan, Medium::Call, "c+ c+"), item(8, Band::Plan, Medium::Call, "t- t- c."),
                     item(9, Band::Plan, Medium::Call), item(10, Band::Promise, Medium::Call)};
        QCOMPARE(namesOf(hourOrder(page, Experience(), DayPart::Morning)), QStringLiteral("1 2 10 7 8 9 6 3"));
    }

    void whoIsReachedByWhatIsKnownHere()
    {
        // Forty people: calls in the morning are answered, those in the evening never.
        QVector<Tallies> people(40);
        for (Tallies &one : people) {
            at(one, Medium::Call, DayPart::Morning) = {4, 3};
            at(one, Medium::Call, DayPart::Evening) = {4, 0};
            at(one, Medium::Text, DayPart::Morning) = {4, 1};
            at(one, Medium::Text, DayPart::Evening) = {4, 2};
        }
        const Experience experience = Experience::from(people);
        QueuePage page;
        page.next = {item(1, Band::Plan, Medium::Text), item(2, Band::Plan, Medium::Call)};
        QCOMPARE(namesOf(hourOrder(page, experience, DayPart::Morning)), QStringLiteral("2 1"));
        QCOMPARE(namesOf(hourOrder(page, experience, DayPart::Evening)), QStringLiteral("1 2"));
    }
};

QTEST_GUILESS_MAIN(HourTest)
#include "hour_test.moc"
