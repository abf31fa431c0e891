// What the charts of evidence, bursts, streaks and objections say, for none, one and many.

#include "core/base/random.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant Now{qint64(1794844800) * 1000000}; // 2026-11-16, 16:00 UTC

// Facts made by hand.
struct Facts : ReportFacts {
    SeededRandom random{3};

    Facts()
    {
        filter.days = 7;
        at = Now;
        since = Now - std::chrono::hours(24 * 7);
        people = {{u"luis"_s, u"Luis Ortega"_s, false, true}, {u"ray"_s, u"Ray Sosa"_s, false, true}};
    }

    LeadFact &lead(LeadStatus status = LeadStatus::Open)
    {
        LeadFact fact;
        fact.id = random.id<LeadId>(Instant{qint64(leads.size()) * 1000});
        fact.status = status;
        fact.arrivedAt = since + std::chrono::hours(1);
        fact.isLeftIn = true;
        leads << fact;
        return leads.last();
    }

    // Each so long after the one before.
    TouchFact &touch(Outcome outcome = Outcome::NoAnswer, Duration after = std::chrono::minutes(5), const QString &actor = u"luis"_s)
    {
        if (leads.isEmpty())
            lead();
        TouchFact made;
        made.lead = leads.first().id;
        made.at = (touches.isEmpty() ? since : touches.last().at) + after;
        made.actor = actor;
        made.outcome = outcome;
        made.answeredAt = isAnswered(outcome) ? made.at : Instant{};
        touches << made;
        return touches.last();
    }

    void calls(int count, Outcome outcome, Duration after = std::chrono::minutes(5), const QString &actor = u"luis"_s)
    {
        for (int i = 0; i < count; ++i)
            touch(outcome, i == 0 ? Duration(std::chrono::hours(1)) : after, actor);
    }

    void heard(int count, Objection objection, LeadStatus status = LeadStatus::Open)
    {
        for (int i = 0; i < count; ++i)
            lead(status).objections << StoryObjection{objection, since + std::chrono::hours(2)};
    }
};

const ChartMark *markAt(const Chart &chart, const QString &series, const QString &key)
{
    for (const ChartSeries &one : chart.series)
        for (const ChartMark &mark : one.marks)
            if (one.key == series && mark.key == key)
                return &mark;
    return nullptr;
}

} // namespace

class EvidenceSentencesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void evidence_data()
    {
        QTest::addColumn<QString>("touches"); // ticked, short note, something kept, answered
        QTest::addColumn<QString>("says");
        const auto row = [](const char *touches, const QString &says) {
            QTest::newRow(*touches ? touches : "none") << QString::fromLatin1(touches) << says;
        };
        row("", u"Nobody was contacted in the last 7 days."_s);
        row("t", u"The one touch in the last 7 days is only ticked"_s);
        row("s", u"The one touch in the last 7 days has a short note and nothing else"_s);
        row("k", u"The one touch in the last 7 days has something behind it"_s);
        row("a", u"The one touch in the last 7 days has something behind it"_s);
        row("ak", u"All 2 touches in the last 7 days have something behind them"_s);
        row("tt", u"All 2 touches in the last 7 days are only ticked"_s);
        row("tk", u"1 of 2 touches in the last 7 days is only ticked"_s);
        row("ttak", u"2 of 4 touches in the last 7 days are only ticked"_s);
        row("ts", u"1 of 2 touches in the last 7 days is only ticked; 1 more has a short note and nothing else"_s);
        row("ttssk", u"2 of 5 touches in the last 7 days are only ticked; 2 more have a short note and nothing else"_s);
        row("sk", u"1 of 2 touches in the last 7 days has a short note and nothing else"_s);
        row("ssk", u"2 of 3 touches in the last 7 days have a short note and nothing else"_s);
    }
    void evidence()
    {
        QFETCH(QString, touches);
        QFETCH(QString, says);
        Facts facts;
        for (const QChar one : touches) {
            TouchFact &touch = facts.touch(one == u'a' ? Outcome::Reached : Outcome::NoAnswer);
            touch.noteLength = one == u's' ? 3 : one == u'k' ? 40 : 0;
        }
        QCOMPARE(evidenceChart(facts).says, says);
    }

    void whoMadeMostStandsFirst()
    {
        Facts facts;
        facts.calls(2, Outcome::NoAnswer, std::chrono::minutes(5), u"luis"_s);
        facts.calls(3, Outcome::Reached, std::chrono::minutes(5), u"ray"_s);
        const Chart chart = evidenceChart(facts);
        QCOMPARE(chart.series.size(), 4);
        QCOMPARE(chart.series.first().marks.first().label, u"Ray Sosa"_s);
        QCOMPARE(markAt(chart, u"answered"_s, u"ray"_s)->count, 3);
        QCOMPARE(markAt(chart, u"only_ticked"_s, u"luis"_s)->count, 2);
        QCOMPARE(chart.period->count, 5);
    }

    void theFilterIsSaid()
    {
        Facts facts;
        facts.filter.medium = u"text"_s;
        QCOMPARE(evidenceChart(facts).says, u"Nobody was contacted by text in the last 7 days."_s);
        QCOMPARE(burstsChart(facts).says, u"Nobody was contacted by text in the last 7 days."_s);
        QCOMPARE(streaksChart(facts).says, u"Only calls are counted here, and the filters leave them out."_s);
        facts.touch(Outcome::Sent).medium = Medium::Text;
        facts.touch(Outcome::Sent).medium = Medium::Text;
        QCOMPARE(evidenceChart(facts).says, u"All 2 touches by text in the last 7 days are only ticked"_s);
        QCOMPARE(burstsChart(facts).says,
                 u"No burst in the last 7 days: never 4 touches by text of one person, each within 20 seconds of the one before"_s);
        Facts none;
        none.filter.person = u"ray"_s;
        none.filter.days = 1;
        QCOMPARE(streaksChart(none).says, u"Nobody who fits the filters was contacted by call today."_s);
        QCOMPARE(objectionsChart(none).says, u"Nobody who fits the filters said what keeps them from buying today."_s);
    }

    void bursts()
    {
        const Duration quick = std::chrono::seconds(9);
        Facts facts;
        facts.calls(3, Outcome::NoAnswer, quick);
        QCOMPARE(burstsChart(facts).says,
                 u"No burst in the last 7 days: never 4 touches of one person, each within 20 seconds of the one before"_s);
        Facts all;
        all.calls(4, Outcome::NoAnswer, quick);
        QCOMPARE(burstsChart(all).says, u"All 4 touches in the last 7 days were made in one burst, each within 20 seconds of the one before"_s);
        facts.calls(4, Outcome::NoAnswer, quick);
        QCOMPARE(burstsChart(facts).says, u"4 of 7 touches in the last 7 days were made in one burst, each within 20 seconds of the one before"_s);
        facts.calls(5, Outcome::Voicemail, quick, u"ray"_s);
        const Chart chart = burstsChart(facts);
        QCOMPARE(chart.says, u"9 of 12 touches in the last 7 days were made in 2 bursts, each within 20 seconds of the one before"_s);
        QCOMPARE(chart.series.first().marks.first().label, u"Ray Sosa"_s);
        QCOMPARE(markAt(chart, u"in_bursts"_s, u"luis"_s)->count, 4);
        QCOMPARE(markAt(chart, u"in_bursts"_s, u"luis"_s)->of, 7);
    }

    void streaks()
    {
        Facts facts;
        QCOMPARE(streaksChart(facts).says, u"Nobody was contacted by call in the last 7 days."_s);
        facts.calls(11, Outcome::NoAnswer);
        facts.touch(Outcome::Reached);
        QCOMPARE(streaksChart(facts).says, u"No 12 calls in a row ended alike without an answer in the last 7 days"_s);
        Facts all;
        all.calls(12, Outcome::Voicemail);
        QCOMPARE(streaksChart(all).says, u"All 12 calls in the last 7 days are one streak: all ended alike without an answer"_s);
        facts.calls(13, Outcome::Busy);
        QCOMPARE(streaksChart(facts).says, u"13 of 25 calls in the last 7 days are one streak: all ended alike without an answer"_s);
        facts.calls(12, Outcome::NoAnswer);
        facts.touch(Outcome::Sent).medium = Medium::Text;
        const Chart chart = streaksChart(facts);
        QCOMPARE(chart.says, u"25 of 37 calls in the last 7 days are in 2 streaks that ended alike without an answer; the longest has 13"_s);
        QCOMPARE(markAt(chart, u"in_streaks"_s, u"luis"_s)->of, 37); // a text is no call
    }

    void objections_data()
    {
        QTest::addColumn<QString>("leads"); // objection and how many open, lost and sold, parted by commas
        QTest::addColumn<QString>("says");
        const auto row = [](const char *leads, const QString &says) {
            QTest::newRow(*leads ? leads : "none heard") << QString::fromLatin1(leads) << says;
        };
        row("", u"Nobody said what keeps them from buying in the last 7 days."_s);
        row("none 1 0 0", u"The one lead that did not buy gave no reason; they have not bought"_s);
        row("none 2 0 1", u"None of 3 leads that did not buy gave a reason; 1 of those bought after all"_s);
        row("price 0 1 0", u"“Price” is the objection of the one lead that has one; they have not bought"_s);
        row("price 0 0 1", u"“Price” is the objection of the one lead that has one; they bought after all"_s);
        row("trade 1 1 0", u"“Trade value” is the objection of all 2 leads that have one; none of those bought after all"_s);
        row("trade 1 1 2, stock 1 0 0", u"“Trade value” is the commonest objection, of 4 of 5 leads; 2 of those bought after all"_s);
        row("none 5 0 0, credit 1 0 0", u"“Credit” is the commonest objection, of 1 of 6 leads; they have not bought"_s);
        row("price 1 0 1, payment 2 0 0", u"No objection is commoner than all others among 4 leads; 1 of those bought after all"_s);
        row("price 10 14 5, credit 1 0 0", u"“Price” is the commonest objection, of 29 of 30 leads; 5 of those bought after all"_s);
        row("price 10 14 6, credit 1 0 0",
            u"“Price” is the commonest objection, of 30 of 31 leads; 6 of those bought after all (20 %, likely between 9 % and 37 %)"_s);
        row("decider 30 0 0",
            u"“Somebody else decides” is the objection of all 30 leads that have one; none of those bought after all"
            " (0 %, likely between 0 % and 8 %)"_s);
    }
    void objections()
    {
        QFETCH(QString, leads);
        QFETCH(QString, says);
        Facts facts;
        for (const QString &one : leads.split(u", "_s, Qt::SkipEmptyParts)) {
            const QStringList words = one.split(QLatin1Char(' '));
            const Objection objection = *objectionFromText(words[0]);
            facts.heard(words[1].toInt(), objection);
            facts.heard(words[2].toInt(), objection, LeadStatus::Lost);
            facts.heard(words[3].toInt(), objection, LeadStatus::Sold);
        }
        QCOMPARE(objectionsChart(facts).says, says);
    }

    void theLastObjectionCounts()
    {
        Facts facts;
        LeadFact &changed = facts.lead(LeadStatus::Lost);
        changed.objections = {{Objection::Price, facts.since}, {Objection::Credit, facts.since + std::chrono::hours(1)}};
        LeadFact &old = facts.lead();
        old.arrivedAt = facts.since - std::chrono::hours(48);
        old.objections = {{Objection::Price, facts.since - std::chrono::hours(1)}};
        facts.heard(1, Objection::Price, LeadStatus::Duplicate);
        const Chart chart = objectionsChart(facts);
        QCOMPARE(markAt(chart, u"lost"_s, u"credit"_s)->count, 1);
        QCOMPARE(chart.period->count, 1);
        QCOMPARE(chart.series.first().marks.size(), qsizetype(AllObjections.size()));
        QCOMPARE(chart.series.first().marks.first().label, u"Trade value"_s);
        facts.leads[1].arrivedAt = facts.since; // it came within the days, and said so on the way
        QCOMPARE(markAt(objectionsChart(facts), u"open"_s, u"price"_s)->count, 1);
    }

    void howItIsCountedNamesTheThresholds()
    {
        Facts facts;
        QVERIFY(evidenceChart(facts).counted.contains(u"a note of 12 characters or more"_s));
        QVERIFY(evidenceChart(facts).counted.contains(u"lasted 10 seconds or longer"_s));
        QVERIFY(burstsChart(facts).counted.contains(u"4 or more touches of one person, each within 20 seconds"_s));
        QVERIFY(streaksChart(facts).counted.contains(u"12 or more calls"_s));
    }
};

QTEST_GUILESS_MAIN(EvidenceSentencesTest)
#include "evidence_sentences_test.moc"
