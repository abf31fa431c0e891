// The funnel, how soon leads are touched, and steps left out, each number counted a second way in a random world; see funnel_plain.h.

#include "core/history/lead_story.h"
#include "core/report/charts.h"
#include "core/report/measures.h"
#include "tests/store/funnel_plain.h"

using namespace beback;
using namespace beback::test;

class FunnelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<FunnelWorld>(); }
    void cleanupTestCase() { m_world.reset(); }
    void everyNumberAgreesWithTheHistories_data();
    void everyNumberAgreesWithTheHistories();
    void thePeriodBeforeIsCountedAsThingsStoodThen_data() { everyNumberAgreesWithTheHistories_data(); }
    void thePeriodBeforeIsCountedAsThingsStoodThen();
    void theWorldHasSomethingInEveryMark();
    void eachRowIsAPartOfTheOneBefore();
    void whoComesBackIsSaid();
    void aStoryKeepsWhatWasFound();
    void aReplyConfirmsWhenItCame_data();
    void aReplyConfirmsWhenItCame();

private:
    ReportFacts factsOf(const ChartFilter &filter);
    void compareChart(const Chart &chart, Numbers expected);

    std::unique_ptr<FunnelWorld> m_world;
};

ReportFacts FunnelTest::factsOf(const ChartFilter &filter)
{
    const auto facts = readReportFacts(*m_world->db, RooftopId{1}, filter, Zone, m_world->clock.now());
    if (!facts)
        qFatal("%s", qPrintable(facts.error().message + facts.error().detail));
    return *facts;
}

void FunnelTest::everyNumberAgreesWithTheHistories_data()
{
    QTest::addColumn<ChartFilter>("filter");
    QTest::newRow("none") << ChartFilter{};
    QTest::newRow("a week") << ChartFilter{7, 0, {}, {}, {}, {}};
    QTest::newRow("today") << ChartFilter{1, 0, {}, {}, {}, {}};
    QTest::newRow("a year") << ChartFilter{365, 0, {}, {}, {}, {}};
    QTest::newRow("a person") << ChartFilter{90, 0, u"luis"_s, {}, {}, {}};
    QTest::newRow("who left") << ChartFilter{90, 0, u"jo"_s, {}, {}, {}};
    QTest::newRow("a plan") << ChartFilter{90, 0, {}, u"fresh-internet"_s, {}, {}};
    QTest::newRow("a source") << ChartFilter{90, 0, {}, {}, u"Walk-in"_s, {}};
    QTest::newRow("calls") << ChartFilter{90, 0, {}, {}, {}, u"call"_s};
    QTest::newRow("texts") << ChartFilter{30, 0, {}, {}, {}, u"text"_s};
    QTest::newRow("all of it") << ChartFilter{30, 7, u"priya"_s, {}, u"Website"_s, u"call"_s};
}

void FunnelTest::compareChart(const Chart &chart, Numbers expected)
{
    QVERIFY(!chart.says.isEmpty() && !chart.beneath.isEmpty() && !chart.counted.isEmpty() && !chart.axis.isEmpty());
    for (const ChartSeries &series : chart.series) {
        QCOMPARE(series.marks.size(), chart.series.first().marks.size());
        for (const ChartMark &mark : series.marks) {
            const Expected counted = expected.take(series.key + QLatin1Char('/') + mark.key);
            const QString where = u"%1 %2/%3: %4 of %5, not %6 of %7"_s.arg(chart.id, series.key, mark.key).arg(mark.count).arg(mark.of)
                                      .arg(counted.count).arg(counted.of);
            QVERIFY2(mark.count == counted.count && mark.of == counted.of, qPrintable(where));
            QVERIFY2(QSet<LeadId>(mark.leads.cbegin(), mark.leads.cend()) == counted.leads, qPrintable(where));
            QVERIFY2(mark.leads.size() == counted.leads.size(), qPrintable(where + u": a lead twice"_s));
            QCOMPARE(mark.tooFew, chart.isShare && mark.of < LeastToSay);
            QCOMPARE(mark.value, !chart.isShare ? double(mark.count) : mark.of > 0 ? double(mark.count) / mark.of : 0.0);
        }
    }
    QVERIFY2(expected.isEmpty(), qPrintable(chart.id + u" lacks "_s + expected.keys().join(QLatin1Char(' '))));
}

