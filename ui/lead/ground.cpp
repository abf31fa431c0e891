#include "ui/lead/ground.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <numeric>

namespace beback::ui {

void Ground::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter p(this);
    p.fillRect(rect(), m_fill == Fill::Surface ? theme.surface : m_fill == Fill::Raised ? theme.raised : theme.bg);
    if (m_lines & Qt::LeftEdge)
        p.fillRect(0, 0, 1, height(), theme.border);
    if (m_lines & Qt::RightEdge)
        p.fillRect(width() - 1, 0, 1, height(), theme.border);
    if (m_lines & Qt::TopEdge)
        p.fillRect(0, 0, width(), 1, theme.border);
    if (m_lines & Qt::BottomEdge)
        p.fillRect(0, height() - 1, width(), 1, theme.border);
}

WrapLayout::WrapLayout(int gap, QWidget *parent) : QLayout(parent), m_gap(gap) {}

WrapLayout::~WrapLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize WrapLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = QSize(size.width() + (size.isEmpty() ? 0 : m_gap) + item->sizeHint().width(),
                         std::max(size.height(), item->sizeHint().height()));
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

QVector<int> WrapLayout::widths(int room) const
{
    QVector<int> widths, least;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        widths << item->sizeHint().width();
        least << std::min(widths.last(), item->minimumSize().width());
    }
    const auto over = [&](const QVector<int> &taken) { return std::accumulate(taken.cbegin(), taken.cend(), m_gap * int(taken.size() - 1)) - room; };
    if (!m_shares || widths.isEmpty() || over(least) > 0)
        return widths;
    for (int left = over(widths); left > 0; --left) {
        qsizetype widest = -1;
        for (qsizetype i = 0; i < widths.size(); ++i)
            if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest]))
                widest = i;
        --widths[widest];
    }
    return widths;
}

int WrapLayout::place(const QRect &outer, bool really) const
{
    const QRect rect = outer.marginsRemoved(contentsMargins());
    const QVector<int> wide = widths(rect.width());
    int x = rect.x(), y = rect.y(), line = 0;
    qsizetype next = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(wide[next++], item->sizeHint().height());
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            x = rect.x();
            y += line + m_gap;
            line = 0;
        }
        if (really)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + m_gap;
        line = std::max(line, size.height());
    }
    return y + line - rect.y() + contentsMargins().top() + contentsMargins().bottom();
}

} // namespace beback::ui
