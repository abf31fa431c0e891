#include "ui/style/button_face.h"

#include "ui/style/paint.h"

#include <QStyleOption>

namespace beback::ui {

ButtonFace ButtonFace::of(const QStyleOption &option, const QWidget *widget)
{
    ButtonFace face;
    face.look = buttonLook(widget);
    face.enabled = option.state & QStyle::State_Enabled;
    face.checked = option.state & QStyle::State_On;
    face.hovered = option.state & QStyle::State_MouseOver;
    face.pressed = option.state & QStyle::State_Sunken;
    return face;
}

QColor ButtonFace::ink() const
{
    const Theme &t = Theme::current();
    if (!enabled)
        return t.muted;
    if (look == ButtonLook::Primary || look == ButtonLook::Danger)
        return t.onAccent;
    return look == ButtonLook::Link ? t.accent : t.text;
}

QColor ButtonFace::capInk() const
{
    const bool solid = enabled && (look == ButtonLook::Primary || look == ButtonLook::Danger);
    return solid ? Theme::current().onAccent : Theme::current().muted;
}

bool ButtonFace::isStrong() const
{
    return enabled && (checked || look == ButtonLook::Primary || look == ButtonLook::Danger);
}

namespace {

// A solid button under the mouse or the finger: a step towards the text around it.
QColor shifted(const QColor &base, qreal amount)
{
    const QColor to = Theme::current().text;
    const auto mix = [amount](int a, int b) { return int(a + (b - a) * amount); };
    return QColor(mix(base.red(), to.red()), mix(base.green(), to.green()), mix(base.blue(), to.blue()));
}

} // namespace

void paintButtonFace(QPainter *p, const QRect &rect, const ButtonFace &face)
{
    const Theme &t = Theme::current();
    QColor fill = t.field, edge = t.edge;
    const bool flat = face.look == ButtonLook::Flat || face.look == ButtonLook::Link;
    if (!face.enabled) {
        fill = flat ? QColor() : t.raised;
        edge = flat ? QColor() : t.border;
    } else if (face.look == ButtonLook::Primary || face.look == ButtonLook::Danger) {
        const QColor base = face.look == ButtonLook::Primary ? t.accent : t.danger;
        fill = edge = face.pressed ? shifted(base, 0.28) : face.hovered ? shifted(base, 0.14) : base;
    } else if (face.checked || face.pressed) {
        fill = t.accentSoft;
        edge = t.accent;
    } else if (flat) {
        fill = face.hovered ? t.hover : QColor();
        edge = QColor();
    } else if (face.hovered) {
        fill = t.hover;
    }
    paint::box(p, rect, fill, edge);
}

int buttonHeight(const QWidget *widget)
{
    const int least = isButtonTall(widget) ? metrics::ButtonTall : metrics::Button;
    return std::max(scaled(least), lineHeight(Type::Body) + 6);
}

} // namespace beback::ui
