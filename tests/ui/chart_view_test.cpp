#include "core/report/csv_text.h"
#include "tests/support/painted_words.h"
#include "tests/support/quiet_seams.h"
#include "tests/ui/charts_sample.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/chart_view.h"
#include "ui/style/theme.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

// Charts by themselves: how each shape is painted and walked through, and the table of its numbers.
class ChartViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();

    void scalesReadAsRoundNumbers_data();
    void scalesReadAsRoundNumbers();
    void everyShapePaints_data();
    void everyShapePaints();
    void marksLieBesideOneAnother_data();
    void marksLieBesideOneAnother();
    void whatIsUnderTheMinimumIsSaidOnItsSide_data();
    void whatIsUnderTheMinimumIsSaidOnItsSide();
    void aThousandMarksStillPaint();
    void aClickChoosesABarAndThenItsPart();
    void theKeyboardWalksAndChooses();
    void theKeyboardWalksAHeatMapBothWays();
    void aTipSaysHowSureItIs();
    void theTableAgreesWithTheChart_data();
    void theTableAgreesWithTheChart();
    void aFunnelSaysOneNumberEverywhere();
    void theTableIsCopied();
    void aNameIsNoFormula();

private:
    QuietSeams m_quiet;
};

void ChartViewTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("QPainter|QImage|QLayout|QWidget|QFont")));
    Theme::setTextScale(1.0);
    Theme::apply(Theme::Choice::Light);
    m_quiet = QuietSeams();
}

void ChartViewTest::scalesReadAsRoundNumbers_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<bool>("share");
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("step");
    QTest::newRow("nothing") << 0.0 << false << 1.0 << 1.0;
    QTest::newRow("few") << 3.0 << false << 3.0 << 1.0;
    QTest::newRow("as in the picture") << 38.0 << false << 40.0 << 10.0;
    QTest::newRow("a little over") << 41.0 << false << 60.0 << 20.0;
    QTest::newRow("many") << 1234.0 << false << 1500.0 << 500.0;
    QTest::newRow("a share") << 0.75 << true << 0.8 << 0.2;
    QTest::newRow("nearly all") << 0.97 << true << 1.0 << 0.25;
    QTest::newRow("no half percents") << 0.09 << true << 0.1 << 0.05;
    QTest::newRow("hardly any") << 0.02 << true << 0.02 << 0.01;
}

void ChartViewTest::scalesReadAsRoundNumbers()
{
    QFETCH(double, most);
    QFETCH(bool, share);
    QFETCH(double, top);
    QFETCH(double, step);
    const ChartScale scale = chartScale(most, share);
    QVERIFY2(qAbs(scale.top - top) < 1e-9 && qAbs(scale.step - step) < 1e-9, qPrintable(QStringLiteral("%1 by %2").arg(scale.top).arg(scale.step)));
    QVERIFY(scale.top / scale.step <= 4 + 1e-9); // at most five lines
}

void ChartViewTest::everyShapePaints_data()
{
    QTest::addColumn<int>("chart");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true})
        for (int i = 0; i < page().charts.size(); ++i)
            QTest::addRow("%s, %s", qPrintable(page().charts[i].id), dark ? "dark" : "light") << i << dark;
}

