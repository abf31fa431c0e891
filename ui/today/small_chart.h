#pragma once

#include "core/report/chart.h"
#include "ui/widgets/card.h"

class QStackedWidget;

namespace beback::ui {

class ChartLegend;
class ChartView;
class SkeletonWidget;
class TextLabel;

// A chart at a glance: its sentence is the title. A click anywhere on it, and Enter, ask for the chart itself.
class SmallChart : public Card
{
    Q_OBJECT
public:
    explicit SmallChart(const char *id, QWidget *parent = nullptr);

    const QString &id() const { return m_id; }
    void begin();  // it is being read, and there is nothing to show yet
    void finish(); // it could not be
    void show(const Chart *chart); // null: there is no such chart

Q_SIGNALS:
    void asked(const QString &id);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_id;
    TextLabel *m_says, *m_beneath, *m_nothing;
    ChartLegend *m_legend;
    QStackedWidget *m_pages;
    SkeletonWidget *m_skeleton;
    ChartView *m_view;
};

} // namespace beback::ui
