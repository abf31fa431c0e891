#pragma once

#include "core/desk/hour_view.h"

#include <QWidget>

namespace beback::ui {

// A square for each day: filled where the hour was kept, an edge where it was not; today's edge is the accent's.
class DaySquares : public QWidget
{
    Q_OBJECT
public:
    explicit DaySquares(QWidget *parent = nullptr);
    void show(const QVector<HourView::Day> &days); // today last
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // smaller squares where there is less room

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVector<HourView::Day> m_days;
};

// "7 days in a row", "6 days in a row, and today to come". Pure.
QString streakText(const HourView &view);

} // namespace beback::ui
