#pragma once

#include "ui/charts/chart_shape.h"

#include <QColor>
#include <QPen>

class QFont;

namespace beback::ui {

// What the shapes of charts have in common: scale, grid, labels, and how parts are filled.

// From 0 in steps that read as round numbers: 1, 2 or 5 times a power of ten, of shares also quarters; at most five lines.
struct ChartScale {
    double top = 1, step = 1;
};
ChartScale chartScale(double most, bool isShare);

// Hollow: nobody answered. The darker, the more came of it; told apart by their lightness, so also without seeing hues.
struct ChartFill {
    QColor fill, edge; // an invalid edge: none
};
ChartFill seriesFill(const Chart &chart, int series);
QColor lineInk(int series);
void paintPart(QPainter *p, const QRectF &rect, const ChartFill &fill);
void paintTooFew(QPainter *p, const QRectF &rect); // an empty box with a diagonal
void paintWhisker(QPainter *p, double x, double low, double high);
// What a bar was in the period before: a mark across it, in front of a line of the ground, so that it is seen on every fill.
void paintBefore(QPainter *p, const QLineF &across);
QPen beforePen(); // of its line, where points are joined
// The one of two inks that is read better on `ground`.
QColor readableOn(const QColor &ground, const QColor &one, const QColor &other);
QColor mixed(const QColor &under, const QColor &over, double share);

// The page of a chart with an axis: where its columns are.
class ChartFrame
{
public:
    // `most`: the highest value there is. `above`: room over the highest one, in pixels.
    ChartFrame(const Chart &chart, const QRectF &rect, double most, int above);

    QRectF plot() const { return m_plot; }
    QRectF column(int mark) const; // its part of the plot, from edge to edge
    double y(double value) const;
    int markAt(QPointF point) const; // labels below count as well; -1: none
    void paintGrid(QPainter *p) const;
    void paintLabels(QPainter *p, int chosen) const; // of the marks and of the axis
    QVector<QRectF> labels() const; // where those are that find room, a null one for the others

private:
    QString tickText(double value) const;

    const Chart &m_chart;
    QRectF m_rect, m_plot;
    ChartScale m_scale;
};

} // namespace beback::ui
