#pragma once

#include "core/report/solutions_report.h"
#include "core/report/wordings_report.h"
#include "core/words/message_check.h"
#include "core/words/word_shelf.h"
#include "core/words/words.h"

namespace beback {

// All words of a store as a manager sees them.
struct WordsOnShelf {
    QVector<WordEntry> entries;       // by kind and id
    QHash<QString, WordingUse> uses;  // by WordTemplate::reference(), of the last UsesCounted
    QMap<QString, SolutionUse> offers; // by Solution::id, of the same time
    QHash<QString, QString> names;    // login -> display name, of whoever changed one
    QString zone = QStringLiteral("UTC"); // the rooftop's
    QDate today;                      // there
    const WordEntry *find(WordKind kind, const QString &id) const;
    WordingUse use(const QString &id) const; // of all versions
};
inline constexpr Duration UsesCounted = std::chrono::hours(24 * 90);

// Words as one customer would get them.
struct WordPreview {
    QString name;         // theirs
    PreparedWords words;
    WordFacts facts;      // what could be said of them
    MessageFacts message; // what the check judges by
};

} // namespace beback
