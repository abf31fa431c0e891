// Bars: the series of a mark one on the other; shares, which do not add up, beside one another with their whiskers.
#include "ui/charts/chart_frame.h"
#include "ui/charts/chart_text.h"
#include "ui/style/paint.h"

#include <algorithm>
#include <cmath>

namespace beback::ui {

namespace {

constexpr int BarMost = 56, BeforeAir = 4, ValueAir = 3, Apart = 10, MostWithValues = 15;
constexpr double BarShare = 0.68, PartsApart = 1.5;

bool isBeside(const Chart &chart)
{
    return chart.isShare && chart.series.size() > 1;
}

double highest(const Chart &chart)
{
    double most = 0;
    for (int i = 0; i < chart_spots::marks(chart); ++i) {
        if (!chart.isShare)
            most = std::max({most, chart_spots::total(chart, i), chart_spots::before(chart, {-1, i}).value_or(0)});
        else
            for (int series = 0; series < chart.series.size(); ++series)
                if (const ChartMark &one = chart.series[series].marks[i]; !one.tooFew)
                    most = std::max({most, one.value, one.high.value_or(0), chart_spots::before(chart, {series, i}).value_or(0)});
    }
    return most;
}

int roomAbove(const Chart &chart)
{
    const int line = lineHeight(Type::Small) + scaled(ValueAir);
    return chart_spots::underMinimum(chart) > 0 ? 2 * line : line;
}

// A chart of bars in its place.
class Bars
{
public:
    explicit Bars(const ChartScene &scene)
        : m_scene(scene), m_chart(scene.chart), m_frame(scene.chart, scene.rect, highest(scene.chart), roomAbove(scene.chart)),
          m_under(chart_spots::underMinimum(scene.chart))
    {
    }

    void paint(QPainter *p) const;
    ChartSpot spotAt(QPointF point) const;
    QRectF place(ChartSpot spot) const;

private:
    QRectF bar(int mark) const; // the width of it, the height of the plot
    QRectF part(ChartSpot spot) const; // one series
    QLineF before(ChartSpot spot) const; // across the bar; null: nothing is to be drawn
    QRectF crown(int mark, int series) const; // where its value is written
    void paintBand(QPainter *p) const;
    void paintMinimum(QPainter *p) const;
    void paintMark(QPainter *p, int mark) const;
    void paintShare(QPainter *p, ChartSpot spot) const;
    void paintValue(QPainter *p, int mark, int series, const QString &text) const;
    ChartFill fillOf(ChartSpot spot) const;
    double topOf(ChartSpot spot) const;

