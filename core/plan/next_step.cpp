#include "core/plan/next_step.h"

#include "core/plan/step_reasons.h"

#include <algorithm>
#include <tuple>

namespace beback {

namespace {

// The reasons that come from what the person said or agreed to, whichever is due first; a tie goes to the better band.
// An appointment somebody asked for in the lead itself waits for the first touch: that is due at once.
std::optional<NextStep> agreedStep(const Reach &reach, const LeadState &lead)
{
    std::optional<NextStep> first;
    const auto consider = [&first](std::optional<NextStep> step) {
        if (step && (!first || std::tie(step->dueAt, step->band) < std::tie(first->dueAt, first->band)))
            first = std::move(step);
    };
    consider(promiseStep(reach, lead));
    consider(replyStep(reach, lead));
    if (lead.attempts > 0 || first)
        consider(appointmentStep(reach, lead));
    consider(unsoldStep(lead));
    return first;
}

// Sold, and thanks and a word about what comes next are still due.
bool followsASale(const LeadState &lead, const Plan *plan)
{
    return lead.status == LeadStatus::Sold && plan && lead.closedAt.us > 0 && lead.planStartedAt >= lead.closedAt
           && lead.stepsDone < plan->steps.size();
}

// A promise, a reply or a new lead is due at a moment of its own, an appointment and what a manager asks for too: the earliest of them
// comes first. The rest follows by band. Stuck last.
int group(const NextStep &step)
{
    if (step.nudged)
        return 0;
    switch (step.band) {
    case Band::Promise:
    case Band::Reply:
    case Band::New:
    case Band::Appointment: return 0;
    default: return int(step.band);
    }
}

bool comesBefore(const NextForCustomer &a, const NextForCustomer &b)
{
    const auto key = [](const NextForCustomer &next) {
        return std::make_tuple(group(next.step), next.step.dueAt, int(next.step.band));
    };
    const auto left = key(a), right = key(b);
    return left != right ? left < right : a.lead < b.lead;
}

} // namespace

std::optional<NextStep> nextStep(const CustomerState &customer, const LeadState &lead, const Plan *plan, const PlanBook &plans)
{
    if (lead.status != LeadStatus::Open && !followsASale(lead, plan))
        return std::nullopt;
    const Reach reach(customer, plans.rules());
    std::optional<NextStep> step;
    if (const DoNotContact *refusal = customer.refusal({}, {}))
        step = refusedStep(reach, *refusal);
    else
        step = agreedStep(reach, lead);
    // A plan for the days before a visit goes on while the visit lies ahead.
    const bool beside = step && step->band == Band::Appointment && lead.appointment && plan && plan->beside;
    if (!step || beside)
        if (NextStep planned = plannedStep(reach, lead, plan, plans); !step || planned.dueAt < step->dueAt)
            step = std::move(planned);
    *step = nudgedStep(reach, lead, *std::move(step));
    step->steps = plan ? int(plan->steps.size()) : 0;
    return step;
}

std::optional<NextForCustomer> nextForCustomer(const CustomerState &customer, const PlanBook &plans)
{
    std::optional<NextForCustomer> first;
    for (const LeadState &lead : customer.leads) {
        const Plan *plan = plans.find(lead.planId, lead.planVersion);
        auto step = nextStep(customer, lead, plan, plans);
        if (!step)
            continue;
        NextForCustomer next{lead.id, *std::move(step)};
        if (!first || comesBefore(next, *first))
            first = std::move(next);
    }
    return first;
}

} // namespace beback
