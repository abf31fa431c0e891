#include "ui/shell/option_card.h"

#include "ui/style/paint.h"

namespace beback::ui {

OptionCard::OptionCard(const QString &icon, const QString &text, const QString &line, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_line(line)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text);
    setAccessibleDescription(line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize OptionCard::sizeHint() const
{
    return {scaled(320), std::max(scaled(50), lineHeight(Type::Strong) + lineHeight(Type::Label) + scaled(16))};
}

void OptionCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const bool on = isChecked();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    QColor fill = on ? theme.accentSoft : underMouse() ? theme.hover : theme.raised;
    QPen pen(on ? theme.accent : theme.border, 1);
    if (m_dashed && !on)
        pen.setStyle(Qt::DashLine);
    p.setPen(pen);
    p.setBrush(fill);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::RadiusCard, metrics::RadiusCard);
    const int glyph = scaled(22), left = scaled(14);
    paint::glyph(&p, QRect(left, (height() - glyph) / 2, glyph, glyph), m_icon, on ? theme.accent : isEnabled() ? theme.text : theme.muted);
    const int textLeft = left + scaled(44), right = scaled(44);
    const int both = lineHeight(Type::Strong) + lineHeight(Type::Label);
    const QRect first(textLeft, (height() - both) / 2, width() - textLeft - right, lineHeight(Type::Strong));
    paint::elided(&p, first, text(), ui::font(Type::Strong), isEnabled() ? theme.text : theme.muted);
    paint::elided(&p, QRect(first.left(), first.bottom() + 1, first.width(), lineHeight(Type::Label)), m_line, ui::font(Type::Label), theme.muted);
    const qreal radius = scaled(14) / 2.0;
    const QPointF center(width() - scaled(22), height() / 2.0);
    p.setPen(QPen(on ? theme.accent : isEnabled() ? theme.edge : theme.border, 1.5));
    p.setBrush(on ? theme.accent : theme.field);
    if (isEnabled())
        p.drawEllipse(center, radius - 0.75, radius - 0.75);
}

} // namespace beback::ui
