#include "core/desk/campaign_office.h"

#include "core/time/calendar.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

const CampaignResult *CampaignShelf::find(const QString &id) const
{
    for (const CampaignResult &one : campaigns)
        if (one.stored.campaign.id == id)
            return &one;
    return nullptr;
}

QStringList CampaignShelf::ids() const
{
    QStringList all;
    for (const CampaignResult &one : campaigns)
        all << one.stored.campaign.id;
    return all;
}

CampaignOffice::CampaignOffice(Workplace &place, std::optional<CampaignsShared> shared)
    : m_place(place), m_db(shared ? shared->db : place.db()), m_isShared(shared.has_value()),
      m_run(place.recorder(), place.plans(), place.rooftop().zone, std::move(shared))
{
}

Result<void> CampaignOffice::mustReach()
{
    if (m_isShared)
        return {};
    BEBACK_TRY(site, m_place.setting(QStringLiteral("rooftop_id")));
    if (site.isEmpty())
        return {};
    return Error{Code::Unavailable,
                 tr("Campaigns stand in the shared database, which does not answer, and this desk has only the people it carries. They go on when "
                    "it is back."),
                 {}};
}

Result<void> CampaignOffice::mayChange(const QString &login)
{
    BEBACK_CHECK(m_place.mustBeManager(login, tr("Only a manager runs campaigns. Ask one of yours to.")));
    return mustReach();
}

Result<CampaignShelf> CampaignOffice::shelf()
{
    BEBACK_CHECK(mustReach());
    BEBACK_TRY(versions, m_place.freshPlans());
    const Instant now = m_place.clock().now();
    CampaignShelf shelf;
    shelf.today = zones::local(now, m_place.rooftop().zone).date;
    for (const Plan *plan : m_place.plans().all())
        shelf.plans << std::pair(plan->id, plan->name);
    BEBACK_TRY(all, campaign_store::all(m_db, m_place.rooftopId()));
    std::stable_sort(all.begin(), all.end(), [](const StoredCampaign &a, const StoredCampaign &b) {
        const bool draft = a.state == StoredCampaign::State::Draft;
        if (draft != (b.state == StoredCampaign::State::Draft))
            return draft;
        return (draft ? a.at : a.startedAt) > (draft ? b.at : b.startedAt);
    });
    for (const StoredCampaign &stored : std::as_const(all)) {
        BEBACK_TRY(one, readResult(m_db, m_place.rooftopId(), m_place.rooftop().zone, stored, now));
        shelf.campaigns << one;
    }
    return shelf;
}

Result<CampaignResult> CampaignOffice::result(const QString &id)
{
    BEBACK_TRY(shelf, this->shelf());
    if (const CampaignResult *one = shelf.find(id))
        return *one;
    return Error{Code::NotFound,
                 shelf.campaigns.isEmpty() ? tr("There is no campaign “%1”, and no other.").arg(id)
                                           : tr("There is no campaign “%1”. There are: %2.").arg(id, shelf.ids().join(QStringLiteral(", "))),
                 {}};
}

Result<CampaignPreview> CampaignOffice::preview(const Campaign &campaign)
{
    BEBACK_CHECK(mustReach());
    return m_run.preview(campaign);
}

Result<void> CampaignOffice::keep(const Campaign &campaign, const QString &login)
{
    BEBACK_CHECK(mayChange(login));
    StoredCampaign stored;
    stored.campaign = campaign;
    stored.by = login;
    stored.at = m_place.clock().now();
    BEBACK_TRY(isKept, m_db.inTransaction("campaign draft", [&] { return campaign_store::put(m_db, m_place.rooftopId(), stored); }));
    if (isKept)
        return {};
    return Error{Code::Conflict, tr("“%1” was started, so its words and its people stay as they are. Copy it to change it.").arg(campaign.title), {}};
}

Result<void> CampaignOffice::drop(const QString &id, const QString &login)
{
    BEBACK_CHECK(mayChange(login));
    BEBACK_TRY(known, m_run.need(id));
    if (known.state != StoredCampaign::State::Draft)
        return Error{Code::Conflict,
                     (known.state == StoredCampaign::State::Started ? tr("“%1” was started, so it stays for its report. It can be stopped.")
                                                                    : tr("“%1” was started, so it stays for its report.")).arg(known.campaign.title), {}};
    return m_db.inTransaction("campaign draft", [&] { return campaign_store::remove(m_db, m_place.rooftopId(), id); });
}

Result<void> CampaignOffice::decide(const Campaign &shown, const QString &login)
{
    BEBACK_CHECK(mayChange(login));
    return m_run.decide(shown.id, shown, login);
}

Result<CampaignMove> CampaignOffice::start(const QString &id, const QString &login)
{
    BEBACK_CHECK(mayChange(login));
    return m_run.start(id, login);
}

Result<CampaignMove> CampaignOffice::stop(const QString &id, const QString &login)
{
    BEBACK_CHECK(mayChange(login));
    return m_run.stop(id, login);
}

Result<Campaign> CampaignOffice::blank(const QString &title)
{
    BEBACK_TRY(all, campaign_store::all(m_db, m_place.rooftopId()));
    QStringList taken;
    for (const StoredCampaign &one : std::as_const(all))
        taken << one.campaign.id;
    Campaign campaign;
    campaign.id = campaignIdFor(title, taken);
    campaign.title = title;
    campaign.from = calendar::addBusinessDays(zones::local(m_place.clock().now(), m_place.rooftop().zone).date, 1);
    return campaign;
}

} // namespace beback
