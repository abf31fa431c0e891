// Every chart that is read besides the facts, counted a second way in a random world; see charts_read_plain.h and charts_load_plain.h.

#include "core/report/charts.h"
#include "core/words/word_shelf.h"
#include "tests/store/charts_load_plain.h"

using namespace beback;
using namespace beback::test;

class ChartsReadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<ReadWorld>();
        m_histories = historiesOf(*m_world);
        for (const PlainHistory &one : std::as_const(m_histories))
            for (const LeadState &lead : one.customer.leads)
                m_order.insert(lead.id, {lead.lastAttemptAt, lead.arrivedAt, lead.id});
    }
    void cleanupTestCase() { m_world.reset(); }
    void everyNumberAgreesWithTheHistories_data();
    void everyNumberAgreesWithTheHistories();
    void theWorldHasSomethingToCount();
    void anEmptyStoreSaysSo();

private:
    Result<ChartPage> read(const ChartFilter &filter)
    {
        return readCharts(*m_world->db, RooftopId{1}, m_world->plans, *WordShelf::shipped(), filter, Zone, m_world->clock.now());
    }
    QMap<QString, Numbers> expected(const ChartFilter &filter);
    void compare(const Chart &chart, Numbers numbers);

    std::unique_ptr<ReadWorld> m_world;
    QVector<PlainHistory> m_histories;
    QHash<LeadId, std::tuple<Instant, Instant, LeadId>> m_order; // of lists
};

QMap<QString, Numbers> ChartsReadTest::expected(const ChartFilter &filter)
{
    const Instant now = m_world->clock.now();
    const Instant since = zones::instantOf(zones::local(now, Zone).date.addDays(1 - filter.days), QTime(0, 0), Zone).value();
    return {{u"load"_s, loadNumbers(*m_world, m_histories, filter)},
            {u"duties"_s, PlainDuties{m_histories, filter, since, now}.count()},
            {u"hour-of-power"_s, hourNumbers(m_histories, filter, now)},
            {u"campaigns"_s, campaignNumbers(*m_world, m_histories, filter, since)},
            {u"wordings"_s, wordingNumbers(m_histories, filter, since)},
            {u"guide-answers"_s, guideNumbers(m_histories, filter, since)}};
}

void ChartsReadTest::everyNumberAgreesWithTheHistories_data()
{
    QTest::addColumn<ChartFilter>("filter");
    QTest::newRow("none") << ChartFilter{};
    QTest::newRow("a week") << ChartFilter{7, 0, {}, {}, {}, {}};
    QTest::newRow("today") << ChartFilter{1, 0, {}, {}, {}, {}};
    QTest::newRow("a year") << ChartFilter{365, 0, {}, {}, {}, {}};
    QTest::newRow("a person") << ChartFilter{90, 0, u"luis"_s, {}, {}, {}};
    QTest::newRow("a plan") << ChartFilter{90, 0, {}, u"fresh-internet"_s, {}, {}};
    QTest::newRow("a source") << ChartFilter{90, 0, {}, {}, u"Website"_s, {}};
    QTest::newRow("calls") << ChartFilter{90, 0, {}, {}, {}, u"call"_s};
    QTest::newRow("texts") << ChartFilter{30, 0, {}, {}, {}, u"text"_s};
    QTest::newRow("all of it") << ChartFilter{90, 7, u"priya"_s, {}, u"Walk-in"_s, u"call"_s};
}