void ChartViewTest::everyShapePaints()
{
    QFETCH(int, chart);
    QFETCH(bool, dark);
    Theme::apply(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    const Chart shown = page().charts[chart];
    for (const double scale : {1.0, 1.5}) {
        Theme::setTextScale(scale);
        ChartView view("charts.view");
        view.setChart(shown);
        view.resize(view.sizeHint());
        const QImage plain = view.grab().toImage();
        QVERIFY2(colorsIn(plain) > 8, qPrintable(QString::number(colorsIn(plain))));
        view.choose({}, shown.series.first().marks[1].key);
        QVERIFY(view.grab().toImage() != plain); // the chosen one stands out
        view.resize(view.minimumSizeHint());
        QVERIFY(colorsIn(view.grab().toImage()) > 8);
        view.resize(1, 1);
        view.grab();
    }
}

void ChartViewTest::marksLieBesideOneAnother_data()
{
    QTest::addColumn<int>("chart");
    for (int i = 0; i < page().charts.size(); ++i)
        QTest::addRow("%s", qPrintable(page().charts[i].id)) << i;
}

void ChartViewTest::marksLieBesideOneAnother()
{
    QFETCH(int, chart);
    const Chart shown = page().charts[chart];
    ChartView view("charts.view");
    view.setChart(shown);
    view.resize(view.sizeHint());
    QVector<QRect> places;
    for (const ChartMark &mark : shown.series.first().marks) {
        const QRect place = view.placeOf({}, mark.key);
        QVERIFY2(view.rect().contains(place), qPrintable(mark.key));
        for (const QRect &other : std::as_const(places))
            QVERIFY2(!place.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1)), qPrintable(mark.key));
        places << place;
    }
    if (shown.shape != Chart::Shape::Bars && shown.shape != Chart::Shape::Line)
        return;
    QRectF last;
    for (const QRectF &label : ChartFrame(shown, QRectF(view.rect()), 40, 20).labels())
        if (!label.isNull()) {
            QVERIFY(last.isNull() || last.right() <= label.left() + 0.01);
            last = label;
        }
}

void ChartViewTest::whatIsUnderTheMinimumIsSaidOnItsSide_data()
{
    QTest::addColumn<int>("wide");
    QTest::addColumn<QString>("says");
    QTest::newRow("wide") << 1000 << QStringLiteral("79 leads under the minimum of 5");
    QTest::newRow("as on Today") << 420 << QStringLiteral("79 under the minimum");
    QTest::newRow("narrow") << 240 << QStringLiteral("79 under");
}

void ChartViewTest::whatIsUnderTheMinimumIsSaidOnItsSide()
{
    QFETCH(int, wide);
    QFETCH(QString, says);
    const Chart chart = attempts();
    PaintedWords painted;
    QPainter painter(&painted);
    const ChartScene scene{chart, QRectF(0, 0, wide, 200), {}};
    const auto shape = ChartShape::of(chart.shape);
    shape->paint(&painter, scene);
    painter.end();
    QVERIFY2(painted.has(says), qPrintable(painted.words.join(QLatin1Char('|'))));
    const QRectF where = painted.places[painted.words.indexOf(says)];
    QVERIFY2(where.right() <= shape->place(scene, {-1, *chart.minimum}).left(), qPrintable(QString::number(where.right()))); // where the minimum begins
}

void ChartViewTest::aThousandMarksStillPaint()
{
    Chart chart = attempts();
    for (ChartSeries &series : chart.series) {
        const ChartMark like = series.marks.first();
        series.marks.clear();
        for (int i = 0; i < 1000; ++i) {
            ChartMark mark = like;
            mark.key = mark.label = QString::number(i);
            series.marks << mark;
        }
    }
    ChartView view("charts.view");
    view.setChart(chart);
    view.resize(600, 300);
    QVERIFY(colorsIn(view.grab().toImage()) > 4);
}

void ChartViewTest::aClickChoosesABarAndThenItsPart()
{
    ChartView view("charts.view");
    view.setChart(attempts());
    view.resize(800, 300);
    QSignalSpy chosen(&view, &ChartView::chosen);
    const auto click = [&](const char *series, const char *mark) {
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.placeOf(QLatin1String(series), QLatin1String(mark)).center());
        return chosen.isEmpty() ? QStringList() : QStringList{chosen.last()[0].toString(), chosen.takeLast()[1].toString()};
    };
    QCOMPARE(click("", "5"), QStringList({QString(), QStringLiteral("5")}));
    QCOMPARE(click("never", "2"), QStringList({QString(), QStringLiteral("2")})); // the whole bar first
    QCOMPARE(click("reached", "2"), QStringList({QStringLiteral("reached"), QStringLiteral("2")}));
    QCOMPARE(click("reached", "2"), QStringList({QString(), QStringLiteral("2")})); // and back
    chosen.clear();
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(2, 2)); // beside the scale
    QCOMPARE(chosen.size(), 0);
}

