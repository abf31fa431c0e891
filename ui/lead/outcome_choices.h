#pragma once

#include "core/desk/desk_types.h"

namespace beback::ui {

// One outcome a touch by some medium can have. The same digit means the same whatever the medium (1 they were there, 2 a
// message was left, 3 they were not there), or nothing, so that the hand learns it once.
struct OutcomeChoice {
    int digit = 0; // 1 to 9; 0: chosen without a digit
    Outcome outcome = Outcome::None;
    friend bool operator==(const OutcomeChoice &, const OutcomeChoice &) = default;
};
QVector<OutcomeChoice> outcomeChoices(Medium medium); // by digit

// What still has to be said before a touch can be saved. In the order F8 walks.
enum class Missing { Outcome, WhyUnsold, Delivered, MustAsk, Words, ResultCame, NextTime };
// `mustAskLeft`: questions of the call guide that have to be asked and were not.
QVector<Missing> whatIsMissing(const RecordRequest &request, int mustAskLeft = 0);

// Does this outcome ask whether the wanted result came?
bool asksForResult(Outcome outcome);

// What a visit came to, in the order of the digits: the objections, and last that they bought.
QStringList visitEnds();

// A quick choice for the next time.
struct WhenChoice {
    QString text; // "Tomorrow, 9:00 am"
    Instant at;
    friend bool operator==(const WhenChoice &, const WhenChoice &) = default;
};
// In the customer's zone; only times between 8 in the morning and 9 in the evening there, none twice, soonest first.
QVector<WhenChoice> whenChoices(Instant now, const QString &zone);

} // namespace beback::ui
