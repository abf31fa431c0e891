#pragma once

#include <QString>
#include <QVector>

namespace beback {

// A word of a text, and where it stands.
struct TextWord {
    int from = 0, length = 0;
    QString plain; // lower case, without accents, with straight apostrophes: what is compared
    int end() const { return from + length; }
};

// A sentence of a text: up to and with its . ! or ?, or the end of its line.
struct TextSentence {
    int from = 0, length = 0;
    bool asks = false; // ends with "?", or begins with "¿"
    QVector<TextWord> words;
    int end() const { return from + length; }
};

// Links and addresses, blanked by as many spaces: a "?" inside one asks nothing, and its parts are no words.
QString withoutLinks(const QString &text);

// The words of a text, in order: letters, digits and the apostrophes and $ % . , between digits. Pure. Thread: any.
QVector<TextWord> wordsOf(const QString &text);
QVector<TextSentence> sentencesOf(const QString &text);

// How alike two lists of words are, from 0 to 1: twice the words they share over all their words (Dice 1945), each counted as
// often as it stands in both.
double likeness(const QStringList &a, const QStringList &b);

} // namespace beback
