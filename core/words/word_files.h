#pragma once

#include "core/words/word_shelf.h"

namespace beback {

// Words as files, for passing them on: words-en.txt and phrases-en.txt of each language, guide-….json, solutions-….json.

// File name -> content, of all words of a store.
QMap<QString, QByteArray> wordFiles(const WordShelf &shelf);
// What the file says that is not so here yet; the kind is told by its name. The reason is left to the caller. What is here and not
// in the file stays. Errors: Invalid with a sentence that names the file, and the line or question.
Result<QVector<WordWish>> wishesOfFile(const QString &name, const QByteArray &content, const WordShelf &shelf);

// All of them into a folder, which is made where it is not there; how many. Errors: Unavailable, naming the file.
Result<int> writeWordFiles(const WordShelf &shelf, const QString &folder);
// Of files, and of folders every file that may be one. Errors besides those of wishesOfFile(): NotFound, naming the file.
Result<QVector<WordWish>> readWordFiles(const QStringList &paths, const WordShelf &shelf);

} // namespace beback
