#include "ui/shell/brand_mark.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace beback::ui {

namespace {

constexpr int Side = 20;

}

QSize BrandMark::sizeHint() const
{
    return {scaled(Side), scaled(Side)};
}

void BrandMark::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(0, (height() - scaled(Side)) / 2.0);
    p.scale(scaled(Side) / qreal(Side), scaled(Side) / qreal(Side));
    p.setPen(Qt::NoPen);
    p.setBrush(Theme::current().accent);
    p.drawRoundedRect(QRectF(0, 0, Side, Side), 4, 4);
    QPainterPath way(QPointF(6, 8.5));
    way.lineTo(12, 8.5);
    way.arcTo(QRectF(9.2, 8.5, 5.6, 5.6), 90, -180);
    way.lineTo(8, 14.1);
    way.moveTo(8.6, 5.6);
    way.lineTo(5.7, 8.5);
    way.lineTo(8.6, 11.4);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(Theme::current().onAccent, 1.8));
    p.drawPath(way);
}

} // namespace beback::ui