void FunnelTest::everyNumberAgreesWithTheHistories()
{
    QFETCH(ChartFilter, filter);
    const Plain plain(*m_world, filter);
    FunnelNumbers numbers(*m_world, plain, filter);
    const ReportFacts facts = factsOf(filter);
    for (const Chart &chart : {funnelChart(facts), speedToLeadChart(facts), reachedBySpeedChart(facts), skippedChart(facts)}) {
        compareChart(chart, numbers.of.take(chart.id));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(numbers.of.isEmpty());
}

void FunnelTest::thePeriodBeforeIsCountedAsThingsStoodThen()
{
    QFETCH(ChartFilter, filter);
    const Instant now = m_world->clock.now(), then = now - Day * 20;
    const Plain plain(*m_world, filter, then);
    FunnelNumbers numbers(*m_world, plain, filter, then);
    const auto stories = readLeadStories(*m_world->db, RooftopId{1}, Instant{0});
    VERIFY_OK(stories);
    const auto facts = factsFrom(*stories, filter, Zone, then, then);
    VERIFY_OK(facts);
    for (const Chart &chart : {funnelChart(*facts), speedToLeadChart(*facts), reachedBySpeedChart(*facts), skippedChart(*facts)}) {
        compareChart(chart, numbers.of.take(chart.id));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(numbers.of.isEmpty());
}

// Else the comparisons above would compare nothing with nothing.
void FunnelTest::theWorldHasSomethingInEveryMark()
{
    const ReportFacts facts = factsOf({});
    const Chart funnel = funnelChart(facts), skipped = skippedChart(facts);
    for (const ChartMark &mark : funnel.series.first().marks)
        QVERIFY2(mark.count > 0, qPrintable(mark.key));
    for (const char *step : {"reached", "visit_set", "confirmed", "shown"}) {
        const auto &marks = funnel.series.last().marks;
        const auto passed = std::find_if(marks.cbegin(), marks.cend(), [&](const ChartMark &mark) { return mark.key == QLatin1String(step); });
        QVERIFY2(passed != marks.cend() && passed->count > 0, step);
    }
    const Chart speed = speedToLeadChart(facts);
    for (qsizetype i = 0; i < speed.series.first().marks.size(); ++i)
        QVERIFY2(speed.series[0].marks[i].count + speed.series[1].marks[i].count > 0, qPrintable(speed.series[0].marks[i].key));
    for (const ChartSeries &series : skipped.series)
        QVERIFY(std::any_of(series.marks.cbegin(), series.marks.cend(), [](const ChartMark &mark) { return mark.count > 0; }));
}

void FunnelTest::eachRowIsAPartOfTheOneBefore()
{
    const Chart chart = funnelChart(factsOf({}));
    const auto &taken = chart.series[0].marks, &passed = chart.series[1].marks;
    QSet<LeadId> before;
    for (qsizetype step = 0; step < taken.size(); ++step) {
        QSet<LeadId> here(taken[step].leads.cbegin(), taken[step].leads.cend());
        here.unite(QSet<LeadId>(passed[step].leads.cbegin(), passed[step].leads.cend()));
        QCOMPARE(here.size(), taken[step].count + passed[step].count); // in one of the two
        QCOMPARE(taken[step].of, int(before.size()));
        QVERIFY(step == 0 || before.contains(here));
        before = here;
    }
    QCOMPARE(passed.last().count, 0); // nothing comes after the last step
}

void FunnelTest::whoComesBackIsSaid()
{
    const Plain plain(*m_world, {});
    const UnsoldCount unsold = FunnelNumbers(*m_world, plain, {}).unsold;
    QVERIFY(unsold.back > 0 && unsold.back < unsold.unsold);
    const QString says = funnelChart(factsOf({})).says;
    QVERIFY2(says.endsWith(u"; %1 of %2 who left unsold came back"_s.arg(unsold.back).arg(unsold.unsold)), qPrintable(says));
}

void FunnelTest::aStoryKeepsWhatWasFound()
{
    int confirmed = 0, tried = 0;
    for (const PlainLead &lead : Plain(*m_world, {}).leads) {
        const LeadStory story = storyOf(lead.customer, lead.state);
        QCOMPARE(storyFromText(toText(story)), std::optional(story));
        for (const StoryVisit &visit : story.visits)
            confirmed += visit.confirmedAt.us > 0;
        for (const StorySkip &skip : story.skips)
            tried += skip.triedAt.us > 0;
    }
    QVERIFY(confirmed > 0 && tried > 0);
}

void FunnelTest::aReplyConfirmsWhenItCame_data()
{
    QTest::addColumn<QDateTime>("reply");
    QTest::addColumn<bool>("confirms");
    const QTimeZone clock(Zone.toUtf8());
    const auto row = [&](const char *name, int day, QTime time, bool confirms) {
        QTest::newRow(name) << QDateTime(QDate(2026, 11, day), time, clock) << confirms;
    };
    row("the morning before", 17, QTime(9, 59), false);
    row("from ten", 17, QTime(10, 0), true);
    row("to what was sent at eleven", 17, QTime(12, 30), true);
    row("just before they came", 18, QTime(13, 59), true);
    row("while they were here", 18, QTime(14, 30), false);
    row("two days later", 20, QTime(9, 0), false);
}

// A visit on Wednesday at 15:00, to which they came at 14:00; all is written down a week later, the reply last.
void FunnelTest::aReplyConfirmsWhenItCame()
{
    QFETCH(QDateTime, reply);
    QFETCH(bool, confirms);
    TempStore store;
    const auto made = store.recorder->recordNewCustomer(draftNamed(u"Ann Vance"_s, u"+13165550101"_s), u"system"_s);
    VERIFY_OK(made);
    store.clock.advance(Day * 7);
    const auto record = [&](EventKind kind, std::optional<Medium> medium, Outcome outcome, Instant at, const QJsonObject &body = {}) {
        EventDraft draft;
        draft.customer = made->customer;
        draft.lead = made->state.leads.first().id;
        draft.actor = u"luis"_s;
        draft.kind = kind;
        draft.medium = medium;
        draft.direction = kind == EventKind::Reply ? Direction::In : kind == EventKind::Attempt ? Direction::Out : Direction::None;
        draft.outcome = outcome;
        draft.occurredAt = at;
        draft.body = body;
        VERIFY_OK(store.recorder->record(draft));
    };
    const auto at = [](int day, int hour) { return zones::instantOf(QDate(2026, 11, day), QTime(hour, 0), Zone).value(); };
    record(EventKind::AppointmentSet, {}, Outcome::None, at(16, 12), {{u"at"_s, at(18, 15).toIso()}});
    record(EventKind::Attempt, Medium::Text, Outcome::Sent, at(17, 11));
    record(EventKind::Attempt, Medium::Visit, Outcome::Kept, at(18, 14));
    const Instant replied{reply.toMSecsSinceEpoch() * 1000};
    record(EventKind::Reply, Medium::Text, Outcome::None, replied, {{u"text"_s, u"Yes."_s}});
    const auto events = event_store::ofCustomer(*store.db, RooftopId{1}, made->customer);
    VERIFY_OK(events);
    const CustomerState customer = fold(*events);
    const LeadStory story = storyOf(customer, customer.leads.first());
    QCOMPARE(story.visits.size(), 1);
    QCOMPARE(story.visits.first().confirmedAt, confirms ? replied : Instant{});
}

QTEST_GUILESS_MAIN(FunnelTest)
#include "funnel_test.moc"
