#include "ui/widgets/icon_label.h"

#include "ui/style/icons.h"
#include "ui/style/paint.h"

namespace beback::ui {

IconLabel::IconLabel(const QString &icon, Ink ink, QWidget *parent) : QWidget(parent), m_icon(icon), m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

IconLabel::IconLabel(Medium medium, QWidget *parent) : IconLabel(QString(), Ink::Text, parent)
{
    setMedium(medium);
}

void IconLabel::setIcon(const QString &icon)
{
    m_icon = icon;
    m_medium.reset();
    update();
}

void IconLabel::setInk(Ink ink)
{
    m_ink = ink;
    m_medium.reset();
    update();
}

void IconLabel::setMedium(Medium medium)
{
    m_icon = icons::nameOf(medium);
    m_medium = medium;
    update();
}

void IconLabel::setSize(int pixels)
{
    m_size = pixels;
    updateGeometry();
    update();
}

QSize IconLabel::sizeHint() const
{
    return {scaled(m_size), scaled(m_size)};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint::glyph(&p, rect(), m_icon, m_medium ? Theme::current().medium(*m_medium) : inkColor(m_ink));
}

} // namespace beback::ui
