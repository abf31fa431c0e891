#pragma once

#include "core/campaign/campaign_store.h"
#include "core/history/event.h"

namespace beback {

// What came of a campaign. Every number is the people behind it.

enum class Came { Touched, Reached, Replied, Appointment, Shown, Sold, OptedOut };
inline constexpr std::array AllCame = {Came::Touched, Came::Reached, Came::Replied, Came::Appointment, Came::Shown, Came::Sold, Came::OptedOut};
QString toText(Came came); // "touched" "reached" "replied" "appointments" "shown" "sold" "opted_out"

// Whatever happens to a person so many days after their turn is laid to the campaign, and nothing later: long enough to buy a car
// in, and the numbers of a campaign come to rest.
inline constexpr int CameWithinDays = 90;

// Of one person, from their turn on; what was taken back does not count. `events`: all of theirs, in canonical order. Touches of
// other departments are not the campaign's. Pure.
QVector<Came> whatCame(const QVector<Event> &events, Instant turn);
// The same of what happened in [from, until). `medium`: of touches and replies only those by it; none: all.
QVector<Came> whatCame(const QVector<Event> &events, Instant from, Instant until, std::optional<Medium> medium = {});

// When the turn of somebody came, or is to: with their day, on the first of a campaign not before it was started. `zone`: the site's.
Instant turnOf(const StoredCampaign &stored, QDate day, const QString &zone);

struct CampaignMember {
    CustomerId customer;
    LeadId lead;
    QString name, vehicle;
    QDate day; // of their turn
};

struct CampaignResult {
    StoredCampaign stored;
    QVector<CampaignMember> people; // put on its plan and not taken back, by their turns
    QVector<LeadId> ahead;          // of them, those whose turn is still to come
    int waiting = 0;         // still to be put on the plan, by a start that was cut short
    int takenBack = 0;       // when it was stopped
    std::array<QVector<LeadId>, AllCame.size()> came; // by Came, each of them once
    const QVector<LeadId> &of(Came what) const { return came[size_t(what)]; }
};
// `zone`: the site's. Thread: the connection's.
Result<CampaignResult> readResult(Connection &db, RooftopId rooftop, const QString &zone, const StoredCampaign &stored, Instant now);

} // namespace beback