void ChartViewTest::theKeyboardWalksAndChooses()
{
    ChartView view("charts.view");
    view.setChart(attempts());
    view.resize(800, 300);
    QSignalSpy chosen(&view, &ChartView::chosen);
    QTest::keyClick(&view, Qt::Key_Return); // nothing is looked at yet
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(&view, Qt::Key_Right); // to the first that counts anything
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(chosen.size(), 0); // walking chooses nothing
    QVERIFY2(view.accessibleDescription().contains(QLatin1String("1 attempt: 9")), qPrintable(view.accessibleDescription()));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.last()[1].toString(), QStringLiteral("1"));
    QCOMPARE(chosen.last()[0].toString(), QString());
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(chosen.last()[0].toString(), QStringLiteral("reached"));
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.last()[1].toString(), QStringLiteral("12"));
}

void ChartViewTest::theKeyboardWalksAHeatMapBothWays()
{
    ChartView view("charts.view");
    view.setChart(hours());
    view.resize(600, 300);
    QSignalSpy chosen(&view, &ChartView::chosen);
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Down, Qt::Key_Left, Qt::Key_Left, Qt::Key_Return})
        QTest::keyClick(&view, key);
    QCOMPARE(chosen.last()[1].toString(), QStringLiteral("wed-9"));
}

void ChartViewTest::aTipSaysHowSureItIs()
{
    QCOMPARE(chart_text::tip(media(), {-1, 0}), QStringLiteral("Call\n14 of 65 (22 %, likely 13 to 33 %)"));
    QCOMPARE(chart_text::tip(media(), {-1, 2}), QStringLiteral("Note\n1 of 4, too few to be sure"));
    QCOMPARE(chart_text::tip(attempts(), {-1, 2}), QStringLiteral("2 attempts\n14 (Never reached 10, Reached 3, Visit set 1)"));
    QCOMPARE(chart_text::tip(people(), {-1, 0}), QStringLiteral("Luis Ortega\n21 of 33"));
    Chart parts = people(); // what lies in a frame has parts, too
    parts.series << ChartSeries{QStringLiteral("more"), QStringLiteral("More"), parts.series.first().marks};
    for (ChartMark &mark : parts.series.last().marks) {
        mark.count = 4;
        mark.value = 4;
    }
    QCOMPARE(chart_text::tip(parts, {-1, 0}), QStringLiteral("Luis Ortega\n25 of 33 (%1 21, More 4)").arg(parts.series.first().name));
}

void ChartViewTest::theTableAgreesWithTheChart_data()
{
    marksLieBesideOneAnother_data();
}

void ChartViewTest::theTableAgreesWithTheChart()
{
    QFETCH(int, chart);
    const Chart shown = page().charts[chart];
    ChartTable table(m_quiet.paper);
    table.setChart(shown);
    QAbstractItemModel *model = table.model();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), chart_spots::marks(shown));
    const int words = shown.shape == Chart::Shape::Heat ? 2 : 1;
    const auto number = [model](int row, int column) { return model->index(row, column).data(Qt::EditRole); };
    for (int row = 0; row < model->rowCount(); ++row) {
        int column = words;
        QCOMPARE(model->index(row, words - 1).data().toString(), chart_spots::mark(shown, {-1, row}).label);
        for (const ChartSeries &series : shown.series) {
            const ChartMark &mark = series.marks[row];
            const bool unsaid = shown.isShare && mark.tooFew;
            QCOMPARE(number(row, column).isValid(), !unsaid);
            if (!unsaid)
                QCOMPARE(number(row, column).toDouble(), mark.value);
            ++column;
            if (shown.isShare) {
                QCOMPARE(number(row, column++).toDouble(), mark.low.value_or(0));
                QCOMPARE(number(row, column++).toDouble(), mark.high.value_or(0));
                QCOMPARE(number(row, column++).toInt(), mark.count);
            }
            if (shown.isShare || (mark.of > 0 && !chart_spots::hasParts(shown)))
                QCOMPARE(number(row, column++).toInt(), mark.of);
        }
        if (chart_spots::hasParts(shown)) {
            QCOMPARE(number(row, column++).toDouble(), chart_spots::total(shown, row));
            if (shown.series.first().marks.last().of > 0)
                QCOMPARE(number(row, column++).toInt(), shown.series.first().marks[row].of);
        }
        QCOMPARE(column, model->columnCount());
    }
}

