#pragma once

#include "ui/charts/chart_spot.h"

#include <QRectF>
#include <QSize>

#include <memory>

class QPainter;

namespace beback::ui {

// A chart in its place, and what in it is looked at.
struct ChartScene {
    const Chart &chart;
    QRectF rect;
    ChartSpot chosen; // its leads stand below
};

// How a shape of chart is painted, and where its marks are. Painted by hand: Qt Charts draws neither hollow and filled parts, nor a
// band under the minimum, nor whiskers, nor a heat map, and builds a scene of items anew with every answer; this paints the
// fullest of them in a few milliseconds, on the screen and into a file alike. No state; any thread.
class ChartShape
{
public:
    virtual ~ChartShape() = default;
    virtual void paint(QPainter *p, const ChartScene &scene) const = 0;
    virtual ChartSpot spotAt(const ChartScene &scene, QPointF point) const = 0; // the finest there; nowhere: invalid
    virtual QRectF place(const ChartScene &scene, ChartSpot spot) const = 0;    // for the focus ring
    virtual ChartSpot step(const Chart &chart, ChartSpot from, int key) const;  // by an arrow, Home or End
    virtual QSize leastSize(const Chart &chart) const;
    virtual QSize likedSize(const Chart &chart) const { return leastSize(chart); }

    static std::unique_ptr<ChartShape> of(Chart::Shape shape);
};

// One file each.
std::unique_ptr<ChartShape> barShape();
std::unique_ptr<ChartShape> lineShape();
std::unique_ptr<ChartShape> heatShape();
std::unique_ptr<ChartShape> rowShape();

} // namespace beback::ui
