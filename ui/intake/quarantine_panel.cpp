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
    connectParts();
}

void QuarantinePanel::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &QuarantinePanel::showEntry);
    connect(m_content, &QPlainTextEdit::textChanged, this, [this] { m_restore->setEnabled(isMended()); });
    connect(m_restore, &KeyButton::clicked, this, [this] {
        m_refusal->setError({});
        m_content->setPlainText(m_kept->text);
    });
    connect(m_retry, &KeyButton::clicked, this, [this] {
        m_refusal->setError({});
        Q_EMIT retryAsked(m_shown, isMended() ? m_content->toPlainText() : QString());
    });
    connect(m_discard, &KeyButton::clicked, this, [this] { Q_EMIT discardAsked(m_shown, m_source->text()); });
}

bool QuarantinePanel::isMended() const
{
    return m_kept && m_content->toPlainText() != m_kept->text;
}

void QuarantinePanel::setZone(const QString &zone, const Clock *clock)
{
    m_zone = zone;
    m_clock = clock;
}

void QuarantinePanel::show(const QVector<QuarantineEntry> &entries)
{
    m_entries = entries;
    m_empty->setVisible(entries.isEmpty());
    m_full->setVisible(!entries.isEmpty());
    int select = 0;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            addRow(entries[i]);
            if (entries[i].id == m_shown)
                select = int(i);
        }
        m_list->setCurrentRow(entries.isEmpty() ? -1 : select);
    }
    if (!entries.isEmpty())
        return showEntry(select);
    m_shown = {};
    m_kept.reset();
}

void QuarantinePanel::addRow(const QuarantineEntry &entry)
{
    const QString when = m_clock ? wording::dayAndTime(entry.at, m_zone, m_clock->now()) : QString();
    auto *item = new QListWidgetItem(entry.source + QLatin1Char('\n') + when);
    item->setData(Qt::AccessibleTextRole, tr("%1, %2. %3").arg(entry.source, when, entry.reason));
    item->setToolTip(entry.reason);
    m_list->addItem(item);
}

// What an entry holds never changes, so it is asked for once; what somebody is mending outlives a reading of the list.
void QuarantinePanel::showEntry(int row)
{
    if (row < 0 || row >= m_entries.size())
        return;
    const QuarantineEntry &entry = m_entries[row];
    m_source->setText(entry.source);
    m_reason->setText(entry.reason);
    if (entry.id == m_shown)
        return;
    m_shown = entry.id;
    m_kept.reset();
    m_refusal->setError({});
    m_content->clear();
    m_content->setPlaceholderText(tr("Reading what it holds."));
    m_content->setReadOnly(true);
    m_retry->setEnabled(false);
    if (isVisible())
        Q_EMIT contentAsked(m_shown);
}

void QuarantinePanel::showContent(QuarantineId id, const QuarantineContent &content)
{
    if (id != m_shown)
        return; // another one was chosen meanwhile
    m_kept = content;
    m_content->setPlaceholderText({});
    m_content->setPlainText(content.text);
    m_content->setReadOnly(content.binary);
    m_retry->setEnabled(true);
    m_restore->setEnabled(false);
}

// Contents may be large: none is read before somebody looks.
void QuarantinePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_kept && !m_shown.isNull())
        Q_EMIT contentAsked(m_shown);
}

void QuarantinePanel::showRefusal(const QString &sentence)
{
    m_refusal->setError(sentence);
    m_content->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
