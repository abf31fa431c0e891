#pragma once

#include "core/desk/hour_view.h"
#include "ui/shell/pane.h"

class QTimeEdit;

namespace beback::ui {

class SegmentedControl;

// When the Hour of Power is: one's own, or, for a manager, that of the whole store.
class SetHourPane : public Pane
{
    Q_OBJECT
public:
    SetHourPane(QWidget *host, const HourToday &today, bool isManager, const QString &zone);

Q_SIGNALS:
    void chosen(bool everybody, std::optional<QTime> at);

private:
    void take();

    SegmentedControl *m_who = nullptr, *m_when;
    QTimeEdit *m_time;
};

} // namespace beback::ui
