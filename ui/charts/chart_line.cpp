// A line from point to point with the interval of each; where too little is known it breaks off.
#include "ui/charts/chart_frame.h"
#include "ui/charts/chart_text.h"
#include "ui/style/paint.h"

#include <algorithm>
#include <cmath>

namespace beback::ui {

namespace {

constexpr int Dot = 4, ValueAir = 3, TooFewHigh = 14, TooFewWide = 22;

double highest(const Chart &chart)
{
    double most = 0;
    for (int series = 0; series < chart.series.size(); ++series)
        for (int i = 0; i < chart_spots::marks(chart); ++i) {
            const ChartMark &mark = chart.series[series].marks[i];
            if (!mark.tooFew)
                most = std::max({most, mark.value, mark.high.value_or(0)});
            most = std::max(most, chart_spots::before(chart, {series, i}).value_or(0));
        }
    return most;
}

// A chart of lines in its place.
class Lines
{
public:
    explicit Lines(const ChartScene &scene)
        : m_scene(scene), m_chart(scene.chart), m_frame(scene.chart, scene.rect, highest(scene.chart), lineHeight(Type::Small) + scaled(2 * ValueAir))
    {
    }

    void paint(QPainter *p) const;
    ChartSpot spotAt(QPointF point) const;
    QRectF place(ChartSpot spot) const;

private:
    const ChartMark &at(int series, int mark) const { return m_chart.series[series].marks[mark]; }
    QPointF point(int series, int mark) const;
    void paintSeries(QPainter *p, int series) const;
    void paintBefore(QPainter *p, int series) const;
    void paintPoint(QPainter *p, int series, int mark) const;
    void paintValue(QPainter *p, int series, int mark) const;
    bool saysValue(int series, int mark) const;
    int last(int series) const; // the last one that can be relied on; -1: none

    const ChartScene &m_scene;
    const Chart &m_chart;
    ChartFrame m_frame;
};

QPointF Lines::point(int series, int mark) const
{
    const ChartMark &one = at(series, mark);
    return {m_frame.column(mark).center().x(), one.tooFew ? m_frame.plot().bottom() - scaled(TooFewHigh) / 2.0 : m_frame.y(one.value)};
}

int Lines::last(int series) const
{
    for (int i = chart_spots::marks(m_chart) - 1; i >= 0; --i)
        if (!at(series, i).tooFew)
            return i;
    return -1;
}

// The last of each line, as its label, and the one that is chosen.
bool Lines::saysValue(int series, int mark) const
{
    const bool chosen = m_scene.chosen.mark == mark && (m_scene.chosen.series < 0 || m_scene.chosen.series == series);
    return chosen || mark == last(series);
}

void Lines::paintValue(QPainter *p, int series, int mark) const
{
    const ChartMark &one = at(series, mark);
    const int line = lineHeight(Type::Small);
    const QFont strong = beback::ui::font(Type::Overline);
    const QString text = chart_text::value(m_chart, one);
    const double wide = QFontMetricsF(strong).horizontalAdvance(text) + 2, over = m_frame.y(std::max(one.value, one.high.value_or(0)));
    const double x = std::min(point(series, mark).x() - wide / 2, m_scene.rect.right() - wide);
    p->setFont(strong);
    p->setPen(Theme::current().text);
    p->drawText(QRectF(x, over - line - scaled(ValueAir), wide, line), Qt::AlignCenter | Qt::TextDontClip, text);
}

void Lines::paintPoint(QPainter *p, int series, int mark) const
{
    const Theme &t = Theme::current();
    const ChartMark &one = at(series, mark);
    const QPointF where = point(series, mark);
    if (one.tooFew) {
        const double wide = std::min<double>(scaled(TooFewWide), m_frame.column(mark).width() - 4), high = scaled(TooFewHigh);
        return paintTooFew(p, QRectF(where.x() - wide / 2, where.y() - high / 2, wide, high));
    }
    if (one.low && one.high)
        paintWhisker(p, where.x(), m_frame.y(*one.low), m_frame.y(*one.high));
    const bool chosen = m_scene.chosen == ChartSpot{series, mark};
    const double size = scaled(Dot) + (chosen ? 2 : 0);
    p->setPen(QPen(series % 2 ? lineInk(series) : t.surface, 1.5));
    p->setBrush(series % 2 ? t.surface : lineInk(series)); // every second line has hollow points
    p->drawEllipse(where, size, size);
    if (saysValue(series, mark))
        paintValue(p, series, mark);
}

void Lines::paintSeries(QPainter *p, int series) const
{
    p->setBrush(Qt::NoBrush);
    p->setPen(QPen(lineInk(series), 2, series >= 2 ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF run;
    for (int i = 0; i < chart_spots::marks(m_chart); ++i) {
        if (!at(series, i).tooFew)
            run << point(series, i);
        if (at(series, i).tooFew || i + 1 == chart_spots::marks(m_chart)) {
            p->drawPolyline(run);
            run.clear();
        }
    }
}

// Thin and without points, beneath the line of now.
void Lines::paintBefore(QPainter *p, int series) const
{
    p->setBrush(Qt::NoBrush);
    p->setPen(beforePen());
    QPolygonF run;
    for (int i = 0; i < chart_spots::marks(m_chart); ++i) {
        const auto value = chart_spots::before(m_chart, {series, i});
        if (value)
            run << QPointF(m_frame.column(i).center().x(), m_frame.y(*value));
        if (!value || i + 1 == chart_spots::marks(m_chart)) {
            p->drawPolyline(run);
            run.clear();
        }
    }
}

void Lines::paint(QPainter *p) const
{
    const Theme &t = Theme::current();
    m_frame.paintGrid(p);
    if (m_scene.chosen.isValid())
        paint::box(p, place({-1, m_scene.chosen.mark}), t.accentSoft, t.accent, 3);
    p->setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_chart.series.size(); ++i)
        paintBefore(p, i);
    for (int i = 0; i < m_chart.series.size(); ++i)
        paintSeries(p, i);
    for (int i = 0; i < m_chart.series.size(); ++i)
        for (int mark = 0; mark < chart_spots::marks(m_chart); ++mark)
            paintPoint(p, i, mark);
    m_frame.paintLabels(p, m_scene.chosen.mark);
}

// The nearest point of the column.
ChartSpot Lines::spotAt(QPointF where) const
{
    const int mark = m_frame.markAt(where);
    if (mark < 0 || m_chart.series.size() == 1)
        return {-1, mark};
    int nearest = 0;
    const auto away = [&](int series) { return std::abs(point(series, mark).y() - where.y()); };
    for (int i = 1; i < m_chart.series.size(); ++i)
        if (away(i) < away(nearest))
            nearest = i;
    return {nearest, mark};
}

QRectF Lines::place(ChartSpot spot) const
{
    if (spot.series < 0)
        return m_frame.column(spot.mark).adjusted(1, -scaled(ValueAir), -1, 0);
    const double size = scaled(2 * Dot);
    const QPointF where = point(spot.series, spot.mark);
    return {where.x() - size, where.y() - size, 2 * size, 2 * size};
}

class LineShape final : public ChartShape
{
public:
    void paint(QPainter *p, const ChartScene &scene) const override { Lines(scene).paint(p); }
    ChartSpot spotAt(const ChartScene &scene, QPointF point) const override { return Lines(scene).spotAt(point); }
    QRectF place(const ChartScene &scene, ChartSpot spot) const override { return Lines(scene).place(spot); }
};

} // namespace

std::unique_ptr<ChartShape> lineShape()
{
    return std::make_unique<LineShape>();
}

} // namespace beback::ui
