#pragma once

#include <QString>
#include <QVector>

namespace beback::ui {

// A piece of two texts laid side by side.
struct DiffPart {
    enum class Kind { Same, Gone, New };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const DiffPart &, const DiffPart &) = default;
};

// What became of `before`, word by word, by their longest common run: Same and Gone together are `before`, Same and New are
// `after`, blanks included. Neighbours are of different kinds. More than 400 words against 400 others are given as a whole: all of
// the one gone, all of the other new. Pure.
QVector<DiffPart> wordDiff(const QString &before, const QString &after);

// Only the lines that are not the same in both, the words within them as above. Empty: nothing but blank lines differs. Pure.
QVector<DiffPart> lineDiff(const QString &before, const QString &after);

// As rich text in the colours of the theme: struck out what is gone, bold what is new. Nothing in the words is read as markup.
QString diffHtml(const QVector<DiffPart> &parts);

} // namespace beback::ui
