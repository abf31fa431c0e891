#pragma once

#include "core/plan/plan_load.h"

#include <QWidget>

namespace beback::ui {

// Touches a business day, week by week: what is done now, and what a plan adds to it or takes away.
class LoadChart : public QWidget
{
    Q_OBJECT
public:
    explicit LoadChart(QWidget *parent = nullptr);
    void show(const QVector<LoadWeek> &before, const QVector<LoadWeek> &after);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect plot() const;
    QRect column(int week) const;
    double top() const; // of the scale
    QString tip(int week) const;

    QVector<LoadWeek> m_before, m_after;
};

} // namespace beback::ui
