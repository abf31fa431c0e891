#pragma once

#include "ui/charts/chart_shape.h"

#include <QWidget>

namespace beback::ui {

// A chart to look at and to walk through: arrow keys go from mark to mark, Enter and a click choose one. A click on a bar of parts
// chooses the whole bar, a second one its part.
class ChartView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(const char *objectName, QWidget *parent = nullptr);
    ~ChartView() override;

    void setChart(const Chart &chart); // nothing is chosen in it any more
    const Chart &chart() const { return m_chart; }
    void choose(const QString &series, const QString &mark); // shows it as chosen and says nothing; not there: nothing is
    QRect placeOf(const QString &series, const QString &mark) const; // not there: null

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &seriesKey, const QString &markKey); // by a person; `seriesKey` empty: all series
    void moved(const QRect &place); // the keyboard's mark: to be brought into sight

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ChartScene scene() const;
    void take(ChartSpot spot); // chosen by a person
    void walk(int key);
    void describe();

    Chart m_chart;
    std::unique_ptr<ChartShape> m_shape;
    ChartSpot m_chosen, m_current, m_hovered; // current: the keyboard's
    bool m_byKeys = false;                    // its ring is shown
};

} // namespace beback::ui
