// A heat map: the darker a cell, the more; where there is too little to say anything an empty cell with a diagonal.
#include "ui/charts/chart_frame.h"
#include "ui/charts/chart_text.h"
#include "ui/style/paint.h"

#include <QHash>
#include <QPoint>

#include <algorithm>
#include <cmath>

namespace beback::ui {

namespace {

constexpr int CellLeast = 24, CellLikedHigh = 30, LabelAir = 6, LegendBox = 11;
constexpr double Palest = 0.06, Range = 0.84; // of the accent over the ground

// Which cell is whose.
struct Cells {
    QStringList columns, rows;
    QVector<QPoint> places; // by mark: column and row
    QHash<QPoint, int> marks;

    explicit Cells(const Chart &chart)
    {
        if (chart.series.isEmpty())
            return;
        QHash<QString, int> columnOf, rowOf;
        const auto numbered = [](QHash<QString, int> &of, QStringList &names, const QString &name) {
            if (!of.contains(name)) {
                of.insert(name, int(names.size()));
                names << name;
            }
            return of.value(name);
        };
        for (const ChartMark &mark : chart.series.first().marks) {
            places << QPoint(numbered(columnOf, columns, mark.label), numbered(rowOf, rows, mark.row));
            marks.insert(places.last(), int(places.size()) - 1);
        }
    }
};

// A heat map in its place.
class Heat
{
public:
    explicit Heat(const ChartScene &scene);
    void paint(QPainter *p) const;
    ChartSpot spotAt(QPointF point) const;
    QRectF place(ChartSpot spot) const { return cell(m_cells.places[spot.mark]); }

private:
    QRectF cell(QPoint at) const;
    double share(const ChartMark &mark) const; // of the range between palest and darkest
    void paintCell(QPainter *p, int mark) const;
    void paintLabels(QPainter *p) const;
    void paintLegend(QPainter *p) const;

