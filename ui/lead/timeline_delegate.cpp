#include "ui/lead/timeline_delegate.h"

#include "ui/lead/timeline_model.h"
#include "ui/lead/timeline_shape.h"
#include "ui/style/paint.h"

#include <QPainterPath>

namespace beback::ui {

namespace {

int dayHeight()
{
    return QFontMetrics(font(Type::Overline)).height() + scaled(10);
}

bool isTouch(const TimelineItem &item)
{
    return item.kind == EventKind::Attempt || item.kind == EventKind::Reply;
}

QColor hueOf(const TimelineItem &item)
{
    const Theme &t = Theme::current();
    return isTouch(item) && item.medium ? t.medium(*item.medium) : t.edge;
}

void paintDay(QPainter *p, const QRect &rect, const QString &text)
{
    const QRect line = rect.adjusted(scaled(metrics::PadSide), scaled(6), -scaled(metrics::PadSide), -scaled(4));
    paint::elided(p, line, text, font(Type::Overline), Theme::current().muted);
}

void paintCircle(QPainter *p, const QRect &circle, const TimelineItem &item)
{
    const Theme &t = Theme::current();
    const bool filled = isFilled(item) && !item.undone;
    const QColor hue = item.undone ? t.edge : hueOf(item);
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(QPen(hue, 1.5));
    p->setBrush(filled ? hue : t.surface);
    p->drawEllipse(QRectF(circle).adjusted(0.75, 0.75, -0.75, -0.75));
    p->restore();
    const int size = scaled(metrics::IconSmall);
    const QRect at(circle.x() + (circle.width() - size) / 2, circle.y() + (circle.height() - size) / 2, size, size);
    paint::glyph(p, at, iconOf(item), filled ? t.surface : isTouch(item) ? hue : t.muted);
}

// Title strong, who muted, time at the right; the title gives way last.
void paintHead(QPainter *p, const QRect &line, const TimelineItem &item, const QString &time)
{
    const Theme &t = Theme::current();
    QFont strong = font(Type::Label);
    strong.setWeight(QFont::DemiBold);
    strong.setStrikeOut(item.undone);
    const QFont label = font(Type::Label);
    paint::elided(p, line, time, label, t.muted, Qt::AlignRight | Qt::AlignVCenter);
    QRect rest = line.adjusted(0, 0, -QFontMetrics(label).horizontalAdvance(time) - scaled(8), 0);
    paint::elided(p, rest, item.title, strong, item.undone ? t.muted : t.text);
    rest.setLeft(rest.left() + QFontMetrics(strong).horizontalAdvance(item.title) + scaled(8));
    const QString who = item.undone ? TimelineDelegate::tr("taken back") : item.who;
    if (rest.width() > QFontMetrics(label).averageCharWidth() * 3)
        paint::elided(p, rest, who, label, t.muted);
}

void paintBubble(QPainter *p, const QRect &bubble, const TimelineItem &item)
{
    const Theme &t = Theme::current();
    paint::card(p, bubble, t.surface, t.border);
    if (item.direction == Direction::In && !item.undone) {
        QPainterPath shape;
        shape.addRoundedRect(bubble, metrics::RadiusCard, metrics::RadiusCard);
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        p->setClipPath(shape);
        p->fillRect(QRect(bubble.x(), bubble.y(), 3, bubble.height()), hueOf(item));
        p->restore();
    }
    paintWrapped(p, bubbleText(bubble), item.words, wordsFont(item), item.undone ? t.muted : t.text);
}

} // namespace

TimelineDelegate::TimelineDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

void TimelineDelegate::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    m_heights.clear();
}

void TimelineDelegate::forget()
{
    m_heights.clear();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(TimelineModel::KindRole).toInt() == int(TimelineModel::RowKind::Day))
        return {m_width, dayHeight()};
    const TimelineItem item = index.data(TimelineModel::ItemRole).value<TimelineItem>();
    Known &known = m_heights[item.id];
    if (known.height == 0 || known.item != item)
        known = {item, TimelineShape(item, m_width).height};
    return {m_width, known.height};
}

void TimelineDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    p->save();
    if (index.data(TimelineModel::KindRole).toInt() == int(TimelineModel::RowKind::Day)) {
        paintDay(p, option.rect, index.data().toString());
        p->restore();
        return;
    }
    const Theme &t = Theme::current();
    const TimelineItem item = index.data(TimelineModel::ItemRole).value<TimelineItem>();
    if ((option.state & QStyle::State_MouseOver) || (option.state & QStyle::State_Selected))
        paint::box(p, option.rect.adjusted(scaled(4), -3, -scaled(4), -5), t.hover, {});
    TimelineShape shape(item, option.rect.width());
    shape.translate(option.rect.topLeft());
    const int middle = shape.circle.center().x();
    p->fillRect(QRect(middle, shape.circle.bottom() + 1, 1, option.rect.bottom() - shape.circle.bottom()), t.border);
    paintCircle(p, shape.circle, item);
    paintHead(p, shape.head, item, index.data(TimelineModel::TimeRole).toString());
    if (!item.line.isEmpty())
        paintWrapped(p, shape.line, item.line, wordsFont(item), t.muted);
    if (!item.words.isEmpty())
        paintBubble(p, shape.bubble, item);
    if (option.state & QStyle::State_HasFocus)
        paint::focusRing(p, option.rect.adjusted(scaled(4), 0, -scaled(4), -4));
    p->restore();
}

} // namespace beback::ui
