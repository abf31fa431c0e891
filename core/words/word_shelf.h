#pragma once

#include "core/base/clock.h"
#include "core/words/guide.h"
#include "core/words/phrase_book.h"
#include "core/words/solutions.h"
#include "core/words/word_book.h"

#include <memory>

namespace beback {

// What a store may say in its own words. The text form is in the store for ever: names are added, never changed.
enum class WordKind { Message, Guide, Solutions, Phrases };
QString toText(WordKind kind); // "message" "guide" "solutions" "phrases"
std::optional<WordKind> wordKindFromText(QStringView text);
inline constexpr std::array AllWordKinds{WordKind::Message, WordKind::Guide, WordKind::Solutions, WordKind::Phrases};

// A store's own words, one version of them. Kept for good; the newest of an id counts.
struct WordChange {
    WordKind kind = WordKind::Message;
    QString id;       // WordTemplate::id(), Guide::id, an objection, a language
    int version = 0;  // from 1 on
    QByteArray body;  // see bodyOf(); empty: as shipped, and what was never shipped is gone
    QString over;     // digest of the shipped words it was said about; empty: none were
    QString reason, by;
    Instant at;
    friend bool operator==(const WordChange &, const WordChange &) = default;
};

// What a store takes out that was shipped: the body of that change.
inline constexpr char TakenOut[] = "-";

// All words of a store: the shipped ones with its own in their places. A value; reading it is safe in any thread.
struct WordShelf {
    WordBook messages;
    GuideBook guides;
    SolutionBook solutions;
    PhraseBook phrases;

    static std::shared_ptr<const WordShelf> shipped(); // never null
    // What cannot be read, because a newer version wrote it, leaves the shipped words where they are.
    static std::shared_ptr<const WordShelf> with(const QVector<WordChange> &changes);
    // As they stand here; empty: there are none.
    QByteArray body(WordKind kind, const QString &id) const;
    QStringList ids(WordKind kind) const; // sorted
};

// The form in which words are kept and passed on: a message as JSON {subject, body}, a guide and solutions as theirs, phrases as
// their lines.
QByteArray bodyOf(const WordTemplate &words);
// Errors: Invalid with a sentence, as of each kind; also where it is not what its id says.
Result<WordTemplate> messageFromBody(const QString &id, const QByteArray &body);
Result<void> checkBody(WordKind kind, const QString &id, const QByteArray &body);
QString digestOf(const QByteArray &body); // of no body: empty

// The words somebody used, by the reference the history has, also where they were changed since. None: nobody has them.
std::optional<WordTemplate> wordingOf(const QVector<WordChange> &changes, const WordShelf &shelf, const QString &reference);

// What a manager wants to say.
struct WordWish {
    WordKind kind = WordKind::Message;
    QString id;
    QByteArray body;  // as of WordChange
    QString reason;
    int after = -1;   // the version that was looked at, 0: as shipped; -1: whatever it is now
};
// May this be said? Errors: Invalid with a sentence (no reason, nothing changed, words the check would never let out, the last
// wording of its kind taken out); Conflict, where somebody spoke since. Pure.
Result<void> checkWish(const QVector<WordChange> &changes, const WordWish &wish);
// As it is kept: the version after the last one.
WordChange changeOf(const QVector<WordChange> &changes, const WordWish &wish);

// One entry as a manager sees it.
struct WordEntry {
    WordKind kind = WordKind::Message;
    QString id;
    QByteArray body;    // as it stands; empty: taken out
    QByteArray shipped; // empty: the store's own
    QVector<WordChange> changes; // newest first
    bool shippedAnew = false;    // the shipped words are others than those it was said about
    int version() const { return changes.isEmpty() ? 0 : changes.first().version; }
};
// Everything there is, taken-out ones too, by kind and id. Pure.
QVector<WordEntry> wordEntries(const QVector<WordChange> &changes);

} // namespace beback
