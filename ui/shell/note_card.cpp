#include "ui/shell/note_card.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextDocument>

namespace beback::ui {

namespace {

constexpr qreal MarginInches = 0.6, PointsPerInch = 72;
constexpr int LargestPoints = 14, SmallestPoints = 8, AddressPoints = 11, SenderPoints = 8;
const QString Hand = QStringLiteral("serif");

QFont fontOf(int points, qreal perInch)
{
    QFont font(Hand);
    font.setPixelSize(std::max(1, int(points * perInch / PointsPerInch)));
    return font;
}

QSizeF roomFor(qreal perInch)
{
    const qreal margin = MarginInches * perInch;
    return NoteCardInches * perInch - QSizeF(2 * margin, 2 * margin);
}

// As large as they fit into the room; false: not even small.
bool setWords(QTextDocument &document, const QString &words, qreal perInch)
{
    const QSizeF room = roomFor(perInch);
    document.setDocumentMargin(0);
    for (int points = LargestPoints; points >= SmallestPoints; --points) {
        document.setDefaultFont(fontOf(points, perInch));
        document.setPlainText(words);
        document.setTextWidth(room.width());
        if (document.size().height() <= room.height())
            return true;
    }
    return false;
}

} // namespace

bool fitsOnCard(const QString &words)
{
    QTextDocument document;
    return setWords(document, words, PointsPerInch);
}

void paintWords(QPainter &painter, const NoteCard &card, qreal perInch)
{
    QTextDocument document;
    setWords(document, card.words, perInch);
    painter.save();
    painter.translate(MarginInches * perInch, MarginInches * perInch);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black); // whatever the window's colours are
    context.clip = QRectF(QPointF(0, 0), roomFor(perInch));
    painter.setClipRect(context.clip);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void paintAddresses(QPainter &painter, const NoteCard &card, qreal perInch)
{
    const qreal margin = MarginInches * perInch / 2;
    const QSizeF size = NoteCardInches * perInch;
    painter.save();
    painter.setPen(Qt::black);
    painter.setFont(fontOf(SenderPoints, perInch));
    painter.drawText(QRectF(margin, margin, size.width() / 2, size.height() / 2), Qt::AlignLeft | Qt::AlignTop, card.from.join(QLatin1Char('\n')));
    painter.setFont(fontOf(AddressPoints, perInch));
    painter.drawText(QRectF(size.width() * 0.42, size.height() * 0.5, size.width() * 0.55, size.height() * 0.45), Qt::AlignLeft | Qt::AlignTop,
                     card.to.join(QLatin1Char('\n')));
    painter.restore();
}

} // namespace beback::ui
