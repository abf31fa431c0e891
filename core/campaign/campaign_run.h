#pragma once

#include "core/campaign/campaign_store.h"
#include "core/campaign/spread.h"
#include "core/history/recorder.h"
#include "core/report/people.h"

#include <QSet>

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
    // All that was recorded: done means that it is in the shared database. Who was changed by others meanwhile.
    std::function<Result<QVector<CustomerId>>()> send;
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
    // Decides for good whom a draft speaks to, and on which day each; nobody is put on its plan yet, which start() does. `shown`: as it
    // stands before whoever starts it. What was started already is left. Errors: those of start(); Conflict, where it is another one by now.
    Result<void> decide(const QString &id, const std::optional<Campaign> &shown, const QString &login);
    // Starts a draft: decides for good whom and on which day, then puts a part of them on the plan, each by events on their own
    // history, which whoever was changed meanwhile is checked for again. A repeated call goes on where the last one was; of a
    // campaign that is started already it does nothing more. Of a shared database, where the line breaks off between the histories and
    // the list of who is in, the next call finds that they are in. Errors besides: NotFound; Conflict: it was changed while whom it
    // speaks to was looked up, or stopped; then whoever this desk had put on its plan and could not tell is taken back first.
    Result<CampaignMove> start(const QString &id, const QString &login);
    // Nobody else is put on the plan, and whoever was not spoken with since is taken back to where they were. A repeated call
    // goes on, and finds whoever a desk whose line was cut put on the plan and told of after the first. Errors: NotFound; Conflict (it was never started).
    Result<CampaignMove> stop(const QString &id, const QString &login);

    Result<StoredCampaign> need(const QString &id); // errors: NotFound, naming those there are

private:
    // What is to be known besides the histories, where the campaigns stand.
    struct Around {
        QVector<SitePerson> staff; // those who work there now
        QSet<CustomerId> held;     // somebody has them in front of them
    };
    Result<Around> lookAround(const QString &id);
    Result<CampaignMove> movePart(const StoredCampaign &stored, const QString &login, bool stopping);
    Result<CampaignMove> refuseStopped(const StoredCampaign &stored, const QString &login); // Conflict
    Result<void> takeBackLate(const StoredCampaign &stored, const QString &login);
    Result<QVector<CampaignPerson>> nextPart(const QString &id, bool stopping);
    Result<QVector<CustomerId>> work(const StoredCampaign &stored, QVector<CampaignPerson> part, const QString &login, bool stopping);
    Result<CampaignPerson> putOnPlan(const StoredCampaign &stored, CampaignPerson person, const Around &around, const QString &login);
    Result<CampaignPerson> takeBack(const StoredCampaign &stored, CampaignPerson person, const Around &around, const QString &login);
    Result<CampaignMove> moved(const QString &id, QVector<CustomerId> changed, bool stopping);
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
