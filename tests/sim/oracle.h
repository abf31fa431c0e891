#pragma once

#include "policy.h"

namespace beback::sim {

// Sees what nobody can: everybody's habits, intent and patience, and how they stand. Picks, at each moment, the lead and medium
// with the most expected appointments a minute of work; keeps the law, every stop, and stays below everybody's patience. Greedy:
// it does not plan ahead, except that it leaves a touch for a better hour of the coming day, as far as there will be the time
// for it. So it is a bound that is hard to reach, not the best there could be.
class Oracle final : public Policy
{
public:
    explicit Oracle(const Stage &stage);

    void arrived(int person, Instant at) override;
    void wrote(int, const Coming &) override {}
    void touched(int person, Medium medium, const Answer &answer, Instant at) override;
    void visited(int, const Customers::Visit &, Instant) override {}
    Result<std::optional<Deed>> next(const QString &login, Instant at) override;

private:
    struct Worth {
        double appointments = 0; // expected
        double minutes = 1;      // expected
        double later = 0;        // expected appointments of the same touch at the best hour of the coming day
    };
    struct Around { // a place and hour
        Daypart now;
        std::array<std::array<bool, PartsOfDay>, 2> comes{}; // parts of the day, at work and lawful, within the next 20 hours
    };
    Worth worth(int person, Medium medium, Instant at, const Around &around) const;
    Worth worthOfCall(int person, Instant at, const Around &around) const;
    bool usable(int person, Medium medium) const;
    bool tooSoon(int person, Medium medium, Instant at) const;
    double bestLater(int person, Medium medium, const Around &around) const;
    double patienceAsked(int person, Medium medium, Instant at) const;
    void lookAround(Instant at);

    Stage m_stage;
    struct Known {
        std::array<Instant, 3> last{}; // call text email
        std::array<bool, 3> useless{};
    };
    QVector<Known> m_known; // by person; those who have arrived
    QVector<Around> m_around; // by place
    qint64 m_aroundHour = -1;
    double m_spare = 1; // share of the touches that would be better later for which there will be time: 0 to 1
};

} // namespace beback::sim
