#include "ui/widgets/skeleton_widget.h"

#include "ui/style/paint.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

namespace beback::ui {

namespace {

// Widths of the gray lines, so that rows do not look like a table.
constexpr std::array<int, 5> First = {120, 96, 132, 104, 116};
constexpr std::array<int, 5> Second = {86, 110, 74, 98, 80};

void bone(QPainter *p, int x, int y, int w, int h, const QColor &color)
{
    paint::box(p, QRect(scaled(x), scaled(y), scaled(w), scaled(h)), color, {}, 3);
}

void rows(QPainter *p, const QSize &size, int high, int indent)
{
    const Theme &t = Theme::current();
    int i = 0;
    for (int y = 0; scaled(y) < size.height() && i < 60; y += high, ++i) {
        bone(p, indent, y + 14, First[size_t(i) % 5], 10, t.border);
        bone(p, indent, y + 32, Second[size_t(i) % 5], 10, t.border);
        if (indent > 20)
            paint::box(p, QRect(scaled(indent - 27), scaled(y + 13), scaled(16), scaled(16)), t.border, {}, scaled(8));
        if (high > 50)
            p->fillRect(QRect(0, scaled(y + high) - 1, size.width(), 1), t.border);
    }
}

void lead(QPainter *p, const QSize &size)
{
    const Theme &t = Theme::current();
    bone(p, 20, 14, 190, 18, t.hover);
    bone(p, 20, 42, 320, 10, t.hover);
    bone(p, 20, 60, 230, 10, t.hover);
    const int side = scaled(20);
    paint::card(p, QRect(side, scaled(84), size.width() - 2 * side, scaled(66)), t.raised, t.border);
    for (int i = 0; i < 3; ++i) {
        const int y = 166 + 36 * i;
        bone(p, 20, y + 9, 150 + 20 * (i % 2), 10, t.hover);
        const QRect button(size.width() - side - scaled(76), scaled(y), scaled(76), scaled(metrics::Button));
        paint::box(p, button, t.raised, t.border);
    }
}

void table(QPainter *p, const QSize &size)
{
    const Theme &t = Theme::current();
    const int high = scaled(metrics::TableRow);
    for (int i = 0; i * high < size.height() && i < 60; ++i) {
        for (int c = 0; c < 4; ++c) {
            const int x = 8 + c * 170;
            if (scaled(x + 140) < size.width())
                paint::box(
                    p,
                    QRect(scaled(x), i * high + (high - scaled(10)) / 2, scaled(First[size_t(i + c) % 5]), scaled(10)),
                    t.hover, {}, 3);
        }
        p->fillRect(QRect(0, (i + 1) * high - 1, size.width(), 1), t.border);
    }
}

} // namespace

SkeletonWidget::SkeletonWidget(Shape shape, QWidget *parent)
    : QWidget(parent), m_shape(shape), m_what(new TextLabel(Type::Label, Ink::Muted, this)),
      m_without(new LinkButton(tr("Work without it"), this))
{
    m_what->hide();
    m_without->hide();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SkeletonWidget::step);
    connect(m_without, &LinkButton::clicked, this, &SkeletonWidget::workWithout);
    setAccessibleName(tr("Loading"));
}

void SkeletonWidget::begin(const QString &what)
{
    m_what->setText(what);
    m_stage = Stage::Waiting;
    m_what->hide();
    m_without->hide();
    m_timer.start(m_showAfter);
    update();
}

void SkeletonWidget::finish()
{
    m_timer.stop();
    m_stage = Stage::Idle;
    m_what->hide();
    m_without->hide();
    update();
}

void SkeletonWidget::setDelays(int showAfterMs, int offerAfterMs)
{
    m_showAfter = showAfterMs;
    m_offerAfter = offerAfterMs;
}

void SkeletonWidget::setOffersWithout(bool offers)
{
    m_offers = offers;
}

void SkeletonWidget::step()
{
    if (m_stage == Stage::Waiting) {
        m_stage = Stage::Shown;
        if (m_offers)
            m_timer.start(std::max(0, m_offerAfter - m_showAfter));
    } else if (m_stage == Stage::Shown) {
        m_stage = Stage::Offered;
        m_what->setVisible(!m_what->text().isEmpty());
        m_without->show();
        place();
    }
    update();
}

void SkeletonWidget::place()
{
    m_what->adjustSize();
    m_without->adjustSize();
    const int x = scaled(m_shape == Shape::Lead ? metrics::PadMiddle : metrics::PadSide);
    const int y = std::min(scaled(m_shape == Shape::Lead ? 300 : 190), height() - m_without->height() - scaled(8));
    m_what->move(x, y);
    const bool beside = x + m_what->width() + scaled(8) + m_without->width() < width();
    m_without->move(!m_what->isHidden() && beside ? x + m_what->width() + scaled(6) : x,
                    m_what->isHidden() || beside ? y : y + m_what->height());
}

void SkeletonWidget::paintEvent(QPaintEvent *)
{
    if (!isShown())
        return;
    QPainter p(this);
    switch (m_shape) {
    case Shape::Lead: lead(&p, size()); break;
    case Shape::QueueRows: rows(&p, size(), metrics::QueueRow, 12); break;
    case Shape::Timeline: rows(&p, size(), 48, 44); break;
    case Shape::Table: table(&p, size()); break;
    }
}

void SkeletonWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace beback::ui
