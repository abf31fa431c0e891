#include "ui/style/paint.h"
#include "ui/style/style_parts.h"

#include <QStyle>
#include <QStyleOption>

namespace beback::ui::parts {

QRect scrollBarHandle(const QStyleOptionSlider &option)
{
    const bool flat = option.orientation == Qt::Horizontal;
    const int length = flat ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0)
        return option.rect;
    const int size = std::max(scaled(28), int(qint64(length) * option.pageStep / (range + option.pageStep)));
    const int at = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                   std::max(0, length - size), option.upsideDown);
    return flat ? QRect(option.rect.x() + at, option.rect.y(), size, option.rect.height())
                : QRect(option.rect.x(), option.rect.y() + at, option.rect.width(), size);
}

// Six wide and pale; full and eight wide under the mouse. No groove: the page shows through.
void scrollBar(QPainter *p, const QStyleOptionSlider &option, const QRect &handle)
{
    const Theme &t = Theme::current();
    if (!(option.state & QStyle::State_Enabled) || option.maximum <= option.minimum)
        return;
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const qreal wide = active ? 8 : 6;
    QRectF bar = handle;
    if (option.orientation == Qt::Horizontal) {
        bar.setTop(bar.center().y() - wide / 2);
        bar.setHeight(wide);
        bar.adjust(2, 0, -2, 0);
    } else {
        bar.setLeft(bar.center().x() - wide / 2);
        bar.setWidth(wide);
        bar.adjust(0, 2, 0, -2);
    }
    QColor ink = t.edge;
    ink.setAlphaF(active ? 0.9F : 0.45F);
    paint::box(p, bar, ink, {}, wide / 2);
}

void progressGroove(QPainter *p, const QRect &rect)
{
    const Theme &t = Theme::current();
    paint::box(p, rect, t.hover, t.border, 2);
}

void progressContents(QPainter *p, const QStyleOptionProgressBar &option)
{
    const Theme &t = Theme::current();
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0) {
        // Unknown length: a quiet half-tone over the whole, nothing that moves.
        QColor soft = t.accent;
        soft.setAlphaF(0.35F);
        paint::box(p, option.rect, soft, {}, 2);
        return;
    }
    const int width = int(qint64(option.rect.width()) * (qint64(option.progress) - option.minimum) / range);
    if (width > 0)
        paint::box(p, QRect(option.rect.x(), option.rect.y(), width, option.rect.height()), t.accent, {}, 2);
}

} // namespace beback::ui::parts
