// Charts beside the same charts of the period before.

#include "core/base/random.h"
#include "core/report/chart_compare.h"
#include "core/report/charts.h"
#include "core/report/measures.h"
#include "core/report/table.h"
#include "core/time/zones.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

const QString Zone = u"America/Chicago"_s;

ChartMark mark(const QString &key, int count, int of = 0)
{
    ChartMark one;
    one.key = one.label = key;
    one.count = count;
    one.of = of;
    one.value = of > 0 ? double(count) / of : count;
    one.tooFew = of > 0 && of < LeastToSay;
    return one;
}

Chart chart(const QVector<ChartSeries> &series, int days, int count, int of = 0)
{
    Chart made;
    made.says = u"It is so"_s;
    made.counted = u"Each once."_s;
    made.isShare = of > 0;
    made.series = series;
    ChartPeriod period;
    period.days = days;
    period.count = count;
    period.of = of;
    made.period = period;
    return made;
}

QStringList keysOf(const ChartSeries &series)
{
    QStringList keys;
    for (const ChartMark &one : series.marks)
        keys << one.key;
    return keys;
}

// Touches made by hand, so many by each of them.
ReportFacts touchesBy(const QVector<std::pair<QString, int>> &people, Medium medium = Medium::Call)
{
    static SeededRandom random(5);
    ReportFacts facts;
    facts.filter.days = 30;
    LeadFact lead;
    lead.id = random.id<LeadId>(Instant{1});
    facts.leads << lead;
    for (const auto &[login, count] : people)
        for (int i = 0; i < count; ++i) {
            TouchFact touch;
            touch.lead = lead.id;
            touch.actor = login;
            touch.medium = medium;
            facts.touches << touch;
        }
    return facts;
}

} // namespace

class ChartCompareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersAreSaid_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("says");
        QTest::newRow("more") << 30 << 60 << 48 << u"It is so. In all 60, 12 more than in the 30 days before (48)"_s;
        QTest::newRow("fewer") << 7 << 3 << 4 << u"It is so. In all 3, 1 fewer than in the 7 days before (4)"_s;
        QTest::newRow("as many") << 90 << 5 << 5 << u"It is so. In all 5, as many as in the 90 days before"_s;
        QTest::newRow("none before") << 30 << 5 << 0 << u"It is so. In all 5; none in the 30 days before"_s;
        QTest::newRow("none now") << 30 << 0 << 5 << u"It is so. There were 5 in the 30 days before"_s;
        QTest::newRow("none now, one before") << 30 << 0 << 1 << u"It is so. There was 1 in the 30 days before"_s;
        QTest::newRow("none at all") << 30 << 0 << 0 << u"It is so"_s;
        QTest::newRow("one day") << 1 << 9 << 6 << u"It is so. In all 9, 3 more than yesterday (6)"_s;
        QTest::newRow("one day, alike") << 1 << 6 << 6 << u"It is so. In all 6, as many as yesterday"_s;
    }
    void numbersAreSaid()
    {
        QFETCH(int, days);
        QFETCH(int, count);
        QFETCH(int, before);
        QFETCH(QString, says);
        Chart now = chart({}, days, count);
        compare(now, chart({}, days, before));
        QCOMPARE(now.says, says);
        QCOMPARE(now.period->beforeCount, before);
    }

    void aShareChangedOnlyWhereIntervalsAreApart_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("of");
        QTest::addColumn<int>("beforeCount");
        QTest::addColumn<int>("beforeOf");
        QTest::addColumn<QString>("says");
        QTest::newRow("more") << 300 << 1000 << 200 << 1000 << u"It is so. In all 30 %, more than in the 30 days before (20 %)"_s;
        QTest::newRow("less") << 100 << 1000 << 200 << 1000 << u"It is so. In all 10 %, less than in the 30 days before (20 %)"_s;
        QTest::newRow("the same difference of fewer") << 30 << 100 << 20 << 100 << u"It is so. In all 30 %, about the same as in the 30 days before"_s;
        QTest::newRow("apart by less than is said") << 306000 << 1000000 << 314000 << 1000000 << u"It is so. In all 31 %, about the same as in the 30 days before"_s;
        QTest::newRow("too few now") << 20 << 29 << 200 << 1000 << u"It is so"_s;
        QTest::newRow("too few before") << 200 << 1000 << 20 << 29 << u"It is so"_s;
        QTest::newRow("just enough") << 30 << 30 << 0 << 30 << u"It is so. In all 100 %, more than in the 30 days before (0 %)"_s;
        QTest::newRow("none before") << 200 << 1000 << 0 << 0 << u"It is so"_s;
    }
    void aShareChangedOnlyWhereIntervalsAreApart()
    {
        QFETCH(int, count);
        QFETCH(int, of);
        QFETCH(int, beforeCount);
        QFETCH(int, beforeOf);
        QFETCH(QString, says);
        Chart now = chart({}, 30, count, of);
        Chart before = chart({}, 30, beforeCount, beforeOf);
        before.isShare = true;
        compare(now, before);
        QCOMPARE(now.says, says);
    }

    void aSentenceKeepsItsStop()
    {
        Chart now = chart({}, 30, 0);
        now.says = u"Nobody was contacted in the last 30 days."_s;
        compare(now, chart({}, 30, 48));
        QCOMPARE(now.says, u"Nobody was contacted in the last 30 days. There were 48 in the 30 days before"_s);
    }

    void marksAreFoundByTheirKeys()
    {
        Chart now = chart({{u"a"_s, u"A"_s, {mark(u"x"_s, 5), mark(u"y"_s, 3)}}, {u"b"_s, u"B"_s, {mark(u"x"_s, 1), mark(u"y"_s, 0)}}}, 30, 9);
        compare(now, chart({{u"b"_s, u"B"_s, {mark(u"y"_s, 7), mark(u"x"_s, 2)}}, {u"a"_s, u"A"_s, {mark(u"y"_s, 4), mark(u"x"_s, 6)}}}, 30, 19));
        QCOMPARE(now.series[0].marks[0].before, std::optional(6.0));
        QCOMPARE(now.series[0].marks[1].before, std::optional(4.0));
        QCOMPARE(now.series[1].marks[0].before, std::optional(2.0));
        QCOMPARE(now.series[1].marks[1].beforeCount, 7);
        QCOMPARE(now.series[0].marks[0].count, 5); // what is now stays
        QCOMPARE(now.period->before, u"30 days before"_s);
        QCOMPARE(now.counted, u"Each once.\n"_s + textOf(Measure::PeriodBefore).definition);
    }

    void whoIsOnlyInThePeriodBeforeComesLast()
    {
        Chart now = chart({{u"call"_s, u"Calls"_s, {mark(u"luis"_s, 5)}}}, 30, 5);
        now.shape = Chart::Shape::Rows;
        compare(now, chart({{u"call"_s, u"Calls"_s, {mark(u"ray"_s, 3), mark(u"luis"_s, 1)}}, {u"visit"_s, u"Visits"_s, {mark(u"ray"_s, 2), mark(u"luis"_s, 0)}}},
                           30, 6));
        QCOMPARE(now.series.size(), 2);
        for (const ChartSeries &series : std::as_const(now.series))
            QCOMPARE(keysOf(series), (QStringList{u"luis"_s, u"ray"_s}));
        QCOMPARE(now.series[0].marks[1].count, 0);
        QVERIFY(now.series[0].marks[1].leads.isEmpty());
        int sum = 0;
        for (const ChartSeries &series : std::as_const(now.series))
            for (const ChartMark &one : series.marks)
                sum += one.beforeCount;
        QCOMPARE(sum, now.period->beforeCount);
    }

    void placesOnAnAxisStayWhatTheyAre()
    {
        for (const Chart::Shape shape : {Chart::Shape::Heat, Chart::Shape::Line}) {
            Chart now = chart({{u"a"_s, u"A"_s, {mark(u"mon-9"_s, 40, 80)}}}, 30, 40, 80);
            now.shape = shape;
            compare(now, chart({{u"a"_s, u"A"_s, {mark(u"mon-9"_s, 20, 80), mark(u"mon-20"_s, 1, 40)}}}, 30, 21, 120));
            QCOMPARE(keysOf(now.series.first()), QStringList{u"mon-9"_s});
            QCOMPARE(now.series.first().marks.first().before, std::optional(0.25));
        }
    }

    void aShareOfTooFewIsNoShare()
    {
        Chart now = chart({{u"a"_s, u"A"_s, {mark(u"x"_s, 40, 80), mark(u"y"_s, 40, 80), mark(u"z"_s, 40, 80)}}}, 30, 120, 240);
        compare(now, chart({{u"a"_s, u"A"_s, {mark(u"x"_s, 20, 29), mark(u"y"_s, 30, 60)}}}, 30, 50, 89));
        const QVector<ChartMark> &marks = now.series.first().marks;
        QVERIFY(!marks[0].before);
        QCOMPARE(marks[0].beforeOf, 29); // what is known all the same
        QCOMPARE(marks[1].before, std::optional(0.5));
        QVERIFY(!marks[2].before); // there was none
    }

    void whatStandsNowHasNoPeriodBefore()
    {
        Chart now = chart({{u"a"_s, u"A"_s, {mark(u"x"_s, 5)}}}, 30, 5);
        now.period.reset();
        compare(now, chart({{u"a"_s, u"A"_s, {mark(u"x"_s, 4)}}}, 30, 4));
        QVERIFY(!now.series.first().marks.first().before);
        QCOMPARE(now.says, u"It is so"_s);
        QCOMPARE(now.counted, u"Each once."_s);
        for (const ReportFacts &facts : {touchesBy({})})
            for (const Chart &standing : {attemptsPerLeadChart(facts), underMinimumChart(facts), neglectChart(facts)})
                QVERIFY2(!standing.period, qPrintable(standing.id));
    }

    void theChartsOfTouchesAreComparedWithTheirOwn()
    {
        const ReportFacts now = touchesBy({{u"luis"_s, 5}}), before = touchesBy({{u"luis"_s, 2}, {u"dana"_s, 4}}, Medium::Text);
        Chart people = touchesByPersonChart(now);
        compare(people, touchesByPersonChart(before));
        QCOMPARE(people.says, u"luis made all 5 touches in the last 30 days. In all 5, 1 fewer than in the 30 days before (6)"_s);
        QCOMPARE(keysOf(people.series.first()), (QStringList{u"luis"_s, u"dana"_s}));
        Chart media = touchesByMediumChart(now);
        const qsizetype marks = media.series.first().marks.size();
        compare(media, touchesByMediumChart(before));
        QCOMPARE(media.series.first().marks.size(), marks); // the same media always
        for (const Chart &share : {reachedByAttemptChart(now), answersByHourChart(now), answersByMediumChart(now)})
            QVERIFY2(share.period && share.period->days == 30, qPrintable(share.id));
        QCOMPARE(answersByMediumChart(now).period->of, 5);
    }

    void filesHaveTheNumbersToo()
    {
        Chart now = chart({{u"a"_s, u"A"_s, {mark(u"x"_s, 40, 80), mark(u"y"_s, 10, 40)}}}, 30, 50, 120);
        const Table alone = tableOf(now);
        compare(now, chart({{u"a"_s, u"A"_s, {mark(u"x"_s, 20, 80), mark(u"y"_s, 1, 4)}}}, 30, 21, 84));
        const QStringList lines = csvOf(tableOf(now)).split(u"\r\n"_s);
        QVERIFY2(lines[0].endsWith(u",leads,before,before_count,before_of"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].endsWith(u",0.25,20,80"_s), qPrintable(lines[1]));
        QVERIFY2(lines[2].endsWith(u",,1,4"_s), qPrintable(lines[2]));
        QCOMPARE(tableOf(now).columns.size(), alone.columns.size() + 3);
    }

    // The clock was set forward on 2026-03-08.
    void theDayIsAsFarAsToday()
    {
        const auto at = [](QDate day, QTime time) { return *zones::instantOf(day, time, Zone); };
        const Instant now = at(QDate(2026, 3, 10), QTime(10, 40));
        const Instant then = pointBefore(7, Zone, now);
        QCOMPARE(then, at(QDate(2026, 3, 3), QTime(10, 40)));
        QCOMPARE(rangeStart(7, then, Zone), at(QDate(2026, 2, 25), QTime(0, 0)));
        QCOMPARE(rangeStart(7, now, Zone), at(QDate(2026, 3, 4), QTime(0, 0))); // the day after `then`: no touch is in both
        QCOMPARE(pointBefore(1, Zone, now), at(QDate(2026, 3, 9), QTime(10, 40)));
        QCOMPARE(periodBeforeName(1), u"yesterday"_s);
    }
};

QTEST_GUILESS_MAIN(ChartCompareTest)
#include "chart_compare_test.moc"
