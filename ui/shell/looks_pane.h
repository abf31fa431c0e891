#pragma once

#include "core/history/look.h"
#include "ui/shell/pane.h"

class QLineEdit;

namespace beback::ui {

class LinkButton;
class SegmentedControl;

// What needs a look, one after the other: what happened, what counts, and what becomes of it. What is passed over stays on the list.
class LooksPane : public Pane
{
    Q_OBJECT
public:
    LooksPane(QWidget *host, const QVector<Look> &looks); // one at least

    const Look &look() const { return m_looks[m_at]; }
    // The one that is shown is done; the next comes, and after the last one the pane closes.
    void next();
    int done() const { return m_done; }

Q_SIGNALS:
    void letInAsked(const beback::Look &look, const QString &reason);
    void doneAsked(const beback::Look &look, const QString &reason); // seen; of what is held: left out for good
    void openAsked(beback::CustomerId customer, beback::LeadId lead);

private:
    void buildLinks();
    void showLook();
    void ask();
    void pass();

    QVector<Look> m_looks;
    qsizetype m_at = 0;
    int m_done = 0;
    TextLabel *m_place, *m_said;
    SegmentedControl *m_verdict;
    QLineEdit *m_reason;
    FieldError *m_error;
    LinkButton *m_open, *m_pass;
};

} // namespace beback::ui
