// Taking fifty leads along, with their histories, plans, words and rules: to a laptop that never was a desk here, which joins, and
// to a desk that is open. The floor: as many bytes, asked and answered in one go, over a connection of its own on the same line.

#include "long_line.h"
#include "shared_desk.h"
#include "store_fixture.h"

#include <cstdio>

namespace bench {

using namespace beback;

namespace {

constexpr int Leads = 50;

// One after the other: the desk of the last time is gone.
struct Laptop {
    const Options &options;
    StoreUrl far;
    bool isCold;
    std::unique_ptr<SharedDesk> desk;

    void prepare() { desk = isCold ? nullptr : std::make_unique<SharedDesk>(options, far); }
    void checkOut()
    {
        if (!desk)
            desk = std::make_unique<SharedDesk>(options, far);
        TripWish wish;
        wish.leads = Leads;
        wish.lasts = std::chrono::hours(8);
        const AwayView view = need(desk->place().takeAlong(wish));
        if (!view.trip || view.trip->brought() != Leads)
            throw std::runtime_error("Not everybody came along.");
    }
    int events() const
    {
        FloorDb db(desk->place().own().db().url().path.toStdString());
        const std::vector<TableRow> rows = rowsOfStore(db);
        return int(std::count_if(rows.begin(), rows.end(), [](const TableRow &row) { return row.table == EventTable; }));
    }
    void comeBack() const { (void)need(desk->place().comeBack()); }
};

Seconds inOneGo(const std::string &uri, const DelayLine::Traffic &traffic)
{
    const std::string ask = "SELECT repeat('x', " + std::to_string(traffic.answered) + ") --" + std::string(size_t(traffic.asked), 'x');
    return timeOf([&] { PgFloor(uri).run(ask); });
}

void measure(const Options &options, const Dealership &place, const LongLine &line, bool isCold, int rounds, Seconds wanted)
{
    Laptop laptop{options, line.through(place.urlOf(Dealership::deskName(0))), isCold, {}};
    QVector<double> ours, floor, ratio;
    DelayLine::Traffic traffic;
    int events = 0;
    for (int round = 0; round < rounds; ++round) {
        laptop.prepare();
        const DelayLine::Traffic before = line.traffic();
        ours << timeOf([&] { laptop.checkOut(); });
        traffic = line.traffic() - before;
        events = laptop.events();
        laptop.comeBack();
        laptop.desk.reset();
        floor << inOneGo(laptop.far.uri.toStdString(), traffic);
        ratio << ours.last() / floor.last();
    }
    print({QStringLiteral("check-out, %1, %2").arg(isCold ? QStringLiteral("cold laptop") : QStringLiteral("warm desk"), line.name()),
           duration(median(ours)), duration(median(floor)), median(ratio), QStringLiteral("<= %1 s").arg(wanted), median(ours) <= wanted});
    std::printf("    %d leads, %d events, %s\n", Leads, events, qUtf8Printable(inWords(traffic)));
}

} // namespace

void checkOut(const Options &options)
{
    const Dealership place = Dealership::withHistories(options);
    const LongLine plain = LongLine::plain(options), slow = LongLine::slow(options);
    for (const bool isCold : {true, false}) {
        measure(options, place, plain, isCold, 7, 2);
        measure(options, place, slow, isCold, 3, 15);
    }
}

} // namespace bench
