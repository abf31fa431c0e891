// Rows: a bar lying beside each name, in its frame where it is a part of something.
#include "ui/charts/chart_frame.h"
#include "ui/charts/chart_text.h"
#include "ui/style/paint.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace beback::ui {

namespace {

constexpr int RowHigh = 27, BarHigh = 12, BeforeAir = 3, Gap = 8, Side = 6;
constexpr double NameMost = 0.38; // of the width

bool isUnderMinimum(const Chart &chart)
{
    return chart.id == QLatin1String(chart_ids::UnderMinimum) || chart.minimum.has_value();
}

// So many of so many, each drawn by its number; else a value, which of a share has its whiskers.
bool isPartOfAll(const Chart &chart)
{
    if (chart.series.size() != 1 || (chart.isShare && !isUnderMinimum(chart)))
        return false;
    const auto &marks = chart.series.first().marks;
    return std::any_of(marks.cbegin(), marks.cend(), [](const ChartMark &one) { return one.of > 0; });
}

// The number at the right: strong, and muted after it.
struct RowText {
    QString strong, muted;
};

// "of 25, 7 without it": where the sum is not what the row is named for, that is said beside it.
QString ofText(const Chart &chart, int mark)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ChartText", text); };
    const int of = chart.series.first().marks[mark].of, without = chart.together.isEmpty() ? 0 : chart.series.last().marks[mark].count;
    if (of == 0)
        return {};
    return without > 0 ? tr("of %1, %2 without it").arg(chart_text::number(of), chart_text::number(without)) : tr("of %1").arg(chart_text::number(of));
}

RowText textOf(const Chart &chart, int mark)
{
    const ChartMark &one = chart.series.first().marks[mark];
    if (chart_spots::isTooFew(chart, {-1, mark}))
        return {{}, chart_text::tooFew()};
    if (isPartOfAll(chart))
        return {chart_text::number(one.count), QCoreApplication::translate("ChartText", "of %1").arg(chart_text::number(one.of))};
    if (chart_spots::hasParts(chart))
        return {chart_text::number(chart_spots::total(chart, mark)), ofText(chart, mark)};
    return {chart_text::value(chart, one), {}};
}

// A chart of rows in its place.
class Rows
{
public:
    explicit Rows(const ChartScene &scene);
    void paint(QPainter *p) const;
    ChartSpot spotAt(QPointF point) const;
    QRectF place(ChartSpot spot) const { return spot.series < 0 ? row(spot.mark) : part(spot).adjusted(-2, -2, 2, 2); }

private:
    QRectF row(int mark) const;
    QRectF bars(int mark) const; // what bars have to lie in
    QRectF part(ChartSpot spot) const;
    double wide(double value) const;
    void paintRow(QPainter *p, int mark) const;
    void paintBar(QPainter *p, int mark) const;
    void paintInterval(QPainter *p, ChartSpot spot) const;
    void paintText(QPainter *p, int mark) const;
    QLineF before(int mark) const; // across the bar; null: nothing is to be drawn

    const ChartScene &m_scene;
    const Chart &m_chart;
    double m_name = 0, m_strong = 0, m_muted = 0, m_most = 0; // widths, and the highest value
};

Rows::Rows(const ChartScene &scene) : m_scene(scene), m_chart(scene.chart)
{
    const QFontMetricsF body(beback::ui::font(Type::Body)), strong(beback::ui::font(Type::Strong));
    for (int i = 0; i < chart_spots::marks(m_chart); ++i) {
        const ChartMark &one = m_chart.series.first().marks[i];
        const RowText text = textOf(m_chart, i);
        m_name = std::max(m_name, std::ceil(body.horizontalAdvance(one.label)) + 2);
        m_strong = std::max(m_strong, std::ceil(strong.horizontalAdvance(text.strong)) + 2);
        m_muted = std::max(m_muted, text.muted.isEmpty() ? 0 : std::ceil(body.horizontalAdvance(QLatin1Char(' ') + text.muted)) + 2);
        const double value = isPartOfAll(m_chart)                              ? one.of
                             : m_chart.isShare || m_chart.series.size() == 1 ? std::max(one.value, one.high.value_or(0))
                                                                               : std::max<double>(one.of, chart_spots::total(m_chart, i));
        m_most = std::max({m_most, value, chart_spots::before(m_chart, {-1, i}).value_or(0)});
    }
    m_name = std::min(m_name, std::floor(scene.rect.width() * NameMost));
    m_most = m_chart.isShare && !isPartOfAll(m_chart) ? chartScale(m_most, true).top : m_most;
}

