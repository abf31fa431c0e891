#pragma once

#include "core/history/customer_state.h"
#include "core/plan/plan.h"

namespace beback {

// What happens to a lead may put it on another plan (PlanBook::branch says on which).
namespace branch {

// Everything that can: "appointment_set" "missed" "visited"
// "sold" "bought_elsewhere_open" (not delivered, or nobody asked) "bought_elsewhere_delivered" "not_interested"
// "wrong_number", and "objection_trade" … one for each Objection.
QStringList all();
// {"on": {what happens: plan}}. Errors: Invalid, naming the field.
Result<QHash<QString, QString>> fromJson(const QByteArray &json);
// What this event is of those. Empty: nothing.
QString of(const EventDraft &event);

} // namespace branch

// The drafts of one act, with a PlanChosen for each lead whose plan changes by them. It names the draft it follows from: when
// that is taken back, so is the change of plan. Where somebody chose a plan themselves in the same act, that stands. Pure.
QVector<EventDraft> withBranches(QVector<EventDraft> drafts, const CustomerState &before, const PlanBook &plans);

} // namespace beback
