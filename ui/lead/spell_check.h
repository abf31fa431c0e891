#pragma once

#include "core/words/message_check.h"

#include <QObject>

namespace beback::ui {

// Looks words up in a thread of its own: dictionaries take a moment to read, and suggestions longer than a keystroke. The last
// message asked for is the one that is answered. Thread: GUI.
class SpellCheck : public QObject
{
    Q_OBJECT
public:
    explicit SpellCheck(QObject *parent = nullptr);
    ~SpellCheck() override;
    void ask(const Message &message, const MessageFacts &facts);
    void forget() { ++m_asked; } // what is not answered yet is not wanted any more

Q_SIGNALS:
    void found(const QString &body, const QVector<beback::Finding> &misspelled);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    int m_asked = 0;
};

} // namespace beback::ui