void ChartsReadTest::compare(const Chart &chart, Numbers numbers)
{
    QVERIFY(!chart.says.isEmpty() && !chart.beneath.isEmpty() && !chart.counted.isEmpty());
    for (const ChartSeries &series : chart.series) {
        QCOMPARE(series.marks.size(), chart.series.first().marks.size());
        for (qsizetype i = 0; i < series.marks.size(); ++i) {
            const ChartMark &mark = series.marks[i];
            QCOMPARE(mark.key, chart.series.first().marks[i].key);
            const QString where = chart.id + QLatin1Char(' ') + series.key + QLatin1Char('/') + mark.key;
            const Expected wanted = numbers.take(series.key + QLatin1Char('/') + mark.key);
            QVERIFY2(mark.count == wanted.count && mark.of == wanted.of,
                     qPrintable(u"%1: %2 of %3, not %4 of %5"_s.arg(where).arg(mark.count).arg(mark.of).arg(wanted.count).arg(wanted.of)));
            QVERIFY2(QSet<LeadId>(mark.leads.cbegin(), mark.leads.cend()) == wanted.leads, qPrintable(where));
            QVERIFY2(mark.leads.size() == wanted.leads.size(), qPrintable(where + u": a lead twice"_s));
            QCOMPARE(mark.value, !chart.isShare ? double(mark.count) : mark.of == 0 ? 0.0 : double(mark.count) / mark.of);
            QCOMPARE(mark.low.has_value(), chart.isShare && mark.of > 0);
            QCOMPARE(mark.tooFew, chart.isShare && mark.of < (chart.id == u"wordings"_s ? 30 : 1));
        }
    }
    QVERIFY2(numbers.isEmpty(), qPrintable(chart.id + u" lacks "_s + numbers.keys().join(QLatin1Char(' '))));
}

void ChartsReadTest::everyNumberAgreesWithTheHistories()
{
    QFETCH(ChartFilter, filter);
    QMap<QString, Numbers> wanted = expected(filter);
    const auto page = read(filter);
    VERIFY_OK(page);
    const QVector<ChartKind> kinds = chartKinds();
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        if (!kinds[i].read)
            continue;
        QCOMPARE(page->charts[i].id, kinds[i].id);
        compare(page->charts[i], wanted.take(kinds[i].id));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(wanted.isEmpty());
}

// So that agreeing means something. All marks have their leads in the order of lists.
void ChartsReadTest::theWorldHasSomethingToCount()
{
    const auto page = read({});
    VERIFY_OK(page);
    for (const QString &id : {u"load"_s, u"hour-of-power"_s, u"campaigns"_s, u"wordings"_s, u"guide-answers"_s}) {
        const Chart *chart = page->find(id);
        QVERIFY(chart);
        for (const ChartSeries &series : chart->series) {
            const bool counts = std::any_of(series.marks.cbegin(), series.marks.cend(), [](const ChartMark &mark) { return mark.count > 0; });
            QVERIFY2(counts, qPrintable(id + QLatin1Char(' ') + series.key));
            for (const ChartMark &mark : series.marks)
                for (qsizetype i = 1; i < mark.leads.size(); ++i)
                    QVERIFY2(m_order.value(mark.leads[i - 1]) < m_order.value(mark.leads[i]), qPrintable(id + u": not the longest untouched first"_s));
        }
    }
}

void ChartsReadTest::anEmptyStoreSaysSo()
{
    TempStore store;
    const auto page = readCharts(*store.db, RooftopId{1}, store.plans, *WordShelf::shipped(), {}, Zone, store.clock.now());
    VERIFY_OK(page);
    const QMap<QString, QString> says{{u"load"_s, u"No touch is planned for the next four weeks."_s},
                                      {u"duties"_s, u"No duty of a manager was due in the last 90 days."_s},
                                      {u"hour-of-power"_s, u"Nobody has an Hour of Power this month."_s},
                                      {u"campaigns"_s, u"No campaign spoke to anybody in the last 90 days."_s},
                                      {u"wordings"_s, u"No message from prepared words went out in the last 90 days."_s},
                                      {u"guide-answers"_s, u"No question of a call guide was answered in the last 90 days."_s}};
    for (auto it = says.cbegin(); it != says.cend(); ++it) {
        const Chart *chart = page->find(it.key());
        QVERIFY(chart && chart->isEmpty());
        QCOMPARE(chart->says, *it);
    }
}

QTEST_GUILESS_MAIN(ChartsReadTest)
#include "charts_read_test.moc"
