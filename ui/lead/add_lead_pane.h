#pragma once

#include "core/history/lead_draft.h"
#include "ui/shell/pane.h"

class QLineEdit;
class QPlainTextEdit;

namespace beback::ui {

class SegmentedControl;

// A walk-in or a phone-up, typed while the customer waits: the fewest fields that make a lead that can be worked.
class AddLeadPane : public Pane
{
    Q_OBJECT
public:
    explicit AddLeadPane(QWidget *host);
    LeadDraft draft() const;

Q_SIGNALS:
    void done(const beback::LeadDraft &draft);

private:
    void take();

    SegmentedControl *m_source;
    QLineEdit *m_first, *m_last, *m_phone, *m_mail, *m_year, *m_make, *m_model, *m_stock;
    QPlainTextEdit *m_words;
    FieldError *m_nameError, *m_phoneError, *m_mailError, *m_yearError;
};

} // namespace beback::ui
