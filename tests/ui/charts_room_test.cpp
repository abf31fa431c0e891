#include "core/report/charts.h"
#include "tests/support/quiet_seams.h"
#include "tests/ui/charts_sample.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_fills.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_list.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/charts_room.h"
#include "ui/charts/report_paper.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

// A dialog that always names the same file.
struct FixedAsker final : SaveAsker {
    void ask(QWidget *, const QString &, const QString &name, const QString &, std::function<void(const QString &)> then) override
    {
        suggested = name;
        then(path);
    }
    QString path, suggested;
};

// Leads on request: what is asked stays until a test answers it.
struct Questions {
    ChartLeads::Reader reader()
    {
        return [this](const QVector<LeadId> &leads, const ChartLeads::Then &then) {
            asked << leads;
            thens << then;
        };
    }
    void answer(qsizetype question)
    {
        QVector<ChartLead> leads;
        for (qsizetype i = asked[question].size(); i > 0; --i) // in an order of their own
            leads << lead(int(asked[question][i - 1].uuid().data1));
        thens[question](leads);
    }
    QVector<QVector<LeadId>> asked;
    QVector<ChartLeads::Then> thens;
};

} // namespace

// The room of charts with made-up numbers, the leads below them, and what is saved of them.
class ChartsRoomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();

    void aCellWithTooLittleSaysSo();
    void leadsComeFiftyAtATime();
    void aLateAnswerIsDropped();
    void enterLooksAtALead();
    void theRoomShowsAChartAndItsPeople();
    void nothingIsListedBeforeAMarkIsChosen();
    void aPartOfABarCanBeLookedAtAlone();
    void aRowOfPeopleListsTheirLeads();
    void whatIsChosenSurvivesNewNumbers();
    void theTableIsOneKeyAway();
    void howItIsCountedOpensInPlace();
    void anEmptyChartSaysWhatToDo();
    void everyKindOfChartSaysWhatFillsIt();
    void aFailureOffersAnotherTry();
    void numbersAndPictureAreSaved();
    void everyControlHasAName();

private:
    std::unique_ptr<ChartsRoom> room();
    template <class T> static T *part(QWidget &in, const char *name) { return in.findChild<T *>(QLatin1String(name)); }
    static QString text(QWidget &in, const char *name) { return part<QLabel>(in, name)->text(); }

    ManualClock m_clock{At};
    std::unique_ptr<Desk> m_desk;
    QuietSeams m_quiet;
};

void ChartsRoomTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("QPainter|QImage|QLayout|QWidget|QFont")));
    Theme::setTextScale(1.0);
    Theme::apply(Theme::Choice::Light);
    m_quiet = QuietSeams();
    m_desk = std::make_unique<Desk>(m_clock);
}

// A desk without a store: it answers every question with an error, and a test shows its own numbers.
std::unique_ptr<ChartsRoom> ChartsRoomTest::room()
{
    auto made = std::make_unique<ChartsRoom>(*m_desk, m_clock, m_quiet.memory, m_quiet.paper);
    made->resize(1280, 640);
    made->show(page());
    made->setVisible(true);
    return made;
}

void ChartsRoomTest::aCellWithTooLittleSaysSo()
{
    auto made = room();
    made->chooseChart(QStringLiteral("answers-by-hour"));
    auto *view = part<ChartView>(*made, "charts.view");
    QSignalSpy chosen(view, &ChartView::chosen);
    QTest::mouseClick(view, Qt::LeftButton, {}, view->placeOf({}, QStringLiteral("mon-18")).center());
    QCOMPARE(chosen.last()[1].toString(), QStringLiteral("mon-18"));
    QCOMPARE(text(*made, "charts.leads.heading"), QStringLiteral("Mon, 6: 18 leads"));
    QVERIFY(text(*made, "charts.leads.beside").contains(QLatin1String("18 of 20, too few to be sure")));
}

