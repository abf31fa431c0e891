// What the charts of the funnel, of speed and of steps left out say, for none, one and many.

#include "core/base/random.h"
#include "core/history/visit_confirmation.h"
#include "core/report/charts.h"
#include "core/report/measures.h"
#include "core/time/zones.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

const QString Zone = u"America/Chicago"_s;
constexpr Duration Day = std::chrono::hours(24);
constexpr Instant Noon{qint64(1793642400) * 1000000}; // Monday 2026-11-02 12:00 in Chicago

// Facts made by hand.
struct Facts : ReportFacts {
    SeededRandom random{3};

    Facts()
    {
        zone = Zone;
        at = Noon + Day * 10;
        since = Noon - Day * 80;
    }

    LeadFact &lead()
    {
        LeadFact fact;
        fact.id = random.id<LeadId>(Instant{qint64(leads.size()) * 1000});
        fact.arrivedAt = fact.requestedAt = Noon;
        fact.isOpen = fact.isNew = true;
        leads << fact;
        return leads.last();
    }

    // A letter a step: attempted, reached, visit set, confirmed, shown and sold the same day; w: walked in, b: and came back the next
    // day, l: bought later. Cancelled after it was confirmed: x.
    void lead(const QString &steps)
    {
        LeadFact &fact = lead();
        const auto has = [&](char step) { return steps.contains(QLatin1Char(step)); };
        fact.attempts = has('a') ? 2 : 0;
        fact.reached = has('r') ? 1 : 0;
        const auto visit = [&](Instant setAt, int day, StoryVisit::Became became) {
            const Instant when = Noon + Day * day, confirmed = has('c') || has('x') ? when - Day : Instant{};
            fact.visits << StoryVisit{setAt, when, u"luis"_s, became, became == StoryVisit::Became::Open ? Instant{} : when, confirmed};
        };
        if (has('v'))
            visit(Noon, 1, has('x') ? StoryVisit::Became::Cancelled : has('s') ? StoryVisit::Became::Kept : StoryVisit::Became::Open);
        if (has('w'))
            visit({}, 1, StoryVisit::Became::Kept);
        if (has('b'))
            visit({}, 2, StoryVisit::Became::Kept);
        if (has('$') || has('l'))
            fact.soldAt = Noon + Day * (has('l') ? 4 : 1) + std::chrono::hours(2);
    }

    void leadTouchedAfter(const QString &minutes)
    {
        LeadFact &fact = lead();
        if (minutes == u"-"_s)
            return;
        fact.reached = minutes.endsWith(QLatin1Char('+'));
        fact.attempts = 1;
        fact.firstTouchAt = fact.requestedAt + std::chrono::minutes(QString(minutes).remove(QLatin1Char('+')).toInt());
    }

    // Hours since the last attempt; negative: there was none.
    void skip(const QString &actor, int hours, const QString &reason, Medium medium = Medium::Call)
    {
        if (leads.isEmpty())
            lead();
        StorySkip skip{Noon, actor, medium, reason, {}};
        if (hours >= 0)
            skip.triedAt = Noon - std::chrono::hours(hours);
        leads.last().skips << skip;
    }
};

Facts factsOfSteps(const QString &leads)
{
    Facts facts;
    for (const QString &one : leads.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        facts.lead(one);
    return facts;
}

QString countsOf(const ChartSeries &series)
{
    QStringList counts;
    for (const ChartMark &mark : series.marks)
        counts << QString::number(mark.count);
    return counts.join(QLatin1Char(' '));
}

} // namespace

class FunnelSentencesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void funnel_data()
    {
        QTest::addColumn<QString>("leads"); // as Facts::lead() takes them; "." came and no more
        QTest::addColumn<QString>("says");
        const auto row = [](const char *leads, const QString &says) { QTest::newRow(*leads ? leads : "none") << QString::fromLatin1(leads) << says; };
        row("", u"No lead came in the last 90 days."_s);
        row(".", u"The one lead that came in the last 90 days stopped before the first attempt"_s);
        row("ar", u"The one lead that came in the last 90 days stopped before a visit set"_s);
        row("arvs", u"The one lead that came in the last 90 days stopped before the sale; the one who left unsold has not come back"_s);
        row("arvsb", u"The one lead that came in the last 90 days stopped before the sale; the one who left unsold came back"_s);
        row("arvs$", u"The one lead that came in the last 90 days was sold"_s);
        row(". . ar", u"Most leads stop between coming and the first attempt: 2 of 3"_s);
        row(". a a ar", u"Most leads stop between the first attempt and being reached: 2 of 3"_s);
        row("ar ar arv", u"Most leads stop between being reached and a visit set: 2 of 3"_s);
        row("arv arv arvc", u"Most leads stop between a visit set and the visit confirmed: 2 of 3"_s);
        row("arvx arvx arvc", u"Most leads stop between a visit set and the visit confirmed: 2 of 3"_s);
        row("arvc arvc arvcs$", u"Most leads stop between the visit confirmed and coming in: 2 of 3"_s);
        row("arvs arvs arvs$", u"Most leads stop between coming in and the sale: 2 of 3; none of the 2 who left unsold came back"_s);
        row("w wb ws$", u"Most leads stop between coming in and the sale: 2 of 3; 1 of 2 who left unsold came back"_s);
        row("arwl arwl", u"All 2 leads that came in the last 90 days were sold; all 2 who left unsold came back"_s);
        row("arvs$ $", u"All 2 leads that came in the last 90 days were sold"_s);
    }
    void funnel()
    {
        QFETCH(QString, leads);
        QFETCH(QString, says);
        QCOMPARE(funnelChart(factsOfSteps(leads)).says, says);
    }

    void aStepThatWasPassedCountsApart()
    {
        const Chart chart = funnelChart(factsOfSteps(u". ar arv w $"_s));
        QCOMPARE(countsOf(chart.series[0]), u"5 2 2 1 0 1 1"_s);
        QCOMPARE(countsOf(chart.series[1]), u"0 2 2 2 2 1 0"_s);
        QCOMPARE(chart.series[0].marks[0].of, 0);
        QCOMPARE(chart.series[0].marks[1].of, 5);
        QCOMPARE(chart.series[1].marks[4].of, 3);
        QCOMPARE(chart.series[0].marks[6].of, 2);
    }

    void duplicatesAndEarlierLeadsAreLeftOut()
    {
        Facts facts;
        facts.lead(u"arvs"_s);
        facts.leads.last().isNew = false;
        facts.filter.person = u"ray"_s;
        QCOMPARE(funnelChart(facts).says, u"No lead that fits the filters came in the last 90 days."_s);
        QVERIFY(funnelChart(facts).isEmpty() && speedToLeadChart(facts).isEmpty());
    }

    void speed_data()
    {
        QTest::addColumn<QString>("leads"); // minutes to the first touch, "-": none, "+": reached
        QTest::addColumn<QString>("says");
        const auto row = [](const char *leads, const QString &says) { QTest::newRow(*leads ? leads : "none") << QString::fromLatin1(leads) << says; };
        row("", u"No lead came in the last 90 days."_s);
        row("-", u"The one lead that came in the last 90 days was never touched"_s);
        row("5", u"The one lead that came in the last 90 days was touched within 5 minutes"_s);
        row("6", u"The one lead that came in the last 90 days was not touched within 5 minutes"_s);
        row("- -", u"None of the 2 leads that came in the last 90 days was ever touched"_s);
        row("0 5+", u"All 2 leads that came in the last 90 days were touched within 5 minutes"_s);
        row("6 90", u"None of the 2 leads that came in the last 90 days was touched within 5 minutes"_s);
        row("5 90 -", u"1 of 3 leads that came in the last 90 days was touched within 5 minutes; 1 was never touched"_s);
        row("4 5 90 - -", u"2 of 5 leads that came in the last 90 days were touched within 5 minutes; 2 were never touched"_s);
    }
    void speed()
    {
        QFETCH(QString, leads);
        QFETCH(QString, says);
        Facts facts;
        for (const QString &one : leads.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            facts.leadTouchedAfter(one);
        QCOMPARE(speedToLeadChart(facts).says, says);
    }

    void theLastMinuteBelongsToItsBin()
    {
        Facts facts;
        for (const char *minutes : {"-20", "5+", "6", "15", "16+", "60", "61", "240", "241", "1440+", "1441", "-"})
            facts.leadTouchedAfter(QString::fromLatin1(minutes));
        const Chart chart = speedToLeadChart(facts);
        QCOMPARE(countsOf(chart.series[0]), u"1 2 1 2 1 1 1"_s);
        QCOMPARE(countsOf(chart.series[1]), u"1 0 1 0 1 0 0"_s);
        const Chart shares = reachedBySpeedChart(facts);
        QCOMPARE(countsOf(shares.series.first()), u"1 0 1 0 1 0"_s);
        QCOMPARE(shares.series.first().marks.first().of, 2);
        QVERIFY(shares.series.first().marks.first().tooFew);
    }

    void whatSpeedBrings()
    {
        const auto many = [](Facts &facts, int count, int reached, int minutes) {
            for (int i = 0; i < count; ++i)
                facts.leadTouchedAfter(QString::number(minutes) + (i < reached ? u"+"_s : QString()));
        };
        Facts facts;
        QCOMPARE(reachedBySpeedChart(facts).says, u"No lead came in the last 90 days."_s);
        many(facts, 1, 1, 3);
        QCOMPARE(reachedBySpeedChart(facts).says, u"One lead touched says nothing yet about what speed brings"_s);
        many(facts, 28, 14, 3);
        QCOMPARE(reachedBySpeedChart(facts).says, u"29 leads touched are too few to say what speed brings"_s);
        many(facts, 31, 15, 3);
        QCOMPARE(reachedBySpeedChart(facts).says, u"50 % of 60 leads touched within 5 minutes were reached"_s);
        many(facts, 40, 18, 2000);
        QCOMPARE(reachedBySpeedChart(facts).says,
                 u"Leads touched within 5 minutes are not clearly reached more or less often than those touched after more than 24 hours"_s);
        many(facts, 60, 2, 2000);
        QCOMPARE(reachedBySpeedChart(facts).says, u"Of leads touched within 5 minutes 50 % were reached, of those touched after more than 24 hours 20 %"_s);
        facts.filter.medium = u"call"_s;
        QCOMPARE(speedToLeadChart(facts).says, u"60 of 160 leads that came in the last 90 days were touched by call within 5 minutes"_s);
    }

    void skipped()
    {
        Facts facts;
        facts.people = {{u"luis"_s, u"Luis Ortega"_s, false, true}, {u"ray"_s, u"Ray Sosa"_s, false, true}};
        QCOMPARE(skippedChart(facts).says, u"No step was left out in the last 90 days."_s);
        facts.skip(u"luis"_s, 7 * 24, u"Away."_s);
        QCOMPARE(skippedChart(facts).says, u"The one step left out in the last 90 days had an attempt in the 7 days before; the reason: “Away.”"_s);
        facts.skip(u"luis"_s, 1, u"Spoke today"_s);
        QCOMPARE(skippedChart(facts).says, u"All 2 steps left out in the last 90 days had an attempt in the 7 days before; no reason was given twice"_s);
        facts.skip(u"ray"_s, 7 * 24 + 1, u" away. "_s);
        facts.skip(u"ray"_s, -1, u"Later"_s);
        facts.skip(u"ray"_s, -1, QString());
        const Chart chart = skippedChart(facts);
        QCOMPARE(chart.says,
                 u"3 of 5 steps left out in the last 90 days had no attempt in the 7 days before; the commonest reason, 2 times: “Away.”"_s);
        QCOMPARE(chart.series[0].marks.first().label, u"Ray Sosa"_s);
        QCOMPARE(countsOf(chart.series[0]), u"3 0"_s);
        QCOMPARE(countsOf(chart.series[1]), u"0 2"_s);
        QCOMPARE(chart.series[0].marks.first().leads.size(), 1); // all on one lead
    }

    void skippedWithoutEffort()
    {
        Facts facts;
        facts.skip(u"ray"_s, -1, QString());
        QCOMPARE(skippedChart(facts).says, u"The one step left out in the last 90 days had no attempt in the 7 days before"_s);
        facts.skip(u"ray"_s, 200, QString(80, QLatin1Char('x')), Medium::Text);
        QCOMPARE(skippedChart(facts).says,
                 u"None of the 2 steps left out in the last 90 days had an attempt in the 7 days before; no reason was given twice"_s);
        facts.filter.medium = u"text"_s;
        const QString says = skippedChart(facts).says;
        QVERIFY2(says.startsWith(u"The one step by text left out in the last 90 days had no attempt in the 7 days before; the reason: “xx"_s)
                     && says.endsWith(u"x…”"_s) && !says.contains(QString(60, QLatin1Char('x'))),
                 qPrintable(says));
        facts.filter.person = u"luis"_s;
        QCOMPARE(skippedChart(facts).says, u"No step by text that fits the filters was left out in the last 90 days."_s);
        facts.filter = {};
        facts.since = Noon + Day;
        QCOMPARE(skippedChart(facts).says, u"No step was left out in the last 90 days."_s);
    }

    void aVisitIsConfirmedFromTenOfTheDayBefore_data()
    {
        QTest::addColumn<QDate>("visit");
        QTest::addColumn<QDate>("day");
        QTest::newRow("Wednesday") << QDate(2026, 11, 18) << QDate(2026, 11, 17);
        QTest::newRow("Monday") << QDate(2026, 11, 16) << QDate(2026, 11, 14);
        QTest::newRow("Sunday") << QDate(2026, 11, 15) << QDate(2026, 11, 14);
        QTest::newRow("the day after Thanksgiving") << QDate(2026, 11, 27) << QDate(2026, 11, 25);
        QTest::newRow("the day after clocks are set back") << QDate(2026, 11, 2) << QDate(2026, 10, 31);
    }
    void aVisitIsConfirmedFromTenOfTheDayBefore()
    {
        QFETCH(QDate, visit);
        QFETCH(QDate, day);
        for (const QString &zone : {Zone, u"America/Los_Angeles"_s}) {
            const Instant at = zones::instantOf(visit, QTime(17, 30), zone).value();
            QCOMPARE(confirmFrom(at, zone), zones::instantOf(day, QTime(10, 0), zone));
        }
        QVERIFY(!confirmFrom(Noon, u"Nowhere"_s));
    }

    void definitionsNameTheirNumbers()
    {
        QVERIFY(textOf(Measure::Effort).definition.contains(QString::number(EffortDays)));
        QVERIFY(textOf(Measure::Confirmed).definition.contains(u"%1:00"_s.arg(ConfirmHour)));
        QVERIFY(textOf(Measure::FirstTouch).definition.contains(u"clock time"_s));
        QVERIFY(speedToLeadChart(Facts()).counted.contains(textOf(Measure::FirstTouch).definition));
    }
};

QTEST_GUILESS_MAIN(FunnelSentencesTest)
#include "funnel_sentences_test.moc"
