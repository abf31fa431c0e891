#pragma once

#include "core/report/today.h"

#include <QWidget>

namespace beback::ui {

class IconLabel;
class KeyButton;
class TextLabel;

// What a manager can do about it from here.
enum class NeedDeed {
    Nothing,
    Answer,    // an alert
    Look,      // at the one it is about
    ListLeads, // below the charts
    WorkOff,   // what needs a look, one after the other
    Mend,      // what could not be read
    SeeChart   // of whom it is about
};
NeedDeed deedOf(const NeedsYou &need);
QString deedText(const NeedsYou &need); // on its button: "Open 12"; Nothing: empty
QVector<LeadId> leadsOf(const NeedsYou &need); // to be listed

// One thing that waits for a manager, with the button that does something about it. Its clock counts down where it has one.
class NeedRow : public QWidget
{
    Q_OBJECT
public:
    explicit NeedRow(QWidget *parent = nullptr);

    void show(const NeedsYou &need, int number, Instant now); // `number` is its place in the list
    void setNow(Instant now);
    const NeedsYou &need() const { return m_need; }
    bool isOf(const NeedsYou &need) const; // the same thing, whatever its words are by now
    KeyButton *button() const { return m_button; }
    bool hasDeed() const { return deedOf(m_need) != NeedDeed::Nothing; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name(int number);

    NeedsYou m_need;
    IconLabel *m_icon;
    TextLabel *m_title, *m_clock, *m_detail;
    KeyButton *m_button;
};

} // namespace beback::ui
