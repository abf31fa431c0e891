#include "ui/style/beback_style.h"
#include "ui/style/button_face.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style_parts.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace beback::ui::parts {

namespace {

QColor fieldEdge(const QStyleOption &option, const QWidget *widget)
{
    const Theme &t = Theme::current();
    if (isFieldWrong(widget))
        return t.danger;
    return option.state & QStyle::State_Enabled ? t.edge : t.border;
}

} // namespace

bool isTextBox(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

void field(QPainter *p, const QStyleOption &option, const QWidget *widget)
{
    const Theme &t = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    paint::box(p, option.rect, enabled ? t.field : t.raised, fieldEdge(option, widget));
}

void checkMark(QPainter *p, const QStyleOption &option)
{
    const Theme &t = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const QColor fill = !on ? (enabled ? t.field : t.raised) : enabled ? t.accent : t.edge;
    const QColor edge = on ? fill : enabled ? t.edge : t.border;
    const bool hovered = enabled && !on && (option.state & QStyle::State_MouseOver);
    p->setPen(QPen(edge, 1.5));
    p->setBrush(hovered ? t.hover : fill);
    p->drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    if (on) {
        const qreal u = box.width() / 14.0;
        p->setPen(QPen(enabled ? t.onAccent : t.surface, 2 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p->setBrush(Qt::NoBrush);
        const QPointF o = box.topLeft();
        if (option.state & QStyle::State_NoChange)
            p->drawLine(o + QPointF(4, 7) * u, o + QPointF(10, 7) * u);
        else
            p->drawPolyline(
                QPolygonF({o + QPointF(3.6, 7.4) * u, o + QPointF(6.1, 9.8) * u, o + QPointF(10.6, 4.4) * u}));
    }
    p->restore();
}

void radioMark(QPainter *p, const QStyleOption &option)
{
    const Theme &t = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled, on = option.state & QStyle::State_On;
    const bool hovered = enabled && !on && (option.state & QStyle::State_MouseOver);
    const QRectF circle = QRectF(option.rect).adjusted(1.75, 1.75, -1.75, -1.75);
    const QColor hue = enabled ? t.accent : t.edge;
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(QPen(on ? hue : enabled ? t.edge : t.border, 1.5));
    p->setBrush(hovered ? t.hover : enabled ? t.field : t.raised);
    p->drawEllipse(circle);
    if (on) {
        p->setPen(Qt::NoPen);
        p->setBrush(hue);
        const qreal inner = circle.width() * 0.22;
        p->drawEllipse(circle.adjusted(inner, inner, -inner, -inner));
    }
    p->restore();
}

void chevron(QPainter *p, const QRect &rect, Point point, bool enabled)
{
    const Theme &t = Theme::current();
    const qreal w = scaled(4);
    QPolygonF line({QPointF(-w, -w / 2), QPointF(0, w / 2), QPointF(w, -w / 2)});
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->translate(QRectF(rect).center());
    p->rotate(point == Point::Up ? 180 : point == Point::Left ? 90 : point == Point::Right ? -90 : 0);
    p->setPen(QPen(enabled ? t.text : t.muted, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p->drawPolyline(line);
    p->restore();
}

QRect comboArrow(const QStyleOptionComboBox &option)
{
    const int width = scaled(24);
    const QRect rect(option.rect.right() + 1 - width, option.rect.top(), width, option.rect.height());
    return QStyle::visualRect(option.direction, option.rect, rect);
}

QRect comboEdit(const QStyleOptionComboBox &option)
{
    const QRect rect = option.rect.adjusted(scaled(option.editable ? 4 : 8), 2, -scaled(24), -2);
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void comboBox(QPainter *p, const QStyleOptionComboBox &option, const QWidget *widget)
{
    const Theme &t = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver) && !option.editable;
    paint::box(p, option.rect, !enabled ? t.raised : hovered ? t.hover : t.field, fieldEdge(option, widget));
    chevron(p, comboArrow(option), Point::Down, enabled);
}

void spinBox(QPainter *p, const QStyleOptionSpinBox &option, const QWidget *widget)
{
    field(p, option, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const int width = scaled(22);
    const QRect right(option.rect.right() + 1 - width, option.rect.top(), width, option.rect.height());
    const QRect side = QStyle::visualRect(option.direction, option.rect, right);
    const bool up = option.stepEnabled & QAbstractSpinBox::StepUpEnabled;
    const bool down = option.stepEnabled & QAbstractSpinBox::StepDownEnabled;
    const int half = side.height() / 2;
    chevron(p, QRect(side.x(), side.y() + 2, side.width(), half - 2), Point::Up, up);
    chevron(p, QRect(side.x(), side.y() + half, side.width(), half - 2), Point::Down, down);
}

void pushButtonLabel(QPainter *p, const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonFace face = ButtonFace::of(option, widget);
    QFont f = p->font();
    f.setWeight(face.isStrong() ? QFont::DemiBold : QFont::Normal);
    p->setFont(f);
    QRect rect = option.rect;
    const int gap = option.text.isEmpty() ? 0 : scaled(6), icon = option.icon.isNull() ? 0 : option.iconSize.width();
    const int text = QFontMetrics(f).size(Qt::TextShowMnemonic, option.text).width();
    int x = rect.x() + std::max(0, (rect.width() - text - icon - (icon ? gap : 0)) / 2);
    if (icon) {
        const QRect at(x, rect.y() + (rect.height() - icon) / 2, icon, icon);
        const QString name = option.icon.name();
        if (name.isEmpty())
            option.icon.paint(p, at, Qt::AlignCenter, face.enabled ? QIcon::Normal : QIcon::Disabled);
        else
            paint::glyph(p, at, name, face.ink());
        x += icon + gap;
    }
    rect.setLeft(x);
    p->setPen(face.ink());
    const bool shown = !widget || widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | (shown ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    p->drawText(rect, flags, QFontMetrics(f).elidedText(option.text, Qt::ElideRight, rect.width() + 1));
    if (option.features & QStyleOptionButton::HasMenu)
        chevron(p, QRect(option.rect.right() - scaled(14), option.rect.y(), scaled(12), option.rect.height()),
                Point::Down, face.enabled);
}

} // namespace beback::ui::parts
