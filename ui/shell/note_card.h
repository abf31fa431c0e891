#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>

class QPainter;

namespace beback::ui {

// A note on a card of 7 x 5 inches (A7, the common size of thank-you stock): the words on one side, on the other who sends it and
// to whom, as the post wants it.
struct NoteCard {
    QString title;         // of the print job
    QString words;
    QStringList from, to;  // lines of an address; `to` empty: it is not known, and the other side stays empty
};

inline constexpr QSizeF NoteCardInches{7, 5};

// Set as large as they fit, 14 to 8 points; smaller nobody likes to read.
bool fitsOnCard(const QString &words);

// Painted into [0, 0, size), in the painter's units; `perInch` of them make an inch.
void paintWords(QPainter &painter, const NoteCard &card, qreal perInch);
void paintAddresses(QPainter &painter, const NoteCard &card, qreal perInch);

} // namespace beback::ui
