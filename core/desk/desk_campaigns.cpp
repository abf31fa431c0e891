// Campaigns as the window asks for them.
#include "core/desk/campaign_office.h"
#include "core/desk/desk_ask.h"

namespace beback {

QFuture<Result<CampaignShelf>> Desk::campaignShelf()
{
    return m_body->ask([](Workplace &at) { return CampaignOffice(at).shelf(); });
}

// Every history it may speak to is read: beside the desk's thread, so that nothing that is saved meanwhile waits for it.
QFuture<Result<CampaignPreview>> Desk::previewCampaign(Campaign campaign)
{
    if (!m_body->link)
        return m_body->intake.run([body = m_body.get(), campaign]() -> Result<CampaignPreview> {
            BEBACK_TRY(at, body->intakePlace());
            return CampaignOffice(*at).preview(campaign);
        });
    return m_body->ask([campaign](Workplace &at) { return CampaignOffice(at).preview(campaign); });
}

QFuture<Result<void>> Desk::keepCampaign(Campaign campaign)
{
    return m_body->ask([body = m_body.get(), campaign](Workplace &at) { return CampaignOffice(at).keep(campaign, body->login); });
}

QFuture<Result<void>> Desk::dropCampaign(QString id)
{
    return m_body->ask([body = m_body.get(), id](Workplace &at) { return CampaignOffice(at).drop(id, body->login); });
}

QFuture<Result<CampaignMove>> Desk::startCampaign(QString id)
{
    return m_body->ask([body = m_body.get(), id](Workplace &at) -> Result<CampaignMove> {
        BEBACK_TRY(move, CampaignOffice(at).start(id, body->login));
        if (!move.changed.isEmpty()) // none would mean: anything
            body->announce(move.changed);
        return move;
    });
}

QFuture<Result<CampaignMove>> Desk::stopCampaign(QString id)
{
    return m_body->ask([body = m_body.get(), id](Workplace &at) -> Result<CampaignMove> {
        BEBACK_TRY(move, CampaignOffice(at).stop(id, body->login));
        if (!move.changed.isEmpty()) // none would mean: anything
            body->announce(move.changed);
        return move;
    });
}

} // namespace beback
