#pragma once

#include "core/desk/desk_types.h"
#include "core/history/recorder.h"
#include "core/plan/plan.h"

namespace beback {

// What is written down when something is said or done, before the recorder makes an event of it. Pure.

void put(QJsonObject &body, const char *key, const QString &value); // unless it is empty
EventDraft draftOf(CustomerId customer, LeadId lead, EventKind kind, const QString &login);
EventDraft optOutDraft(CustomerId customer, const QString &pointKey, std::optional<Medium> medium, const QString &reason, const QString &login);
EventDraft planDraft(CustomerId customer, LeadId lead, const Plan &plan, const QString &reason, const QString &login);
// A number or address, and the zones they may be in by it. Errors: Invalid with a sentence about the number or address.
Result<QVector<EventDraft>> contactPointDrafts(const CustomerState &state, ContactPoint::Type type, const QString &raw, const QString &label,
                                               const QString &replaces, const QString &login);
// What was answered on a call and why the rest was not asked, and by which guide; null: by none.
void keepAnswers(QJsonObject &body, const RecordRequest &request, const Guide *guide);
// Of `request.objection`, which has to be there.
EventDraft objectionDraft(const RecordRequest &request, const LeadState &lead, const QString &login);
// The kinds of what the check blocks, each once; and that a message went out all the same. Nothing is noted where `kinds` is empty.
QStringList blockKinds(const QVector<Finding> &findings);
void noteKept(EventDraft &draft, const QStringList &kinds, const QString &reason);
// What came of it; `act`: the place of what is undone when somebody takes it back, among what was recorded.
RecordReceipt receiptOf(const Recorded &recorded, LeadId lead, int act = 0);

} // namespace beback
