#include "ui/widgets/link_button.h"

#include "ui/style/beback_style.h"

#include <QPainter>

namespace beback::ui {

LinkButton::LinkButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setButtonLook(this, ButtonLook::Link);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LinkButton::setType(Type type)
{
    m_type = type;
    updateGeometry();
    update();
}

void LinkButton::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(beback::ui::font(m_type));
    return {metrics.horizontalAdvance(text()) + 2, std::max(lineHeight(m_type), metrics.height()) + 2};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    QFont f = beback::ui::font(m_type);
    f.setUnderline(true);
    const bool lit = m_ink == Ink::Accent && (underMouse() || isDown());
    p.setFont(f);
    p.setPen(inkColor(!isEnabled() ? Ink::Muted : lit ? Ink::Text : m_ink));
    p.drawText(rect().adjusted(1, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
               QFontMetrics(f).elidedText(text(), Qt::ElideRight, width()));
}

} // namespace beback::ui
