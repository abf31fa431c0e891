#pragma once

#include "core/plan/reach.h"

namespace beback {

// One function for each reason a lead has a next step. Each gives the step as it stands by itself; next_step.cpp chooses.

// A time that was promised: kept to the minute, or at the first minute of the hours when it lies outside.
std::optional<NextStep> promiseStep(const Reach &reach, const LeadState &lead);
// They wrote or called last, and nobody answered: due when it came, by the medium they chose. (After a visit: a call.)
// Where only a call can answer them, five in vain are enough, one a day, and the plan goes on.
std::optional<NextStep> replyStep(const Reach &reach, const LeadState &lead);
// An appointment: confirmed at 10:00 on the business day before unless we spoke since, by text when the call was not
// answered; half an hour after its time: did they come? And when they did not: a call for a new time, the same day.
std::optional<NextStep> appointmentStep(const Reach &reach, const LeadState &lead);
// They came in and did not buy: due from that moment until somebody writes down what kept them.
std::optional<NextStep> unsoldStep(const LeadState &lead);
// The plan's next step; before the first touch due at arrival; after the last step long-term contact.
NextStep plannedStep(const Reach &reach, const LeadState &lead, const Plan *plan, const PlanBook &plans);
// The same where a manager asks that the lead be worked now: a step of the plan comes then instead of on its day, and before what was
// agreed and lies ahead comes a touch; never against a rule or outside the hours they asked for. What is due already stays as it is.
NextStep nudgedStep(const Reach &reach, const LeadState &lead, NextStep step);
// A person who asked not to be contacted at all stays visible until somebody closes the lead, and is never offered.
NextStep refusedStep(const Reach &reach, const DoNotContact &refusal);

} // namespace beback
