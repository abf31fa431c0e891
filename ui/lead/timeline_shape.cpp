#include "ui/lead/timeline_shape.h"

#include "ui/style/theme.h"

#include <QTextLayout>

#include <cmath>

namespace beback::ui {

namespace {

// Across: 12 of air, 24 for the rail, 8, the text, 12 of air.
constexpr int Side = metrics::PadSide, Rail = 24, Gap = 8, Circle = 22;
constexpr int BubbleAbove = 2, BubbleX = 8, BubbleY = 4, Below = 9;

// Very long words of one message are cut for measuring and painting alike; the whole is one copy away.
constexpr int WordsShown = 4000;

QString layoutText(QString text)
{
    text.truncate(WordsShown);
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    return text;
}

int layOut(QTextLayout *layout, int width, int lineHigh)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += std::max(qreal(lineHigh), line.height());
    }
    layout->endLayout();
    return int(std::ceil(y));
}

} // namespace

QFont wordsFont(const TimelineItem &item)
{
    QFont f = font(Type::Label);
    f.setStrikeOut(item.undone);
    return f;
}

int wrappedHeight(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(layoutText(text), font);
    return layOut(&layout, std::max(1, width), lineHeight(Type::Label));
}

void paintWrapped(QPainter *p, const QRect &rect, const QString &text, const QFont &font, const QColor &color)
{
    QTextLayout layout(layoutText(text), font);
    layOut(&layout, std::max(1, rect.width()), lineHeight(Type::Label));
    p->setPen(color);
    layout.draw(p, rect.topLeft());
}

QRect bubbleText(const QRect &bubble)
{
    return bubble.adjusted(scaled(BubbleX) + 1, scaled(BubbleY), -scaled(BubbleX), -scaled(BubbleY));
}

TimelineShape::TimelineShape(const TimelineItem &item, int width)
{
    const int x = scaled(Side + Rail + Gap), text = std::max(1, width - x - scaled(Side));
    circle = QRect(scaled(Side) + scaled(Rail - Circle) / 2, 0, scaled(Circle), scaled(Circle));
    head = QRect(x, 0, text, lineHeight(Type::Label));
    int y = head.height();
    if (!item.line.isEmpty()) {
        line = QRect(x, y, text, wrappedHeight(item.line, wordsFont(item), text));
        y += line.height();
    }
    if (!item.words.isEmpty()) {
        y += scaled(BubbleAbove);
        const int inner = bubbleText(QRect(0, 0, text, 0)).width();
        bubble = QRect(x, y, text, wrappedHeight(item.words, wordsFont(item), inner) + 2 * scaled(BubbleY) + 1);
        y += bubble.height();
    }
    height = std::max(y, circle.height()) + scaled(Below);
}

void TimelineShape::translate(const QPoint &by)
{
    for (QRect *part : {&circle, &head, &line, &bubble}) {
        if (!part->isNull())
            part->translate(by);
    }
}

} // namespace beback::ui
