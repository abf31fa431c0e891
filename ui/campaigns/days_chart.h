#pragma once

#include "core/campaign/spread.h"

#include <QWidget>

namespace beback::ui {

// Touches a business day: what is planned already, what a campaign adds, and the line of what the site will finish.
class DaysChart : public QWidget
{
    Q_OBJECT
public:
    explicit DaysChart(QWidget *parent = nullptr);
    void show(const DayLoads &loads); // up to the last day it adds anything to, and never fewer than two weeks
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect plot() const;
    QRect column(int day) const;
    bool roomFor(const QString &text) const;
    double top() const; // of the scale
    QString tip(int day) const;
    void paintScale(QPainter &p) const;
    void paintDay(QPainter &p, int day) const;
    void paintMonth(QPainter &p, int day) const;
    void paintCapacity(QPainter &p) const;
    int height(double touches) const;

    QVector<DayLoad> m_days;
    bool m_known = false;
};

} // namespace beback::ui
