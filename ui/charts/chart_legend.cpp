#include "ui/charts/chart_legend.h"

#include "ui/charts/chart_frame.h"
#include "ui/style/paint.h"

namespace beback::ui {

namespace {

constexpr int Key = 10, Gap = 5, Apart = 12;

// In a heat map the period before is told by the tip and the table alone.
bool showsBefore(const Chart &chart)
{
    return chart_spots::isCompared(chart) && chart.shape != Chart::Shape::Heat;
}

// From left to right: what there is to tell apart, then the period before.
QStringList entries(const Chart &chart)
{
    QStringList names;
    for (const ChartSeries &one : chart.series)
        if (chart.series.size() > 1)
            names << one.name;
    if (showsBefore(chart))
        names << chart.period->before;
    return names;
}

int entryWidth(const QString &name)
{
    return scaled(Key + Gap) + QFontMetrics(beback::ui::font(Type::Label)).horizontalAdvance(name) + 1;
}

void paintBeforeKey(QPainter *p, const QRect &where, const Chart &chart)
{
    const QPointF middle = QRectF(where).center();
    if (chart.shape == Chart::Shape::Line) {
        p->setPen(beforePen());
        p->drawLine(QPointF(where.left(), middle.y()), QPointF(where.right() + 1, middle.y()));
    } else if (chart.shape == Chart::Shape::Rows) {
        paintBefore(p, QLineF(middle.x(), where.top() - 1, middle.x(), where.bottom() + 2));
    } else {
        paintBefore(p, QLineF(where.left() - 1, middle.y(), where.right() + 2, middle.y()));
    }
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
    m_chart.period = chart.period;
    for (const ChartSeries &one : chart.series)
        m_chart.series << ChartSeries{one.key, one.name, {}};
    const QStringList names = entries(m_chart);
    setAccessibleName(names.join(QStringLiteral(", ")));
    setVisible(!names.isEmpty());
    updateGeometry();
    update();
}

int ChartLegend::wide(const Chart &chart)
{
    int all = 0;
    for (const QString &name : entries(chart))
        all += entryWidth(name) + (all > 0 ? scaled(Apart) : 0);
    return all;
}

QSize ChartLegend::sizeHint() const
{
    return {wide(m_chart), lineHeight(Type::Label)};
}

void ChartLegend::paint(QPainter *p, const QRect &rect, const Chart &chart)
{
    const QStringList names = entries(chart);
    p->setRenderHint(QPainter::Antialiasing);
    const int key = scaled(Key);
    int x = rect.x();
    for (int i = 0; i < names.size(); ++i) {
        const QRect where(x, rect.center().y() - key / 2, key, key);
        if (showsBefore(chart) && i + 1 == names.size())
            paintBeforeKey(p, where, chart);
        else
            paintKey(p, where, chart, i);
        const int wide = entryWidth(names[i]);
        paint::elided(p, QRect(x + scaled(Key + Gap), rect.y(), wide - scaled(Key + Gap), rect.height()), names[i], beback::ui::font(Type::Label),
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
