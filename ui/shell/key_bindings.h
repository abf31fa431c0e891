#pragma once

#include "ui/shell/key_table.h"
#include "ui/shell/seams.h"

#include <QMap>
#include <QObject>

class QAction;
class QWidget;

namespace beback::ui {

// The keys of the window: one action for every entry of the table, with the sequence it is bound to now. A text field
// keeps the keys it needs (Qt asks it first), so single letters act only outside of them.
class KeyBindings : public QObject
{
    Q_OBJECT
public:
    KeyBindings(QWidget *window, std::shared_ptr<Memory> memory);

    QAction *action(Act act) const { return m_actions.value(act); }
    QKeySequence sequence(Act act) const; // as bound now; empty: none
    QString text(Act act) const;          // "Ctrl+Enter", for a key cap
    // Binds; another action that had the sequence loses it and is returned.
    std::optional<Act> bind(Act act, const QKeySequence &sequence);
    void restoreAll();

    bool singleLetters() const;
    void setSingleLetters(bool on);

    static QString capText(const QKeySequence &sequence);

Q_SIGNALS:
    void acted(beback::ui::Act act);
    void changed();

private:
    void apply();

    std::shared_ptr<Memory> m_memory;
    QVector<KeyEntry> m_table = keyTable();
    QMap<Act, QAction *> m_actions;
    QMap<Act, QKeySequence> m_bound;
};

} // namespace beback::ui
