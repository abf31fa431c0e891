#include "ui/widgets/glyph_label.h"

#include "ui/style/icons.h"
#include "ui/style/paint.h"

namespace beback::ui {

GlyphLabel::GlyphLabel(const QString &icon, Ink ink, QWidget *parent) : QWidget(parent), m_icon(icon), m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

GlyphLabel::GlyphLabel(Medium medium, QWidget *parent) : GlyphLabel(QString(), Ink::Text, parent)
{
    setMedium(medium);
}

void GlyphLabel::setIcon(const QString &icon)
{
    m_icon = icon;
    m_medium.reset();
    update();
}

void GlyphLabel::setInk(Ink ink)
{
    m_ink = ink;
    m_medium.reset();
    update();
}

void GlyphLabel::setMedium(Medium medium)
{
    m_icon = icons::nameOf(medium);
    m_medium = medium;
    update();
}

void GlyphLabel::setSize(int pixels)
{
    m_size = pixels;
    updateGeometry();
    update();
}

QSize GlyphLabel::sizeHint() const
{
    return {scaled(m_size), scaled(m_size)};
}

void GlyphLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint::glyph(&p, rect(), m_icon, m_medium ? Theme::current().medium(*m_medium) : inkColor(m_ink));
}

} // namespace beback::ui
