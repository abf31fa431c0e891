#pragma once

#include "core/report/today.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace beback::ui {

class PeopleTile;
class Tile;

// The day in figures, side by side; where the window is narrow or the text large in two rows.
class Tiles : public Card
{
    Q_OBJECT
public:
    explicit Tiles(QWidget *parent = nullptr);

    void show(const TodayPage &page, const QString &zone, Instant now);
    void setNow(Instant now); // the longest wait goes on
    QWidget *lastStop() const; // for Tab

Q_SIGNALS:
    void peopleAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void showTouches();
    void showReached();
    void showVisits();
    void showBack();
    void showDuties();

    TodayPage m_page;
    QString m_zone;
    bool m_read = false;
    int m_columns = 0;
    QGridLayout *m_grid;
    Tile *m_touches, *m_waiting, *m_reached, *m_visits, *m_back, *m_duties;
    PeopleTile *m_people;
    QVector<QWidget *> m_all; // in their order
};

} // namespace beback::ui