void ChartsRoomTest::leadsComeFiftyAtATime()
{
    Questions questions;
    ChartLeads leads(questions.reader());
    leads.setVisible(true);
    leads.show(QStringLiteral("2 attempts: 120 leads"), {}, leadIds(120));
    auto *more = part<QAbstractButton>(leads, "charts.leads.more");
    QVERIFY(!more->isVisible());
    QCOMPARE(questions.asked.size(), 1);
    QCOMPARE(questions.asked[0], leadIds(50));
    questions.answer(0);
    QCOMPARE(leads.shown(), 50);
    const QAbstractItemModel *rows = part<QTableView>(leads, "charts.leads")->model();
    QCOMPARE(rows->index(0, 0).data().toString(), QStringLiteral("Customer 1")); // in the order they were asked for
    QVERIFY(more->isVisible());
    QCOMPARE(more->text(), QStringLiteral("Show 50 more"));
    more->click();
    more->click(); // not twice
    QCOMPARE(questions.asked.size(), 2);
    questions.answer(1);
    QCOMPARE(leads.shown(), 100);
    QCOMPARE(more->text(), QStringLiteral("Show 20 more"));
    more->click();
    questions.answer(2);
    QCOMPARE(leads.shown(), 120);
    QVERIFY(!more->isVisible());
    QCOMPARE(rows->index(119, 0).data().toString(), QStringLiteral("Customer 120"));
}

void ChartsRoomTest::aLateAnswerIsDropped()
{
    Questions questions;
    ChartLeads leads(questions.reader());
    leads.show(QStringLiteral("2 attempts: 3 leads"), {}, leadIds(3));
    leads.show(QStringLiteral("4 attempts: 2 leads"), {}, leadIds(2, 10));
    questions.answer(1);
    questions.answer(0); // late
    QCOMPARE(leads.shown(), 2);
    leads.showNothing(QStringLiteral("Click a bar."));
    questions.answer(1);
    QCOMPARE(leads.shown(), 0);
}

void ChartsRoomTest::enterLooksAtALead()
{
    Questions questions;
    ChartLeads leads(questions.reader());
    leads.setVisible(true);
    leads.show(QStringLiteral("2 attempts: 3 leads"), {}, leadIds(3));
    questions.answer(0);
    QSignalSpy looked(&leads, &ChartLeads::lookAsked);
    auto *table = part<QTableView>(leads, "charts.leads");
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(looked.size(), 1);
    QCOMPARE(looked[0][0].value<CustomerId>(), customer(2));
    QCOMPARE(looked[0][1].value<LeadId>(), leadId(2));
}

void ChartsRoomTest::theRoomShowsAChartAndItsPeople()
{
    auto made = room();
    QCOMPARE(made->chartId(), QStringLiteral("attempts-per-lead"));
    QCOMPARE(text(*made, "charts.says"), attempts().says);
    QVERIFY(made->findChild<ChartLegend *>()->isVisible());
    QVERIFY(part<ChartView>(*made, "charts.people")->isVisible());
    QVERIFY(text(*made, "charts.as_of").startsWith(QLatin1String("As of 4:00")));
    auto *list = part<ChartList>(*made, "charts.list");
    QCOMPARE(list->currentId(), made->chartId());
    QCOMPARE(list->item(0)->text(), QStringLiteral("Effort"));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down); // over the head of the next group
    QCOMPARE(made->chartId(), QStringLiteral("reached-by-attempt"));
    QVERIFY(!part<ChartView>(*made, "charts.people")->isVisible());
    QVERIFY(!made->findChild<ChartLegend *>()->isVisible());
    ChartsRoom again(*m_desk, m_clock, m_quiet.memory, m_quiet.paper);
    again.show(page());
    QCOMPARE(again.chartId(), QStringLiteral("reached-by-attempt")); // as it was left
    QVERIFY(colorsIn(made->grab().toImage()) > 20);
}

void ChartsRoomTest::nothingIsListedBeforeAMarkIsChosen()
{
    auto made = room();
    QVERIFY(text(*made, "charts.leads.heading").isEmpty());
    QVERIFY(text(*made, "charts.leads.nothing").startsWith(QLatin1String("Click a bar")));
    auto *view = part<ChartView>(*made, "charts.view");
    QTest::mouseClick(view, Qt::LeftButton, {}, view->placeOf({}, QStringLiteral("2")).center());
    QCOMPARE(text(*made, "charts.leads.heading"), QStringLiteral("2 attempts: 14 leads"));
    made->chooseChart(QStringLiteral("reached-by-attempt"));
    QVERIFY(text(*made, "charts.leads.nothing").startsWith(QLatin1String("Click a point")));
}

