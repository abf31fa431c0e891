// The period before beside what is now: in the drawing, its legend, its tip and its table.
#include "core/report/chart_compare.h"
#include "tests/ui/charts_sample.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_shape.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/report_paper.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QTest>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

constexpr QSize Page(640, 320);

void setPeriod(Chart &chart)
{
    ChartPeriod period;
    period.days = 30;
    for (const ChartSeries &series : std::as_const(chart.series))
        for (const ChartMark &mark : series.marks) {
            period.count += mark.count;
            period.of += mark.of;
        }
    chart.period = period;
}

// Touches in three parts, and twice as many before.
Chart parts()
{
    Chart now = attempts();
    now.id = QStringLiteral("touches");
    now.minimum.reset();
    setPeriod(now);
    Chart before = now;
    for (ChartSeries &series : before.series)
        for (ChartMark &mark : series.marks) {
            mark.count *= 2;
            mark.value *= 2;
        }
    setPeriod(before);
    compare(now, before);
    return now;
}

Chart shares(Chart now, int less)
{
    setPeriod(now);
    Chart before = now;
    for (ChartMark &mark : before.series.first().marks) {
        mark.count -= less;
        mark.value = double(mark.count) / mark.of;
    }
    compare(now, before);
    return now;
}

QImage drawn(const Chart &chart)
{
    QImage image(Page, QImage::Format_RGB32);
    image.fill(Theme::current().surface);
    QPainter p(&image);
    ChartShape::of(chart.shape)->paint(&p, {chart, QRectF(QPointF(), QSizeF(Page)), {}});
    return image;
}

// The same bars at the same scale, without the period before.
Chart alone(const Chart &compared)
{
    Chart chart = compared;
    chart.period.reset();
    return chart;
}

int headsOf(const ChartTableModel &model, const QString &head)
{
    int found = 0;
    for (int i = 0; i < model.columnCount(); ++i)
        found += model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString() == head;
    return found;
}

} // namespace

class ChartBeforeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        Theme::setTextScale(1.0);
        Theme::apply(Theme::Choice::Light);
    }

    void everyShapeButTheHeatMapDrawsIt_data();
    void everyShapeButTheHeatMapDrawsIt();
    void theHighestOfBothFindsRoom();
    void theLegendNamesItLast();
    void theTipSaysIt();
    void theTableHasAColumnOfIt();
    void thePictureHasItToo();
};

void ChartBeforeTest::everyShapeButTheHeatMapDrawsIt_data()
{
    QTest::addColumn<Chart>("chart");
    QTest::addColumn<bool>("isDrawn");
    QTest::newRow("parts") << parts() << true;
    QTest::newRow("shares") << shares(media(), 1) << true;
    QTest::newRow("line") << shares(reached(), 1) << true;
    Chart rows = parts();
    rows.shape = Chart::Shape::Rows;
    QTest::newRow("rows") << rows << true;
    QTest::newRow("heat") << shares(hours(), 1) << false;
}

void ChartBeforeTest::everyShapeButTheHeatMapDrawsIt()
{
    QFETCH(Chart, chart);
    QFETCH(bool, isDrawn);
    for (const Theme::Choice choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        Theme::apply(choice);
        QCOMPARE(drawn(chart) != drawn(alone(chart)), isDrawn);
        Chart nothing = chart; // nothing was there before: nothing is drawn of it
        for (ChartSeries &series : nothing.series)
            for (ChartMark &mark : series.marks)
                mark.before.reset();
        QCOMPARE(drawn(nothing), drawn(alone(chart)));
    }
}

void ChartBeforeTest::theHighestOfBothFindsRoom()
{
    const Chart chart = parts();
    const auto shape = ChartShape::of(chart.shape);
    const QRectF page{QPointF(), QSizeF(Page)};
    const Chart without = alone(chart);
    const double both = shape->place(ChartScene{chart, page, {}}, {-1, 5}).height(), one = shape->place(ChartScene{without, page, {}}, {-1, 5}).height();
    QVERIFY2(both < 0.7 * one, qPrintable(QStringLiteral("%1 of %2").arg(both).arg(one))); // half, and its value above
}

void ChartBeforeTest::theLegendNamesItLast()
{
    const Chart chart = parts();
    ChartLegend legend;
    legend.setChart(chart);
    QCOMPARE(legend.accessibleName(), QStringLiteral("Never reached, Reached, Visit set, 30 days before"));
    QVERIFY(ChartLegend::wide(chart) > ChartLegend::wide(alone(chart)));
    legend.setChart(shares(media(), 1)); // one series needs no key of its own
    QCOMPARE(legend.accessibleName(), QStringLiteral("30 days before"));
    legend.setChart(shares(hours(), 1));
    QVERIFY(legend.accessibleName().isEmpty());
    legend.setChart(media());
    QVERIFY(legend.accessibleName().isEmpty());
}

void ChartBeforeTest::theTipSaysIt()
{
    const Chart chart = parts();
    QCOMPARE(chart_text::tip(chart, {-1, 3}).section(QLatin1Char('\n'), -1), QStringLiteral("30 days before: 44"));
    QCOMPARE(chart_text::tip(chart, {1, 3}).section(QLatin1Char('\n'), -1), QStringLiteral("30 days before: 12"));
    const Chart share = shares(media(), 1);
    QCOMPARE(chart_text::before(share, {-1, 0}), QStringLiteral("30 days before: 20 % (13 of 65)"));
    QCOMPARE(chart_text::before(share, {-1, 2}), QStringLiteral("30 days before: too few to be sure"));
    QVERIFY(chart_text::before(media(), {-1, 0}).isEmpty());
}

void ChartBeforeTest::theTableHasAColumnOfIt()
{
    ChartTableModel model;
    model.set(parts());
    QCOMPARE(headsOf(model, QStringLiteral("30 days before")), 1);
    const int last = model.columnCount() - 1;
    QCOMPARE(model.headerData(last, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("30 days before"));
    QCOMPARE(model.index(3, last).data(Qt::EditRole).toDouble(), 44.0);
    QCOMPARE(model.index(3, last).data().toString(), QStringLiteral("44"));
    model.set(shares(media(), 1));
    const int share = model.columnCount() - 1;
    QCOMPARE(model.index(0, share).data().toString(), QStringLiteral("20.0 %"));
    QCOMPARE(model.index(2, share).data().toString(), QStringLiteral("too few to be sure"));
    model.set(media());
    QCOMPARE(headsOf(model, QStringLiteral("30 days before")), 0);
}

void ChartBeforeTest::thePictureHasItToo()
{
    QVERIFY(chartPicture(parts(), {}) != chartPicture(alone(parts()), {}));
}

QTEST_MAIN(ChartBeforeTest)
#include "chart_before_test.moc"
