// Every chart counted a second way, in a random world; see charts_plain.h and funnel_plain.h.

#include "core/base/beta.h"
#include "core/desk/workplace.h"
#include "core/report/charts.h"
#include "core/words/word_shelf.h"
#include "tests/store/evidence_plain.h"
#include "tests/store/funnel_plain.h"
#include "tests/store/today_site.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::test;

class ChartsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void everyNumberAgreesWithTheHistories_data();
    void everyNumberAgreesWithTheHistories();
    void thePeriodBeforeIsCountedAsThingsStoodThen_data();
    void thePeriodBeforeIsCountedAsThingsStoodThen();
    void whatWasAnsweredLaterWasNotThen();
    void storiesOfAnOlderTextAreToldAgain();
    void theListHasOneRowPerLead();
    void choicesAreWhatThereIs();
    void anEmptyStoreSaysSo();
    void chartsAreForManagers();

private:
    void compareMark(const Chart &chart, const ChartMark &mark, const Expected &expected,
                     const QHash<LeadId, std::tuple<Instant, Instant, LeadId>> &order);

    std::unique_ptr<World> m_world;
};

void ChartsTest::everyNumberAgreesWithTheHistories_data()
{
    QTest::addColumn<ChartFilter>("filter");
    QTest::newRow("none") << ChartFilter{};
    QTest::newRow("a week") << ChartFilter{7, 0, {}, {}, {}, {}};
    QTest::newRow("today") << ChartFilter{1, 0, {}, {}, {}, {}};
    QTest::newRow("a year") << ChartFilter{365, 0, {}, {}, {}, {}};
    QTest::newRow("open two weeks") << ChartFilter{30, 14, {}, {}, {}, {}};
    QTest::newRow("a person") << ChartFilter{90, 0, u"luis"_s, {}, {}, {}};
    QTest::newRow("who left") << ChartFilter{90, 0, u"jo"_s, {}, {}, {}};
    QTest::newRow("a plan") << ChartFilter{90, 0, {}, u"fresh-internet"_s, {}, {}};
    QTest::newRow("a source") << ChartFilter{90, 0, {}, {}, u"Walk-in"_s, {}};
    QTest::newRow("calls") << ChartFilter{30, 0, {}, {}, {}, u"call"_s};
    QTest::newRow("all of it") << ChartFilter{30, 7, u"priya"_s, {}, u"Website"_s, u"text"_s};
}

void ChartsTest::compareMark(const Chart &chart, const ChartMark &mark, const Expected &expected,
                             const QHash<LeadId, std::tuple<Instant, Instant, LeadId>> &order)
{
    const QString where = chart.id + QLatin1Char(' ') + mark.key;
    QVERIFY2(mark.count == expected.count && mark.of == expected.of,
             qPrintable(u"%1: %2 of %3, not %4 of %5"_s.arg(where).arg(mark.count).arg(mark.of).arg(expected.count).arg(expected.of)));
    QVERIFY2(QSet<LeadId>(mark.leads.cbegin(), mark.leads.cend()) == expected.leads, qPrintable(where));
    QVERIFY2(mark.leads.size() == expected.leads.size(), qPrintable(where + u": a lead twice"_s));
    for (qsizetype i = 1; i < mark.leads.size(); ++i)
        QVERIFY2(order.value(mark.leads[i - 1]) < order.value(mark.leads[i]), qPrintable(where + u": not the longest untouched first"_s));
    const bool ofMany = chart.id == u"answers-by-hour"_s || chart.id == u"answers-by-medium"_s || chart.id == u"reached-by-speed"_s;
    QCOMPARE(mark.tooFew, chart.isShare && mark.of < (ofMany ? 30 : 1));
    QCOMPARE(mark.value, chart.isShare ? (mark.of == 0 ? 0.0 : double(mark.count) / mark.of) : double(mark.count));
    QCOMPARE(mark.low.has_value(), chart.isShare && mark.of > 0);
    if (!mark.low)
        return;
    const double a = mark.count + 0.5, b = mark.of - mark.count + 0.5;
    QVERIFY(*mark.low <= mark.value && mark.value <= *mark.high);
    QCOMPARE(*mark.low, mark.count == 0 ? 0.0 : betaQuantile(a, b, 0.025));
    QCOMPARE(*mark.high, mark.count == mark.of ? 1.0 : betaQuantile(a, b, 0.975));
}

