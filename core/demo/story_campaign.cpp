// A change in the facts, told to those who were lost: one campaign that is over by the end, and one that goes on.

#include "core/campaign/campaign_run.h"
#include "core/demo/story.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"

#include <algorithm>

namespace beback::demo {

using namespace std::chrono_literals;

Campaign Story::campaign(int number) const
{
    Campaign campaign;
    campaign.from = zones::local(now(), QLatin1String(RooftopZone)).date;
    campaign.who.quietDays = 21;
    campaign.perDay = std::max(2, m_arrived / 90);
    if (number == 0) {
        campaign.id = QStringLiteral("fall-rates");
        campaign.kind = ChangeKind::Program;
        campaign.title = QStringLiteral("Lower rates from the makers");
        campaign.says = QStringLiteral("The makers now finance most new cars at 1.9 percent for 60 months.");
        campaign.until = campaign.from.addDays(20);
    } else {
        campaign.id = QStringLiteral("trade-in-month");
        campaign.kind = ChangeKind::Special;
        campaign.title = QStringLiteral("500 more for a trade-in");
        campaign.says = QStringLiteral("This month every trade-in brings 500 dollars more than it is valued at.");
        campaign.until = campaign.from.addDays(17);
    }
    return campaign;
}

// Written and started as a manager does it.
Result<void> Story::beginCampaign(int number)
{
    StoredCampaign stored;
    stored.campaign = campaign(number);
    stored.by = m_staff.managerOn(stored.campaign.from);
    stored.at = now();
    CampaignRun run(m_recorder, m_recorder.plans(), QLatin1String(RooftopZone));
    BEBACK_TRY(preview, run.preview(stored.campaign));
    if (preview.in == 0) // too few people ever came here
        return {};
    BEBACK_CHECK(campaign_store::put(m_recorder.db(), m_recorder.station().rooftop, stored));
    for (bool more = true; more;) {
        BEBACK_TRY(move, run.start(stored.campaign.id, stored.by));
        for (const CustomerId customer : std::as_const(move.changed))
            BEBACK_CHECK(joinCampaign(customer));
        more = move.left > 0;
    }
    return {};
}

// They were put on its plan behind the story's back; some of them listen again.
Result<void> Story::joinCampaign(CustomerId customer)
{
    const qsizetype index = m_lineOf.value(customer, -1);
    if (index < 0)
        return {};
    BEBACK_TRY(events, event_store::ofCustomer(m_recorder.db(), m_recorder.station().rooftop, customer));
    Line &line = m_lines.at(size_t(index));
    line.state = fold(std::move(events));
    line.next = nextForCustomer(line.state, m_recorder.plans());
    if (line.next)
        line.lead = line.next->lead;
    ++line.turn;
    const bool bought = line.person.habits.buysElsewhere.us > 0 && now() >= line.person.habits.buysElsewhere;
    if (!bought && m_dice.chance(0.5)) {
        line.gone = false;
        line.neglectedAfter = 999;
    }
    planWork(index);
    return {};
}

} // namespace beback::demo
