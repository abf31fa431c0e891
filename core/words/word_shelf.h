#pragma once

#include "core/base/clock.h"
#include "core/words/guide.h"
#include "core/words/phrase_book.h"
#include "core/words/solutions.h"
#include "core/words/word_book.h"

namespace beback {

// What a store says in its own words, as it is kept: one version of one text.
struct OwnWords {
    enum class Kind { Template, Phrases, Guide, Solutions };
    Kind kind = Kind::Template;
    QString id;      // WordTemplate::id(), a language, a guide's id, an objection
    int version = 1;
    QString body;    // a template's file entry, phrases a line each, JSON; empty: as shipped, or none
    QString reason, by; // by: login
    Instant at;
    friend bool operator==(const OwnWords &, const OwnWords &) = default;
};
QString toText(OwnWords::Kind kind); // "template" "phrases" "guide" "solutions"
std::optional<OwnWords::Kind> ownWordsKindFromText(const QString &text);

// All words a store works with: those that come with Beback, and its own over them. A value.
struct WordShelf {
    WordBook templates = WordBook::shipped();
    PhraseBook phrases = PhraseBook::shipped();
    GuideBook guides = GuideBook::shipped();
    SolutionBook solutions = SolutionBook::shipped();

    // With the newest version of each; what cannot be read any more (it was written by a newer Beback) is left out.
    static WordShelf with(const QVector<OwnWords> &own);
    // What stands there now, as own words would say it; empty: nothing.
    QString text(OwnWords::Kind kind, const QString &id) const;
};

// Could these be used? Errors: Invalid with a sentence. An empty body always can.
Result<void> checkOwnWords(const OwnWords &words);

// A template as an entry of a file, and back. Errors as WordBook::read().
QString toFileEntry(const WordTemplate &words);
Result<WordTemplate> fromFileEntry(const QString &text, const QString &language);

} // namespace beback
