#include "ui/charts/chart_shape.h"

#include "ui/style/theme.h"

#include <algorithm>

namespace beback::ui {

std::unique_ptr<ChartShape> ChartShape::of(Chart::Shape shape)
{
    switch (shape) {
    case Chart::Shape::Line: return lineShape();
    case Chart::Shape::Heat: return heatShape();
    case Chart::Shape::Rows: return rowShape();
    case Chart::Shape::Bars: break;
    }
    return barShape();
}

// Along the axis from mark to mark, across it from series to series; a whole bar lies before its first part.
ChartSpot ChartShape::step(const Chart &chart, ChartSpot from, int key) const
{
    const bool lying = chart.shape == Chart::Shape::Rows;
    const int last = chart_spots::marks(chart) - 1;
    const int back = lying ? Qt::Key_Up : Qt::Key_Left, on = lying ? Qt::Key_Down : Qt::Key_Right;
    const int out = lying ? Qt::Key_Right : Qt::Key_Up, in = lying ? Qt::Key_Left : Qt::Key_Down;
    const int lowest = chart_spots::hasParts(chart) || chart.series.size() < 2 ? -1 : 0;
    const int highest = chart.series.size() < 2 ? -1 : int(chart.series.size()) - 1;
    ChartSpot to = from;
    if (key == back || key == on)
        to.mark = std::clamp(from.mark + (key == on ? 1 : -1), 0, last);
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        to.mark = key == Qt::Key_End ? last : 0;
    else if (key == out || key == in)
        to.series = std::clamp(from.series + (key == out ? 1 : -1), lowest, highest);
    return to;
}

QSize ChartShape::leastSize(const Chart &) const
{
    return {scaled(260), scaled(150)};
}

} // namespace beback::ui
