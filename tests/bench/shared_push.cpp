// A desk that comes back with a lot: a thousand events sent at once, against one raw insert of the same rows through the
// same triggers; and a hundred thousand read and folded into its own store, against inserting the rows they amount to.

#include "dealership.h"
#include "floor.h"
#include "lead_maker.h"
#include "shared_desk.h"
#include "touches.h"

#include "core/exchange/wire.h"
#include "store_fixture.h"

#include <QJsonDocument>

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 7;
constexpr int Pushed = 1000;
constexpr int Pulled = 10000; // people, of ten events each

QJsonArray asSent(const QVector<Event> &events)
{
    QJsonArray array;
    for (const Event &event : events)
        array << wire::toJson(event);
    return array;
}

void pushMany(const Dealership &place)
{
    PgFloor administrator = place.administrator();
    const auto store = need(SharedStore::connect(place.urlOf(Dealership::deskName(0))));
    const SystemClock clock;
    SystemRandom random;
    const auto origin = random.id<OriginId>(clock.now()), floorOrigin = random.id<OriginId>(clock.now());
    (void)need(store->handshake(origin, QStringLiteral("bench"), clock));
    const QStringList people = peopleOf(administrator, Pushed);
    qint64 n = 0, floorN = 0;
    QVector<double> ours, floor, ratio;
    for (int round = 0; round <= Rounds; ++round) {
        const QVector<Event> events = touchesOf(people, Pushed, origin, n);
        const double o = timeOf([&] { (void)need(store->push(origin, asSent(events), {})); });
        const std::string raw = multiRow(touchesOf(people, Pushed, floorOrigin, floorN));
        const double f = timeOf([&] { administrator.run(raw); });
        administrator.run("UPDATE customer_head SET stale = FALSE WHERE stale");
        if (round == 0)
            continue;
        ours << o;
        floor << f;
        ratio << o / f;
    }
    const double middle = median(ratio);
    print({QStringLiteral("shared push of %1 events").arg(Pushed), duration(median(ours)), duration(median(floor)), middle,
           QStringLiteral("<= 2 x floor"), middle <= 2});
}

// Every row `bring` leaves behind, written again by itself.
Seconds insertRaw(const Options &options, const std::vector<TableRow> &rows, int people)
{
    FloorDb db(emptyStore(options, QStringLiteral("pulled-floor.db")).toStdString());
    RowWriter writer(db);
    return timeOf([&] {
        int begun = 0;
        db.run("BEGIN IMMEDIATE");
        std::string customer;
        for (const TableRow &row : rows) {
            if (row.table == CustomerTable && ++begun % 100 == 0) // as many a transaction as Exchange::bring takes
                db.run("COMMIT; BEGIN IMMEDIATE");
            writer.write(row);
        }
        db.run("COMMIT");
        if (begun != people)
            throw std::runtime_error("The floor did not write as many people.");
    });
}

void pullMany(const Options &options, const Dealership &place)
{
    PgFloor administrator = place.administrator();
    const QStringList people = QString::fromStdString(
        administrator.run("SELECT string_agg(customer_id, ',') FROM (SELECT customer_id FROM customer_head WHERE events BETWEEN 2 AND 40 "
                          "ORDER BY customer_id LIMIT " + std::to_string(Pulled) + ") h").first).split(QLatin1Char(','));
    QVector<double> ours, floor, ratio;
    qsizetype events = 0;
    for (int round = 0; round < 3; ++round) {
        SharedDesk desk(options, place.urlOf(Dealership::deskName(1)));
        const double o = timeOf([&] { need(desk.place().exchange().bring(people)); });
        FloorDb made(desk.place().own().db().url().path.toStdString());
        const std::vector<TableRow> rows = rowsOfStore(made);
        events = std::count_if(rows.begin(), rows.end(), [](const TableRow &row) { return row.table == EventTable; });
        const double f = insertRaw(options, rows, int(people.size()));
        ours << o;
        floor << f;
        ratio << f / o;
    }
    const double middle = median(ratio);
    print({QStringLiteral("shared pull and fold of %1 events").arg(events), duration(median(ours)), duration(median(floor)), middle,
           QStringLiteral(">= 0.50 x floor"), middle >= 0.5});
}

} // namespace

void sharedPush(const Options &options)
{
    const Dealership place = Dealership::withLeads(options);
    pushMany(place);
    pullMany(options, place);
}

} // namespace bench
