#pragma once

#include "ui/shell/seams.h"
#include "ui/style/theme.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace beback::ui {

class FieldError;
class KeyBindings;
class KeyList;
class SegmentedControl;
class TextLabel;

// How the window looks and which keys it listens to. Everything holds at once and is remembered.
class SettingsRoom : public QWidget
{
    Q_OBJECT
public:
    SettingsRoom(KeyBindings &keys, Seams seams, QWidget *parent = nullptr);

    // What was chosen before, applied when the program starts.
    static void applyRemembered(const Memory &memory);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildLook();
    QWidget *buildKeys();

    KeyBindings &m_keys;
    Seams m_seams;
};

} // namespace beback::ui
