#pragma once

#include "core/campaign/came_of_it.h"

namespace beback {

// What came of a campaign with each of its people, beside what came with the same person in as many days before their turn.

// One person whose turn has come. Whatever became of them is counted from the beginning of their day on until now, for
// CameWithinDays at most.
struct CampaignEffect {
    LeadId lead;
    Instant turn;                // when it came
    QString owner, plan, source; // of the lead as it stands now; owner empty: anybody's
    QVector<Came> after;
    // Their lead had come before those days began, so that as much time can be looked at on both sides.
    bool isCompared = false;
    QVector<Came> before; // empty, where it is not compared
    friend bool operator==(const CampaignEffect &, const CampaignEffect &) = default;
};

// Of one person of a campaign. `events`: all of theirs, in canonical order. `turn`: when it came, before `now`. `medium`: of touches
// and replies only those by it; none: all. Pure.
CampaignEffect effectOn(const LeadState &lead, const QVector<Event> &events, Instant turn, Instant now, std::optional<Medium> medium = {});

// In the order of their places; who was taken back, or is to come, is left out. Reads the history of each of them: a manager's
// question. `zone`: the site's. Thread: the connection's.
Result<QVector<CampaignEffect>> readEffects(Connection &db, RooftopId rooftop, const QString &zone, const StoredCampaign &stored, Instant now,
                                            std::optional<Medium> medium = {});

} // namespace beback