    const ChartScene &m_scene;
    const Chart &m_chart;
    ChartFrame m_frame;
    int m_under;
};

QRectF Bars::bar(int mark) const
{
    const QRectF column = m_frame.column(mark);
    const double most = scaled(BarMost) * (isBeside(m_chart) ? double(m_chart.series.size()) : 1);
    const double wide = std::max(1.0, std::round(std::min(column.width() * BarShare, most)));
    return {std::round(column.center().x() - wide / 2), column.y(), wide, column.height()};
}

double Bars::topOf(ChartSpot spot) const
{
    double sum = 0;
    for (int i = 0; i <= spot.series; ++i)
        sum += m_chart.series[i].marks[spot.mark].value;
    return sum;
}

QRectF Bars::part(ChartSpot spot) const
{
    QRectF all = bar(spot.mark);
    if (isBeside(m_chart)) {
        const double wide = all.width() / double(m_chart.series.size());
        all = QRectF(all.x() + spot.series * wide, all.y(), std::max(1.0, wide - 1), all.height());
    }
    const bool stacked = !m_chart.isShare;
    const double value = m_chart.series[spot.series].marks[spot.mark].value;
    const double from = stacked ? topOf(spot) - value : 0;
    const double low = std::round(m_frame.y(from)), high = std::round(m_frame.y(from + value));
    const double air = stacked && low - high > 3 * PartsApart && spot.series + 1 < m_chart.series.size() ? PartsApart : 0;
    return {all.x(), high + air, all.width(), std::max(0.0, low - high - air)};
}

// One series and a minimum: what is under it stands out by its colour as well.
ChartFill Bars::fillOf(ChartSpot spot) const
{
    if (m_chart.series.size() == 1 && spot.mark < m_under)
        return {Theme::current().under, {}};
    return seriesFill(m_chart, spot.series);
}

QLineF Bars::before(ChartSpot spot) const
{
    const double value = chart_spots::before(m_chart, spot).value_or(0);
    if (value <= 0)
        return {};
    const QRectF across = m_chart.isShare ? part({std::max(0, spot.series), spot.mark}) : bar(spot.mark);
    const double air = isBeside(m_chart) ? 0 : scaled(BeforeAir), y = std::round(m_frame.y(value));
    return {across.left() - air, y, across.right() + air, y};
}

// Over the bar and its whisker, and where the mark of the period before would lie across it, over that.
QRectF Bars::crown(int mark, int series) const
{
    const int line = lineHeight(Type::Small);
    const ChartMark &one = m_chart.series[std::max(0, series)].marks[mark];
    const double value = !m_chart.isShare ? chart_spots::total(m_chart, mark) : one.tooFew ? 0 : std::max(one.value, one.high.value_or(0));
    const QRectF over = m_chart.isShare ? part({std::max(0, series), mark}) : m_frame.column(mark);
    double bottom = m_frame.y(value) - scaled(ValueAir);
    if (const QLineF past = before({m_chart.isShare ? std::max(0, series) : -1, mark}); !past.isNull() && past.y1() < bottom + 2 && past.y1() > bottom - line - 2)
        bottom = past.y1() - scaled(ValueAir);
    return {over.x(), bottom - line, over.width(), double(line)};
}

void Bars::paintBand(QPainter *p) const
{
    if (m_under == 0)
        return;
    const QRectF last = m_frame.column(m_under - 1);
    p->fillRect(QRectF(m_frame.plot().left(), m_scene.rect.top(), last.right() - m_frame.plot().left(), last.bottom() - m_scene.rect.top()),
                Theme::current().warningSoft);
}

void Bars::paintMinimum(QPainter *p) const
{
    if (m_under == 0)
        return;
    const Theme &t = Theme::current();
    const double x = std::round(m_frame.column(m_under - 1).right());
    p->setPen(QPen(t.text, 1.5, Qt::CustomDashLine, Qt::FlatCap));
    QPen dashed = p->pen();
    dashed.setDashPattern({4 / 1.5, 3 / 1.5});
    p->setPen(dashed);
    p->drawLine(QPointF(x, m_scene.rect.top() + 2), QPointF(x, m_frame.plot().bottom()));
    const QFont strong = beback::ui::font(Type::Overline);
    const int band = int(x - m_frame.plot().left()), air = std::min(scaled(8), band / 16);
    const QRect where(int(m_frame.plot().left()) + air, int(m_scene.rect.top()) + scaled(1), band - 2 * air, lineHeight(Type::Small));
    QString text = m_chart.minimumText; // always on the side it speaks of
    for (const QString &shorter : m_chart.minimumShorter)
        if (QFontMetrics(strong).horizontalAdvance(text) + 1 > where.width())
            text = shorter;
    paint::elided(p, where, text, strong, t.text);
}

void Bars::paintValue(QPainter *p, int mark, int series, const QString &text) const
{
    const QRectF where = crown(mark, series);
    const bool chosen = m_scene.chosen.mark == mark;
    const QFont font = beback::ui::font(chosen ? Type::Overline : Type::Small);
    if (chart_spots::marks(m_chart) > MostWithValues || QFontMetricsF(font).horizontalAdvance(text) > where.width() + scaled(Apart))
        return; // the tip says it
    p->setFont(font);
    p->setPen(Theme::current().text);
    p->drawText(where, Qt::AlignCenter | Qt::TextDontClip, text);
}

void Bars::paintShare(QPainter *p, ChartSpot spot) const
{
    const ChartMark &mark = m_chart.series[spot.series].marks[spot.mark];
    const QRectF where = part(spot);
    if (mark.tooFew)
        return paintTooFew(p, QRectF(where.x(), m_frame.plot().bottom() - scaled(14), where.width(), scaled(14)));
    paintPart(p, where, fillOf(spot));
    paintBefore(p, before(spot));
    if (mark.low && mark.high)
        paintWhisker(p, where.center().x(), m_frame.y(*mark.low), m_frame.y(*mark.high));
    paintValue(p, spot.mark, spot.series, chart_text::value(m_chart, mark));
}

void Bars::paintMark(QPainter *p, int mark) const
{
    const int count = int(m_chart.series.size());
    for (int i = 0; i < count; ++i)
        if (m_chart.isShare)
            paintShare(p, {i, mark});
        else
            paintPart(p, part({i, mark}), fillOf({i, mark}));
    if (!m_chart.isShare) {
        paintBefore(p, before({-1, mark}));
        paintValue(p, mark, -1, chart_text::number(chart_spots::total(m_chart, mark)));
    }
    if (m_scene.chosen.mark == mark && m_scene.chosen.series >= 0) {
        p->setPen(QPen(Theme::current().text, 2));
        p->setBrush(Qt::NoBrush);
        p->drawRect(part(m_scene.chosen));
    }
}

void Bars::paint(QPainter *p) const
{
    const Theme &t = Theme::current();
    paintBand(p);
    m_frame.paintGrid(p);
    if (m_scene.chosen.isValid())
        paint::box(p, place({-1, m_scene.chosen.mark}), t.accentSoft, t.accent, 3);
    p->setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < chart_spots::marks(m_chart); ++i)
        paintMark(p, i);
    m_frame.paintLabels(p, m_scene.chosen.mark);
    paintMinimum(p);
}

ChartSpot Bars::spotAt(QPointF point) const
{
    const int mark = m_frame.markAt(point);
    if (mark < 0)
        return {};
    if (m_chart.series.size() > 1)
        for (int i = 0; i < m_chart.series.size(); ++i)
            if (part({i, mark}).contains(point))
                return {i, mark};
    if (!isBeside(m_chart))
        return {-1, mark};
    const double beside = (point.x() - bar(mark).x()) / bar(mark).width() * double(m_chart.series.size());
    return {std::clamp(int(std::floor(beside)), 0, int(m_chart.series.size()) - 1), mark};
}

// A whole bar with its value, the width of its column.
QRectF Bars::place(ChartSpot spot) const
{
    if (spot.series >= 0)
        return part(spot).adjusted(-2, -2, 2, 2);
    QRectF column = m_frame.column(spot.mark).adjusted(1, 0, -1, 0);
    double top = column.bottom();
    for (int i = 0; i < m_chart.series.size(); ++i)
        top = std::min(top, crown(spot.mark, i).top());
    column.setTop(std::max(m_scene.rect.top(), top - scaled(ValueAir)));
    return column;
}

class BarShape final : public ChartShape
{
public:
    void paint(QPainter *p, const ChartScene &scene) const override { Bars(scene).paint(p); }
    ChartSpot spotAt(const ChartScene &scene, QPointF point) const override { return Bars(scene).spotAt(point); }
    QRectF place(const ChartScene &scene, ChartSpot spot) const override { return Bars(scene).place(spot); }
};

} // namespace

std::unique_ptr<ChartShape> barShape()
{
    return std::make_unique<BarShape>();
}

} // namespace beback::ui
