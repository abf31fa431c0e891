#pragma once

#include "core/desk/alerts.h"
#include "ui/shell/pane.h"

class QPlainTextEdit;

namespace beback::ui {

class SegmentedControl;

// A manager's answer to a call: an offer the agent can say, or a release.
class AlertPane : public Pane
{
    Q_OBJECT
public:
    AlertPane(QWidget *host, const AlertOnDesk &alert, const QString &by, const QString &raised);
    const AlertOnDesk &alert() const { return m_alert; }

Q_SIGNALS:
    void done(beback::AlertAnswer answer, const QString &text);

private:
    AlertOnDesk m_alert;
    SegmentedControl *m_answer;
    QPlainTextEdit *m_text;
    FieldError *m_error;
};

} // namespace beback::ui
