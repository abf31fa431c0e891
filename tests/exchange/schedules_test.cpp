// Whatever four desks do, in whatever order, wherever an answer is lost, and however their clocks go wrong: once everything
// is sent, all of them and the server say the same.

#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "tests/exchange/past_the_desk.h"
#include "tests/support/from_environment.h"
#include "tests/support/nothing_asked.h"
#include "tests/support/shared_history.h"

#include <QElapsedTimer>

using namespace beback;
using namespace beback::test;

namespace {

constexpr int Steps = 12;
constexpr Duration ShortLease = std::chrono::milliseconds(100); // some lapse within a schedule

struct Done {
    int acts = 0, refused = 0, lostAnswers = 0, away = 0, clocksSet = 0;
};

// One random schedule on desks that live on from schedule to schedule, about people of its own.
class Schedule
{
public:
    Schedule(SharedWorld &world, const std::vector<std::unique_ptr<SharedPlace>> &desks, const std::vector<std::unique_ptr<WrongClock>> &clocks,
             quint64 seed, int firstLead, Done &done)
        : m_world(world), m_desks(desks), m_clocks(clocks), m_chance(seed), m_lead(firstLead), m_done(done)
    {
    }

    // Faults: answers that no desk should ever get.
    QStringList run()
    {
        step(*m_desks.front(), 0);
        for (int i = 0; i < Steps && m_faults.isEmpty(); ++i) {
            step(pick(), int(m_chance.below(17)));
            ++m_done.acts;
        }
        settle();
        compare();
        return m_faults;
    }
    const QStringList &recorded() const { return m_recorded; }

private:
    SharedPlace &pick() { return *m_desks[m_chance.below(m_desks.size())]; }
    CustomerId anybody() { return m_people.at(qsizetype(m_chance.below(quint64(m_people.size())))); }

    void step(SharedPlace &desk, int what)
    {
        const bool online = desk.isOnline();
        switch (what) {
        case 0: return takeIn(desk);
        case 1: case 2: return workNext(desk, Queue::Lease);
        case 3: return workNext(desk, ShortLease);
        case 4: return about(desk, [&](const CustomerState &c) { return desk.own().note(c.id, c.leads.first().id, QStringLiteral("a note"), desk.login()); });
        case 5: return about(desk, [&](const CustomerState &c) { return desk.own().reply(c.id, c.leads.first().id, Medium::Email, QStringLiteral("Hello"), desk.login()); });
        case 6: return about(desk, [&](const CustomerState &c) { return attempt(desk, c); });
        case 7: return about(desk, [&](const CustomerState &c) { return desk.own().setDoNotContact(c.id, {}, {}, QStringLiteral("asked"), desk.login()); });
        case 8: return about(desk, [&](const CustomerState &c) { return clear(desk, c); });
        case 9: return undo(desk);
        case 10: return online ? see(desk.exchange().sync()) : reconnect(desk);
        case 11: return online ? see(desk.exchange().pull()) : reconnect(desk);
        case 12: ++m_done.away; return desk.exchange().disconnect();
        case 13: return reconnect(desk);
        case 14: return online ? loseAnswer(desk) : reconnect(desk);
        case 16: return setAClock();
        case 15: return online ? see(desk.exchange().refoldStale(50)) : reconnect(desk);
        }
    }

    // What a desk may be answered: done, or a refusal that has a reason.
    template <class T> void see(const Result<T> &result)
    {
        if (result)
            return;
        const Code code = result.error().code;
        if (code == Code::Conflict || code == Code::Denied || code == Code::NotFound)
            ++m_done.refused;
        else
            m_faults << result.error().message + result.error().detail;
    }
    void saw(const Result<RecordReceipt> &receipt)
    {
        see(receipt);
        if (receipt)
            m_recorded << receipt->event.toString();
    }

