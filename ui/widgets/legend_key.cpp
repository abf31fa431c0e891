#include "ui/widgets/legend_key.h"

#include "ui/style/paint.h"

namespace beback::ui {

namespace {

constexpr int TextAt = 18, Size = 10;

} // namespace

LegendKey::LegendKey(Mark mark, const QString &text, QWidget *parent) : QWidget(parent), m_mark(mark), m_text(text)
{
    setAccessibleName(text);
}

QSize LegendKey::sizeHint() const
{
    return {scaled(TextAt) + QFontMetrics(beback::ui::font(Type::Small)).horizontalAdvance(m_text) + 2, lineHeight(Type::Small)};
}

void LegendKey::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = Theme::current();
    const int size = scaled(Size);
    const QRect square(0, (height() - size) / 2, size, size);
    switch (m_mark) {
    case Mark::Hatch: p.fillRect(square, t.hatch); break;
    case Mark::Accent: p.fillRect(square, t.accent); break;
    case Mark::Hollow: paint::box(&p, square, QColor(), t.edge, 0); break;
    case Mark::Line: p.fillRect(QRect(0, height() / 2 - 1, size + 2, 2), t.text); break;
    }
    paint::elided(&p, rect().adjusted(scaled(TextAt), 0, 0, 0), m_text, beback::ui::font(Type::Small), t.muted);
}

} // namespace beback::ui
