// Picking the next lead and painting the first page: the same at ten thousand leads and at a million, and far from
// sorting them all.

#include "floor.h"
#include "store_fixture.h"

#include "core/queue/gates.h"

#include <stdexcept>

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 7;
constexpr int PageRows = 50;

// What a claim reads: the gates, and the head of each that is open.
void pick(Desk &desk)
{
    const RooftopId rooftop{1};
    const auto gates = need(gatesFor(desk.place->db(), rooftop, QStringLiteral("bench")));
    auto statement = need(desk.place->db().statement("queue/pick"));
    statement.bind(":rooftop_id", rooftop).bind(":login", QStringLiteral("bench")).bind(":now", benchNow());
    need(statement.bind(":open", openGates(gates, desk.place->plans().rules(), benchNow())).exec());
    if (!statement.next())
        throw std::runtime_error("Nobody is due.");
}

void page(Desk &desk)
{
    const QueuePage shown = need(desk.place->queue().page(QStringLiteral("bench"), PageRows));
    if (shown.next.size() < PageRows)
        throw std::runtime_error("The page is not full.");
}

// The order computed for every row that is due: what a queue costs that has no stored order.
constexpr const char *ComputedPick =
    "SELECT customer_id, lead_id FROM queue WHERE rooftop_id = 1 AND owner IN ('', 'bench') AND due_at <= ? AND band < 9 "
    "ORDER BY band * 1000.0 - (? - due_at) / 3600000000.0 LIMIT 1";
constexpr const char *ComputedPage =
    "SELECT q.customer_id, c.name, l.vehicle, l.attempts, l.marks FROM queue q JOIN customer c ON c.id = q.customer_id "
    "JOIN lead l ON l.id = q.lead_id WHERE q.rooftop_id = 1 AND q.owner IN ('', 'bench') AND q.due_at <= ? AND q.band < 9 "
    "ORDER BY q.band * 1000.0 - (? - q.due_at) / 3600000000.0 LIMIT 50";

void compare(const Options &options, const QString &name, void (*ours)(Desk &), int repeats, const char *computed)
{
    const QString large = builtStore(options, options.leads());
    Desk small(builtStore(options, 10000)), big(large);
    FloorDb db(large.toStdString());
    FloorStatement sorted(db, computed);
    QVector<double> smallTimes, bigTimes, sortTimes;
    for (int round = 0; round <= Rounds; ++round) {
        const double s = timeOf([&] { for (int i = 0; i < repeats; ++i) ours(small); }) / repeats;
        const double b = timeOf([&] { for (int i = 0; i < repeats; ++i) ours(big); }) / repeats;
        const double f = timeOf([&] { sorted.number(benchNow().us).number(benchNow().us).run(); });
        if (round == 0)
            continue;
        smallTimes << s;
        bigTimes << b;
        sortTimes << f;
    }
    const double o = median(bigTimes), s = median(smallTimes), f = median(sortTimes);
    const QString at = QStringLiteral("%1, %2 leads").arg(name).arg(options.leads());
    print({at + QStringLiteral(" to 10000"), duration(o), duration(s), o / s, QStringLiteral("<= 3 x"), o / s <= 3});
    // Sorting grows with the leads and picking does not: a tenth of the leads, a tenth of the distance.
    const double wanted = 100.0 * options.leads() / 1000000;
    print({at + QStringLiteral(" to sorting"), duration(o), duration(f), f / o,
           QStringLiteral(">= %1 x faster").arg(wanted), f / o >= wanted});
}

} // namespace

void pickNext(const Options &options)
{
    compare(options, QStringLiteral("pick"), pick, 300, ComputedPick);
}

void listPage(const Options &options)
{
    compare(options, QStringLiteral("page"), page, 15, ComputedPage);
}

} // namespace bench