void ChartsRoomTest::aPartOfABarCanBeLookedAtAlone()
{
    auto made = room();
    made->chooseMark({}, QStringLiteral("2"));
    auto *parts = part<SegmentedControl>(*made, "charts.leads.parts");
    QCOMPARE(parts->count(), 4); // all, and each of the three
    QCOMPARE(parts->currentIndex(), 0);
    const auto buttons = parts->findChildren<QAbstractButton *>();
    buttons[2]->click();
    QCOMPARE(text(*made, "charts.leads.heading"), QStringLiteral("2 attempts, reached: 3 leads"));
    QCOMPARE(chart_spots::leads(attempts(), chart_spots::find(attempts(), QStringLiteral("reached"), QStringLiteral("2"))).size(), 3);
}

void ChartsRoomTest::aRowOfPeopleListsTheirLeads()
{
    auto made = room();
    auto *rows = part<ChartView>(*made, "charts.people");
    QTest::mouseClick(rows, Qt::LeftButton, {}, rows->placeOf({}, QStringLiteral("luis")).center());
    QCOMPARE(text(*made, "charts.leads.heading"), QStringLiteral("Luis Ortega: 21 leads"));
    QCOMPARE(made->chartId(), QStringLiteral("attempts-per-lead"));
}

void ChartsRoomTest::whatIsChosenSurvivesNewNumbers()
{
    auto made = room();
    made->chooseMark({}, QStringLiteral("2"));
    ChartPage later = page();
    later.charts[0].series[0].marks[2].leads.removeLast();
    made->show(later);
    QCOMPARE(text(*made, "charts.leads.heading"), QStringLiteral("2 attempts: 13 leads"));
    later.charts[0].series.clear();
    made->show(later);
    QVERIFY(text(*made, "charts.leads.heading").isEmpty());
}

void ChartsRoomTest::theTableIsOneKeyAway()
{
    auto made = room();
    auto *view = part<ChartView>(*made, "charts.view");
    view->setFocus();
    QTest::keyClick(view, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(made->isTable());
    auto *table = part<ChartTable>(*made, "charts.table");
    QVERIFY(table->isVisible() && !view->isVisible());
    table->setCurrentIndex(table->model()->index(4, 1));
    QTest::keyClick(table, Qt::Key_Return); // its leads, from the table as well
    QCOMPARE(text(*made, "charts.leads.heading"), QStringLiteral("4 attempts: 31 leads"));
    QTest::keyClick(table, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!made->isTable() && view->isVisible());
}

void ChartsRoomTest::howItIsCountedOpensInPlace()
{
    auto made = room();
    auto *counted = part<QLabel>(*made, "charts.counted");
    QVERIFY(!counted->isVisible());
    part<QAbstractButton>(*made, "charts.how")->click();
    QVERIFY(counted->isVisible());
    QCOMPARE(counted->text(), attempts().counted);
    part<QAbstractButton>(*made, "charts.how")->click();
    QVERIFY(!counted->isVisible());
}

void ChartsRoomTest::anEmptyChartSaysWhatToDo()
{
    auto made = room();
    ChartPage nothing = page();
    for (Chart &chart : nothing.charts)
        chart.series.clear();
    made->show(nothing);
    QVERIFY(made->findChild<EmptyState *>()->isVisible());
    QVERIFY(!part<ChartView>(*made, "charts.view")->isVisible());
    QVERIFY(part<QAbstractButton>(*made, "charts.empty.year")->isVisible());
    QVERIFY(!part<QAbstractButton>(*made, "charts.empty.reset")->isVisible());
    nothing.filter.source = QStringLiteral("Website");
    made->show(nothing);
    QVERIFY(part<QAbstractButton>(*made, "charts.empty.reset")->isVisible());
    made->show(ChartPage()); // not even a chart
    QVERIFY(made->findChild<EmptyState *>()->isVisible());
    made->show(page());
    QVERIFY(!made->findChild<EmptyState *>()->isVisible());
}

void ChartsRoomTest::everyKindOfChartSaysWhatFillsIt()
{
    const QString any = whatFills(QStringLiteral("none such"));
    for (const ChartKind &kind : chartKinds())
        QVERIFY2(whatFills(kind.id) != any, qPrintable(kind.id));
    auto made = room();
    ChartPage nothing = page();
    for (Chart &chart : nothing.charts)
        chart.series.clear();
    made->show(nothing);
    made->chooseChart(QStringLiteral("media"));
    const auto labels = made->findChild<EmptyState *>()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *one) { return one->text() == whatFills(QStringLiteral("media")); }));
}