    // Somebody sets a computer's clock, wrong or right.
    void setAClock()
    {
        constexpr qint64 HoursOff[] = {0, 0, 0, 1, -1, 72, -72, 24 * 365};
        m_clocks[m_chance.below(m_clocks.size())]->off = std::chrono::hours(HoursOff[m_chance.below(std::size(HoursOff))]);
        ++m_done.clocksSet;
    }
    void reconnect(SharedPlace &desk)
    {
        if (!desk.isOnline())
            see(desk.connect());
    }
    void takeIn(SharedPlace &desk)
    {
        m_people << m_world.addLead(desk, m_lead++);
    }
    void workNext(SharedPlace &desk, Duration lease)
    {
        if (!desk.isOnline())
            return;
        const auto claim = desk.exchange().claimNext(lease);
        see(claim);
        if (claim && *claim && m_chance.below(4) > 0)
            saw(desk.own().record(emailTo(**claim, m_chance.below(6) == 0 ? Outcome::AskedToStop : Outcome::Sent), desk.login()));
        else if (claim && *claim && m_chance.below(2) == 0)
            see(desk.release((*claim)->customer));
    }
    // Somebody this desk carries, or, while online, anybody.
    template <class Act> void about(SharedPlace &desk, Act act)
    {
        const CustomerId customer = anybody();
        auto state = desk.own().customer(customer);
        if (!state && desk.isOnline()) {
            see(desk.exchange().bring({customer.toString()}));
            state = desk.own().customer(customer);
        }
        if (state)
            saw(act(*state));
    }
    Result<RecordReceipt> attempt(SharedPlace &desk, const CustomerState &customer)
    {
        RecordRequest request;
        request.customer = customer.id;
        request.lead = customer.leads.first().id;
        request.medium = Medium::Call;
        request.outcome = m_chance.below(2) ? Outcome::NoAnswer : Outcome::Reached;
        return desk.own().record(test::nothingAsked(request), desk.login());
    }
    // By anybody: what the guard holds must count nowhere.
    Result<RecordReceipt> clear(SharedPlace &desk, const CustomerState &customer)
    {
        if (customer.doNotContact.isEmpty())
            return Error{Code::NotFound, {}, {}};
        EventDraft draft;
        draft.customer = customer.id;
        draft.kind = EventKind::DoNotContactCleared;
        draft.actor = desk.login();
        draft.body = {{QStringLiteral("sets"), QJsonArray{customer.doNotContact.first().setBy.toString()}}};
        BEBACK_TRY(recorded, desk.own().recorder().record(draft));
        RecordReceipt receipt;
        receipt.event = recorded.events.first();
        return receipt;
    }
    // One's own or another's, past the desk's own look at whether one may.
    void undo(SharedPlace &desk)
    {
        const auto events = desk.own().history(anybody());
        if (!events || events->size() < 2)
            return;
        const Event &event = events->at(1 + qsizetype(m_chance.below(quint64(events->size() - 1))));
        const auto undone = desk.own().recorder().undo(event.id, desk.login(), QStringLiteral("taken back"));
        see(undone);
        if (undone)
            m_recorded << undone->events.first().toString();
    }
    // It was sent, and the line broke before the answer.
    void loseAnswer(SharedPlace &desk)
    {
        const auto events = own_store::outbox(desk.own().db(), 500);
        const auto numbers = own_store::numbers(desk.own().db());
        if (!events || !numbers || events->isEmpty())
            return;
        const auto pushed = desk.exchange().shared().push(numbers->origin, asSent(*events), {});
        if (pushed || pushed.error().code != Code::Invalid) // stamped ahead, and not looked at before
            see(pushed);
        desk.exchange().disconnect();
        ++m_done.lostAnswers;
    }

    void settle()
    {
        for (const auto &desk : m_desks)
            reconnect(*desk);
        for (int round = 0; round < 2; ++round)
            for (const auto &desk : m_desks)
                see(desk->exchange().sync());
        see(m_desks.front()->exchange().refoldStale(100));
        for (const auto &desk : m_desks)
            see(desk->exchange().pull());
    }

    void compare()
    {
        QStringList ids;
        for (const CustomerId customer : std::as_const(m_people))
            ids << customer.toString();
        const auto histories = m_desks.front()->exchange().shared().histories(ids);
        if (!histories || histories->size() != m_people.size()) {
            m_faults << QStringLiteral("not everybody is on the server");
            return;
        }
        for (const SharedStore::History &history : *histories) {
            const CustomerState truth = fold(history.events);
            if (history.known != history.events.size())
                m_faults << QStringLiteral("%1 has %2 events and %3 are counted").arg(history.customer.toString()).arg(history.events.size()).arg(history.known);
            for (const auto &desk : m_desks)
                if (const auto state = desk->own().customer(history.customer); state && !(*state == truth))
                    m_faults << QStringLiteral("%1 says something else about %2").arg(desk->login(), history.customer.toString());
        }
    }

    SharedWorld &m_world;
    const std::vector<std::unique_ptr<SharedPlace>> &m_desks;
    const std::vector<std::unique_ptr<WrongClock>> &m_clocks;
    SeededRandom m_chance;
    int m_lead;
    Done &m_done;
    QVector<CustomerId> m_people;
    QStringList m_recorded, m_faults;
};

} // namespace

class SchedulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // BEBACK_SEEDS: how many. BEBACK_SEED: the first of them, to see one again.
    void afterAnyScheduleEverybodySaysTheSame()
    {
        constexpr int OnOneDatabase = 50;
        const int seeds = fromEnvironment("BEBACK_SEEDS", 200);
        const int first = fromEnvironment("BEBACK_SEED", 1);
        Done done;
        QElapsedTimer watch;
        watch.start();
        for (int seed = first; seed < first + seeds; seed += OnOneDatabase) {
            SharedWorld world;
            std::vector<std::unique_ptr<WrongClock>> clocks;
            std::vector<std::unique_ptr<SharedPlace>> desks;
            for (const char *login : {"tanya", "luis", "mei"})
                world.add(QString::fromLatin1(login));
            world.add(QStringLiteral("marcus"), QStringLiteral("manager"));
            for (const char *login : {"tanya", "luis", "mei", "marcus"})
                desks.push_back(world.desk(QString::fromLatin1(login), *clocks.emplace_back(std::make_unique<WrongClock>(Duration(0)))));
            QStringList recorded;
            for (int one = seed; one < std::min(seed + OnOneDatabase, first + seeds); ++one) {
                Schedule schedule(world, desks, clocks, quint64(one), one * 1000, done);
                const QStringList faults = schedule.run();
                QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("BEBACK_SEED=%1 (database from %2): ").arg(one).arg(seed) + faults.join(QLatin1Char('\n'))));
                recorded += schedule.recorded();
            }
            NO_FAULTS(lostOf(world, recorded));
            NO_FAULTS(serverFaults(world));
            for (const auto &desk : desks)
                NO_FAULTS(ownFaults(desk->own().db(), world));
        }
        qInfo("%d schedules, %d acts in %.1f s: %d times away, %d answers lost, %d clocks set, %d refusals", seeds, done.acts,
              double(watch.elapsed()) / 1000, done.away, done.lostAnswers, done.clocksSet, done.refused);
    }
};

QTEST_GUILESS_MAIN(SchedulesTest)
#include "schedules_test.moc"
