#pragma once

#include "core/plan/plan.h"

#include <QWidget>

namespace beback::ui {

// A plan as lanes: a lane a medium, a column a day, a box a step. One tab stop; the arrow keys walk the steps in their order.
class PlanLanes : public QWidget
{
    Q_OBJECT
public:
    explicit PlanLanes(QWidget *parent = nullptr);

    void show(const Plan &plan, bool editable);
    void setCurrent(int step); // emits currentChanged when it differs
    int current() const { return m_current; }
    QRect boxOf(int step) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int step);
    void editAsked();       // Enter: to the fields of the step
    void addAsked();        // Ins
    void removeAsked();     // Del
    void moveAsked(int by); // Alt and an arrow: before or behind its neighbor
    void dayAsked(int by);  // plus, minus

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void describe();
    int laneOf(Medium medium) const;
    int columnLeft(int column) const;
    int stepAt(const QPoint &point) const;
    void paintLanes(QPainter *p) const;
    void paintBox(QPainter *p, int step) const;

    Plan m_plan;
    bool m_editable = false;
    int m_current = 0;
    QVector<Medium> m_lanes;
    QVector<int> m_columns;   // by step
    QStringList m_columnDays; // head of each column
};

} // namespace beback::ui
