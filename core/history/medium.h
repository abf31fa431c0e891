#pragma once

#include <QString>
#include <QVector>

#include <array>
#include <optional>

namespace beback {

// How a customer is reached. The text form is what the store, the command line and files use.
enum class Medium { Call, Text, Email, Note, Visit, Social };
inline constexpr std::array<Medium, 6> AllMedia = {Medium::Call, Medium::Text,  Medium::Email,
                                                   Medium::Note, Medium::Visit, Medium::Social};
QString toText(Medium medium); // "call" "text" "email" "note" "visit" "social"
std::optional<Medium> mediumFromText(const QString &text);

enum class Direction { None, Out, In }; // Out: we contacted them
QString toText(Direction direction);    // "" "out" "in"
Direction directionFromText(const QString &text);

// What came of a touch (the field says "disposition").
enum class Outcome {
    None,
    Reached,
    Voicemail,
    NoAnswer,
    Busy,
    CallBack,        // they asked to be called at a time: the promise is on the event
    WrongNumber,
    NotInterested,
    BoughtElsewhere,
    AskedToStop,
    Sent,            // text, e-mail, note, social message handed over
    Bounced,         // could not be delivered
    Kept,            // a visit took place
    Missed           // a visit did not
};
QString toText(Outcome outcome); // "reached" "voicemail" "no_answer" ...
// Takes "no_answer", "no-answer" and "No answer" alike.
std::optional<Outcome> outcomeFromText(const QString &text);
// Can a touch by this medium end so? An e-mail is not busy, and nobody leaves a voicemail at a visit.
bool fits(Outcome outcome, Medium medium);
// Every outcome that fits, in the order of Outcome.
QVector<Outcome> outcomesOf(Medium medium);
// Did a human answer? What fills a mark and counts as reached.
bool isAnswered(Outcome outcome);

} // namespace beback
