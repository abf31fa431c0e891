#include "naive_policies.h"

#include "core/time/zones.h"

namespace beback::sim {

namespace {

constexpr int Strikes = 3;
const QTime OfficeHour(10, 0);
constexpr int DailyFor = 30; // days

} // namespace

// The newest first, since a new lead is called at once; then whoever is due again.
std::optional<Deed> ThreeStrikes::nextOf(Instant at)
{
    const zones::Local now = zones::local(at, zone());
    std::optional<Deed> again;
    for (auto card = cards().rbegin(); card != cards().rend(); ++card) {
        if (card->off || card->visit || isDone(*card))
            continue;
        if (card->phone && card->calls == 0)
            return Deed{card->person, Medium::Call, {}, 0};
        if (card->email && card->emails == 0)
            again = Deed{card->person, Medium::Email, {}, 0};
        else if (card->phone && card->calls < Strikes && card->lastCallOn < now.date && now.time >= OfficeHour)
            again = Deed{card->person, Medium::Call, {}, 0};
    }
    return again;
}

bool ThreeStrikes::isDone(const Card &card) const
{
    const bool called = !card.phone || card.calls >= Strikes, mailed = !card.email || card.emails > 0;
    return card.reached || (called && mailed);
}

std::optional<Deed> SameHourDaily::nextOf(Instant at)
{
    const zones::Local now = zones::local(at, zone());
    std::optional<Deed> again;
    for (auto card = cards().rbegin(); card != cards().rend(); ++card) {
        if (card->off || card->visit || !card->phone || isDone(*card))
            continue;
        if (card->calls == 0)
            return Deed{card->person, Medium::Call, {}, 0};
        if (card->arrivedOn.daysTo(now.date) <= DailyFor && card->lastCallOn < now.date
            && now.time >= card->firstCallAt)
            again = Deed{card->person, Medium::Call, {}, 0};
    }
    return again;
}

bool SameHourDaily::isDone(const Card &card) const
{
    return card.reached || (card.calls > 0 && card.arrivedOn.daysTo(card.lastCallOn) >= DailyFor);
}

std::optional<Deed> FirstInFirstOut::nextOf(Instant at)
{
    const QDate today = zones::local(at, zone()).date;
    const int count = int(cards().size());
    for (int i = 0; i < count; ++i) {
        const int place = (m_next + i) % count;
        const Card &card = cards().at(place);
        if (card.off || card.visit || !card.phone || (card.calls > 0 && card.lastCallOn >= today))
            continue;
        m_next = (place + 1) % count;
        return Deed{card.person, Medium::Call, {}, 0};
    }
    return std::nullopt;
}

} // namespace beback::sim
