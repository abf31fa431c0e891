#pragma once

#include "core/desk/desk_types.h"
#include "ui/style/theme.h"

#include <QFrame>

namespace beback::ui {

class TextLabel;

// A deal that may still be saved, on the agent's screen: the clock a manager has, who has it, and the answer.
class AlertCard : public QFrame
{
    Q_OBJECT
public:
    explicit AlertCard(QWidget *parent = nullptr);
    // Hides itself where there is no alert, or its answer is older than the conversation.
    void show(const LeadView &view, const QString &zone, Instant now);
    void setNow(Instant now);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<DealAlert> m_alert;
    TextLabel *m_clock, *m_left, *m_heading, *m_sentence;
};

} // namespace beback::ui