void ChartsRoomTest::aFailureOffersAnotherTry()
{
    ChartsRoom made(*m_desk, m_clock, m_quiet.memory, m_quiet.paper);
    made.resize(1280, 640);
    made.setVisible(true);
    made.refresh(); // no store is open
    auto *problem = part<Banner>(made, "charts.problem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->accessibleName().contains(QLatin1String("cannot be read")));
    problem->findChild<QAbstractButton *>()->click();
    QTRY_VERIFY(problem->isVisible()); // still none
    made.show(page());
    QVERIFY(part<ChartView>(made, "charts.view")->isVisible());
}

void ChartsRoomTest::numbersAndPictureAreSaved()
{
    QTemporaryDir folder;
    auto asker = std::make_shared<FixedAsker>();
    auto made = room();
    made->setAsker(asker);
    QSignalSpy said(made.get(), &ChartsRoom::said);
    asker->path = folder.filePath(QStringLiteral("a.csv"));
    made->findChild<QAction *>(QStringLiteral("charts.export.csv"))->trigger();
    QCOMPARE(asker->suggested, QStringLiteral("attempts-per-lead-2026-11-16.csv"));
    QTRY_COMPARE(said.size(), 1); // it is written in a thread of its own
    QFile csv(asker->path);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = csv.readAll().split('\n');
    QCOMPARE(lines.size(), 1 + 3 * 13 + 1);
    QCOMPARE(lines[3], QByteArray("never,2,,2,10,0,10,,,0,10\r"));
    asker->path = folder.filePath(QStringLiteral("a.png"));
    made->findChild<QAction *>(QStringLiteral("charts.export.png"))->trigger();
    QTRY_COMPARE(said.size(), 2);
    const QImage light(asker->path);
    QVERIFY(colorsIn(light) > 20);
    QCOMPARE(light.pixelColor(0, 0), QColor(Qt::white)); // paper, whatever the window shows
    Theme::apply(Theme::Choice::Dark);
    made->findChild<QAction *>(QStringLiteral("charts.export.png"))->trigger();
    Theme::apply(Theme::Choice::Light);
    QTRY_COMPARE(said.size(), 3);
    QCOMPARE(QImage(asker->path), light);
    asker->path = folder.filePath(QStringLiteral("a.xlsx"));
    made->findChild<QAction *>(QStringLiteral("charts.export.xlsx"))->trigger();
    QTRY_COMPARE(said.size(), 4);
    QCOMPARE(said.last().first().toString(), QStringLiteral("Saved: a.xlsx"));
    QVERIFY(QFileInfo(asker->path).size() > 0);
    asker->path = folder.filePath(QStringLiteral("nowhere/a.csv"));
    made->findChild<QAction *>(QStringLiteral("charts.export.csv"))->trigger();
    QTRY_VERIFY(part<Banner>(*made, "charts.problem")->isVisible());
    QCOMPARE(said.size(), 4);
    made->findChild<QAction *>(QStringLiteral("charts.export.copy"))->trigger();
    QVERIFY(m_quiet.paper->copied.last().startsWith(QLatin1String("Attempts made\t")));
    for (const Chart &chart : page().charts)
        QVERIFY(colorsIn(chartPicture(chart, {})) > 8);
}

void ChartsRoomTest::everyControlHasAName()
{
    auto made = room();
    made->chooseMark({}, QStringLiteral("2"));
    for (const bool table : {false, true}) {
        made->showTable(table);
        for (const QWidget *control : made->findChildren<QWidget *>()) {
            if (!(control->focusPolicy() & Qt::TabFocus) || !control->isVisible() || control->focusProxy())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(control);
            const bool named = !control->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName()));
        }
    }
}

QTEST_MAIN(ChartsRoomTest)
#include "charts_room_test.moc"
