// Campaigns as the window asks for them.
#include "core/desk/campaign_office.h"
#include "core/desk/desk_ask.h"

namespace beback {

namespace {

// For looking and deciding: `from` is a shared database, null the workplace's own store.
CampaignOffice officeOver(Workplace &at, Connection *from)
{
    return CampaignOffice(at, from ? std::optional(CampaignsShared{*from, {}, {}, {}}) : std::nullopt);
}

CampaignOffice officeOf(SharedPlace &at)
{
    return CampaignOffice(at.own(), at.campaigns());
}

template <class Body> QFuture<Result<CampaignMove>> movePart(Body *body, const QString &id, bool stopping)
{
    const auto part = [body, id, stopping](CampaignOffice office, const QString &login) -> Result<CampaignMove> {
        BEBACK_TRY(move, stopping ? office.stop(id, login) : office.start(id, login));
        if (!move.changed.isEmpty()) // none would mean: anything
            body->announce(move.changed);
        return move;
    };
    return body->askShared([part](SharedPlace &at) { return part(officeOf(at), at.login()); },
                           [part, body](Workplace &at) { return part(CampaignOffice(at), body->login); });
}

} // namespace

QFuture<Result<CampaignShelf>> Desk::campaignShelf()
{
    if (m_body->link)
        return m_body->count([](Workplace &at, const QString &, Connection *from) { return officeOver(at, from).shelf(); });
    return m_body->ask([](Workplace &at) { return CampaignOffice(at).shelf(); });
}

// Every history it may speak to is read: beside the desk's thread, so that nothing that is saved meanwhile waits for it.
QFuture<Result<CampaignPreview>> Desk::previewCampaign(Campaign campaign)
{
    return m_body->count([campaign](Workplace &at, const QString &, Connection *from) { return officeOver(at, from).preview(campaign); });
}

QFuture<Result<void>> Desk::keepCampaign(Campaign campaign)
{
    return m_body->askShared([campaign](SharedPlace &at) { return officeOf(at).keep(campaign, at.login()); },
                             [body = m_body.get(), campaign](Workplace &at) { return CampaignOffice(at).keep(campaign, body->login); });
}

QFuture<Result<void>> Desk::dropCampaign(QString id)
{
    return m_body->askShared([id](SharedPlace &at) { return officeOf(at).drop(id, at.login()); },
                             [body = m_body.get(), id](Workplace &at) { return CampaignOffice(at).drop(id, body->login); });
}

QFuture<Result<void>> Desk::decideCampaign(Campaign shown)
{
    return m_body->count([shown](Workplace &at, const QString &login, Connection *from) { return officeOver(at, from).decide(shown, login); });
}

QFuture<Result<CampaignMove>> Desk::startCampaign(QString id)
{
    return movePart(m_body.get(), id, false);
}

QFuture<Result<CampaignMove>> Desk::stopCampaign(QString id)
{
    return movePart(m_body.get(), id, true);
}

} // namespace beback
