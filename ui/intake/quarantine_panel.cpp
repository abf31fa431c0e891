#include "ui/intake/quarantine_panel.h"

#include "core/time/wording.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>

namespace beback::ui {

QuarantinePanel::QuarantinePanel(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_empty = new EmptyState;
    m_empty->setText(tr("Nothing is set aside"), tr("What cannot be taken is kept here whole, with the reason, until somebody mends or discards it."));
    outer->addWidget(m_empty);
    m_full = new QWidget;
    auto *row = new QHBoxLayout(m_full);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("quarantine.list"));
    m_list->setAccessibleName(tr("What was set aside"));
    m_list->setFixedWidth(scaled(280));
    m_list->setWordWrap(true);
    m_list->setSpacing(1);
    row->addWidget(m_list);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    m_source = new TextLabel(Type::Title);
    m_reason = new TextLabel(Type::Body);
    m_reason->setWordWrap(true);
    m_content = new QPlainTextEdit;
    m_content->setObjectName(QStringLiteral("quarantine.content"));
    m_content->setAccessibleName(tr("The whole content, to be mended"));
    m_content->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_content->setTabChangesFocus(true);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(ui::font(Type::Label).pixelSize());
    m_content->setFont(mono);
    m_refusal = new FieldError(m_content);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_discard = new KeyButton(QStringLiteral("edit-delete"), tr("Discard…"), {});
    m_restore = new KeyButton(QStringLiteral("edit-undo"), tr("As it was"), {});
    m_retry = new KeyButton(QStringLiteral("state-sync"), tr("Try again"), {});
    m_retry->setLook(ButtonLook::Primary);
    m_discard->setObjectName(QStringLiteral("quarantine.discard"));
    m_restore->setObjectName(QStringLiteral("quarantine.restore"));
    m_retry->setObjectName(QStringLiteral("quarantine.retry"));
    buttons->addWidget(m_discard);
    buttons->addStretch();
    buttons->addWidget(m_restore);
    buttons->addWidget(m_retry);
    right->addWidget(m_source);
    right->addWidget(m_reason);
    right->addWidget(m_content, 1);
    right->addWidget(m_refusal);
    right->addLayout(buttons);
    row->addLayout(right, 1);
    outer->addWidget(m_full, 1);
    m_full->hide();
    connect(m_list, &QListWidget::currentRowChanged, this, &QuarantinePanel::showEntry);
    connect(m_content, &QPlainTextEdit::textChanged, this, [this] {
        const int at = m_list->currentRow();
        m_restore->setEnabled(at >= 0 && at < m_entries.size() && m_content->toPlainText() != m_entries[at].content);
    });
    connect(m_restore, &KeyButton::clicked, this, [this] { showEntry(m_list->currentRow()); });
    connect(m_retry, &KeyButton::clicked, this, [this] {
        const int at = m_list->currentRow();
        if (at < 0)
            return;
        m_refusal->setError({});
        const QString text = m_content->toPlainText();
        Q_EMIT retryAsked(m_entries[at].id, text == m_entries[at].content ? QString() : text);
    });
    connect(m_discard, &KeyButton::clicked, this, [this] {
        if (const int at = m_list->currentRow(); at >= 0)
            Q_EMIT discardAsked(m_entries[at].id, m_entries[at].source);
    });
}

void QuarantinePanel::setZone(const QString &zone, const Clock *clock)
{
    m_zone = zone;
    m_clock = clock;
}

void QuarantinePanel::show(const QVector<QuarantineEntry> &entries)
{
    const int at = m_list->currentRow();
    const QuarantineId chosen = at >= 0 && at < m_entries.size() ? m_entries[at].id : QuarantineId();
    const QString mended = m_content->toPlainText();
    const bool wasMended = at >= 0 && at < m_entries.size() && mended != m_entries[at].content;
    m_entries = entries;
    m_empty->setVisible(entries.isEmpty());
    m_full->setVisible(!entries.isEmpty());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int select = 0;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString when = m_clock ? wording::dayAndTime(entries[i].at, m_zone, m_clock->now()) : QString();
        auto *item = new QListWidgetItem(entries[i].source + QLatin1Char('\n') + when);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2. %3").arg(entries[i].source, when, entries[i].reason));
        item->setToolTip(entries[i].reason);
        m_list->addItem(item);
        if (entries[i].id == chosen)
            select = int(i);
    }
    if (entries.isEmpty())
        return;
    m_list->setCurrentRow(select);
    const QString refused = m_refusal->text();
    showEntry(select);
    // What somebody is mending outlives a reading of the list.
    if (wasMended && m_entries[select].id == chosen) {
        m_content->setPlainText(mended);
        m_refusal->setError(refused);
    }
}

void QuarantinePanel::showEntry(int row)
{
    if (row < 0 || row >= m_entries.size())
        return;
    const QuarantineEntry &entry = m_entries[row];
    m_source->setText(entry.source);
    m_reason->setText(entry.reason);
    m_content->setPlainText(entry.content);
    m_content->setReadOnly(entry.binary);
    m_refusal->setError({});
    m_restore->setEnabled(false);
}

void QuarantinePanel::showRefusal(const QString &sentence)
{
    m_refusal->setError(sentence);
    m_content->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
