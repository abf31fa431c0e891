#pragma once

#include "core/desk/desk_types.h"
#include "core/history/recorder.h"

namespace beback {

// What the answers of a call come to.
struct GuideDeeds {
    QVector<EventDraft> drafts;         // that follow from the attempt
    std::optional<LeadDraft> referral;  // somebody they named, with a number or address
    QString besides;                    // what could not be done with an answer, as a sentence
};

// Reads the answers of `request` as the guide wants them, and what they do: an objection, a time or a wish to hear no more that
// the request did not say itself is put into it. Answers to no question of the guide stay as they are. Errors: Invalid, naming the
// question: an answer that is none, a time that is past, a mandatory question that is open on a call that reached them. Pure.
Result<GuideDeeds> takeAnswers(RecordRequest &request, const CustomerState &state, const LeadState &lead, const Guide &guide, Instant now,
                               const QString &login);

// Somebody else is to look at this deal at once. `deal`: what is known of it.
EventDraft alertDraft(CustomerId customer, LeadId lead, const QString &deal, Instant now, const QString &login);
// What is known of the other deal, as lines: "Payment: $489".
QString dealText(const Guide &guide, const GuideAnswers &answers, const QString &zone, Instant now);

// Was a manager called about this deal already: one that is open, or was answered in this conversation?
bool isCalled(const LeadState &lead, Instant now);

inline constexpr Duration AnswerAlertWithin = std::chrono::minutes(5);

} // namespace beback
