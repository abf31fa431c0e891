#include "ui/queue/queue_foot.h"

#include "ui/style/paint.h"

namespace beback::ui {

QueueFoot::QueueFoot(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::NoFocus);
}

void QueueFoot::say(const QString &left, const QString &right, const QString &tip)
{
    m_left = left;
    m_right = right;
    setText(right.isEmpty() ? left : left + QStringLiteral(", ") + right);
    setAccessibleName(text());
    setToolTip(tip);
    setFocusPolicy(right.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    update();
}

int QueueFoot::rowHeight()
{
    return std::max(scaled(metrics::QueueFoot), lineHeight(Type::Label) + scaled(10));
}

QSize QueueFoot::sizeHint() const
{
    return {scaled(metrics::QueueNarrow), rowHeight()};
}

void QueueFoot::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter p(this);
    const bool lit = underMouse() && !m_right.isEmpty();
    p.fillRect(rect(), lit ? t.hover : t.bg);
    p.fillRect(QRect(0, 0, width(), 1), t.border);
    QRect line = rect().adjusted(scaled(metrics::PadSide), 1, -scaled(14), 0);
    if (!m_right.isEmpty()) {
        const int size = scaled(metrics::Icon);
        paint::glyph(&p, QRect(line.right() + 1 - size, line.center().y() - size / 2, size, size),
                     QStringLiteral("dialog-information"), t.muted);
        line.setRight(line.right() - size - scaled(6));
        paint::elided(&p, line, m_right, beback::ui::font(Type::Label), t.muted, Qt::AlignRight | Qt::AlignVCenter);
        line.setRight(line.right() - QFontMetrics(beback::ui::font(Type::Label)).horizontalAdvance(m_right) -
                      scaled(8));
    }
    paint::elided(&p, line, m_left, beback::ui::font(Type::Label), t.muted);
}

} // namespace beback::ui
