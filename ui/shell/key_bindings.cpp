#include "ui/shell/key_bindings.h"

#include <QAction>
#include <QWidget>

namespace beback::ui {

namespace {

const QString LettersKey = QStringLiteral("keys/single-letters");

QString memoryKey(const KeyEntry &entry)
{
    return QStringLiteral("keys/") + entry.id;
}

// Ctrl+Enter is meant on both Enter keys.
QList<QKeySequence> bothEnters(const QKeySequence &sequence)
{
    if (sequence.isEmpty())
        return {};
    QList<QKeySequence> all{sequence};
    if (sequence.count() == 1 && sequence[0].key() == Qt::Key_Return)
        all << QKeySequence(QKeyCombination(sequence[0].keyboardModifiers(), Qt::Key_Enter));
    return all;
}

bool isSingleLetter(const QKeySequence &sequence)
{
    KeyEntry entry;
    entry.normal = sequence;
    return entry.singleLetter();
}

} // namespace

KeyBindings::KeyBindings(QWidget *window, std::shared_ptr<Memory> memory) : QObject(window), m_memory(std::move(memory))
{
    for (const KeyEntry &entry : std::as_const(m_table)) {
        auto *action = new QAction(entry.text, window);
        action->setObjectName(QStringLiteral("act.") + entry.id);
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, [this, act = entry.act] { Q_EMIT acted(act); });
        window->addAction(action);
        m_actions.insert(entry.act, action);
        const QVariant kept = m_memory->value(memoryKey(entry));
        m_bound.insert(entry.act, kept.isValid() ? QKeySequence(kept.toString(), QKeySequence::PortableText) : entry.normal);
    }
    apply();
}

QKeySequence KeyBindings::sequence(Act act) const
{
    return m_bound.value(act);
}

QString KeyBindings::text(Act act) const
{
    const QKeySequence bound = sequence(act);
    return isSingleLetter(bound) && !singleLetters() ? QString() : capText(bound);
}

std::optional<Act> KeyBindings::bind(Act act, const QKeySequence &sequence)
{
    std::optional<Act> loser;
    for (const KeyEntry &entry : std::as_const(m_table)) {
        if (entry.act == act || sequence.isEmpty() || m_bound.value(entry.act) != sequence)
            continue;
        m_bound.insert(entry.act, QKeySequence());
        m_memory->keep(memoryKey(entry), QString());
        loser = entry.act;
    }
    const KeyEntry *entry = keyEntry(m_table, act);
    m_bound.insert(act, sequence);
    m_memory->keep(memoryKey(*entry), sequence == entry->normal ? QVariant() : QVariant(sequence.toString(QKeySequence::PortableText)));
    apply();
    return loser;
}

void KeyBindings::restoreAll()
{
    for (const KeyEntry &entry : std::as_const(m_table)) {
        m_bound.insert(entry.act, entry.normal);
        m_memory->keep(memoryKey(entry), {});
    }
    apply();
}

bool KeyBindings::singleLetters() const
{
    return m_memory->value(LettersKey, true).toBool();
}

void KeyBindings::setSingleLetters(bool on)
{
    m_memory->keep(LettersKey, on);
    apply();
}

void KeyBindings::apply()
{
    const bool letters = singleLetters();
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        const QKeySequence bound = m_bound.value(it.key());
        it.value()->setShortcuts(isSingleLetter(bound) && !letters ? QList<QKeySequence>{} : bothEnters(bound));
    }
    Q_EMIT changed();
}

QString KeyBindings::capText(const QKeySequence &sequence)
{
    QString text = sequence.toString(QKeySequence::NativeText);
    text.replace(QLatin1String("Return"), QLatin1String("Enter"));
    return text;
}

} // namespace beback::ui
