// Draws every chart of a store as the room of charts does, offscreen, and prints a line each, in seconds:
//   beback_bench_drawn_charts STORE NOW     "ID FIRST AGAIN"
// FIRST: in a view that was just made. AGAIN: told and painted once more in the same view, the median. A chart is painted and so is its
// table, each of them filling the page. The line "floor" is the least a library of charts does for twelve bars on a page of that size.

#include "bench.h"

#include "core/plan/starter_plans.h"
#include "core/report/charts.h"
#include "core/store/connection.h"
#include "core/words/word_shelf.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_view.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cstdio>

using namespace beback;

namespace {

constexpr QSize PageSize(1440, 900);
constexpr int Rounds = 9;

void paint(QWidget &page)
{
    QImage image(PageSize, QImage::Format_RGB32);
    image.fill(ui::Theme::current().surface);
    page.render(&image);
}

// Legend, chart and table as ChartsRoom has them.
class Sheet
{
public:
    Sheet()
    {
        auto *column = new QVBoxLayout(&m_page);
        column->addWidget(&m_legend);
        m_area.setFrameShape(QFrame::NoFrame);
        m_area.setWidgetResizable(true);
        m_area.setWidget(&m_view);
        m_views.addWidget(&m_area);
        m_views.addWidget(&m_table);
        column->addWidget(&m_views, 1);
        m_page.resize(PageSize);
    }
    void draw(const Chart &chart)
    {
        m_legend.setChart(chart);
        m_view.setChart(chart);
        m_table.setChart(chart);
        for (const int shown : {0, 1}) {
            m_views.setCurrentIndex(shown);
            paint(m_page);
        }
    }

private:
    // From the outermost to the innermost: each is gone before what it stands in.
    QWidget m_page;
    QStackedWidget m_views;
    QScrollArea m_area;
    ui::ChartLegend m_legend;
    ui::ChartView m_view{"bench.view"};
    ui::ChartTable m_table{nullptr};
};

class Floor
{
public:
    Floor()
    {
        auto *bars = new QBarSet(QStringLiteral("Leads"));
        for (int bar = 1; bar <= 12; ++bar)
            *bars << bar;
        auto *series = new QBarSeries;
        series->append(bars);
        m_view.chart()->addSeries(series);
        m_view.chart()->createDefaultAxes();
        m_view.resize(PageSize);
    }
    void draw() { paint(m_view); }

private:
    QChartView m_view;
};

template <class Drawn, class... What> void measure(const QString &name, const What &...what)
{
    std::unique_ptr<Drawn> drawn;
    const double first = bench::timeOf([&] {
        drawn = std::make_unique<Drawn>();
        drawn->draw(what...);
    });
    QVector<double> again;
    for (int round = 0; round < Rounds; ++round)
        again << bench::timeOf([&] { drawn->draw(what...); });
    std::printf("%s %.6f %.6f\n", qUtf8Printable(name), first, bench::median(again));
}

Result<ChartPage> chartsOf(const QString &store, Instant now)
{
    BEBACK_TRY(db, Connection::open({Engine::Sqlite, store, {}}, Connection::Mode::ReadWrite));
    BEBACK_TRY(shipped, loadShippedPlans());
    BEBACK_TRY(branches, loadShippedBranches());
    PlanBook plans;
    for (const Plan &plan : shipped)
        plans.add(plan);
    plans.setBranches(branches);
    return readCharts(*db, RooftopId{1}, plans, *WordShelf::shipped(), {}, QStringLiteral("America/Chicago"), now);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    bool isInstant = false;
    const Instant now = Instant::fromIso(arguments.value(2), &isInstant);
    if (arguments.size() != 3 || !isInstant) {
        std::fprintf(stderr, "usage: beback_bench_drawn_charts STORE NOW\n");
        return 2;
    }
    ui::Theme::apply(ui::Theme::Choice::Light);
    const Result<ChartPage> page = chartsOf(arguments.at(1), now);
    if (!page) {
        std::fprintf(stderr, "%s %s\n", qUtf8Printable(page.error().message), qUtf8Printable(page.error().detail));
        return 1;
    }
    Floor().draw(); // fonts and what else is loaded once belong to neither
    measure<Floor>(QStringLiteral("floor"));
    for (const Chart &chart : page->charts)
        measure<Sheet>(chart.id, chart);
    return 0;
}
