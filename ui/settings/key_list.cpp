#include "ui/settings/key_list.h"

#include "ui/shell/key_bindings.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/key_cap_label.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QKeyEvent>

namespace beback::ui {

KeyList::KeyList(KeyBindings &keys, QWidget *parent) : QWidget(parent), m_keys(keys)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    int row = 0;
    auto *foot = new QHBoxLayout;
    m_said = new TextLabel(Type::Label, Ink::Muted);
    auto *restore = new KeyButton({}, tr("Restore all keys"), {});
    restore->setObjectName(QStringLiteral("keys.restore"));
    connect(restore, &KeyButton::clicked, this, [this] { m_keys.restoreAll(); });
    foot->addWidget(m_said, 1);
    foot->addWidget(restore);
    grid->addLayout(foot, row++, 0, 1, 3);
    QString group;
    for (const KeyEntry &entry : keyTable()) {
        if (entry.group != group) {
            group = entry.group;
            auto *head = new TextLabel(group, Type::Overline, Ink::Muted);
            head->setContentsMargins(0, 10, 0, 2);
            grid->addWidget(head, row++, 0, 1, 3);
            grid->addWidget(new Rule, row++, 0, 1, 3);
        }
        grid->addWidget(new TextLabel(entry.text, Type::Body), row, 0);
        auto *box = new QWidget;
        auto *line = new QHBoxLayout(box);
        line->setContentsMargins(0, 0, 0, 0);
        auto *cap = new KeyCapLabel;
        auto *none = new TextLabel(tr("none"), Type::Small, Ink::Muted);
        line->addStretch();
        line->addWidget(cap);
        line->addWidget(none);
        auto *change = new KeyButton({}, tr("Change"), {});
        change->setLook(ButtonLook::Link);
        change->setObjectName(QStringLiteral("keys.") + entry.id);
        change->setAccessibleName(tr("Change the key of: %1").arg(entry.text));
        change->installEventFilter(this);
        connect(change, &KeyButton::clicked, this, [this, act = entry.act] { begin(act); });
        grid->addWidget(box, row, 1);
        grid->addWidget(change, row++, 2);
        m_lines.insert(entry.act, {cap, none, change});
    }
    connect(&m_keys, &KeyBindings::changed, this, &KeyList::sync);
    sync();
}

void KeyList::sync()
{
    for (auto it = m_lines.cbegin(); it != m_lines.cend(); ++it) {
        const QString text = m_keys.text(it.key());
        it->cap->setKey(text);
        it->cap->setVisible(!text.isEmpty());
        it->none->setVisible(text.isEmpty());
    }
}

void KeyList::begin(Act act)
{
    end();
    m_listening = act;
    m_lines[act].change->setText(tr("Press the keys, Esc leaves it"));
    m_lines[act].change->setFocus(Qt::OtherFocusReason);
}

void KeyList::end()
{
    if (m_listening)
        m_lines[*m_listening].change->setText(tr("Change"));
    m_listening.reset();
}

bool KeyList::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_listening || watched != m_lines[*m_listening].change)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        end();
        return false;
    }
    // While it listens, keys mean themselves: no shortcut may act.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool modifierOnly = key->key() == Qt::Key_Control || key->key() == Qt::Key_Shift || key->key() == Qt::Key_Alt ||
                              key->key() == Qt::Key_Meta || key->key() == Qt::Key_AltGr;
    if (modifierOnly)
        return true;
    const Act act = *m_listening;
    end();
    if (key->key() == Qt::Key_Escape)
        return true;
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const auto loser = m_keys.bind(act, QKeySequence(QKeyCombination(modifiers, Qt::Key(key->key()))));
    const auto table = keyTable();
    m_said->setText(loser ? tr("“%1” has no key now.").arg(keyEntry(table, *loser)->text) : QString());
    return true;
}

} // namespace beback::ui
