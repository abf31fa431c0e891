#pragma once

#include "core/history/customer_state.h"
#include "core/plan/plan.h"
#include "core/time/zones.h"

namespace beback {

// Why a lead is where it is in the queue: bands in the order they are worked. Part of the stored row: never renumber.
enum class Band { Promise = 0, Reply = 1, New = 2, Fresh = 3, Appointment = 4, Plan = 5, LongTerm = 6, Stuck = 9 };

// What is to be done next for one lead, and not before when. A pure function of history and plan: "now" plays no part,
// so it can be stored and checked.
struct NextStep {
    Band band = Band::Plan;
    Medium medium = Medium::Call;
    std::optional<Medium> plannedMedium; // where the plan wanted another one, and why that is not possible
    Instant dueAt;       // already inside the hours in which this medium may be used
    int step = 0;        // 1-based place in the plan; 0: not a step of the plan
    int steps = 0;       // how many the plan has
    QString purpose;     // sentence: why
    QString result;      // sentence: the wanted result
    QString words;       // key of prepared words, may be empty
    QString pointKey;    // the contact point to use: "phone:+1…"; empty: none is usable
    std::optional<DayPart> part; // of the day, where one was chosen
    bool learned = false; // medium or part are another than the plan's, by what they answer to
    bool nudged = false;  // it is due because a manager asks for it, sooner than it would be
    bool gentle = false;  // it waits, or comes by a gentler medium, because they have heard much from us; see pressure.h
    QString stuckBecause; // Band::Stuck: what a person has to mend, as a sentence
    friend bool operator==(const NextStep &, const NextStep &) = default;
};

// None for a lead that is closed, unless it is sold and on a plan that began with the sale; every open lead has a step. `plan` may be null (unknown plan): then the first touch and
// long-term contact apply. Reasons, in order: a person who asked not to be contacted at all is Stuck until the lead is
// closed; then what was agreed (a promise, a reply that waits, an appointment, a visit nobody has said the outcome of), whichever
// is due first; then the first
// touch, due at arrival; then the plan's next step; then long-term contact. While something agreed lies ahead, the plan
// waits. Steps after the first day fall on business days. Where a manager asks that the lead be worked now, it is due from then on,
// in Band::Fresh: see nudgedStep(). Thread: any.
std::optional<NextStep> nextStep(const CustomerState &customer, const LeadState &lead, const Plan *plan, const PlanBook &plans);

// The lead of this customer to work first, with its step. Promise, Reply, New, Appointment and what a manager asks for have moments of
// their own: among them the earliest due comes first (so a new question is not hidden behind a callback in three weeks). Then Fresh,
// Plan, LongTerm by band and due time; Stuck last; ties by lead id. None: nothing is open.
struct NextForCustomer {
    LeadId lead;
    NextStep step;
};
std::optional<NextForCustomer> nextForCustomer(const CustomerState &customer, const PlanBook &plans);

} // namespace beback
