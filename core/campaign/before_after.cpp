#include "core/campaign/before_after.h"

#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/time/zones.h"

namespace beback {

CampaignEffect effectOn(const LeadState &lead, const QVector<Event> &events, Instant turn, Instant now, std::optional<Medium> medium)
{
    const Instant until = std::min(now, turn + std::chrono::hours(24 * CameWithinDays));
    const Instant from = turn - (until - turn);
    CampaignEffect effect;
    effect.lead = lead.id;
    effect.turn = turn;
    effect.owner = lead.owner;
    effect.plan = lead.planId;
    effect.source = lead.source;
    effect.after = whatCame(events, turn, until, medium);
    effect.isCompared = lead.arrivedAt <= from;
    if (effect.isCompared)
        effect.before = whatCame(events, from, turn, medium);
    return effect;
}

Result<QVector<CampaignEffect>> readEffects(Connection &db, RooftopId rooftop, const QString &zone, const StoredCampaign &stored, Instant now,
                                            std::optional<Medium> medium)
{
    BEBACK_TRY(people, campaign_store::people(db, rooftop, stored.campaign.id));
    people.removeIf([&](const CampaignPerson &person) { return !person.wasEverIn() || turnOf(stored, person.day, zone) >= now; });
    QVector<CustomerId> customers;
    for (const CampaignPerson &person : std::as_const(people))
        customers << person.customer;
    QVector<CampaignEffect> effects;
    BEBACK_CHECK(event_store::forEach(db, rooftop, customers, [&](qsizetype place, QVector<Event> events) {
        const CampaignPerson &person = people.at(place);
        const CustomerState customer = fold(events);
        if (const LeadState *lead = customer.lead(person.lead))
            effects << effectOn(*lead, events, turnOf(stored, person.day, zone), now, medium);
    }));
    return effects;
}

} // namespace beback
