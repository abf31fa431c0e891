#include "beback_policy.h"

namespace beback::sim {

namespace {

constexpr int Tries = 20; // leads in a row that may not be contacted: then the agent looks again later

} // namespace

// A lead that is handed out and may not be contacted after all stays claimed until the lease runs out, as it would on an
// agent's screen, and the agent takes the next.
Result<std::optional<Deed>> BebackPolicy::next(const QString &login, Instant at)
{
    Workplace &place = m_books.place();
    for (int i = 0; i < Tries; ++i) {
        BEBACK_TRY(claim, place.queue().claimNext(login));
        if (!claim)
            break;
        BEBACK_TRY(state, place.customer(claim->customer));
        const LeadState *lead = state.lead(claim->lead);
        const auto step = lead ? nextStep(state, *lead, place.plans().find(lead->planId, lead->planVersion), place.plans())
                               : std::nullopt;
        if (step && mayContact(state, place.plans().rules(), step->medium, step->pointKey, at).allowed())
            return std::optional(Deed{m_books.personOf(claim->customer), step->medium, step->pointKey, claim->epoch});
    }
    return std::optional<Deed>();
}

} // namespace beback::sim
