#pragma once

#include "core/campaign/audience.h"
#include "core/store/connection.h"

namespace beback {

// Campaigns and their people as the store keeps them. Thread: the connection's.

struct StoredCampaign {
    enum class State { Draft, Started, Stopped };
    Campaign campaign;
    State state = State::Draft;
    QString by;        // login: who wrote, started or stopped it last
    Instant at;        // when
    Instant startedAt; // us 0: never
    friend bool operator==(const StoredCampaign &, const StoredCampaign &) = default;
};
QString toText(StoredCampaign::State state); // "draft" "started" "stopped"

// One person of a campaign that was started.
struct CampaignPerson {
    enum class State {
        Waiting, // to be put on its plan
        In,
        Out,     // something came between, or it was stopped before: `why`
        Kept,    // in it when it was stopped, and spoken with already: left on the plan
        Back     // taken back when it was stopped
    };
    CustomerId customer;
    LeadId lead;
    int place = 0; // from 1
    QDate day;
    State state = State::Waiting;
    QString why;
    EventId event; // taking it back takes them out; null: Waiting, Out
    bool wasEverIn() const { return state == State::In || state == State::Kept; }
    friend bool operator==(const CampaignPerson &, const CampaignPerson &) = default;
};

namespace campaign_store {

Result<QVector<StoredCampaign>> all(Connection &db, RooftopId rooftop); // by id
// A draft may become anything, and what was started is only stopped: false, where somebody else was quicker, and nothing was written.
Result<bool> put(Connection &db, RooftopId rooftop, const StoredCampaign &campaign);
Result<void> remove(Connection &db, RooftopId rooftop, const QString &id); // a draft; another one is left

Result<QVector<CampaignPerson>> people(Connection &db, RooftopId rooftop, const QString &id); // by place
Result<void> put(Connection &db, RooftopId rooftop, const QString &id, const QVector<CampaignPerson> &people);

// People who have a lead that it may speak to, by id; see speaksTo.
Result<QVector<CustomerId>> candidates(Connection &db, RooftopId rooftop, const CampaignWho &who, Instant now);

} // namespace campaign_store

} // namespace beback
