#include "ui/widgets/segment_button.h"

#include "ui/style/beback_style.h"
#include "ui/style/button_face.h"
#include "ui/style/paint.h"

#include <QPainterPath>

namespace beback::ui {

namespace {

constexpr int Pad = 10, Gap = 6, Dot = 8;

} // namespace

SegmentButton::SegmentButton(const SegmentedControl::Segment &segment, QWidget *parent)
    : QAbstractButton(parent), m_segment(segment)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(segment.text);
    const QString name = segment.name.isEmpty() ? segment.text : segment.name;
    setAccessibleName(name);
    if (segment.text.isEmpty() || name != segment.text)
        setToolTip(name);
}

void SegmentButton::setWords(const QString &words)
{
    m_segment.text = words;
    setText(words);
    if (m_segment.name.isEmpty())
        setAccessibleName(words);
    updateGeometry();
    update();
}

void SegmentButton::setTall(bool tall)
{
    m_tall = tall;
    setButtonTall(this, tall);
    updateGeometry();
}

void SegmentButton::setEnd(bool first, bool last)
{
    m_first = first;
    m_last = last;
    update();
}

int SegmentButton::contentWidth(bool strong) const
{
    int width = 0, pieces = 0;
    const auto add = [&](int w) {
        width += w;
        ++pieces;
    };
    if (m_segment.dot)
        add(scaled(Dot));
    if (!m_segment.icon.isEmpty())
        add(scaled(metrics::Icon));
    if (!m_segment.text.isEmpty())
        add(QFontMetrics(beback::ui::font(strong ? Type::Strong : Type::Body)).horizontalAdvance(m_segment.text));
    if (!m_segment.key.isEmpty())
        add(paint::keyCapWidth(m_segment.key));
    return width + std::max(0, pieces - 1) * scaled(Gap);
}

QSize SegmentButton::sizeHint() const
{
    return {contentWidth(true) + 2 * scaled(Pad), buttonHeight(this)};
}

void SegmentButton::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const qreal r = metrics::Radius;

    // The frame reaches over the ends that touch a neighbour and is cut there.
    const QRectF whole = QRectF(rect()).adjusted(m_first ? 0 : -2 * r, 0, m_last ? 0 : 2 * r, 0);
    const bool hovered = isEnabled() && underMouse() && !isChecked();
    const QColor fill = isChecked() ? t.accentSoft : !isEnabled() ? t.raised : hovered || isDown() ? t.hover : t.field;
    paint::box(&p, whole, fill, isEnabled() ? t.edge : t.border);
    if (!m_last)
        p.fillRect(QRectF(width() - 1, 1, 1, height() - 2), t.border);

    const bool strong = isChecked();
    int x = (width() - contentWidth(strong)) / 2;
    const int middle = height() / 2;
    const QColor ink = isEnabled() ? t.text : t.muted;
    if (m_segment.dot) {
        p.setPen(Qt::NoPen);
        p.setBrush(isEnabled() ? t.success : t.muted);
        p.drawEllipse(QRectF(x, middle - scaled(Dot) / 2.0, scaled(Dot), scaled(Dot)));
        x += scaled(Dot) + scaled(Gap);
    }
    if (!m_segment.icon.isEmpty()) {
        const int size = scaled(metrics::Icon);
        const QColor hue = m_segment.medium && isEnabled() ? t.medium(*m_segment.medium) : ink;
        paint::glyph(&p, QRect(x, middle - size / 2, size, size), m_segment.icon, hue);
        x += size + scaled(Gap);
    }
    if (!m_segment.text.isEmpty()) {
        const QFont f = beback::ui::font(strong ? Type::Strong : Type::Body);
        p.setFont(f);
        p.setPen(ink);
        p.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, m_segment.text);
        x += QFontMetrics(f).horizontalAdvance(m_segment.text) + scaled(Gap);
    }
    paint::keyCap(&p, x, middle, m_segment.key, t.muted);
}

} // namespace beback::ui
