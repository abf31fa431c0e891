#pragma once

#include "core/campaign/campaign_store.h"
#include "core/campaign/spread.h"
#include "core/history/recorder.h"

namespace beback {

// A campaign at work: who it would speak to, putting them on its plan, taking them back. Lives in the thread of its recorder;
// `recorder` and `plans` must outlive it.

// Whom a campaign would speak to if it were started now.
struct CampaignPreview {
    QVector<Addressee> people; // who is in first, in the order of their turns; then who is left out
    int in = 0;
    QDate firstDay, lastDay;   // of a turn; invalid: nobody is in
    DayLoads loads;
    int leftOut(LeftOut reason) const;
};

// How far a start or a stop has come.
struct CampaignMove {
    int done = 0; // people put on the plan; of a stop: taken back, or never put on it
    int out = 0;  // something came between; of a stop also: spoken with before, so they stay
    int left = 0; // still to be done: the same call goes on with them
    QVector<CustomerId> changed; // by this call
};

class CampaignRun
{
public:
    static constexpr int Part = 100; // people a call

    // `zone`: of the site.
    CampaignRun(Recorder &recorder, const PlanBook &plans, QString zone);

    // Errors: Invalid, with the campaign's fault; NotFound (no such plan).
    Result<CampaignPreview> preview(const Campaign &campaign);
    // Starts a draft: decides for good whom and on which day, then puts a part of them on the plan, each by events on their own
    // history, which whoever was changed meanwhile is checked for again. A repeated call goes on where the last one was; of a
    // campaign that is started already it does nothing more. Errors besides: NotFound; Conflict (it was stopped).
    Result<CampaignMove> start(const QString &id, const QString &login);
    // Nobody else is put on the plan, and whoever was not spoken with since is taken back to where they were. A repeated call
    // goes on. Errors: NotFound; Conflict (it was never started).
    Result<CampaignMove> stop(const QString &id, const QString &login);

private:
    Result<void> begin(StoredCampaign stored, const QString &login);
    Result<void> putOnPlan(const StoredCampaign &stored, CampaignPerson person, const QString &login);
    Result<void> takeBack(const StoredCampaign &stored, CampaignPerson person, const QString &login);
    Result<bool> isSpokenWith(const CampaignPerson &person);
    Result<CustomerState> stateOf(CustomerId customer);
    Result<CampaignMove> moved(const QString &id, QVector<CustomerId> changed, bool stopping);
    Result<StoredCampaign> need(const QString &id);
    QVector<EventDraft> drafts(const Campaign &campaign, const CampaignPerson &person, const CustomerState &customer, const QString &login,
                               bool freesOwner);

    Recorder &m_recorder;
    Connection &m_db;
    const PlanBook &m_plans;
    RooftopId m_rooftop;
    QString m_zone;
};

} // namespace beback