QRectF Rows::row(int mark) const
{
    const double high = std::max(scaled(RowHigh), lineHeight(Type::Body) + 8);
    return {m_scene.rect.x(), m_scene.rect.y() + mark * high, m_scene.rect.width(), high};
}

QRectF Rows::bars(int mark) const
{
    const QRectF all = row(mark).adjusted(scaled(Side), 0, -scaled(Side), 0);
    const double left = all.x() + m_name + scaled(Gap), right = all.right() - m_strong - m_muted - scaled(Gap);
    const double high = scaled(BarHigh);
    return {std::round(left), std::round(all.center().y() - high / 2), std::max(1.0, right - left), high};
}

double Rows::wide(double value) const
{
    return m_most > 0 ? std::round(bars(0).width() * value / m_most) : 0;
}

QRectF Rows::part(ChartSpot spot) const
{
    QRectF all = bars(spot.mark);
    if (m_chart.isShare && m_chart.series.size() > 1) { // they do not add up: one under the other
        const double high = all.height() / double(m_chart.series.size());
        all = QRectF(all.x(), all.y() + spot.series * high, all.width(), std::max(1.0, high - 1));
    }
    double from = 0;
    for (int i = 0; i < spot.series && !m_chart.isShare; ++i)
        from += m_chart.series[i].marks[spot.mark].value;
    const double value = m_chart.series[spot.series].marks[spot.mark].value;
    const double left = wide(from), right = wide(from + value);
    const double air = right - left > 3 && spot.series + 1 < m_chart.series.size() ? 1 : 0;
    return {all.x() + left, all.y(), std::max(0.0, right - left - air), all.height()};
}

void Rows::paintBar(QPainter *p, int mark) const
{
    const Theme &t = Theme::current();
    const QRectF all = bars(mark);
    const ChartMark &one = m_chart.series.first().marks[mark];
    if (chart_spots::isTooFew(m_chart, {-1, mark}))
        return paintTooFew(p, QRectF(all.x(), all.y(), std::min<double>(all.width(), scaled(22)), all.height()));
    if (isPartOfAll(m_chart)) {
        paint::box(p, QRectF(all.x(), all.y(), wide(one.of), all.height()), t.hover, t.border, 2);
        return paint::box(p, QRectF(all.x(), all.y(), wide(one.count), all.height()), isUnderMinimum(m_chart) ? t.under : t.accent, {}, 2);
    }
    if (!m_chart.isShare && one.of > 0) // what its parts are a part of together
        paint::box(p, QRectF(all.x(), all.y(), wide(one.of), all.height()), t.hover, t.border, 2);
    for (int i = 0; i < m_chart.series.size(); ++i)
        paintPart(p, part({i, mark}), seriesFill(m_chart, i));
    for (int i = 0; i < m_chart.series.size() && m_chart.isShare; ++i)
        paintInterval(p, {i, mark});
}

void Rows::paintInterval(QPainter *p, ChartSpot spot) const
{
    const ChartMark &one = m_chart.series[spot.series].marks[spot.mark];
    if (one.tooFew || !one.low || !one.high)
        return;
    p->save(); // lying
    p->translate(bars(spot.mark).x(), part(spot).center().y());
    p->rotate(90);
    paintWhisker(p, 0, -wide(*one.low), -wide(*one.high));
    p->restore();
}