void ChartsTest::everyNumberAgreesWithTheHistories()
{
    QFETCH(ChartFilter, filter);
    const Instant now = m_world->clock.now();
    const Plain plain(*m_world, filter);
    QHash<LeadId, std::tuple<Instant, Instant, LeadId>> order;
    for (const PlainLead &lead : plain.leads)
        order.insert(lead.state.id, {lead.last(), lead.state.arrivedAt, lead.state.id});
    QMap<QString, Numbers> expected = numbersOf(plain, now);
    expected.insert(FunnelNumbers(*m_world, plain, filter).of);
    expected.insert(numbersOfEvidence(*m_world, filter));
    const auto page = readCharts(*m_world->db, RooftopId{1}, m_world->plans, *WordShelf::shipped(), filter, Zone, now);
    VERIFY_OK(page);
    const QVector<ChartKind> kinds = chartKinds();
    QCOMPARE(page->charts.size(), kinds.size());
    for (qsizetype n = 0; n < kinds.size(); ++n) {
        if (kinds[n].read) // counted a second way in charts_read_test
            continue;
        const Chart &chart = page->charts[n];
        Numbers numbers = expected.take(chart.id);
        QVERIFY(!chart.says.isEmpty() && !chart.beneath.isEmpty() && !chart.counted.isEmpty());
        for (const ChartSeries &series : chart.series) {
            QCOMPARE(series.marks.size(), chart.series.first().marks.size());
            for (qsizetype i = 0; i < series.marks.size(); ++i) {
                QCOMPARE(series.marks[i].key, chart.series.first().marks[i].key);
                compareMark(chart, series.marks[i], numbers.take(series.key + QLatin1Char('/') + series.marks[i].key), order);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QVERIFY2(numbers.isEmpty(), qPrintable(chart.id + u" lacks "_s + numbers.keys().join(QLatin1Char(' '))));
    }
    QVERIFY(expected.isEmpty());
}

void ChartsTest::thePeriodBeforeIsCountedAsThingsStoodThen_data()
{
    QTest::addColumn<ChartFilter>("filter");
    QTest::newRow("30 days") << ChartFilter{30, 0, {}, {}, {}, {}};
    QTest::newRow("a week") << ChartFilter{7, 0, {}, {}, {}, {}};
    QTest::newRow("today") << ChartFilter{1, 0, {}, {}, {}, {}};
    QTest::newRow("50 days of a person") << ChartFilter{50, 0, u"luis"_s, {}, {}, {}};
    QTest::newRow("calls") << ChartFilter{30, 0, {}, {}, {}, u"call"_s};
    QTest::newRow("a source") << ChartFilter{40, 0, {}, {}, u"Walk-in"_s, {}};
}

// The marks of a chart beside those of the same days before, each counted from the events before that moment.
void ChartsTest::thePeriodBeforeIsCountedAsThingsStoodThen()
{
    QFETCH(ChartFilter, filter);
    const Instant now = m_world->clock.now();
    const zones::Local today = zones::local(now, Zone);
    const Instant then = zones::instantOf(today.date.addDays(-filter.days), today.time, Zone).value();
    const Plain plain(*m_world, filter, then);
    QMap<QString, Numbers> before = numbersOf(plain, then);
    before.insert(FunnelNumbers(*m_world, plain, filter, then).of);
    before.insert(numbersOfEvidence(*m_world, filter, then));
    const auto page = readCharts(*m_world->db, RooftopId{1}, m_world->plans, *WordShelf::shipped(), filter, Zone, now);
    VERIFY_OK(page);
    int compared = 0;
    for (const Chart &chart : page->charts) {
        if (!chart.period || !chart.period->isCompared())
            continue;
        ++compared;
        Numbers numbers = before.value(chart.id);
        for (const ChartSeries &series : chart.series)
            for (const ChartMark &mark : series.marks) {
                const Expected past = numbers.take(series.key + QLatin1Char('/') + mark.key);
                const QString where = u"%1 %2/%3: %4 of %5, not %6 of %7"_s.arg(chart.id, series.key, mark.key).arg(mark.beforeCount).arg(mark.beforeOf)
                                          .arg(past.count).arg(past.of);
                QVERIFY2(mark.beforeCount == past.count && mark.beforeOf == past.of, qPrintable(where));
            }
        const bool onAxis = chart.shape == Chart::Shape::Heat || chart.shape == Chart::Shape::Line;
        QVERIFY2(onAxis || chart.isShare || numbers.isEmpty(), qPrintable(chart.id + u" lacks "_s + numbers.keys().join(QLatin1Char(' '))));
    }
    QCOMPARE(compared, 13); // all but those of what is open as it stands
}

// So that the comparison above has something to tell apart.
void ChartsTest::whatWasAnsweredLaterWasNotThen()
{
    const Instant then = m_world->clock.now() - Day * 30;
    const auto answered = [](const Plain &plain, Instant until) {
        return std::count_if(plain.touches.cbegin(), plain.touches.cend(), [until](const PlainTouch &one) { return one.answered && one.at < until; });
    };
    QVERIFY(answered(Plain(*m_world, {365, 0, {}, {}, {}, {}}), then) > answered(Plain(*m_world, {365, 0, {}, {}, {}, {}}, then), then));
}

// As an older program left the store: its stories do not say when a touch was answered.
void ChartsTest::storiesOfAnOlderTextAreToldAgain()
{
    TodaySite site;
    site.attempt(site.lead(u"Lou Luis"_s, u"luis"_s), u"luis"_s);
    const QString older = u"UPDATE lead SET story = '1'"_s;
    if (engineUnderTest() == Engine::Postgresql) {
        (void)TempPostgres::server().sql(site.database, older);
    } else {
        {
            QSqlDatabase beside = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
            beside.setDatabaseName(site.path());
            QVERIFY(beside.open() && QSqlQuery(beside).exec(older));
        }
        QSqlDatabase::removeDatabase(u"beside"_s);
    }
    const auto unread = [&] { return TodaySite::take(readLeadStories(*site.db, RooftopId{1}, Instant{0})).unread; };
    QCOMPARE(unread(), 1);
    VERIFY_OK(site.place->setSetting(u"planned_by"_s, u"4 as it was"_s));
    site.place.reset();
    site.place = TodaySite::take(Workplace::open(site.url(), Workplace::Open::CreateOrUpgrade, site.clock, site.random));
    QCOMPARE(unread(), 0);
}

void ChartsTest::theListHasOneRowPerLead()
{
    const Instant now = m_world->clock.now();
    QHash<LeadId, PlainLead> known;
    for (const PlainLead &lead : Plain(*m_world, {}).leads)
        known.insert(lead.state.id, lead);
    const auto page = readCharts(*m_world->db, RooftopId{1}, m_world->plans, *WordShelf::shipped(), {}, Zone, now);
    VERIFY_OK(page);
    for (const Chart &chart : page->charts)
        for (const ChartSeries &series : chart.series)
            for (const ChartMark &mark : series.marks) {
                const QVector<LeadId> asked = mark.leads.mid(0, ChartLeadsAtOnce);
                const auto list = readChartLeads(*m_world->db, RooftopId{1}, asked, Zone, now);
                VERIFY_OK(list);
                QCOMPARE(list->size(), asked.size());
                for (qsizetype i = 0; i < asked.size(); ++i) {
                    const ChartLead &row = list->at(i);
                    const PlainLead &lead = known[asked[i]];
                    QCOMPARE(row.lead, asked[i]);
                    QCOMPARE(row.customer, lead.customer.id);
                    QCOMPARE(row.name, lead.customer.name.display());
                    QCOMPARE(row.attempts, lead.state.attempts);
                    QCOMPARE(row.reached, lead.state.reached);
                    QCOMPARE(row.status, toText(lead.state.status));
                    QCOMPARE(row.openDays, daysUntil(lead.state.arrivedAt, now));
                    QCOMPARE(row.untouchedDays, lead.touches.isEmpty() ? -1 : daysUntil(lead.last(), now));
                    const auto next = nextForCustomer(lead.customer, m_world->plans);
                    QCOMPARE(!row.nextStep.isEmpty(), next && next->lead == row.lead);
                }
            }
    const LeadId one = known.cbegin().key();
    const auto few = readChartLeads(*m_world->db, RooftopId{1}, {one, m_world->random.id<LeadId>(now), one}, Zone, now);
    VERIFY_OK(few);
    QCOMPARE(few->size(), 1);
    const auto many = readChartLeads(*m_world->db, RooftopId{1}, QVector<LeadId>(known.keyBegin(), known.keyEnd()), Zone, now);
    VERIFY_OK(many);
    QCOMPARE(many->size(), std::min<qsizetype>(known.size(), ChartLeadsAtOnce));
}

void ChartsTest::choicesAreWhatThereIs()
{
    const ChartFilter narrow{90, 0, u"ray"_s, u"long-term"_s, u"Website"_s, u"email"_s};
    const auto page = readCharts(*m_world->db, RooftopId{1}, m_world->plans, *WordShelf::shipped(), narrow, Zone, m_world->clock.now());
    VERIFY_OK(page);
    QStringList people, sources;
    for (const auto &person : page->choices.people)
        people << person.name;
    for (const auto &source : page->choices.sources)
        sources << source.key;
    QCOMPARE(people, (QStringList{u"Dana Whitfield"_s, u"Jo Keller"_s, u"Luis Ortega"_s, u"Priya Natarajan"_s, u"Ray Sosa"_s}));
    QCOMPARE(sources, (QStringList{u"Phone-up"_s, u"Walk-in"_s, u"Website"_s}));
    QVERIFY(!page->choices.plans.isEmpty());
    QVERIFY(!readCharts(*m_world->db, RooftopId{1}, m_world->plans, *WordShelf::shipped(), ChartFilter{90, 0, {}, {}, {}, u"pigeon"_s}, Zone, m_world->clock.now()));
}

void ChartsTest::anEmptyStoreSaysSo()
{
    TempStore store;
    const auto page = readCharts(*store.db, RooftopId{1}, store.plans, *WordShelf::shipped(), {}, Zone, store.clock.now());
    VERIFY_OK(page);
    const QStringList says{u"No lead is open."_s, u"No lead is open."_s, u"No lead is open."_s, u"Nobody was contacted in the last 90 days."_s,
                           u"No lead came in the last 90 days."_s, u"Nobody was contacted by call in the last 90 days."_s,
                           u"Nobody was contacted in the last 90 days."_s, u"Nobody was contacted in the last 90 days."_s,
                           u"Nobody was contacted in the last 90 days."_s, u"Nobody was contacted in the last 90 days."_s,
                           u"Nobody was contacted by call in the last 90 days."_s, u"Nobody said what keeps them from buying in the last 90 days."_s,
                           u"No lead came in the last 90 days."_s, u"No lead came in the last 90 days."_s,
                           u"No lead came in the last 90 days."_s, u"No step was left out in the last 90 days."_s};
    for (qsizetype i = 0; i < page->charts.size(); ++i) {
        QVERIFY2(page->charts[i].isEmpty(), qPrintable(page->charts[i].id));
        if (!chartKinds()[i].read) // said in charts_read_test
            QCOMPARE(page->charts[i].says, says.value(i));
    }
    QVERIFY(page->choices.people.isEmpty() && page->choices.plans.isEmpty() && page->choices.sources.isEmpty());
    const auto list = readChartLeads(*store.db, RooftopId{1}, {}, Zone, store.clock.now());
    VERIFY_OK(list);
    QVERIFY(list->isEmpty());
}

void ChartsTest::chartsAreForManagers()
{
    if (engineUnderTest() == Engine::Postgresql)
        return; // the same code; there people are roles of the server
    TempStore store;
    auto place = Workplace::open(store.url(), Workplace::Open::CreateOrUpgrade, store.clock, store.random);
    VERIFY_OK(place);
    VERIFY_OK((*place)->setUpRooftop({u"Cedar Hill Motors"_s, u"Wichita"_s, u"KS"_s, Zone, {}, {}, {}, {}}));
    VERIFY_OK((*place)->addUser({u"priya"_s, u"Priya Natarajan"_s, u"agent"_s}));
    VERIFY_OK((*place)->addUser({u"dana"_s, u"Dana Whitfield"_s, u"manager"_s}));
    const auto refused = (*place)->charts({}, u"priya"_s);
    QVERIFY(!refused && refused.error().code == Code::Denied);
    const auto hidden = (*place)->chartLeads({}, u"priya"_s);
    QVERIFY(!hidden && hidden.error().code == Code::Denied);
    VERIFY_OK((*place)->charts({}, u"dana"_s));
    VERIFY_OK((*place)->chartLeads({}, u"dana"_s));
}

QTEST_GUILESS_MAIN(ChartsTest)
#include "charts_test.moc"
