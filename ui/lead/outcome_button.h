#pragma once

#include "ui/style/theme.h"
#include "ui/widgets/key_button.h"

namespace beback::ui {

// One outcome: its digit and its word, with less air than other buttons so that nine fit on one line.
class OutcomeButton : public KeyButton
{
    Q_OBJECT
public:
    OutcomeButton(const QString &text, const QString &digit, QWidget *parent) : KeyButton({}, text, digit, parent) {}
    void setTight(int pixels) { m_tight = pixels; updateGeometry(); } // taken off at each side
    QSize sizeHint() const override { return KeyButton::sizeHint() - QSize(2 * scaled(m_tight), 0); }
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    int m_tight = 0;
};

} // namespace beback::ui