    const ChartScene &m_scene;
    const Chart &m_chart;
    Cells m_cells;
    QRectF m_grid;
    double m_least = 0, m_most = 0;
};

Heat::Heat(const ChartScene &scene) : m_scene(scene), m_chart(scene.chart), m_cells(scene.chart)
{
    const QFontMetricsF small(beback::ui::font(Type::Small));
    double wide = 0;
    for (const QString &row : std::as_const(m_cells.rows))
        wide = std::max(wide, small.horizontalAdvance(row));
    const double below = 2 * lineHeight(Type::Small) + scaled(2 * LabelAir);
    m_grid = scene.rect.adjusted(std::ceil(wide) + scaled(LabelAir), 0, -1, -below);
    bool first = true;
    for (int i = 0; i < chart_spots::marks(m_chart); ++i) {
        const ChartMark &mark = chart_spots::mark(m_chart, {-1, i});
        if (mark.tooFew)
            continue;
        m_least = first ? mark.value : std::min(m_least, mark.value);
        m_most = first ? mark.value : std::max(m_most, mark.value);
        first = false;
    }
}

QRectF Heat::cell(QPoint at) const
{
    const double columns = double(std::max<qsizetype>(1, m_cells.columns.size())), rows = double(std::max<qsizetype>(1, m_cells.rows.size()));
    const double left = std::round(m_grid.x() + m_grid.width() * at.x() / columns), right = std::round(m_grid.x() + m_grid.width() * (at.x() + 1) / columns);
    const double top = std::round(m_grid.y() + m_grid.height() * at.y() / rows), bottom = std::round(m_grid.y() + m_grid.height() * (at.y() + 1) / rows);
    return QRectF(left, top, right - left, bottom - top).adjusted(1, 1, -1, -1);
}

double Heat::share(const ChartMark &mark) const
{
    return m_most > m_least ? (mark.value - m_least) / (m_most - m_least) : 0.5;
}

void Heat::paintCell(QPainter *p, int mark) const
{
    const Theme &t = Theme::current();
    const QRectF where = cell(m_cells.places[mark]);
    const ChartMark &one = chart_spots::mark(m_chart, {-1, mark});
    if (one.tooFew) {
        paintTooFew(p, where);
    } else {
        const QColor ground = mixed(t.surface, t.accent, Palest + Range * share(one));
        paint::box(p, where, ground, {}, 2);
        const QString text = m_chart.isShare ? chart_text::number(std::round(100 * one.value)) : chart_text::number(one.value);
        const QFont small = beback::ui::font(Type::Small);
        if (QFontMetricsF(small).horizontalAdvance(text) <= where.width()) { // else the tip says it
            p->setFont(small);
            p->setPen(readableOn(ground, t.text, t.onAccent));
            p->drawText(where, Qt::AlignCenter | Qt::TextDontClip, text);
        }
    }
    if (m_scene.chosen.mark == mark) {
        p->setPen(QPen(t.text, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        p->setBrush(Qt::NoBrush);
        p->drawRect(where);
    }
}

void Heat::paintLabels(QPainter *p) const
{
    const Theme &t = Theme::current();
    const QFont small = beback::ui::font(Type::Small);
    const int line = lineHeight(Type::Small);
    p->setFont(small);
    p->setPen(t.muted);
    for (int row = 0; row < m_cells.rows.size(); ++row) {
        const QRectF first = cell({0, row});
        const QRectF where(m_scene.rect.left(), first.center().y() - line / 2.0, m_grid.left() - m_scene.rect.left() - scaled(LabelAir), line);
        p->drawText(where, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, m_cells.rows[row]);
    }
    double widest = 1;
    for (const QString &column : m_cells.columns)
        widest = std::max(widest, QFontMetricsF(small).horizontalAdvance(column) + scaled(LabelAir));
    const double room = m_grid.width() / double(std::max<qsizetype>(1, m_cells.columns.size()));
    const int each = room <= 0 ? int(m_cells.columns.size()) + 1 : std::max(1, int(std::ceil(widest / room)));
    for (int column = 0; column < m_cells.columns.size(); column += each) {
        const double middle = cell({column, 0}).center().x();
        p->drawText(QRectF(middle - widest / 2, m_grid.bottom() + scaled(LabelAir) - 2, widest, line), Qt::AlignCenter | Qt::TextDontClip, m_cells.columns[column]);
    }
}

// What the numbers are, and what an empty cell means.
void Heat::paintLegend(QPainter *p) const
{
    const Theme &t = Theme::current();
    const QFont small = beback::ui::font(Type::Small);
    const int line = lineHeight(Type::Small), box = scaled(LegendBox);
    QRect where(int(m_grid.left()), int(m_scene.rect.bottom()) - line, int(m_grid.width()), line);
    const auto &marks = m_chart.series.first().marks;
    if (std::any_of(marks.cbegin(), marks.cend(), [](const ChartMark &one) { return one.tooFew; })) {
        const int wide = QFontMetrics(small).horizontalAdvance(chart_text::tooFew()) + 1;
        paint::elided(p, where, chart_text::tooFew(), small, t.muted, Qt::AlignRight | Qt::AlignVCenter);
        where.setRight(where.right() - wide - scaled(LabelAir));
        paintTooFew(p, QRectF(where.right() - box + 1, where.center().y() - box / 2.0, box, box));
        where.setRight(where.right() - box - scaled(2 * LabelAir));
    }
    paint::elided(p, where, m_chart.axis, small, t.muted);
}

void Heat::paint(QPainter *p) const
{
    if (m_cells.places.isEmpty())
        return;
    p->setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_cells.places.size(); ++i)
        paintCell(p, i);
    paintLabels(p);
    paintLegend(p);
}

ChartSpot Heat::spotAt(QPointF point) const
{
    if (m_grid.isEmpty() || !m_grid.contains(point))
        return {};
    const int column = int((point.x() - m_grid.x()) / m_grid.width() * double(m_cells.columns.size()));
    const int row = int((point.y() - m_grid.y()) / m_grid.height() * double(m_cells.rows.size()));
    return {-1, m_cells.marks.value({column, row}, -1)};
}

class HeatShape final : public ChartShape
{
public:
    void paint(QPainter *p, const ChartScene &scene) const override { Heat(scene).paint(p); }
    ChartSpot spotAt(const ChartScene &scene, QPointF point) const override { return Heat(scene).spotAt(point); }
    QRectF place(const ChartScene &scene, ChartSpot spot) const override { return Heat(scene).place(spot); }
    QSize leastSize(const Chart &chart) const override { return sizeOf(chart, CellLeast, CellLeast); }
    QSize likedSize(const Chart &chart) const override { return sizeOf(chart, 2 * CellLeast, CellLikedHigh); }

    // To the next cell that is there.
    ChartSpot step(const Chart &chart, ChartSpot from, int key) const override
    {
        if (key == Qt::Key_Home || key == Qt::Key_End)
            return {-1, key == Qt::Key_End ? chart_spots::marks(chart) - 1 : 0};
        const Cells cells(chart);
        const QPoint by(key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0, key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0);
        const QRect all(0, 0, int(cells.columns.size()), int(cells.rows.size()));
        for (QPoint at = cells.places[from.mark] + by; all.contains(at) && !by.isNull(); at += by)
            if (cells.marks.contains(at))
                return {-1, cells.marks.value(at)};
        return from;
    }

private:
    static QSize sizeOf(const Chart &chart, int wide, int high)
    {
        const Cells cells(chart);
        return {scaled(48 + wide * int(cells.columns.size())), scaled(high) * int(cells.rows.size()) + 2 * lineHeight(Type::Small) + scaled(2 * LabelAir)};
    }
};

} // namespace

std::unique_ptr<ChartShape> heatShape()
{
    return std::make_unique<HeatShape>();
}

} // namespace beback::ui
