#pragma once

#include "core/desk/hour_view.h"

#include <QWidget>

namespace beback::ui {

class DaySquares;
class ElidedLabel;
class HourRing;
class TextLabel;

// At the left while the hour runs: its clock, what came of it so far, the days it was kept.
class ScorePane : public QWidget
{
    Q_OBJECT
public:
    explicit ScorePane(QWidget *parent = nullptr);
    void showClock(Duration left, const QString &until); // "left until 5:00 pm"
    void show(const HourView &view);
    void clear(); // nothing is known yet

private:
    TextLabel *addRow(class QGridLayout *grid, int row, const QString &name);

    HourRing *m_ring;
    TextLabel *m_touches, *m_reached, *m_visits, *m_before, *m_streak, *m_toKeep;
    ElidedLabel *m_beforeName;
    DaySquares *m_days;
};

// "Yesterday at this minute", "Friday at this minute". Pure.
QString beforeText(QDate day, QDate today);

} // namespace beback::ui
