#include "ui/away/away_page.h"

#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"

#include <QHBoxLayout>
#include <QPainter>

namespace beback::ui {

AwayPage::AwayPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("away.page"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 10, 20, 10);
    m_page = new EmptyState;
    m_page->setMaximumWidth(scaled(720));
    row->addWidget(m_page, 20);
    row->addStretch(1);
    KeyButton *work = m_page->addButton({}, tr("Go on working"));
    work->setObjectName(QStringLiteral("away.work"));
    work->setLook(ButtonLook::Primary);
    connect(work, &KeyButton::clicked, this, &AwayPage::workAsked);
}

void AwayPage::show(const QString &room, const QString &host)
{
    m_page->setText(tr("%1 waits until you are back").arg(room),
                    tr("It is counted over everybody’s work, and that is in the shared database, which does not answer. This computer has only those "
                       "who are with you, so its numbers would be others."));
    m_page->setRows({{QStringLiteral("dialog-ok-apply"), tr("Working with those who are with you, their history, notes and appointments"), {}, {}, {}},
                     {QStringLiteral("clock"), tr("Everything that counts or shows everybody"), {}, {}, {}}});
    m_page->setRemark(host.isEmpty() ? tr("It opens by itself.") : tr("It opens by itself when %1 answers.").arg(host));
    setAccessibleName(m_page->accessibleName());
}

void AwayPage::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().surface);
}

} // namespace beback::ui
