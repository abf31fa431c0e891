#pragma once

#include "core/base/clock.h"
#include "core/words/guide.h"

namespace beback {

// Answers by question, as they are kept: "yes", a choice's key, "2026-11-28", "2026-11-28T17:00:00Z", "421.50", "+15055550142", or
// their words.
using GuideAnswers = QMap<QString, QString>;

// A conversation as far as it has come.
struct GuideState {
    GuideAnswers answers; // of this call
    GuideAnswers known;   // from earlier calls about the same lead
    QMap<QString, QString> notAsked; // why a question could not be asked
};

// The questions that are on the path with these answers, in order. Pure, like all here. Thread: any.
QVector<const GuideStep *> pathOf(const Guide &guide, const GuideState &state);
// What is known for a question: of this call, else of an earlier one where that stands; empty: nothing.
QString answerOf(const GuideStep &step, const GuideState &state);
// Questions on the path that must be asked and were not.
QVector<const GuideStep *> openQuestions(const Guide &guide, const GuideState &state);

// What somebody entered, as it is kept. `zone`: the customer's, for days and times. Errors: Invalid with a sentence.
Result<QString> readAnswer(const GuideStep &step, const QString &entered, const QString &zone, Instant now);
// A kept answer, for people: "Friday, Nov 28 at 10:00 am", "$421".
QString shownAnswer(const GuideStep &step, const QString &kept, const QString &language, const QString &zone, Instant now);

} // namespace beback
