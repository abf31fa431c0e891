#pragma once

#include "core/report/today.h"
#include "ui/widgets/card.h"

#include <QPointer>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace beback::ui {

class EmptyState;
class NeedRow;
class SkeletonWidget;
class TextLabel;

// What waits for a manager, one row each. One stop for Tab: Up and Down walk from row to row, Enter presses the row's button.
class NeedsList : public Card
{
    Q_OBJECT
public:
    explicit NeedsList(QWidget *parent = nullptr);

    void begin();  // it is being read, and there is nothing to show yet
    void finish(); // it could not be
    // The row at hand keeps its place and the keyboard, whatever comes in above it.
    void show(const QVector<NeedsYou> &needs, Instant now);
    void setNow(Instant now); // the clocks go on
    QWidget *tabAfter(QWidget *before); // new rows would come after the whole window otherwise; the last of them, else `before`

Q_SIGNALS:
    void asked(const beback::NeedsYou &need); // its button was pressed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // The row the mouse or the keyboard is at, and where it lies in sight.
    struct Hand {
        QPointer<NeedRow> row;
        int y = 0;
    };
    void buildHead(QVBoxLayout *column);
    void buildPages(QVBoxLayout *column);
    NeedRow *newRow();
    void fill(const QVector<NeedsYou> &needs, Instant now);
    void retire(NeedRow *row);
    Hand underHand() const;
    void keepInPlace(const Hand &hand);
    int rowOf(const QObject *button) const; // -1: of none
    int focused() const;                    // the row whose button has the keyboard; -1: none
    int nearest(int from, int step) const;  // the first with a button from there on; -1: none
    void walk(int from, int key);
    void makeStop(int row); // for Tab

    TextLabel *m_order;
    QStackedWidget *m_pages;
    SkeletonWidget *m_skeleton;
    QScrollArea *m_area;
    QWidget *m_inside;
    QVBoxLayout *m_column;
    EmptyState *m_empty;
    QVector<NeedRow *> m_rows;
};

} // namespace beback::ui
