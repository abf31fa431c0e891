// The leads behind a number: from a terminal the same, and in the same order, as in the window.
#include "tests/flow/program.h"
#include "core/desk/deliver.h"
#include "tests/support/quiet_seams.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/charts_room.h"
#include "ui/style/theme.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace beback;
using namespace beback::ui;

class CliChartLeadsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theyAreThoseOfTheWindow_data();
    void theyAreThoseOfTheWindow();
    void theyAreATableToo();
    void whatIsNotThereIsRefused_data();
    void whatIsNotThereIsRefused();

private:
    static QStringList leadsIn(const QJsonObject &answer)
    {
        QStringList leads;
        for (const QJsonValue &lead : answer.value(QStringLiteral("leads")).toArray())
            leads << lead[QStringLiteral("lead")].toString();
        return leads;
    }

    Program m_store;
    QString m_manager;
    ManualClock m_clock{Instant{}};
};

void CliChartLeadsTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    Theme::apply(Theme::Choice::Light);
    QCOMPARE(m_store.run(words("init --training --demo 80 --seed 7")).status, 0);
    for (const QJsonValue &user : m_store.json(words("user list")).value(QStringLiteral("users")).toArray())
        if (user[QStringLiteral("role")].toString() == QLatin1String("manager"))
            m_manager = user[QStringLiteral("login")].toString();
    m_clock.set(Instant{QDateTime::currentSecsSinceEpoch() * 1000000});
    m_store.at(m_clock.now().toIso()); // the same moment for both
}

void CliChartLeadsTest::theyAreThoseOfTheWindow_data()
{
    QTest::addColumn<QString>("chart");
    for (const char *chart : {"neglect", "under-minimum-by-person", "attempts-per-lead", "funnel", "load", "touches-by-person", "speed-to-lead"})
        QTest::newRow(chart) << QString::fromLatin1(chart);
}

void CliChartLeadsTest::theyAreThoseOfTheWindow()
{
    QFETCH(QString, chart);
    Desk desk(m_clock);
    const auto wait = [](auto future) {
        while (!future.isFinished())
            QTest::qWait(5);
        return future.result();
    };
    QVERIFY(wait(desk.open(QStringLiteral("sqlite:") + m_store.file(), false)));
    QVERIFY(wait(desk.signIn(m_manager)));
    test::QuietSeams quiet;
    ChartsRoom room(desk, m_clock, quiet.memory, quiet.paper);
    room.refresh();
    room.chooseChart(chart);
    const auto page = wait(desk.charts(ChartFilter(), chart));
    QVERIFY(page);
    const Chart &shown = *page->find(chart);
    QTRY_COMPARE(room.chartId(), chart);
    QTRY_VERIFY(!room.findChildren<ChartLeads *>().isEmpty());
    int compared = 0;
    for (const ChartMark &mark : shown.series.first().marks) {
        QStringList window;
        room.chooseMark({}, mark.key); // as a click on all of it does
        QTRY_VERIFY(!room.isReading());
        for (const LeadId lead : room.findChild<ChartLeads *>()->leads())
            window << lead.toString();
        if (window.isEmpty() || compared >= 4)
            continue;
        ++compared;
        QCOMPARE(leadsIn(m_store.json({QStringLiteral("report"), chart, QStringLiteral("--leads"), mark.label})), window);
        room.chooseMark(shown.series.last().key, mark.key);
        window.clear();
        for (const LeadId lead : room.findChild<ChartLeads *>()->leads())
            window << lead.toString();
        QCOMPARE(leadsIn(m_store.json({QStringLiteral("report"), chart, QStringLiteral("--leads"), mark.key, QStringLiteral("--part"), shown.series.last().name})), window);
    }
    QVERIFY(compared > 0);
}

void CliChartLeadsTest::theyAreATableToo()
{
    const QStringList line = words("report attempts-per-lead --leads 0");
    const QStringList leads = leadsIn(m_store.json(line));
    QVERIFY(!leads.isEmpty());
    const Answer csv = m_store.run(line + words("--format csv")), text = m_store.run(line);
    QVERIFY2(csv.out.startsWith(QStringLiteral("name,vehicle,owner,status,")), qPrintable(csv.out));
    QCOMPARE(csv.out.count(QLatin1Char('\n')), leads.size() + 1);
    qsizetype at = 0;
    for (const QString &lead : leads) {
        QVERIFY(csv.out.indexOf(lead, at) > at);
        at = csv.out.indexOf(lead, at);
        QVERIFY(text.out.contains(lead));
    }
    QVERIFY2(text.out.contains(QStringLiteral("Customer")) && text.out.contains(QStringLiteral("0: %1").arg(leads.size())), qPrintable(text.out));
    // Nothing is behind it: whoever came only now holds no leads.
    QCOMPARE(m_store.run(words("user add newcomer --name Newcomer")).status, 0);
    const QJsonObject none = m_store.json(words("report neglect --person newcomer --leads never"));
    QVERIFY(none.contains(QStringLiteral("leads")) && leadsIn(none).isEmpty());
}

void CliChartLeadsTest::whatIsNotThereIsRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such mark") << "report neglect --leads 99" << 1 << "over 30";
    QTest::newRow("no such part") << "report attempts-per-lead --leads 0 --part Nobody" << 1 << "Never reached";
    QTest::newRow("a part of nothing") << "report neglect --part leads" << 2 << "--leads";
    QTest::newRow("no chart") << "report solutions --leads 1" << 2 << "--leads";
}

void CliChartLeadsTest::whatIsNotThereIsRefused()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QString, says);
    const Answer answer = m_store.run(words(qPrintable(line)));
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.isOneLineRefusal() && answer.err.contains(says), qPrintable(answer.err));
}

QTEST_MAIN(CliChartLeadsTest)
#include "cli_chart_leads_test.moc"
