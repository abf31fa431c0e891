#pragma once

#include "core/history/customer_state.h"

#include <QVector>

namespace beback {

// How likely somebody is reached now, by what was tried at this site and with them. Pure. Thread: any.
//
// A ladder of shares, each leaning on the one below as on a single observation (the unit-information prior; Kass and
// Wasserman, "A reference Bayesian test for nested hypotheses", 1995): what was tried at all (Jeffreys' prior, one half each way),
// by this medium, by this medium in this hour of the day, and with this person. So an hour in which one call was answered
// is no certainty, and the more is known the less the ladder says.
class ReachChance
{
public:
    struct Trial {
        Medium medium = Medium::Call;
        int hour = 0; // of the site's wall clock
        bool answered = false;
    };
    ReachChance() = default;
    explicit ReachChance(const QVector<Trial> &trials);

    // Of anybody.
    double of(Medium medium, int hour) const;
    // Of somebody with whom these were the last touches; those skipped do not count.
    double of(Medium medium, int hour, const QVector<AttemptMark> &marks) const;

private:
    struct Count {
        int tried = 0, answered = 0;
        double leaningOn(double share) const { return (answered + share) / (tried + 1); }
    };
    Count m_all;
    std::array<Count, 6> m_media{};
    std::array<std::array<Count, 24>, 6> m_hours{};
};

} // namespace beback
