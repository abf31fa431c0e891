#pragma once

#include "core/campaign/campaign_store.h"
#include "core/campaign/spread.h"
#include "core/history/recorder.h"

#include <functional>
#include <optional>

namespace beback {

// A campaign at work: who it would speak to, putting them on its plan, taking them back. Lives in the thread of its recorder;
// `recorder` and `plans` must outlive it.

// The shared database of a desk: campaigns stand there, with everybody's histories and who has whom in hand, while people are put on
// a plan by events that the desk's own store records first, as everything else.
struct CampaignsShared {
    Connection &db;
    std::function<Result<void>(const QVector<CustomerId> &)> bring; // reads these people into the own store; none: nobody is moved
    std::function<Result<QVector<CustomerId>>()> send; // what was recorded, as far as that goes at once; who was changed by others meanwhile
    std::function<Instant()> now;                                   // the time there, by which somebody has a person in hand
};

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

    // `zone`: of the site. `shared`: at a desk of a shared database.
    CampaignRun(Recorder &recorder, const PlanBook &plans, QString zone, std::optional<CampaignsShared> shared = {});

    // Errors: Invalid, with the campaign's fault; NotFound (no such plan); the store's.
    Result<CampaignPreview> preview(const Campaign &campaign);
    // Starts a draft: decides for good whom and on which day, then puts a part of them on the plan, each by events on their own
    // history, which whoever was changed meanwhile is checked for again. A repeated call goes on where the last one was; of a
    // campaign that is started already it does nothing more. Of a shared database, where the line breaks off between the histories and
    // the list of who is in, the next call finds that they are in. Errors besides: NotFound; Conflict (it was stopped, or changed while
    // whom it speaks to was looked up).
    Result<CampaignMove> start(const QString &id, const QString &login);
    // Nobody else is put on the plan, and whoever was not spoken with since is taken back to where they were. A repeated call
    // goes on. Errors: NotFound; Conflict (it was never started).
    Result<CampaignMove> stop(const QString &id, const QString &login);

private:
    Result<void> begin(const StoredCampaign &stored, const QString &login);
    Result<CampaignMove> movePart(const StoredCampaign &stored, const QString &login, bool stopping);
    Result<QVector<CampaignPerson>> nextPart(const QString &id, bool stopping);
    Result<CampaignPerson> putOnPlan(const StoredCampaign &stored, CampaignPerson person, const QString &login);
    Result<CampaignPerson> takeBack(const StoredCampaign &stored, CampaignPerson person, const QString &login);
    Result<bool> isSpokenWith(const CampaignPerson &person, const QVector<Event> &events);
    Result<CampaignMove> moved(const QString &id, QVector<CustomerId> changed, bool stopping);
    Result<StoredCampaign> need(const QString &id);
    QVector<EventDraft> drafts(const Campaign &campaign, const CampaignPerson &person, const CustomerState &customer, const QString &login,
                               bool freesOwner);

    Recorder &m_recorder;
    std::optional<CampaignsShared> m_shared;
    Connection &m_own, &m_there; // where is recorded, and where the campaigns stand: the same, but at a desk of a shared database
    const PlanBook &m_plans;
    RooftopId m_rooftop;
    QString m_zone;
};

} // namespace beback
