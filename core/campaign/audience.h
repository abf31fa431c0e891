#pragma once

#include "core/campaign/campaign.h"
#include "core/history/customer_state.h"
#include "core/plan/plan.h"

namespace beback {

// Whom a campaign speaks to, and who of them is left out. Pure; thread: any.

// Why somebody it speaks to is left out. The text form is what JSON and the store say.
enum class LeftOut {
    AskedToStop,    // they want to hear no more, by any medium
    OptedOut,       // of every medium the plan could use
    NoWay,          // no number or address for any of them
    BoughtHere,
    BoughtElsewhere, // since the lead came
    Agreed,         // an appointment, a promise, a reply that waits, a visit nobody said the outcome of
    BeingWorked,    // another interest of theirs is on an active plan
    NeverContacted, // nobody ever tried to reach them: they are owed a first touch, not news
    OtherCampaign,  // in one within the campaign's againAfter
    Limit,          // the house allows no more touches now
    NoRoom          // no day has room for them before it ends; see spread.h
};
inline constexpr std::array AllLeftOut = {LeftOut::AskedToStop, LeftOut::OptedOut,      LeftOut::NoWay,       LeftOut::BoughtHere,
                                          LeftOut::BoughtElsewhere, LeftOut::Agreed,    LeftOut::BeingWorked, LeftOut::NeverContacted,
                                          LeftOut::OtherCampaign, LeftOut::Limit,       LeftOut::NoRoom};
QString toText(LeftOut reason); // "asked_to_stop" …
std::optional<LeftOut> leftOutFromText(const QString &text);
QString leftOutSentence(LeftOut reason); // "Asked not to be contacted"

// Does it speak to this lead? Consent and limits are not looked at.
bool speaksTo(const Campaign &campaign, const LeadState &lead, const PlanBook &plans, Instant now);
// Is an open lead asleep: its plan is done, or nobody touched it for so many days and it did not stir either.
bool isSleeping(const LeadState &lead, const PlanBook &plans, int quietDays, Instant now);

// One person it speaks to, by the lead it speaks to most.
struct Addressee {
    CustomerId customer;
    LeadId lead;
    QString name, vehicle;
    bool isLost = false;                // else sleeping
    std::optional<Objection> objection;
    Instant lastTouchAt;                // us 0: never
    std::optional<LeftOut> leftOut;     // none: they are in
    QDate day;                          // their turn; invalid: left out, or not spread yet
    double rank = 0;                    // larger: sooner
    friend bool operator==(const Addressee &, const Addressee &) = default;
};

// None: it does not speak to this person. `now` is the moment limits are looked at.
std::optional<Addressee> addresseeOf(const Campaign &campaign, const CustomerState &customer, const PlanBook &plans, Instant now);
// Who is in first, in the order of their turns; then the others.
void sortByRank(QVector<Addressee> &people);

} // namespace beback
