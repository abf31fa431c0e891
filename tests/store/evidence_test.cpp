// What is behind touches, bursts, streaks and objections, counted a second way in a random world; see evidence_plain.h.

#include "core/report/charts.h"
#include "tests/store/evidence_plain.h"

using namespace beback;
using namespace beback::test;

namespace {

// Goes on where the world of the other charts ends: with notes, words, answers and time on the line, with touches that follow one
// another closely, with rows of calls that end alike, and with people who say what keeps them from buying.
struct EvidenceWorld : World {
    EvidenceWorld()
    {
        for (int i = 0; i < 260; ++i) {
            clock.advance(std::chrono::seconds(40 + chance.below(14'000)));
            const QString actor = any(workers);
            switch (chance.below(12)) {
            case 0: several(2 + int(chance.below(5)), actor, 27); break;
            case 1: streak(9 + int(chance.below(6)), actor); break;
            case 2:
            case 3: said(actor); break;
            case 4: takeBack(); break;
            default: take(touch(actor)); break;
            }
        }
    }

    Person &somebody() { return people[qsizetype(chance.below(quint64(people.size())))]; }

    void take(const EventDraft &draft)
    {
        const auto recorded = recorder->record(draft);
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
        for (Person &person : people)
            if (person.customer == draft.customer)
                person.events << recorded->events.first();
    }

    EventDraft about(const QString &actor)
    {
        Person &person = somebody();
        EventDraft draft;
        draft.customer = person.customer;
        draft.lead = any(person.leads);
        draft.actor = actor;
        return draft;
    }

    // Anything may be missing, and everything may be there.
    EventDraft touch(const QString &actor)
    {
        EventDraft draft = attempt(about(actor));
        if (chance.below(4) == 0)
            draft.body.insert(u"note"_s, any(QVector<QString>{u"LM"_s, u"  "_s, u"called back"_s, u"left message"_s,
                                                              u"Wants the gray one, has a trade."_s}));
        if (chance.below(6) == 0)
            draft.body.insert(u"words"_s, any(QVector<QString>{u"Would Saturday at ten suit you?"_s, u" "_s}));
        if (*draft.medium == Medium::Call && chance.below(3) == 0)
            draft.body.insert(u"talk_s"_s, any(QVector<int>{0, 4, 9, 10, 48, 300}));
        if (*draft.medium == Medium::Call && chance.below(8) == 0)
            draft.body.insert(u"answers"_s, chance.below(3) == 0 ? QJsonObject() : QJsonObject{{u"trade"_s, u"yes"_s}});
        return draft;
    }

    void several(int count, const QString &actor, quint64 atMostApart)
    {
        for (int i = 0; i < count; ++i) {
            EventDraft draft = touch(actor);
            if (chance.below(5) != 0)
                draft.occurredAt.reset(); // else one of them is of another day
            take(draft);
            clock.advance(std::chrono::seconds(chance.below(atMostApart)));
        }
    }

    void streak(int count, const QString &actor)
    {
        const Outcome outcome = any(QVector<Outcome>{Outcome::NoAnswer, Outcome::Voicemail, Outcome::Busy});
        const int broken = chance.below(4) == 0 ? count / 2 : -1;
        for (int i = 0; i < count; ++i) {
            EventDraft draft = about(actor);
            draft.kind = EventKind::Attempt;
            draft.direction = Direction::Out;
            draft.medium = Medium::Call;
            draft.outcome = i == broken ? Outcome::Reached : outcome;
            take(draft);
            clock.advance(std::chrono::seconds(30 + chance.below(300)));
        }
    }

    void said(const QString &actor)
    {
        EventDraft draft = about(actor);
        draft.kind = EventKind::ObjectionRaised;
        draft.body.insert(u"objection"_s, toText(AllObjections[chance.below(AllObjections.size())]));
        if (chance.below(4) == 0)
            draft.occurredAt = clock.now() - std::chrono::hours(chance.below(400));
        take(draft);
        if (chance.below(2) == 0)
            return;
        draft.kind = EventKind::LeadClosed;
        draft.occurredAt.reset();
        draft.body = {{u"status"_s, any(QVector<QString>{u"sold"_s, u"lost"_s, u"duplicate"_s})}};
        take(draft);
    }

    void takeBack()
    {
        Person &person = somebody();
        if (person.events.isEmpty())
            return;
        const auto undone = recorder->undo(any(person.events), u"dana"_s, u"slip"_s); // of what was taken back already: nothing
        if (undone)
            person.events << undone->events.first();
    }
};

QVector<Chart> chartsOf(const ReportFacts &facts)
{
    return {evidenceChart(facts), burstsChart(facts), streaksChart(facts), objectionsChart(facts)};
}

} // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<EvidenceWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void theWorldHasSomeOfEach()
    {
        const QMap<QString, Numbers> numbers = numbersOfEvidence(*m_world, {});
        QCOMPARE(numbers.keys(), (QStringList{u"bursts"_s, u"evidence"_s, u"objections"_s, u"streaks"_s}));
        for (const QString &chart : numbers.keys()) {
            QMap<QString, int> counts; // by series
            for (auto it = numbers[chart].cbegin(); it != numbers[chart].cend(); ++it)
                counts[it.key().section(QLatin1Char('/'), 0, 0)] += it->count;
            QCOMPARE(counts.size(), chart == u"evidence"_s ? 4 : chart == u"objections"_s ? 3 : 1);
            for (auto it = counts.cbegin(); it != counts.cend(); ++it)
                QVERIFY2(*it > 0, qPrintable(it.key()));
        }
    }

    void everyNumberAgreesWithTheHistories_data()
    {
        QTest::addColumn<ChartFilter>("filter");
        QTest::newRow("none") << ChartFilter{};
        QTest::newRow("a week") << ChartFilter{7, 0, {}, {}, {}, {}};
        QTest::newRow("today") << ChartFilter{1, 0, {}, {}, {}, {}};
        QTest::newRow("a year, of open ones those open long") << ChartFilter{365, 30, {}, {}, {}, {}};
        QTest::newRow("a person") << ChartFilter{90, 0, u"luis"_s, {}, {}, {}};
        QTest::newRow("who left") << ChartFilter{90, 0, u"jo"_s, {}, {}, {}};
        QTest::newRow("a plan") << ChartFilter{90, 0, {}, u"long-term"_s, {}, {}};
        QTest::newRow("a source") << ChartFilter{90, 0, {}, {}, u"Walk-in"_s, {}};
        QTest::newRow("calls") << ChartFilter{30, 0, {}, {}, {}, u"call"_s};
        QTest::newRow("texts") << ChartFilter{30, 0, {}, {}, {}, u"text"_s};
        QTest::newRow("all of it") << ChartFilter{30, 7, u"priya"_s, {}, u"Website"_s, u"call"_s};
    }

    void everyNumberAgreesWithTheHistories()
    {
        QFETCH(ChartFilter, filter);
        QMap<QString, Numbers> expected = numbersOfEvidence(*m_world, filter);
        const auto facts = readReportFacts(*m_world->db, RooftopId{1}, filter, Zone, m_world->clock.now());
        VERIFY_OK(facts);
        for (const Chart &chart : chartsOf(*facts)) {
            Numbers numbers = expected.take(chart.id);
            QVERIFY(!chart.says.isEmpty() && !chart.beneath.isEmpty() && !chart.counted.isEmpty());
            for (const ChartSeries &series : chart.series)
                for (qsizetype i = 0; i < series.marks.size(); ++i) {
                    const ChartMark &mark = series.marks[i];
                    const Expected number = numbers.take(series.key + QLatin1Char('/') + mark.key);
                    const QString where = u"%1 %2/%3: %4 of %5, not %6 of %7"_s.arg(chart.id, series.key, mark.key)
                                              .arg(mark.count).arg(mark.of).arg(number.count).arg(number.of);
                    QCOMPARE(mark.key, chart.series.first().marks[i].key);
                    QVERIFY2(mark.count == number.count && mark.of == number.of && mark.value == number.count, qPrintable(where));
                    QVERIFY2(QSet<LeadId>(mark.leads.cbegin(), mark.leads.cend()) == number.leads, qPrintable(where));
                    QCOMPARE(mark.leads.size(), number.leads.size());
                }
            QVERIFY2(numbers.isEmpty(), qPrintable(chart.id + u" lacks "_s + numbers.keys().join(QLatin1Char(' '))));
        }
        QVERIFY(expected.isEmpty());
    }

    // A touch and a lead are counted once, whatever part they fall to.
    void partsAddUp()
    {
        const auto facts = readReportFacts(*m_world->db, RooftopId{1}, {}, Zone, m_world->clock.now());
        VERIFY_OK(facts);
        const auto sum = [](const Chart &chart) {
            int all = 0;
            for (const ChartSeries &series : chart.series)
                for (const ChartMark &mark : series.marks)
                    all += mark.count;
            return all;
        };
        QCOMPARE(sum(evidenceChart(*facts)), int(facts->touches.size()));
        QCOMPARE(evidenceChart(*facts).period->count, int(facts->touches.size()));
        const Chart objections = objectionsChart(*facts);
        QSet<LeadId> leads;
        for (const ChartSeries &series : objections.series)
            for (const ChartMark &mark : series.marks)
                leads += QSet<LeadId>(mark.leads.cbegin(), mark.leads.cend());
        QCOMPARE(sum(objections), int(leads.size()));
        QCOMPARE(objections.period->count, int(leads.size()));
    }

private:
    std::unique_ptr<EvidenceWorld> m_world;
};

QTEST_GUILESS_MAIN(EvidenceTest)
#include "evidence_test.moc"
