#include "ui/shell/alert_pane.h"

#include "ui/style/theme.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace beback::ui {

AlertPane::AlertPane(QWidget *host, const AlertOnDesk &alert, const QString &by, const QString &raised)
    : Pane(host, tr("Save this deal"), tr("Answer")), m_alert(alert)
{
    setSentence(tr("%1 bought elsewhere and has not taken delivery. Looked at: %2. %3 called at %4 and is on the phone.")
                    .arg(alert.name, alert.vehicle.isEmpty() ? tr("nothing named") : alert.vehicle, by, raised));
    if (!alert.alert.deal.isEmpty()) {
        auto *deal = new TextLabel(alert.alert.deal, Type::Body);
        deal->setWordWrap(true);
        deal->setObjectName(QStringLiteral("alert.deal"));
        body()->addWidget(deal);
    }
    m_answer = new SegmentedControl;
    m_answer->setObjectName(QStringLiteral("alert.answer"));
    m_answer->setAccessibleName(tr("The answer"));
    m_answer->addSegment({tr("An offer"), {}, {}, {}, {}, false});
    m_answer->addSegment({tr("Release them"), {}, {}, {}, {}, false});
    m_answer->setCurrentIndex(0);
    body()->addWidget(m_answer, 0, Qt::AlignLeft);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("pane.text"));
    m_text->setTabChangesFocus(true);
    m_text->setMaximumHeight(scaled(96));
    m_text->setPlaceholderText(tr("What the agent says to them, word for word"));
    m_error = addField(tr("The offer, or a word to the agent"), m_text);
    connect(this, &Pane::doAsked, this, [this] {
        const bool offer = m_answer->currentIndex() == 0;
        const QString text = m_text->toPlainText().trimmed();
        m_error->setError(offer && text.isEmpty() ? tr("Say what you offer. The agent is on the phone with them.") : QString());
        if (offer && text.isEmpty())
            return m_text->setFocus(Qt::OtherFocusReason);
        Q_EMIT done(offer ? AlertAnswer::Offer : AlertAnswer::Release, text);
    });
}

} // namespace beback::ui
