#pragma once

#include "core/history/customer_state.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace beback::ui::paint {

// Small pieces every delegate and widget paints with, so that a chip is a chip everywhere.

struct Chip {
    Tone tone = Tone::Neutral;
    QString icon; // freedesktop name, may be empty
    QString text;
};
int chipWidth(const Chip &chip);
// At (x, y) top left; returns the width used.
int chip(QPainter *p, int x, int y, const Chip &chip);
// As many whole chips as fit into `width`, then "+1"; returns how many were painted.
int chips(QPainter *p, const QRect &rect, const QVector<Chip> &chips);

int marksWidth(const QVector<AttemptMark> &marks); // at most eight, then "+n"
void marks(QPainter *p, int right, int centerY, const QVector<AttemptMark> &marks); // ends at `right`
void mark(QPainter *p, const QRectF &box, const AttemptMark &mark);

int keyCapWidth(const QString &key);
void keyCap(QPainter *p, int x, int centerY, const QString &key, const QColor &color);

void glyph(QPainter *p, const QRect &rect, const QString &icon, const QColor &color);
void elided(QPainter *p, const QRect &rect, const QString &text, const QFont &font, const QColor &color,
            Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
// Two pixels, just inside `rect`.
void focusRing(QPainter *p, const QRect &rect, int radius = metrics::Radius);
// One pixel border inside `rect`, corners of metrics::RadiusCard.
void card(QPainter *p, const QRect &rect, const QColor &fill, const QColor &border);
// The same with corners of `radius`; an invalid colour leaves fill or border out.
void box(QPainter *p, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius = metrics::Radius);

} // namespace beback::ui::paint
