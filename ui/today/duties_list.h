#pragma once

#include "core/report/duty.h"
#include "ui/widgets/card.h"

class QScrollArea;
class QVBoxLayout;

namespace beback::ui {

class DutyRow;
class ElidedLabel;

// What a manager has to do by themselves, overdue ones first. Without any it is not in sight.
class DutiesList : public Card
{
    Q_OBJECT
public:
    explicit DutiesList(QWidget *parent = nullptr);

    // Rows that stay keep the keyboard; where the one that has it goes, the next one gets it.
    void show(const QVector<Duty> &duties, const QString &zone, Instant now);
    void tabAfter(QWidget *before); // new rows would come after the whole window otherwise

Q_SIGNALS:
    void openAsked(const beback::Duty &duty);
    void doneAsked(const beback::Duty &duty);
    void leaveOutAsked(const beback::Duty &duty);

private:
    DutyRow *newRow();
    void fill(const QVector<Duty> &duties, const QString &zone, Instant now);
    int focused() const; // the row one of whose buttons has the keyboard; -1: none

    ElidedLabel *m_overdue;
    QScrollArea *m_area;
    QWidget *m_inside;
    QVBoxLayout *m_column;
    QVector<DutyRow *> m_rows;
};

} // namespace beback::ui
