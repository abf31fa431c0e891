#include "ui/away/taken_out_page.h"

#include "ui/widgets/key_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace beback::ui {

TakenOutPage::TakenOutPage(QWidget *parent) : Page(parent)
{
    setObjectName(QStringLiteral("out.page"));
    auto *join = new KeyButton({}, tr("Join again"), {});
    join->setObjectName(QStringLiteral("out.join"));
    m_close = new KeyButton({}, tr("Close"), tr("Enter"));
    m_close->setObjectName(QStringLiteral("out.close"));
    m_close->setLook(ButtonLook::Primary);
    for (KeyButton *button : {join, m_close}) {
        button->setTall(true);
        buttons()->addWidget(button);
    }
    buttons()->addStretch();
    connect(join, &KeyButton::clicked, this, &TakenOutPage::joinAsked);
    connect(m_close, &KeyButton::clicked, this, &TakenOutPage::closeAsked);
}

void TakenOutPage::show(const QString &sentence)
{
    setText(tr("This computer was taken out"), sentence);
    setAccessibleDescription(sentence);
    QWidget::show();
    m_close->setFocus(Qt::OtherFocusReason);
}

void TakenOutPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<KeyButton *>(window()->focusWidget());
    if (enter && button && isAncestorOf(button))
        button->click();
    else
        Page::keyPressEvent(event);
}

} // namespace beback::ui
