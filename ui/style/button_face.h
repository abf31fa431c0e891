#pragma once

#include "ui/style/beback_style.h"

#include <QColor>
#include <QPainter>

class QStyleOption;
class QWidget;

namespace beback::ui {

// How a button looks right now. KeyButton and the style paint the same face.
struct ButtonFace
{
    ButtonLook look = ButtonLook::Normal;
    bool enabled = true, checked = false, hovered = false, pressed = false;

    static ButtonFace of(const QStyleOption &option, const QWidget *widget);
    QColor ink() const;
    QColor capInk() const; // of a key cap on it
    bool isStrong() const; // written in the heavier weight
};

void paintButtonFace(QPainter *p, const QRect &rect, const ButtonFace &face);
int buttonHeight(const QWidget *widget);

} // namespace beback::ui
