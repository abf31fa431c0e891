#include "ui/style/paint.h"

#include <QFontMetrics>
#include <QPainterPath>

namespace beback::ui::paint {

namespace {

constexpr int MarksShown = 8;

QPolygonF polygon(std::initializer_list<QPointF> points)
{
    return QPolygonF(QList<QPointF>(points));
}

// In a box of 9 × 9. The areas are about equal, so that none of them looks more important.
QPainterPath markShape(Medium medium)
{
    QPainterPath path;
    switch (medium) {
    case Medium::Call: path.addEllipse(QRectF(0.6, 0.6, 7.8, 7.8)); break;
    case Medium::Text: path.addRect(QRectF(1.1, 1.1, 6.8, 6.8)); break;
    case Medium::Email: path.addPolygon(polygon({{4.5, 0.1}, {8.9, 4.5}, {4.5, 8.9}, {0.1, 4.5}})); break;
    case Medium::Note: path.addPolygon(polygon({{4.5, 0.6}, {8.6, 8.2}, {0.4, 8.2}})); break;
    case Medium::Visit: path.addPolygon(polygon({{4.5, 0.4}, {8.5, 3.6}, {8.5, 8.4}, {0.5, 8.4}, {0.5, 3.6}})); break;
    case Medium::Social:
        path.addPolygon(polygon({{2.3, 0.9}, {6.7, 0.9}, {8.8, 4.5}, {6.7, 8.1}, {2.3, 8.1}, {0.2, 4.5}}));
        break;
    }
    path.closeSubpath();
    return path;
}

} // namespace

int marksWidth(const QVector<AttemptMark> &marks)
{
    const int shown = int(std::min<qsizetype>(marks.size(), MarksShown));
    if (shown == 0)
        return 0;
    int width = shown * scaled(metrics::Mark) + (shown - 1) * scaled(metrics::MarkGap);
    if (marks.size() > MarksShown)
        width +=
            scaled(metrics::MarkGap) +
            QFontMetrics(font(Type::Small)).horizontalAdvance(QStringLiteral("+%1").arg(marks.size() - MarksShown));
    return width;
}

void marks(QPainter *p, int right, int centerY, const QVector<AttemptMark> &marks)
{
    const int size = scaled(metrics::Mark), gap = scaled(metrics::MarkGap);
    const qsizetype shown = std::min<qsizetype>(marks.size(), MarksShown);
    int x = right;
    for (qsizetype i = 0; i < shown; ++i) {
        x -= size;
        mark(p, QRectF(x, centerY - size / 2.0, size, size), marks[marks.size() - 1 - i]);
        x -= gap;
    }
    if (marks.size() <= MarksShown)
        return;
    // The older ones are the ones left out, so they are counted at the old end.
    const QString more = QStringLiteral("+%1").arg(marks.size() - MarksShown);
    const QFontMetrics small(font(Type::Small));
    const int width = small.horizontalAdvance(more);
    p->setFont(font(Type::Small));
    p->setPen(Theme::current().muted);
    p->drawText(QRect(x - width, centerY - small.height() / 2, width, small.height()),
                Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, more);
}

void mark(QPainter *p, const QRectF &box, const AttemptMark &mark)
{
    const Theme &t = Theme::current();
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->translate(box.topLeft());
    p->scale(box.width() / 9.0, box.height() / 9.0);
    if (mark.skipped) {
        p->setPen(QPen(t.edge, 1.5, Qt::SolidLine, Qt::FlatCap));
        p->drawLine(QPointF(1, 4.5), QPointF(8, 4.5));
    } else {
        const QColor hue = t.medium(mark.medium);
        p->setPen(QPen(hue, 1.3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        p->setBrush(mark.answered ? QBrush(hue) : QBrush(Qt::NoBrush));
        p->drawPath(markShape(mark.medium));
    }
    p->restore();
}

} // namespace beback::ui::paint
