#pragma once

#include "core/report/duty.h"

#include <QWidget>

namespace beback::ui {

class IconLabel;
class KeyButton;
class TextLabel;

// What the first button of a duty does.
enum class DutyDeed {
    Nothing,
    Look,      // at the one it is about
    ListLeads, // those it is about
    Mend,      // what could not be read
    ReadPage   // the Monday page
};
DutyDeed deedOf(const Duty &duty);

// One duty of a manager: by when, what, why, and what can be done about it. What could not be read is mended and never just said to be done.
class DutyRow : public QWidget
{
    Q_OBJECT
public:
    explicit DutyRow(QWidget *parent = nullptr);

    void show(const Duty &duty, int number, const QString &zone, Instant now); // `number` is its place in the list
    const Duty &duty() const { return m_duty; }
    QVector<KeyButton *> buttons() const { return {m_open, m_done, m_leaveOut}; } // in their order
    KeyButton *foremost() const; // the one that deals with it

Q_SIGNALS:
    void openAsked();
    void doneAsked();
    void leaveOutAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name(int number);

    Duty m_duty;
    bool m_overdue = false;
    IconLabel *m_icon;
    TextLabel *m_title, *m_due, *m_why;
    KeyButton *m_open, *m_done, *m_leaveOut;
};

} // namespace beback::ui
