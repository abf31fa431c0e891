#include "ui/style/paint.h"

#include "ui/style/icons.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QTransform>

#include <cmath>

namespace beback::ui::paint {

namespace {

constexpr int ChipPad = 6, ChipGap = 4, ChipApart = 4, CapPad = 4, CapLeast = 16;

int chipHeight()
{
    return std::max(scaled(metrics::Chip), QFontMetrics(font(Type::Small)).height() + 2);
}

QFont chipFont(Tone tone)
{
    return font(tone == Tone::Must ? Type::Overline : Type::Small);
}

QString moreText(qsizetype n)
{
    return QStringLiteral("+%1").arg(n);
}

} // namespace

int chipWidth(const Chip &chip)
{
    int width = 2 * scaled(ChipPad);
    if (!chip.icon.isEmpty())
        width += scaled(metrics::IconSmall);
    if (!chip.icon.isEmpty() && !chip.text.isEmpty())
        width += scaled(ChipGap);
    return width + QFontMetrics(chipFont(chip.tone)).horizontalAdvance(chip.text);
}

int chip(QPainter *p, int x, int y, const Chip &chip)
{
    const QRect rect(x, y, chipWidth(chip), chipHeight());
    const QColor ink = toneText(chip.tone);
    QColor edge;
    if (chip.tone == Tone::Neutral)
        edge = Theme::current().border;
    else if (chip.tone == Tone::Must)
        edge = ink;
    box(p, rect, chip.tone == Tone::Must ? QColor() : toneFill(chip.tone), edge);
    int left = x + scaled(ChipPad);
    if (!chip.icon.isEmpty()) {
        const int size = scaled(metrics::IconSmall);
        glyph(p, QRect(left, y + (rect.height() - size) / 2, size, size), chip.icon, ink);
        left += size + scaled(ChipGap);
    }
    p->setFont(chipFont(chip.tone));
    p->setPen(ink);
    p->drawText(QRect(left, y, rect.right() - left, rect.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                chip.text);
    return rect.width();
}

int chips(QPainter *p, const QRect &rect, const QVector<Chip> &chips)
{
    const int apart = scaled(ChipApart), y = rect.y() + (rect.height() - chipHeight()) / 2;
    const QFontMetrics small(font(Type::Small));
    int x = rect.x(), painted = 0;
    for (qsizetype i = 0; i < chips.size(); ++i) {
        const qsizetype after = chips.size() - i - 1;
        const int tail = after > 0 ? apart + small.horizontalAdvance(moreText(after)) : 0;
        if (x + chipWidth(chips[i]) + tail > rect.right() + 1)
            break;
        x += chip(p, x, y, chips[i]) + apart;
        ++painted;
    }
    // The strongest reason is never dropped: alone and too long, it elides.
    if (painted == 0 && !chips.isEmpty()) {
        Chip cut = chips.first();
        const qsizetype after = chips.size() - 1;
        const int tail = after > 0 ? apart + small.horizontalAdvance(moreText(after)) : 0;
        const QFontMetrics metrics(chipFont(cut.tone));
        const int bare = chipWidth(cut) - metrics.horizontalAdvance(cut.text);
        cut.text = metrics.elidedText(cut.text, Qt::ElideRight, std::max(0, rect.width() - bare - tail));
        x += chip(p, x, y, cut) + apart;
        painted = 1;
    }
    if (painted < chips.size()) {
        p->setFont(font(Type::Small));
        p->setPen(Theme::current().muted);
        p->drawText(QRect(x, rect.y(), std::max(0, rect.right() + 1 - x), rect.height()),
                    Qt::AlignLeft | Qt::AlignVCenter, moreText(chips.size() - painted));
    }
    return painted;
}

int keyCapWidth(const QString &key)
{
    const QFontMetrics metrics(font(Type::Small));
    return key.isEmpty() ? 0 : std::max(scaled(CapLeast), metrics.horizontalAdvance(key) + 2 * scaled(CapPad) + 2);
}

void keyCap(QPainter *p, int x, int centerY, const QString &key, const QColor &color)
{
    if (key.isEmpty())
        return;
    const Theme &t = Theme::current();
    const int height = std::max(scaled(16), QFontMetrics(font(Type::Small)).height() + 1);
    const QRect rect(x, centerY - height / 2, keyCapWidth(key), height);
    const bool plain = color == t.muted;
    box(p, rect, plain ? t.surface : QColor(), plain ? t.edge : color, 3);
    p->setFont(font(Type::Small));
    p->setPen(color);
    p->drawText(rect, Qt::AlignCenter | Qt::TextDontClip, key);
}

void glyph(QPainter *p, const QRect &rect, const QString &icon, const QColor &color)
{
    if (icon.isEmpty())
        return;
    const int size = std::min(rect.width(), rect.height());
    // The painter knows the ratio even where a widget is painted into a picture denser than its screen. At 125 or 150 %
    // a place may lie between two pixels, and lines a pixel wide would tear: it is moved to the next whole one.
    const QTransform toDevice = p->deviceTransform();
    const QPixmap pixmap = icons::pixmap(icon, size, color, std::hypot(toDevice.m11(), toDevice.m12()));
    const QPointF at(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2);
    p->drawPixmap(toDevice.inverted().map(QPointF(toDevice.map(at).toPoint())), pixmap);
}

void elided(QPainter *p, const QRect &rect, const QString &text, const QFont &font, const QColor &color,
            Qt::Alignment alignment)
{
    if (rect.width() <= 0)
        return;
    p->setFont(font);
    p->setPen(color);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    p->drawText(rect, int(alignment) | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

void focusRing(QPainter *p, const QRect &rect, int radius)
{
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(QPen(Theme::current().focus, 2));
    p->setBrush(Qt::NoBrush);
    p->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    p->restore();
}

void card(QPainter *p, const QRect &rect, const QColor &fill, const QColor &border)
{
    box(p, rect, fill, border, metrics::RadiusCard);
}

void box(QPainter *p, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius)
{
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (border.isValid()) {
        p->setPen(QPen(border, 1));
        p->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
    } else {
        p->setPen(Qt::NoPen);
        p->drawRoundedRect(rect, radius, radius);
    }
    p->restore();
}

} // namespace beback::ui::paint
