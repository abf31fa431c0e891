#pragma once

#include "core/desk/hour_view.h"

#include <QWidget>

class QGridLayout;

namespace beback::ui {

class DaySquares;
class KeyButton;
class TextLabel;

// The end of the hour: what came of it, by medium, against the last one, and the days in a row. One way on.
class ScorePage : public QWidget
{
    Q_OBJECT
public:
    explicit ScorePage(QWidget *parent = nullptr);
    // `store`: its zone, for the times.
    void show(const HourView &view, const QString &zone);
    void setKey(const QString &ready);
    void focusOn(); // the way on

Q_SIGNALS:
    void backAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showMedia(const HourScore &score);

    TextLabel *m_heading, *m_when, *m_touches, *m_reached, *m_visits, *m_before, *m_streak, *m_kept;
    QWidget *m_media;
    QGridLayout *m_grid;
    DaySquares *m_days;
    KeyButton *m_back;
};

// "You kept the hour", "4 touches in this hour", "No touch in this hour". Pure.
QString endHeading(const HourView &view);
// "6 touches more than Friday", "as many touches as yesterday". Empty: nothing to compare with. Pure.
QString againstText(const HourView &view);

} // namespace beback::ui