// Of a row with people who got further without the step: its number, its bar and the table say how many got as far.
void ChartViewTest::aFunnelSaysOneNumberEverywhere()
{
    Chart funnel;
    funnel.id = QStringLiteral("funnel");
    funnel.shape = Chart::Shape::Rows;
    funnel.together = QStringLiteral("Got as far");
    const auto mark = [](const char *label, int count, int of) {
        ChartMark one;
        one.key = one.label = QLatin1String(label);
        one.value = one.count = count;
        one.of = of;
        return one;
    };
    funnel.series = {{QStringLiteral("taken"), QStringLiteral("Took this step"), {mark("Visit set", 23, 40), mark("Confirmed", 7, 23), mark("Shown", 12, 20)}},
                     {QStringLiteral("passed"), QStringLiteral("Got further without it"), {mark("Visit set", 0, 40), mark("Confirmed", 13, 23), mark("Shown", 0, 20)}}};
    ChartTableModel table;
    table.set(funnel);
    const auto row = [&table](int number) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells << (number < 0 ? table.headerData(column, Qt::Horizontal, Qt::DisplayRole) : table.index(number, column).data()).toString();
        return cells.join(QLatin1Char('|'));
    };
    QVERIFY2(row(-1).endsWith(QStringLiteral("|Took this step|Got further without it|Got as far|Of")), qPrintable(row(-1)));
    QCOMPARE(row(1), QStringLiteral("Confirmed|7|13|20|23"));
    QVERIFY(chart_text::facts(funnel, {-1, 1}).contains(QStringLiteral("20 of 23")));
    PaintedWords painted;
    QPainter painter(&painted);
    const ChartScene scene{funnel, QRectF(0, 0, 800, 200), {}};
    const auto shape = ChartShape::of(funnel.shape);
    shape->paint(&painter, scene);
    painter.end();
    QVERIFY2(painted.has(QStringLiteral("20")) && painted.has(QStringLiteral("of 23, 13 without it")) && painted.has(QStringLiteral("of 20")),
             qPrintable(painted.words.join(QLatin1Char('|'))));
    const double wide = shape->place(scene, {1, 1}).right() - shape->place(scene, {0, 1}).left(), next = shape->place(scene, {0, 2}).width();
    QVERIFY(wide > next); // 20 beside 12
}

void ChartViewTest::theTableIsCopied()
{
    ChartTable table(m_quiet.paper);
    table.setChart(attempts());
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier); // nothing is chosen: all of it
    const QStringList lines = m_quiet.paper->copied.last().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 14);
    QCOMPARE(lines[0], QStringLiteral("Attempts made\tNever reached\tReached\tVisit set\tTogether"));
    QCOMPARE(lines[3], QStringLiteral("2\t10\t3\t1\t14"));
    table.selectionModel()->select(QItemSelection(table.model()->index(1, 1), table.model()->index(2, 2)), QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(m_quiet.paper->copied.last(), QStringLiteral("Never reached\tReached\n7\t2\n10\t3\n"));
}

void ChartViewTest::aNameIsNoFormula()
{
    Chart chart = people();
    chart.series[0].marks[0].label = QStringLiteral("=1+1");
    ChartTable table(m_quiet.paper);
    table.setChart(chart);
    table.copy(true);
    QVERIFY(m_quiet.paper->copied.last().contains(QLatin1String("'=1+1\t21\t33")));
    QVERIFY(chartCsv(chart).contains(QStringLiteral(",'=1+1,21,33,21,")));
}

QTEST_MAIN(ChartViewTest)
#include "chart_view_test.moc"
