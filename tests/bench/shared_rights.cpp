// What row-level security costs whoever looks: the queue's page and the search as an agent, against the same as the owner
// of the tables, who is asked for no rights.

#include "dealership.h"
#include "store_fixture.h"

#include "core/queue/queue_reader.h"

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 15;
constexpr int PageRows = 50;
constexpr RooftopId Rooftop{1};

template <class Look> void compare(const QString &name, Connection &agent, Connection &owner, int times, const Look &look)
{
    QVector<double> ours, floor, ratio;
    for (int round = 0; round <= Rounds; ++round) {
        const double o = timeOf([&] { for (int i = 0; i < times; ++i) look(agent, i); }) / times;
        const double f = timeOf([&] { for (int i = 0; i < times; ++i) look(owner, i); }) / times;
        if (round == 0)
            continue;
        ours << o;
        floor << f;
        ratio << o / f;
    }
    const double middle = median(ratio);
    print({name, duration(median(ours)), duration(median(floor)), middle, QStringLiteral("<= 1.15 x owner"), middle <= 1.15});
}

// Pieces of names and numbers, as somebody would type them.
QStringList fragments(PgFloor &administrator)
{
    QStringList all;
    administrator.run("SELECT setseed(0.5)");
    const QStringList bodies =
        QString::fromStdString(administrator.run("SELECT string_agg(body, chr(10)) FROM (SELECT body FROM search_doc ORDER BY random() LIMIT 40) s").first)
            .split(QLatin1Char('\n'));
    for (const QString &line : bodies)
        if (line.size() >= 6)
            all << line.mid(line.size() / 3, 5).trimmed();
    all.removeIf([](const QString &fragment) { return fragment.size() < 3; });
    return all.mid(0, 40);
}

} // namespace

void sharedRights(const Options &options)
{
    const Dealership place = Dealership::withLeads(options);
    PgFloor administrator = place.administrator();
    const QString login = Dealership::deskName(0);
    const auto agent = need(Connection::open(place.urlOf(login), Connection::Mode::ReadWrite));
    const auto owner = need(Connection::open(place.adminUrl(), Connection::Mode::ReadWrite));
    const SystemClock clock;
    compare(QStringLiteral("shared page through rights, %1 leads").arg(options.leads()), *agent, *owner, 5, [&](Connection &db, int) {
        (void)need(QueueReader(db, Rooftop, RuleBook::shipped(), clock.now(), login).page(PageRows));
    });
    const QStringList typed = fragments(administrator);
    compare(QStringLiteral("shared search through rights, %1 leads").arg(options.leads()), *agent, *owner, int(typed.size()),
            [&](Connection &db, int i) { (void)need(Workplace::searchIn(db, Rooftop, typed.at(i), 20)); });
}

} // namespace bench
