#pragma once

#include "ui/shell/pane.h"

namespace beback::ui {

class KeyBindings;

// Every key, by what it is for, as bound now.
class ShortcutSheet : public Pane
{
    Q_OBJECT
public:
    ShortcutSheet(QWidget *host, const KeyBindings &keys);

Q_SIGNALS:
    void changeAsked(); // go to the settings
};

} // namespace beback::ui
