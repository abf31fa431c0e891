#pragma once

#include "ui/shell/key_table.h"

#include <QMap>
#include <QWidget>

namespace beback::ui {

class KeyBindings;
class KeyButton;
class KeyCapLabel;
class TextLabel;

// Every action with its key, each to be rebound by pressing the new keys.
class KeyList : public QWidget
{
    Q_OBJECT
public:
    explicit KeyList(KeyBindings &keys, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line {
        KeyCapLabel *cap;
        TextLabel *none;
        KeyButton *change;
    };
    void sync();
    void begin(Act act);
    void end();

    KeyBindings &m_keys;
    QMap<Act, Line> m_lines;
    std::optional<Act> m_listening;
    TextLabel *m_said;
};

} // namespace beback::ui
