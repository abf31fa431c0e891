#pragma once

#include "core/base/clock.h"
#include "core/history/medium.h"
#include "core/words/phrase_book.h"

#include <QVector>

namespace beback {

class Speller;

// What somebody got from us before.
struct SentWords {
    Instant at;
    Medium medium = Medium::Text;
    QString body;
    QString wording; // WordTemplate::id(), where one was used
};
inline constexpr int MostSentBefore = 30; // of the newest: as far back as a repetition is looked for

// Media whose words we send: nothing goes out by them that nobody looked at.
inline bool isWritten(Medium medium)
{
    return medium == Medium::Text || medium == Medium::Email || medium == Medium::Note;
}

// A message that is about to go out.
struct Message {
    Medium medium = Medium::Text; // text, email, note, social
    QString subject, body;
};

// What a message is checked against. A value; checking is safe in any thread.
struct MessageFacts {
    QString language = QStringLiteral("en"); // to write in
    bool languageKnown = false;  // they told us
    QStringList mustAsk;         // questions of the wording used, filled in: they have to survive
    QStringList names;           // all parts of the customer's name
    QString agent, rooftop, address; // who writes; the street address the law wants under an e-mail
    QStringList own;             // further words that are spelled right: vehicle, trade, places
    QString why, wanted;         // the step's reason and wanted result
    PhraseBook phrases = PhraseBook::shipped(); // what says nothing
    QString optOutLine;          // what to add to a text that says how to stop them
    QVector<SentWords> before;   // newest first
    bool live = false;           // they wrote last, within the day: a closing answer may ask nothing
    bool confirmsStop = false;   // it only confirms that they hear no more: it asks nothing and sells nothing
    bool first = false;          // the first text to this person
};

struct Finding {
    enum class Kind { Hole, Question, MustAsk, Empty, Repeat, Name, Law, StopAsks, TooLong, NoReason, NoAsk, Language, Spelling, Shouting };
    enum class Weight { Warns, Blocks };
    enum class Remedy { None, Replace, TakeOut, Insert };
    Kind kind = Kind::Question;
    Weight weight = Weight::Warns;
    bool mayOverrule = false;     // a block that a reason lifts; managers see it
    bool inSubject = false;
    int from = -1, length = 0;    // where, in the subject or body; -1: in the whole
    QString fact, suggestion;     // sentences: what is so, what to do
    Remedy remedy = Remedy::None; // in one key: put `text` in the place of [from, from + length)
    QString text;
    friend bool operator==(const Finding &, const Finding &) = default;
};
QString toText(Finding::Kind kind); // "question" "empty" …: what the history says was overruled

// Everything there is to say about a message: what blocks first, then in the order it is read. Sources: 47 CFR 64.1200(a)(12)
// (a confirmation of an opt-out holds no marketing), 15 U.S.C. 7704(a)(3), (5) (an e-mail's opt-out and postal address); the rest is
// the house's. Pure; at most 5 ms for 2,000 characters (tests/bench). `speller` may be null. Thread: any.
QVector<Finding> checkMessage(const Message &message, const MessageFacts &facts, const Speller *speller = nullptr);

// Those that keep it from going out: blocks, without the ones a reason lifts when there is a reason.
QVector<Finding> standingBlocks(const QVector<Finding> &findings, bool reasonGiven);

} // namespace beback
