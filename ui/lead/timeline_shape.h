#pragma once

#include "core/desk/desk_types.h"

#include <QPainter>

namespace beback::ui {

// Where the parts of one entry lie, for a width. Measuring and painting use the same, so nothing is ever cut.
struct TimelineShape
{
    QRect circle;
    QRect head;   // one line: title, who, time
    QRect line;   // what happened; empty: nothing to say
    QRect bubble; // own or their words, with its frame; empty: none
    int height = 0;

    TimelineShape(const TimelineItem &item, int width);
    void translate(const QPoint &by);
};

// Inside the bubble's frame.
QRect bubbleText(const QRect &bubble);
QFont wordsFont(const TimelineItem &item); // struck through when taken back
// Wrapped anywhere a line can break, inside words that are too long; returns the height.
int wrappedHeight(const QString &text, const QFont &font, int width);
void paintWrapped(QPainter *p, const QRect &rect, const QString &text, const QFont &font, const QColor &color);

} // namespace beback::ui
