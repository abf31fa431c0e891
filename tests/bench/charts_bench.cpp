// Everything a manager's room of charts is told, from a store in which as many people are alive as in another with a tenth of its
// history: what was closed years ago may cost nothing. Beside it what one scan over the history takes; then each chart that asks for more
// than the facts, and the duties of managers, which the room of today reads every half minute.

#include "dealership.h"
#include "floor.h"
#include "store_fixture.h"

#include "core/plan/starter_plans.h"
#include "core/report/charts.h"
#include "core/report/duty_store.h"
#include "core/words/word_shelf.h"

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 7;
constexpr double MostAtOnce = 0.100, MostFiltered = 0.200, MostListed = 0.020, MostRead = 0.250, MostDuties = 0.050; // seconds
const QString Zone = QStringLiteral("America/Chicago");

// The charts of one store, as often as it takes to know.
class Reading
{
public:
    Reading(const StoreUrl &url, Instant now) : m_db(need(Connection::open(url, Connection::Mode::ReadWrite))), m_now(now)
    {
        for (const Plan &plan : need(loadShippedPlans()))
            m_plans.add(plan);
        m_plans.setBranches(need(loadShippedBranches()));
    }

    ChartPage page(const ChartFilter &filter)
    {
        return need(readCharts(*m_db, RooftopId{1}, m_plans, *WordShelf::shipped(), filter, Zone, m_now, QString()));
    }
    double take(const ChartFilter &filter)
    {
        return take([&] { (void)page(filter); });
    }
    // With the facts it is drawn beside, as the room of charts has it read.
    double takeRead(const QString &chart)
    {
        return take([&] { (void)need(readCharts(*m_db, RooftopId{1}, m_plans, *WordShelf::shipped(), {}, Zone, m_now, chart)); });
    }
    double takeDuties()
    {
        return take([&] { (void)dutiesFrom(need(readDutyFacts(*m_db, RooftopId{1}, Zone, m_now, dutiesSince(Zone, m_now)))); });
    }
    double takeList(const QVector<LeadId> &leads)
    {
        QVector<double> times;
        for (int round = 0; round <= Rounds; ++round)
            times << timeOf([&] { (void)need(readChartLeads(*m_db, RooftopId{1}, leads, Zone, m_now)); });
        return median(times);
    }

private:
    static double take(const std::function<void()> &work)
    {
        QVector<double> times;
        for (int round = 0; round <= Rounds; ++round) {
            const double time = timeOf(work);
            if (round > 0)
                times << time;
        }
        return median(times);
    }

    std::unique_ptr<Connection> m_db;
    PlanBook m_plans;
    Instant m_now;
};

constexpr char Scan[] = "SELECT medium, outcome, count(*) FROM event WHERE rooftop_id = 1 AND kind = 'attempt' GROUP BY medium, outcome";

double scanEmbedded(const QString &path)
{
    FloorDb db(path.toStdString());
    FloorStatement scan(db, Scan);
    return timeOf([&] {
        while (scan.step()) { }
    });
}

void compareStores(const QString &engine, Reading &small, Reading &large, double scan)
{
    const ChartFilter all;
    ChartFilter one;
    one.person = QStringLiteral("desk3");
    one.medium = QStringLiteral("call");
    const double s = small.take(all), l = large.take(all), filtered = large.take(one);
    print({engine + QStringLiteral(": every drawn chart, ten times the history"), duration(l), duration(s), l / s, QStringLiteral("<= 1.2 x"), l / s <= 1.2});
    print({engine + QStringLiteral(": every drawn chart, against one scan"), duration(l), duration(scan), l / scan, QStringLiteral("<= 100 ms"), l <= MostAtOnce});
    print({engine + QStringLiteral(": filtered by person and medium"), duration(filtered), duration(l), filtered / l, QStringLiteral("<= 200 ms"), filtered <= MostFiltered});
    QVector<LeadId> most;
    for (const Chart &chart : large.page(all).charts)
        for (const ChartSeries &series : chart.series)
            for (const ChartMark &mark : series.marks)
                if (mark.leads.size() > most.size())
                    most = mark.leads;
    const double listed = large.takeList(most);
    print({engine + QStringLiteral(": a page of the leads behind a mark"), duration(listed), duration(l), listed / l, QStringLiteral("<= 20 ms"), listed <= MostListed});
}

void compareRead(const QString &engine, Reading &small, Reading &large)
{
    for (const ChartKind &kind : chartKinds())
        if (kind.read) {
            const double s = small.takeRead(kind.id), l = large.takeRead(kind.id);
            print({QStringLiteral("%1: %2, ten times the history").arg(engine, kind.id), duration(l), duration(s), l / s, QStringLiteral("<= 250 ms"), l <= MostRead});
        }
    const double s = small.takeDuties(), l = large.takeDuties();
    print({engine + QStringLiteral(": the duties of today, ten times the history"), duration(l), duration(s), l / s, QStringLiteral("<= 50 ms"), l <= MostDuties});
}

} // namespace

void drawCharts(const Options &options)
{
    const int lively = options.full ? 10000 : 4000;
    const auto embedded = [&](int leads) { return StoreUrl{Engine::Sqlite, agedStore(options, leads, lively), {}}; };
    Reading small(embedded(options.leads() / 10), benchNow()), large(embedded(options.leads()), benchNow());
    compareStores(QStringLiteral("embedded"), small, large, scanEmbedded(agedStore(options, options.leads(), lively)));
    compareRead(QStringLiteral("embedded"), small, large);
    const Dealership few = Dealership::aged(options, options.leads() / 10, lively), many = Dealership::aged(options, options.leads(), lively);
    const Instant now = SystemClock().now();
    Reading fewAt(few.adminUrl(), now), manyAt(many.adminUrl(), now);
    PgFloor administrator = many.administrator();
    compareStores(QStringLiteral("shared"), fewAt, manyAt, timeOf([&] { administrator.run(Scan); }));
    compareRead(QStringLiteral("shared"), fewAt, manyAt);
}

} // namespace bench
