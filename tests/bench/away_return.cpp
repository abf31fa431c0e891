// Coming back: a desk that was away on a trip recorded a thousand events about so many people, connects, sends them, reads what is
// new and ends its trip. The floor: as many events inserted by one statement, through the same triggers, over a connection of its
// own on the same line.

#include "long_line.h"
#include "shared_desk.h"
#include "store_fixture.h"
#include "touches.h"

#include <cstdio>

namespace bench {

using namespace beback;

namespace {

constexpr int Events = 1000;

struct Away {
    QStringList people; // "customer lead"
    CustomerId customer(int i) const { return CustomerId::fromString(people.at(i % people.size()).section(QLatin1Char(' '), 0, 0)); }
    LeadId lead(int i) const { return LeadId::fromString(people.at(i % people.size()).section(QLatin1Char(' '), 1, 1)); }
};

// As many as go along are on the trip, the others are merely carried; all of it is written without the line.
void goAndWork(SharedDesk &desk, const Away &away)
{
    TripWish wish;
    for (int i = 0; i < std::min<int>(MostAlong, int(away.people.size())); ++i)
        wish.named << away.lead(i);
    wish.leads = int(wish.named.size());
    wish.lasts = std::chrono::hours(8);
    SharedPlace &place = desk.place();
    (void)need(place.takeAlong(wish));
    QStringList customers;
    for (int i = 0; i < away.people.size(); ++i)
        customers << away.customer(i).toString();
    need(place.exchange().bring(customers));
    place.exchange().disconnect();
    need(place.own().db().inTransaction("bench", [&]() -> Result<void> {
        for (int i = 0; i < Events; ++i)
            BEBACK_CHECK(place.own().recorder().record(touchOf(away.customer(i), away.lead(i), place.login())));
        return {};
    }));
}

// Answers the round trips of the last time.
std::int64_t measure(const Options &options, const Dealership &place, const LongLine &line, int people, int rounds)
{
    PgFloor administrator = place.administrator();
    const StoreUrl far = line.through(place.urlOf(Dealership::deskName(0))), farFloor = line.through(place.adminUrl());
    QVector<double> ours, floor, ratio;
    DelayLine::Traffic traffic;
    SystemRandom random;
    for (int round = 0; round < rounds; ++round) {
        const Away away{peopleOf(administrator, people)};
        SharedDesk desk(options, far);
        goAndWork(desk, away);
        const DelayLine::Traffic before = line.traffic();
        TripReturn back;
        ours << timeOf([&] {
            need(desk.place().connect());
            back = need(desk.place().comeBack());
        });
        traffic = line.traffic() - before;
        if (back.sent != Events || need(own_store::waiting(desk.place().own().db())).events > 0)
            throw std::runtime_error("Not everything came in.");
        qint64 n = 0;
        const std::string raw = multiRow(touchesOf(away.people, Events, random.id<OriginId>(SystemClock().now()), n));
        floor << timeOf([&] { PgFloor(farFloor.uri.toStdString()).run(raw); });
        ratio << ours.last() / floor.last();
        administrator.run("UPDATE customer_head SET stale = FALSE WHERE stale");
    }
    print({QStringLiteral("return, %1 events of %2 people, %3").arg(Events).arg(people).arg(line.name()), duration(median(ours)),
           duration(median(floor)), median(ratio), QStringLiteral("<= 3 x floor"), median(ratio) <= 3});
    std::printf("    %s\n", qUtf8Printable(inWords(traffic)));
    return traffic.roundTrips;
}

} // namespace

void comeBack(const Options &options)
{
    const Dealership place = Dealership::withLeads(options);
    const LongLine plain = LongLine::plain(options), slow = LongLine::slow(options);
    for (const LongLine *line : {&plain, &slow}) {
        const int rounds = line == &plain ? 7 : 3;
        const std::int64_t few = measure(options, place, *line, 50, rounds), many = measure(options, place, *line, 500, rounds);
        const double grown = double(many) / double(few);
        print({QStringLiteral("return, round trips for 500 people, %1").arg(line->name()), QString::number(many), QString::number(few), grown,
               QStringLiteral("<= 1 x 50 people"), many <= few});
    }
}

} // namespace bench
