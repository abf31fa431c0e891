// Claiming on the shared database, by one desk, by 16 and by 64 at once: through the core, against libpq calling the same
// function of the guard. And the same at a hundred times as many leads (ten times, unless --full).

#include "claimers.h"
#include "crew.h"

namespace bench {

namespace {

constexpr int Rounds = 7;

template <class Claimer, class Where> Crew::Job claiming(const Where &where, int times)
{
    auto claimer = std::make_shared<Claimer>(where);
    return [claimer, times] {
        for (int i = 0; i < times; ++i)
            claimer->claim();
    };
}

// Nobody may hold more than sixty people: what a round claimed is worked on before the next.
void claimWith(const Dealership &place, int desks, int times)
{
    PgFloor administrator = place.administrator();
    Crew ours(desks, [&](int i) { return claiming<OurClaimer>(place.urlOf(Dealership::deskName(i)), times); });
    Crew floor(desks, [&](int i) { return claiming<FloorClaimer>(place.uriOf(Dealership::deskName(i)), times); });
    QVector<double> oursRate, floorRate, ratio;
    const auto rate = [&](Crew &crew) {
        const Seconds took = crew.round();
        Dealership::workedOn(administrator);
        return desks * times / took;
    };
    for (int round = 0; round <= Rounds; ++round) {
        const double o = rate(ours), f = rate(floor);
        if (round == 0) // warms both
            continue;
        oursRate << o;
        floorRate << f;
        ratio << o / f;
    }
    const double middle = median(ratio);
    print({QStringLiteral("shared claim, %1 desks at once").arg(desks), perSecond(median(oursRate)),
           perSecond(median(floorRate)), middle, QStringLiteral(">= 0.80 x floor"), middle >= 0.8});
}

void growth(const Options &options)
{
    const int many = options.full ? 6000000 : 600000;
    const Dealership small = Dealership::withQueue(options, 60000, -1), large = Dealership::withQueue(options, many, -1);
    PgFloor smallAdmin = small.administrator(), largeAdmin = large.administrator();
    OurClaimer few(small.urlOf(Dealership::deskName(0))), lots(large.urlOf(Dealership::deskName(0)));
    QVector<double> smallTimes, largeTimes;
    for (int round = 0; round <= 4 * Rounds; ++round) {
        const auto each = [](OurClaimer &claimer, PgFloor &administrator) {
            const Seconds took = timeOf([&] { for (int i = 0; i < 50; ++i) claimer.claim(); });
            Dealership::workedOn(administrator);
            return took / 50;
        };
        const double s = each(few, smallAdmin), l = each(lots, largeAdmin);
        if (round == 0)
            continue;
        smallTimes << s;
        largeTimes << l;
    }
    const double s = median(smallTimes), l = median(largeTimes);
    print({QStringLiteral("shared claim, %1 leads to 60000").arg(many), duration(l), duration(s), l / s,
           QStringLiteral("0.70 to 1.30 x"), l / s >= 0.7 && l / s <= 1.3});
}

} // namespace

void sharedClaim(const Options &options)
{
    const Dealership place = Dealership::withLeads(options);
    claimWith(place, 1, 50);
    claimWith(place, 16, 40);
    claimWith(place, 64, 20);
    growth(options);
}

} // namespace bench
