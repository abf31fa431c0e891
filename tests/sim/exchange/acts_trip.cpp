// Taking people along, and coming back.

#include "player.h"

namespace beback::exchange_sim {

void Player::takeAlong(SimDesk &desk, const Step &step)
{
    if (!mayUseLine(desk))
        return;
    TripWish wish;
    wish.leads = 1 + step.a % 3;
    wish.lasts = std::chrono::hours(1 + step.b % MostHours);
    const auto out = desk.exchange().checkOut(wish);
    if (see(out))
        m_tally.count(QStringLiteral("taken along"));
    if (out && step.b % 3)
        bringTheRest(desk, step);
}

void Player::bringTheRest(SimDesk &desk, const Step &)
{
    constexpr int Parts = 20; // far more than three people take
    for (int part = 0; part < Parts && mayUseLine(desk); ++part) {
        const auto trip = desk.exchange().bringPart();
        if (!see(trip) || trip->isWhole())
            return;
    }
}

void Player::comeBackFromTrip(SimDesk &desk, const Step &)
{
    if (mayUseLine(desk))
        see(desk.exchange().checkIn());
}

} // namespace beback::exchange_sim
