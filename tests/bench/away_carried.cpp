// What a desk that carries much costs where nothing is to be done: it opens, connects, exchanges nothing, and shows what it has along
// and one of its people; against a desk of the same database that carries nobody.

#include "shared_desk.h"
#include "store_fixture.h"

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 9;

// The own store of this login, with everybody's whole history.
int carryAll(const Options &options, const Dealership &place, const QString &login, QStringList *people)
{
    PgFloor administrator = place.administrator();
    *people = QString::fromStdString(administrator.run("SELECT string_agg(id, ',') FROM customer").first).split(QLatin1Char(','));
    SharedDesk desk(options, place.urlOf(login));
    need(desk.place().exchange().bring(*people));
    FloorDb made(desk.place().own().db().url().path.toStdString());
    const std::vector<TableRow> rows = rowsOfStore(made);
    return int(std::count_if(rows.begin(), rows.end(), [](const TableRow &row) { return row.table == EventTable; }));
}

Seconds openAndExchange(const Options &options, const Dealership &place, const QString &login, const QString &somebody)
{
    return timeOf([&] {
        SharedDesk desk(options, place.urlOf(login), SharedDesk::Own::AsItIs);
        desk.confirm();
        (void)need(desk.place().own().away(login));
        if (!somebody.isEmpty())
            (void)need(desk.place().own().view(CustomerId::fromString(somebody), {}, login));
    });
}

} // namespace

void carryMuch(const Options &options)
{
    const Dealership place = Dealership::withHistories(options);
    const QString full = Dealership::deskName(1), empty = Dealership::deskName(2);
    QStringList people;
    const int events = carryAll(options, place, full, &people);
    SharedDesk(options, place.urlOf(empty)).confirm();
    QVector<double> ours, floor, more;
    for (int round = 0; round <= Rounds; ++round) {
        const double f = openAndExchange(options, place, empty, {});
        const double o = openAndExchange(options, place, full, people.at(round));
        if (round == 0)
            continue;
        ours << o;
        floor << f;
        more << o - f;
    }
    print({QStringLiteral("carried, %1 events").arg(events), duration(median(ours)), duration(median(floor)), median(ours) / median(floor),
           QStringLiteral("<= 200 ms more"), median(more) <= 0.2});
}

} // namespace bench
