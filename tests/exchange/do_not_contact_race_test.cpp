// Somebody asks not to be contacted in the very moment in which they are handed out.

#include "core/exchange/wire.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "tests/support/from_environment.h"
#include "tests/support/shared_history.h"

#include <QElapsedTimer>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

using namespace beback;
using namespace beback::test;

namespace {

constexpr int Askers = 2, Claimers = 3; // connections
constexpr Duration Lease = std::chrono::milliseconds(500);

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

// Somebody who will ask to be left alone: the event and the rows to send, but for the sender's number and clock.
struct Person {
    CustomerId id;
    QJsonObject event;
    QJsonArray rows;
    std::atomic<bool> taken = false;
    std::atomic<qint64> refusedAtNs = 0; // when the push had returned; 0: not yet
};

// The people, and those of them that were handed out a moment ago: there the race is.
class Crowd
{
public:
    std::vector<std::unique_ptr<Person>> people;
    QHash<CustomerId, Person *> byId;

    Person *take()
    {
        const std::lock_guard lock(m_mutex);
        while (!m_hot.isEmpty())
            if (Person *person = m_hot.takeLast(); !person->taken.exchange(true))
                return person;
        while (m_next < people.size())
            if (Person *person = people[m_next++].get(); !person->taken.exchange(true))
                return person;
        return nullptr;
    }
    void heat(Person *person)
    {
        const std::lock_guard lock(m_mutex);
        m_hot << person;
    }

private:
    std::mutex m_mutex;
    QVector<Person *> m_hot;
    size_t m_next = 0;
};

struct Talk {
    std::atomic<int> asked = 0, claims = 0, handedAfter = 0, busy = 0;
    std::atomic<bool> over = false;
    std::mutex mutex;
    QStringList faults;

    void fault(const Error &error)
    {
        const std::lock_guard lock(mutex);
        faults << error.message + error.detail;
    }
};

std::unique_ptr<SharedStore> storeOf(const SharedWorld &world, const QString &login)
{
    auto opened = SharedStore::connect(world.urlOf(login));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
    return std::move(*opened);
}

OriginId greeted(SharedStore &store, Random &random, Instant now)
{
    const OriginId origin = random.id<OriginId>(now);
    if (const auto greeting = store.handshake(origin, QStringLiteral("race"), SystemClock()); !greeting)
        qFatal("%s", qPrintable(greeting.error().message + greeting.error().detail));
    return origin;
}

void ask(const SharedWorld &world, const QString &login, Crowd &crowd, Talk &tally)
{
    const auto store = storeOf(world, login);
    SystemRandom random;
    const OriginId origin = greeted(*store, random, world.clock.now());
    Hlc last;
    for (qint64 n = 1; Person *person = crowd.take(); ++n) {
        QJsonObject event = person->event;
        event.insert(QStringLiteral("n"), n);
        last = Hlc::next(last, world.clock.now());
        event.insert(QStringLiteral("hlc"), last.value);
        // Every tenth comes without rows that may be trusted: then the row in the queue stays, and the mark must do.
        const auto pushed = store->push(origin, {event}, n % 10 == 0 ? QJsonArray() : person->rows);
        if (!pushed)
            return tally.fault(pushed.error());
        person->refusedAtNs = nowNs();
        ++tally.asked;
    }
}

void claimOn(const SharedWorld &world, const QString &login, Crowd &crowd, Talk &tally)
{
    const auto store = storeOf(world, login);
    SystemRandom random;
    const OriginId origin = greeted(*store, random, world.clock.now());
    while (!tally.over) {
        const qint64 began = nowNs();
        const auto next = store->pushAndClaim(origin, {}, {}, {}, Lease);
        if (!next)
            return tally.fault(next.error());
        if (!next->granted)
            continue;
        Person *person = crowd.byId.value(next->granted->claim.customer);
        const qint64 refused = person->refusedAtNs;
        tally.handedAfter += refused != 0 && refused < began;
        if (++tally.claims % 8 == 0) // some are kept until the lease runs out
            continue;
        crowd.heat(person);
        if (const auto released = store->release(person->id); !released)
            return tally.fault(released.error());
    }
}

} // namespace

class DoNotContactRaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsHandedOutAfterTheyAskedNotToBe()
    {
        SharedWorld world;
        for (int i = 0; i < Askers; ++i)
            world.add(QStringLiteral("asker%1").arg(i));
        for (int i = 0; i < Claimers; ++i)
            world.add(QStringLiteral("claimer%1").arg(i));
        world.add(QStringLiteral("marcus"), QStringLiteral("manager"));
        const auto steward = world.desk(QStringLiteral("marcus"));
        Crowd crowd;
        gather(world, *steward, crowd, fromEnvironment("BEBACK_REFUSALS", 10'000));
        keepClaimLog(world);

        Talk tally;
        QElapsedTimer watch;
        watch.start();
        std::vector<std::thread> askers, claimers;
        for (int i = 0; i < Claimers; ++i)
            claimers.emplace_back([&, i] { claimOn(world, QStringLiteral("claimer%1").arg(i), crowd, tally); });
        for (int i = 0; i < Askers; ++i)
            askers.emplace_back([&, i] { ask(world, QStringLiteral("asker%1").arg(i), crowd, tally); });
        for (std::thread &thread : askers)
            thread.join();
        tally.over = true;
        for (std::thread &thread : claimers)
            thread.join();
        NO_FAULTS(tally.faults);
        QCOMPARE(tally.asked.load(), int(crowd.people.size()));

        const QString taken = world.sql(QStringLiteral(
            "SELECT count(*) FROM (SELECT until, epoch, lag(epoch) OVER (PARTITION BY customer_id ORDER BY at) AS before FROM claim_log) x "
            "WHERE until = 0 AND epoch = before + 1"));
        qInfo("%d asked not to be contacted while %d claims were made, in %.1f s; %s were taken from whoever had them", tally.asked.load(),
              tally.claims.load(), double(watch.elapsed()) / 1000, qPrintable(taken));
        QVERIFY2(taken.toInt() > int(crowd.people.size()) / 20, "the two hardly ever met; nothing was tested");
        QCOMPARE(tally.handedAfter.load(), 0); // as the desks saw it
        // As the database ordered it: received_at is written at the commit, under the lock that a grant needs.
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM claim_log g JOIN feed f ON f.feed = 0 AND f.customer_id = g.customer_id "
                                          "WHERE g.until > 0 AND g.since > f.received_at")), QStringLiteral("0"));
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM claim k JOIN feed f ON f.feed = 0 AND f.customer_id = k.customer_id "
                                          "WHERE k.until > 0")), QStringLiteral("0"));
        QCOMPARE(claimCounts(world).doubled, 0);
        VERIFY_OK(steward->exchange().refoldStale(int(crowd.people.size())));
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM customer WHERE NOT refused")), QStringLiteral("0"));
        NO_FAULTS(serverFaults(world));
    }

private:
    static void gather(SharedWorld &world, SharedPlace &desk, Crowd &crowd, int count)
    {
        constexpr int AtOnce = 400; // sent with their rows
        for (int from = 0; from < count; from += AtOnce) {
            SharedWorld::must(desk.own().db().inTransaction("leads", [&]() -> Result<void> {
                for (int i = from; i < std::min(count, from + AtOnce); ++i)
                    crowd.people.push_back(personOf(world, desk, i));
                return {};
            }));
            if (const auto sent = desk.exchange().sync(); !sent)
                qFatal("%s", qPrintable(sent.error().message + sent.error().detail));
        }
        for (const auto &person : crowd.people)
            crowd.byId.insert(person->id, person.get());
    }

    static std::unique_ptr<Person> personOf(SharedWorld &world, SharedPlace &desk, int i)
    {
        auto person = std::make_unique<Person>();
        person->id = world.addLead(desk, i);
        auto history = desk.own().history(person->id);
        if (!history)
            qFatal("%s", qPrintable(history.error().message));
        Event refusal = history->first();
        refusal.id = world.random.id<EventId>(world.clock.now());
        refusal.lead = {};
        refusal.kind = EventKind::DoNotContactSet;
        refusal.kindText = toText(refusal.kind);
        refusal.direction = Direction::None;
        refusal.hlc = Hlc::next(refusal.hlc, world.clock.now());
        refusal.body = {{QStringLiteral("reason"), QStringLiteral("asked")}};
        person->event = wire::toJson(refusal);
        const CustomerState state = fold(*history << refusal);
        person->rows = {QJsonObject{{QStringLiteral("customer_id"), person->id.toString()},
                                    {QStringLiteral("base"), 1},
                                    {QStringLiteral("rows"), wire::toJson(deriveRows(state, nextForCustomer(state, desk.own().plans()), desk.own().plans().rules()))}}};
        return person;
    }
};

QTEST_GUILESS_MAIN(DoNotContactRaceTest)
#include "do_not_contact_race_test.moc"
