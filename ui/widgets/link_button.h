#pragma once

#include "ui/style/theme.h"

#include <QPushButton>

namespace beback::ui {

// Underlined words that do something. Label type by default.
class LinkButton : public QPushButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString &text = {}, QWidget *parent = nullptr);

    void setType(Type type);
    void setInk(Ink ink); // default Accent
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Type m_type = Type::Label;
    Ink m_ink = Ink::Accent;
};

} // namespace beback::ui
