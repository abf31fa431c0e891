#include "ui/charts/chart_legend.h"

#include "ui/charts/chart_frame.h"
#include "ui/style/paint.h"

namespace beback::ui {

namespace {

constexpr int Key = 10, Gap = 5, Apart = 12;

int entryWidth(const ChartSeries &series)
{
    return scaled(Key + Gap) + QFontMetrics(beback::ui::font(Type::Label)).horizontalAdvance(series.name) + 1;
}

void paintKey(QPainter *p, const QRect &where, const Chart &chart, int series)
{
    if (chart.shape != Chart::Shape::Line)
        return paintPart(p, where, seriesFill(chart, series));
    const double y = where.center().y() + 0.5;
    p->setPen(QPen(lineInk(series), 2, series >= 2 ? Qt::DashLine : Qt::SolidLine));
    p->drawLine(QPointF(where.left(), y), QPointF(where.right() + 1, y));
    p->setBrush(series % 2 ? Theme::current().surface : lineInk(series));
    p->drawEllipse(QPointF(where.left() + where.width() / 2.0, y), 2.5, 2.5);
}

} // namespace

ChartLegend::ChartLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ChartLegend::setChart(const Chart &chart)
{
    m_chart = Chart();
    m_chart.shape = chart.shape;
    QStringList names;
    for (const ChartSeries &one : chart.series) {
        m_chart.series << ChartSeries{one.key, one.name, {}};
        names << one.name;
    }
    setAccessibleName(names.join(QStringLiteral(", ")));
    setVisible(names.size() > 1);
    updateGeometry();
    update();
}

int ChartLegend::wide(const Chart &chart)
{
    int all = 0;
    for (const ChartSeries &one : chart.series)
        all += entryWidth(one) + (all > 0 ? scaled(Apart) : 0);
    return chart.series.size() > 1 ? all : 0;
}

QSize ChartLegend::sizeHint() const
{
    return {wide(m_chart), lineHeight(Type::Label)};
}

void ChartLegend::paint(QPainter *p, const QRect &rect, const Chart &chart)
{
    if (chart.series.size() < 2)
        return;
    p->setRenderHint(QPainter::Antialiasing);
    const int key = scaled(Key);
    int x = rect.x();
    for (int i = 0; i < chart.series.size(); ++i) {
        paintKey(p, QRect(x, rect.center().y() - key / 2, key, key), chart, i);
        const int wide = entryWidth(chart.series[i]);
        paint::elided(p, QRect(x + scaled(Key + Gap), rect.y(), wide - scaled(Key + Gap), rect.height()), chart.series[i].name, beback::ui::font(Type::Label),
                      Theme::current().text);
        x += wide + scaled(Apart);
    }
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint(&p, rect(), m_chart);
}

} // namespace beback::ui
