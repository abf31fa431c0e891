#pragma once

#include "core/campaign/came_of_it.h"
#include "core/campaign/campaign_run.h"
#include "core/desk/workplace.h"

namespace beback {

// The campaigns of a store as a manager sees them.
struct CampaignShelf {
    QVector<CampaignResult> campaigns; // drafts first, then the last started first
    QVector<std::pair<QString, QString>> plans; // id and name of each that is switched on, by name
    QDate today; // at the site
    const CampaignResult *find(const QString &id) const;
    QStringList ids() const;
};

// What managers do with campaigns: only they may (Denied). At a desk of a shared database they stand there, and `shared` says how to
// get at it; without it everything is Unavailable, since this desk has not everybody's history. For looking and deciding (shelf, result,
// preview, blank, decide) its connection is enough. Lives in the workplace's thread.
class CampaignOffice
{
public:
    explicit CampaignOffice(Workplace &place, std::optional<CampaignsShared> shared = {});

    Result<CampaignShelf> shelf();
    Result<CampaignResult> result(const QString &id); // errors: NotFound, naming those there are
    Result<CampaignPreview> preview(const Campaign &campaign);
    // A draft, finished or not. Errors besides: Conflict (it was started, and stays as it is).
    Result<void> keep(const Campaign &campaign, const QString &login);
    Result<void> drop(const QString &id, const QString &login); // a draft; errors besides: NotFound, Conflict
    // Whom it speaks to, and when, for good; see CampaignRun. Reads everybody it may speak to: not beside what others wait for.
    Result<void> decide(const Campaign &shown, const QString &login);
    // One part each; see CampaignRun.
    Result<CampaignMove> start(const QString &id, const QString &login);
    Result<CampaignMove> stop(const QString &id, const QString &login);
    // A campaign for the first business day from tomorrow on, to be written.
    Result<Campaign> blank(const QString &title);

private:
    Result<void> mustReach();
    Result<void> mayChange(const QString &login);

    Workplace &m_place;
    Connection &m_db; // where the campaigns stand
    bool m_isShared = false;
    CampaignRun m_run;
};

} // namespace beback
