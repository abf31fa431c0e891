#pragma once

#include "core/campaign/came_of_it.h"
#include "core/campaign/campaign_run.h"
#include "core/desk/workplace.h"

namespace beback {

// The campaigns of a store as a manager sees them.
struct CampaignShelf {
    QVector<CampaignResult> campaigns; // drafts first, then the last started first
    QVector<std::pair<QString, QString>> plans; // id and name of each that is switched on, by name
    QDate today;          // at the site
    QString fixedBecause; // why nothing of it is changed at this desk, as a sentence; empty: a manager may
    const CampaignResult *find(const QString &id) const;
    QStringList ids() const;
};

// What managers do with campaigns. Only they may (Denied), and not from a desk of a shared database (Unavailable): it has not
// everybody's histories, and the campaigns of all desks would have to know of each other. Lives in the workplace's thread.
class CampaignOffice
{
public:
    explicit CampaignOffice(Workplace &place);

    Result<CampaignShelf> shelf();
    Result<CampaignResult> result(const QString &id); // errors: NotFound, naming those there are
    Result<CampaignPreview> preview(const Campaign &campaign);
    // A draft, finished or not. Errors besides: Conflict (it was started, and stays as it is).
    Result<void> keep(const Campaign &campaign, const QString &login);
    Result<void> drop(const QString &id, const QString &login); // a draft; errors besides: NotFound, Conflict
    // One part each; see CampaignRun.
    Result<CampaignMove> start(const QString &id, const QString &login);
    Result<CampaignMove> stop(const QString &id, const QString &login);
    // A campaign for the first business day from tomorrow on, to be written.
    Result<Campaign> blank(const QString &title);

private:
    Result<QString> fixedBecause();
    Result<void> mayChange(const QString &login);
    Result<std::optional<StoredCampaign>> find(const QString &id);

    Workplace &m_place;
    CampaignRun m_run;
};

} // namespace beback
