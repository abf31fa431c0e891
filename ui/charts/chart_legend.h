#pragma once

#include "core/report/chart.h"

#include <QWidget>

class QPainter;

namespace beback::ui {

// What each part of a chart's bars, or each of its lines, stands for: keys from left to right as the parts lie from bottom to top;
// then that of the period before, where the chart is compared with it. One series needs none.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);
    void setChart(const Chart &chart); // takes no room where there is nothing to tell apart
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    static int wide(const Chart &chart);
    static void paint(QPainter *p, const QRect &rect, const Chart &chart); // from the left

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chart m_chart; // its series without marks
};

} // namespace beback::ui