QLineF Rows::before(int mark) const
{
    const double value = chart_spots::before(m_chart, {-1, mark}).value_or(0);
    if (value <= 0)
        return {};
    const QRectF all = bars(mark);
    const double x = all.x() + wide(value);
    return {x, all.top() - scaled(BeforeAir), x, all.bottom() + scaled(BeforeAir)};
}

void Rows::paintText(QPainter *p, int mark) const
{
    const Theme &t = Theme::current();
    const QRectF all = row(mark).adjusted(scaled(Side), 0, -scaled(Side), 0);
    const bool chosen = m_scene.chosen.mark == mark;
    const QRectF name(all.x(), all.y(), m_name, all.height());
    paint::elided(p, name.toRect(), m_chart.series.first().marks[mark].label, beback::ui::font(chosen ? Type::Strong : Type::Body), t.text);
    const RowText text = textOf(m_chart, mark);
    const QRectF muted(all.right() - m_muted, all.y(), m_muted, all.height());
    paint::elided(p, muted.toRect(), text.muted, beback::ui::font(Type::Body), t.muted, Qt::AlignRight | Qt::AlignVCenter);
    const QRectF strong(muted.left() - m_strong, all.y(), m_strong, all.height());
    paint::elided(p, strong.toRect(), text.strong, beback::ui::font(Type::Strong), t.text, Qt::AlignRight | Qt::AlignVCenter);
}

void Rows::paintRow(QPainter *p, int mark) const
{
    const Theme &t = Theme::current();
    if (m_scene.chosen.mark == mark)
        paint::box(p, row(mark).adjusted(0, 1, 0, -1), t.accentSoft, t.accent, 3);
    paintBar(p, mark);
    if (!chart_spots::isTooFew(m_chart, {-1, mark}))
        paintBefore(p, before(mark));
    paintText(p, mark);
    if (m_scene.chosen.mark == mark && m_scene.chosen.series >= 0) {
        p->setPen(QPen(t.text, 2));
        p->setBrush(Qt::NoBrush);
        p->drawRect(part(m_scene.chosen));
    }
}

void Rows::paint(QPainter *p) const
{
    p->setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < chart_spots::marks(m_chart); ++i)
        paintRow(p, i);
    const int count = chart_spots::marks(m_chart);
    if (count == 0 || m_chart.axis.isEmpty())
        return;
    const QRectF below(bars(0).x(), row(count - 1).bottom(), bars(0).width(), lineHeight(Type::Small));
    paint::elided(p, below.toRect(), m_chart.axis, beback::ui::font(Type::Small), Theme::current().muted);
}

ChartSpot Rows::spotAt(QPointF point) const
{
    for (int i = 0; i < chart_spots::marks(m_chart); ++i) {
        if (!row(i).contains(point))
            continue;
        for (int series = 0; series < m_chart.series.size() && m_chart.series.size() > 1; ++series)
            if (part({series, i}).contains(point))
                return {series, i};
        return {-1, i};
    }
    return {};
}

class RowShape final : public ChartShape
{
public:
    void paint(QPainter *p, const ChartScene &scene) const override { Rows(scene).paint(p); }
    ChartSpot spotAt(const ChartScene &scene, QPointF point) const override { return Rows(scene).spotAt(point); }
    QRectF place(const ChartScene &scene, ChartSpot spot) const override { return Rows(scene).place(spot); }
    QSize leastSize(const Chart &chart) const override
    {
        const int axis = chart.axis.isEmpty() ? 0 : lineHeight(Type::Small) + 2;
        return {scaled(240), chart_spots::marks(chart) * std::max(scaled(RowHigh), lineHeight(Type::Body) + 8) + axis};
    }
};

} // namespace

std::unique_ptr<ChartShape> rowShape()
{
    return std::make_unique<RowShape>();
}

} // namespace beback::ui
