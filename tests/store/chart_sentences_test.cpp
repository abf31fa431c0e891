// What the charts say, for none, one and many.

#include "core/base/random.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QSet>
#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

// Facts made by hand.
struct Facts : ReportFacts {
    SeededRandom random{3};

    LeadFact &lead(int attempts = 0, int reached = 0, int untouchedDays = -1, const QString &owner = {})
    {
        LeadFact fact;
        fact.id = random.id<LeadId>(Instant{qint64(leads.size()) * 1000});
        fact.attempts = attempts;
        fact.reached = reached;
        fact.reachedBy = reached > 0 ? attempts : 0;
        fact.untouchedDays = untouchedDays;
        fact.owner = owner;
        fact.isOpen = fact.isNew = true;
        leads << fact;
        return leads.last();
    }

    void touches(int count, int answered, Medium medium = Medium::Call, int hour = 10, const QString &actor = u"luis"_s)
    {
        if (leads.isEmpty())
            lead();
        for (int i = 0; i < count; ++i) {
            TouchFact touch;
            touch.lead = leads.first().id;
            touch.actor = actor;
            touch.medium = medium;
            touch.hour = hour;
            touch.answeredAt = Instant{i < answered ? 1 : 0};
            ReportFacts::touches << touch;
        }
    }
};

} // namespace

class ChartSentencesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void attemptsPerLead_data()
    {
        QTest::addColumn<QString>("leads"); // attempts, with a "+" where reached, parted by blanks
        QTest::addColumn<QString>("says");
        const auto row = [](const char *leads, const QString &says) { QTest::newRow(*leads ? leads : "none") << QString::fromLatin1(leads) << says; };
        row("", u"No lead is open."_s);
        row("6", u"The only open lead has at least 5 attempts"_s);
        row("2", u"The only open lead has fewer than 5 attempts; it was never reached"_s);
        row("2+", u"The only open lead has fewer than 5 attempts"_s);
        row("5 12", u"All 2 open leads have at least 5 attempts"_s);
        row("4 5", u"1 of 2 open leads has fewer than 5 attempts; it was never reached"_s);
        row("4+ 5", u"1 of 2 open leads has fewer than 5 attempts"_s);
        row("0 4 5", u"2 of 3 open leads have fewer than 5 attempts; none of them was ever reached"_s);
        row("0 4+ 5", u"2 of 3 open leads have fewer than 5 attempts; 1 of them was never reached"_s);
        row("0 1 4+ 5", u"3 of 4 open leads have fewer than 5 attempts; 2 of them were never reached"_s);
        row("1+ 4+", u"All 2 open leads have fewer than 5 attempts"_s);
    }
    void attemptsPerLead()
    {
        QFETCH(QString, leads);
        QFETCH(QString, says);
        Facts facts;
        for (const QString &one : leads.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            facts.lead(QString(one).remove(QLatin1Char('+')).toInt(), one.endsWith(QLatin1Char('+')));
        QCOMPARE(attemptsPerLeadChart(facts).says, says);
    }

    void theFilterIsSaid()
    {
        Facts facts;
        facts.filter.openDays = 14;
        QCOMPARE(attemptsPerLeadChart(facts).says, u"No lead is open 14 days or longer."_s);
        facts.lead(2);
        facts.lead(5);
        QCOMPARE(attemptsPerLeadChart(facts).says, u"1 of 2 leads open 14 days or longer has fewer than 5 attempts; it was never reached"_s);
        QCOMPARE(attemptsPerLeadChart(facts).minimum, std::optional(MinimumAttempts));
        facts.filter.medium = u"text"_s;
        QCOMPARE(attemptsPerLeadChart(facts).says,
                 u"1 of 2 leads open 14 days or longer has fewer than 5 attempts by text; it was never reached by text"_s);
        QVERIFY(!attemptsPerLeadChart(facts).minimum);
        Facts none;
        none.filter.person = u"ray"_s;
        QCOMPARE(neglectChart(none).says, u"No open lead fits the filters."_s);
        QCOMPARE(touchesByMediumChart(none).says, u"Nobody who fits the filters was contacted in the last 90 days."_s);
        QCOMPARE(reachedByAttemptChart(none).says, u"No lead that fits the filters came in the last 90 days."_s);
    }

    void underMinimum()
    {
        Facts facts;
        facts.people = {{u"luis"_s, u"Luis Ortega"_s, false, true}, {u"ray"_s, u"Ray Sosa"_s, false, true}};
        facts.lead(6, 0, 1, u"ray"_s);
        QCOMPARE(underMinimumChart(facts).says, u"No open lead has fewer than 5 attempts"_s);
        facts.lead(2, 0, 1, u"luis"_s);
        QCOMPARE(underMinimumChart(facts).says, u"Luis Ortega holds the one open lead with fewer than 5 attempts"_s);
        facts.lead(2, 0, 1, u"luis"_s);
        QCOMPARE(underMinimumChart(facts).says, u"Luis Ortega holds all 2 open leads with fewer than 5 attempts"_s);
        facts.lead(2, 0, 1, u"ray"_s);
        QCOMPARE(underMinimumChart(facts).says, u"Luis Ortega holds 2 of the 3 open leads with fewer than 5 attempts"_s);
        for (int i = 0; i < 3; ++i)
            facts.lead();
        const Chart chart = underMinimumChart(facts);
        QCOMPARE(chart.says, u"Of the 6 open leads with fewer than 5 attempts, 3 are given to nobody"_s);
        QCOMPARE(chart.series.first().marks.last().label, u"Ray Sosa"_s);
        QCOMPARE(chart.series.first().marks.last().count, 1);
        QCOMPARE(chart.series.first().marks.last().of, 2);
    }

    void neglect()
    {
        Facts never, fresh, late;
        never.lead();
        QCOMPARE(neglectChart(never).says, u"1 open lead was never touched"_s);
        never.lead();
        QCOMPARE(neglectChart(never).says, u"2 open leads were never touched"_s);
        fresh.lead(1, 0, 6);
        QCOMPARE(neglectChart(fresh).says, u"The only open lead was touched less than 7 days ago"_s);
        fresh.lead(1, 0, 0);
        QCOMPARE(neglectChart(fresh).says, u"All 2 open leads were touched less than 7 days ago"_s);
        late.lead(1, 0, 7);
        QCOMPARE(neglectChart(late).says, u"1 open lead was not touched for 7 days or more"_s);
        late.lead(1, 0, 40);
        QCOMPARE(neglectChart(late).says, u"2 open leads were not touched for 7 days or more"_s);
        late.lead();
        QCOMPARE(neglectChart(late).says, u"2 open leads were not touched for 7 days or more, and 1 was never touched"_s);
    }

    void reachedByAttempt()
    {
        Facts facts;
        facts.lead(4);
        QCOMPARE(reachedByAttemptChart(facts).says, u"The one lead that came in the last 90 days was not reached yet"_s);
        facts.lead(4);
        QCOMPARE(reachedByAttemptChart(facts).says, u"None of the 2 leads that came in the last 90 days was reached yet"_s);
        facts.lead(2, 1);
        QCOMPARE(reachedByAttemptChart(facts).says, u"The one lead reached needed no third attempt"_s);
        facts.lead(1, 1);
        QCOMPARE(reachedByAttemptChart(facts).says, u"None of the 2 leads reached needed a third attempt"_s);
        facts.lead(11, 1);
        const Chart chart = reachedByAttemptChart(facts);
        QCOMPARE(chart.says, u"Of the 3 leads reached, 1 needed a third attempt or more"_s);
        const auto &marks = chart.series.first().marks;
        QCOMPARE(marks.size(), 8);
        QCOMPARE(marks[0].count, 1);
        QCOMPARE(marks[6].count, 2);
        QCOMPARE(marks[7].count, 3); // the eleventh attempt
        QCOMPARE(marks[7].of, 5);
    }

    void touches()
    {
        Facts facts;
        facts.people = {{u"dana"_s, u"Dana Whitfield"_s, true, true}, {u"luis"_s, u"Luis Ortega"_s, false, true}, {u"ray"_s, u"Ray Sosa"_s, false, true}};
        facts.filter.days = 7;
        QCOMPARE(touchesByPersonChart(facts).says, u"Nobody was contacted in the last 7 days."_s);
        QVERIFY(touchesByPersonChart(facts).isEmpty());
        facts.touches(1, 0);
        QCOMPARE(touchesByPersonChart(facts).says, u"Luis Ortega made the one touch in the last 7 days"_s);
        QCOMPARE(touchesByMediumChart(facts).says, u"The one touch in the last 7 days was a call"_s);
        facts.touches(1, 0);
        QCOMPARE(touchesByPersonChart(facts).says, u"Luis Ortega made all 2 touches in the last 7 days"_s);
        QCOMPARE(touchesByMediumChart(facts).says, u"All 2 touches in the last 7 days were calls"_s);
        facts.touches(3, 0, Medium::Email, 10, u"ray"_s);
        QCOMPARE(touchesByMediumChart(facts).says, u"3 of 5 touches in the last 7 days were e-mails"_s);
        const Chart chart = touchesByPersonChart(facts);
        QCOMPARE(chart.says, u"Ray Sosa made 3 of 5 touches in the last 7 days"_s);
        QCOMPARE(chart.series.size(), 2); // the media that were used
        QCOMPARE(chart.series.first().marks.size(), 2); // a manager who made none is not expected to
    }

    void answersByMedium()
    {
        Facts facts;
        facts.touches(20, 5);
        QCOMPARE(answersByMediumChart(facts).says, u"20 touches are too few to say which medium people answer"_s);
        facts.touches(20, 5);
        QCOMPARE(answersByMediumChart(facts).says, u"25 % of 40 calls were answered"_s);
        facts.touches(40, 11, Medium::Email);
        QCOMPARE(answersByMediumChart(facts).says, u"No medium is clearly answered more often than another"_s);
        facts.touches(40, 30, Medium::Text);
        QCOMPARE(answersByMediumChart(facts).says, u"Texts are answered more often than calls: 75 % against 25 %"_s);
    }

    void hoursAreComparedWhereThereIsEnough()
    {
        Facts facts;
        facts.touches(1, 1);
        QCOMPARE(answersByHourChart(facts).says, u"One call says nothing yet about when people answer"_s);
        facts.touches(39, 3, Medium::Call, 10);
        facts.touches(29, 29, Medium::Call, 16);
        QCOMPARE(answersByHourChart(facts).says, u"69 calls are too few to say when people answer"_s);
        facts.touches(40, 6, Medium::Call, 9);
        QCOMPARE(answersByHourChart(facts).says, u"No hour clearly brings twice as many answers as another; 36 % of 109 calls were answered"_s);
        Facts evening;
        evening.touches(200, 30, Medium::Call, 9);
        evening.touches(200, 64, Medium::Call, 17);
        evening.touches(200, 68, Medium::Call, 18);
        QCOMPARE(answersByHourChart(evening).says, u"From 5 to 7 pm twice as many answer as at 9 am"_s);
        evening.touches(200, 0, Medium::Call, 8);
        QCOMPARE(answersByHourChart(evening).says, u"From 5 to 7 pm 33 % answer, at 8 am nobody does"_s);
        evening.filter.medium = u"text"_s;
        QCOMPARE(answersByHourChart(evening).says, u"Only calls are counted here, and the filters leave them out."_s);
    }

    void everyMeasureIsDefinedOnce()
    {
        QSet<QString> ids;
        for (const MeasureText &measure : allMeasures()) {
            QVERIFY(!ids.contains(measure.id));
            ids.insert(measure.id);
            QVERIFY2(measure.definition.endsWith(QLatin1Char('.')) && !measure.definition.contains(u"%1"_s), qPrintable(measure.id));
        }
        QVERIFY(textOf(Measure::Minimum).definition.contains(QString::number(MinimumAttempts)));
    }
};

QTEST_GUILESS_MAIN(ChartSentencesTest)
#include "chart_sentences_test.moc"
