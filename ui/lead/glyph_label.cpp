#include "ui/lead/glyph_label.h"

#include "ui/style/paint.h"

namespace beback::ui {

void GlyphLabel::setGlyph(const QString &icon, std::optional<Medium> medium, Ink ink)
{
    m_icon = icon;
    m_medium = medium;
    m_ink = ink;
    update();
}

QSize GlyphLabel::sizeHint() const
{
    return {scaled(m_size + 4), scaled(m_size + 2)};
}

void GlyphLabel::paintEvent(QPaintEvent *)
{
    if (m_icon.isEmpty())
        return;
    QPainter p(this);
    const int size = scaled(m_size);
    paint::glyph(&p, QRect(0, (height() - size) / 2, size, size), m_icon,
                 m_medium ? Theme::current().medium(*m_medium) : inkColor(m_ink));
}

} // namespace beback::ui
