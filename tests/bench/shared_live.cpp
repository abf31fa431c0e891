// A full house: 64 desks that listen, four of them record fifty touches a second together, and two claim ten times a second
// each. How long until a touch is seen at every other desk, from before it is written into the own store; and how long a
// claim takes meanwhile. A desk that looks on is light here: its listener, and a read of the feed when it is told and
// again until there was no news for a while, as the program does; it keeps the place in the feed in memory instead of in a store of its own. The
// recording desks are whole ones.

#include "claimers.h"
#include "shared_desk.h"
#include "store_fixture.h"

#include "core/exchange/listener.h"

#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <mutex>
#include <thread>

namespace bench {

using namespace beback;

namespace {

constexpr int Onlookers = 64, OnlookerThreads = 8;
constexpr int Writers = 4, Claimers = 2;
constexpr double EventsPerSecond = 50, ClaimsPerSecond = 10; // of all writers; of each claimer
constexpr int LookAgainMs = 80, LooksAfterNews = 2;          // as the program

using Steady = std::chrono::steady_clock;

// When each event was begun, and how long after that each desk saw it.
class Sightings
{
public:
    void began(const QString &event, Steady::time_point at)
    {
        const std::lock_guard lock(m_mutex);
        m_began.insert(event, at);
    }
    void saw(const QString &event, Steady::time_point at)
    {
        const std::lock_guard lock(m_mutex);
        m_seen.append({event, at});
    }
    QVector<double> delays() const
    {
        QVector<double> all;
        for (const auto &[event, at] : m_seen)
            if (const auto began = m_began.constFind(event); began != m_began.constEnd())
                all << std::chrono::duration<double>(at - *began).count();
        return all;
    }
    qsizetype events() const { return m_began.size(); }

private:
    std::mutex m_mutex;
    QHash<QString, Steady::time_point> m_began;
    QVector<std::pair<QString, Steady::time_point>> m_seen;
};

class Onlooker
{
public:
    Onlooker(const StoreUrl &url, QObject *context, Sightings &sightings)
        : m_store(need(SharedStore::connect(url))), m_sightings(sightings)
    {
        m_again.setSingleShot(true);
        m_again.setInterval(LookAgainMs);
        QObject::connect(&m_again, &QTimer::timeout, context, [this] { look(); });
        m_listener = need(Listener::open(url, {1}, context, [this] { if (!m_again.isActive()) look(); }, [] {}, [] {}));
        m_read = {need(m_store->feedEnd(0)), need(m_store->feedEnd(1))};
    }

private:
    void look()
    {
        const auto rows = need(m_store->pull(m_read, 5000));
        const auto now = Steady::now();
        for (const SharedStore::FeedRow &row : rows) {
            m_sightings.saw(row.event, now);
            (row.feed == 0 ? m_read.doNotContact : m_read.rooftop) = {true, row.seq, row.chain};
        }
        if (!rows.isEmpty())
            m_looksLeft = LooksAfterNews;
        if (m_looksLeft > 0) {
            --m_looksLeft;
            m_again.start();
        }
    }

    std::unique_ptr<SharedStore> m_store;
    std::unique_ptr<Listener> m_listener;
    own_store::Places m_read;
    int m_looksLeft = 0;
    QTimer m_again;
    Sightings &m_sightings;
};

struct House {
    const Options &options;
    const Dealership &place;
    Sightings sightings;
    std::atomic<int> ready = 0;
    std::atomic<bool> begun = false, over = false;
    std::mutex mutex;
    QVector<double> claims;
    std::string failed;
};

void lookOn(House &house, int thread)
{
    QObject context;
    std::vector<std::unique_ptr<Onlooker>> desks;
    for (int i = thread; i < Onlookers; i += OnlookerThreads)
        desks.push_back(std::make_unique<Onlooker>(house.place.urlOf(Dealership::deskName(i)), &context, house.sightings));
    ++house.ready;
    QEventLoop loop;
    QTimer end;
    QObject::connect(&end, &QTimer::timeout, &loop, [&] { if (house.over) loop.quit(); });
    end.start(100);
    loop.exec();
}

// Calls `work` so often a second until it is over, evenly; a turn that comes late is not made up for.
template <class Work> void steadily(House &house, double perSecond, const Work &work)
{
    while (!house.begun)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto pause = std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(1 / perSecond));
    for (auto next = Steady::now(); !house.over; next = std::max(next + pause, Steady::now() - pause)) {
        std::this_thread::sleep_until(next);
        work();
    }
}

void write(House &house, int i)
{
    SharedDesk desk(house.options, house.place.urlOf(Dealership::deskName(i)));
    desk.claimNext();
    ++house.ready;
    steadily(house, EventsPerSecond / Writers, [&] {
        const auto begin = Steady::now();
        house.sightings.began(desk.record().toString(), begin);
        desk.confirm();
        desk.claimNext();
    });
}

void claim(House &house, int i)
{
    OurClaimer claimer(house.place.urlOf(Dealership::deskName(Writers + i)));
    PgFloor administrator = house.place.administrator();
    claimer.claim();
    ++house.ready;
    QVector<double> times;
    steadily(house, ClaimsPerSecond, [&] {
        times << timeOf([&] { claimer.claim(); });
        if (times.size() % 40 == 0) // nobody may hold more than sixty
            administrator.run("UPDATE claim SET until = 0, login = '' WHERE until > 0 AND login = '"
                              + Dealership::deskName(Writers + i).toStdString() + "'");
    });
    const std::lock_guard lock(house.mutex);
    house.claims += times;
}

} // namespace

void sharedLive(const Options &options)
{
    const Dealership place = Dealership::withLeads(options);
    House house{options, place, {}, {}, {}, {}, {}, {}, {}};
    std::vector<std::unique_ptr<QThread>> threads; // Qt's: a listener wants its event loop
    const auto begin = [&](void (*part)(House &, int), int count) {
        for (int i = 0; i < count; ++i)
            threads.emplace_back(QThread::create([&house, part, i] {
                try {
                    part(house, i);
                } catch (const std::exception &error) {
                    const std::lock_guard lock(house.mutex);
                    house.failed = error.what();
                    ++house.ready;
                }
            }));
        for (const auto &thread : threads)
            thread->start(); // those that run already go on
    };
    begin(lookOn, OnlookerThreads);
    begin(write, Writers);
    begin(claim, Claimers);
    while (house.ready < OnlookerThreads + Writers + Claimers)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    house.begun = true;
    const auto lasted = std::chrono::seconds(options.full ? 60 : 15);
    std::this_thread::sleep_for(lasted);
    house.over = true;
    for (const auto &thread : threads)
        thread->wait();
    if (!house.failed.empty())
        throw std::runtime_error(house.failed);
    const QVector<double> delays = house.sightings.delays();
    const double p99 = percentile(delays, 0.99), claimP99 = percentile(house.claims, 0.99);
    print({QStringLiteral("shared seen at 64 desks, p99 (p50 %1)").arg(duration(median(delays))), duration(p99), QStringLiteral("150 ms"),
           p99 / 0.150, QStringLiteral("<= 1 x 150 ms"), p99 <= 0.150});
    std::fprintf(stderr, "%.1f events a second were recorded, %lld sightings\n", double(house.sightings.events()) / double(lasted.count()),
                 qlonglong(delays.size()));
    print({QStringLiteral("shared claim meanwhile, p99 (p50 %1)").arg(duration(median(house.claims))), duration(claimP99),
           QStringLiteral("50 ms"), claimP99 / 0.050, QStringLiteral("<= 1 x 50 ms"), claimP99 <= 0.050});
}

} // namespace bench
