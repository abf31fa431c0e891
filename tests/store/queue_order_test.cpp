// Who goes before whom, and that nothing but what happened decides it: not the order in which it was written down.

#include "core/base/random.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/queue/queue.h"
#include "tests/support/temp_store.h"

#include <algorithm>

using namespace beback;
using namespace beback::test;
using namespace Qt::StringLiterals;

namespace {

const QString Priya = u"priya"_s;
const Instant Now = Instant::fromIso(u"2026-11-18T19:00:00Z"_s); // Wednesday noon in Chicago and morning on the coast

// Something that happened to one person, to be written into a store whenever its turn comes.
struct Happened {
    int person = 0;
    Instant at;
    EventKind kind = EventKind::LeadArrived;
    std::optional<Medium> medium;
    Outcome outcome = Outcome::None;
    QJsonObject body;
};

CustomerId customerOf(int person)
{
    return CustomerId(QUuid(0x01900000u + uint(person * 7919 % 4099), 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(person)));
}

LeadId leadOf(int person)
{
    return LeadId(QUuid(0x01910000u + uint(person), 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(person)));
}

QJsonObject personBody(int person, const QString &zone = u"America/Chicago"_s)
{
    LeadDraft draft = draftNamed(u"Person %1"_s.arg(person), u"+1316555%1"_s.arg(person, 4, 10, QLatin1Char('0')),
                                 u"person%1@example.com"_s.arg(person));
    draft.zones = QStringList{zone};
    draft.planId = u"fresh-internet"_s;
    return draft.toBody();
}

CustomerState write(TempStore &store, const Happened &what)
{
    EventDraft draft;
    draft.customer = customerOf(what.person);
    draft.lead = leadOf(what.person);
    draft.kind = what.kind;
    draft.medium = what.medium;
    draft.outcome = what.outcome;
    draft.occurredAt = what.at;
    draft.actor = Priya;
    draft.body = what.body;
    store.clock.set(std::max(store.clock.now() + std::chrono::milliseconds(1), what.at));
    auto recorded = store.recorder->record(draft);
    if (!recorded)
        qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
    return recorded->state;
}

Happened attempt(int person, Instant at, Outcome outcome, int step, std::optional<Instant> next = {})
{
    QJsonObject body{{u"plan"_s, u"fresh-internet"_s}, {u"step"_s, step}};
    if (next)
        body.insert(u"next_at"_s, next->toIso());
    return {person, at, EventKind::Attempt, outcome == Outcome::Sent ? Medium::Text : Medium::Call, outcome, body};
}

// The whole order: everybody who is handed out, one after the other.
QVector<CustomerId> handedOut(TempStore &store, Instant now)
{
    store.clock.set(now);
    Queue queue(*store.recorder);
    QVector<CustomerId> order;
    for (;;) {
        const auto claim = queue.claimNext(Priya);
        if (!claim)
            qFatal("%s", qPrintable(claim.error().message));
        if (!*claim)
            return order;
        order << (*claim)->customer;
    }
}

// Many people of every kind, several of them due at the very same moment.
QVector<QVector<Happened>> manyPeople(SeededRandom &random, int count)
{
    QVector<QVector<Happened>> people;
    for (int i = 0; i < count; ++i) {
        const auto hours = [&](int most) { return std::chrono::hours(random.below(quint64(most)) + 1); };
        const Instant arrived = Now - std::chrono::hours(24 * 7) - 12 * hours(10); // few distinct moments: ties are common
        QVector<Happened> person{{i, arrived, EventKind::LeadArrived, {}, Outcome::None,
                                  personBody(i, random.below(4) ? u"America/Chicago"_s : u"America/Los_Angeles"_s)}};
        switch (i % 7) {
        case 0: break; // never touched
        case 1: person.first().at = Now - hours(3); break;
        case 2: person << attempt(i, arrived + hours(1), Outcome::CallBack, 1, Now - hours(3)); break;
        case 3: person << Happened{i, Now - 30 * hours(4), EventKind::Reply, Medium::Text, Outcome::None, {}}; break;
        case 4: person << attempt(i, arrived + hours(1), Outcome::NoAnswer, 1) << attempt(i, arrived + hours(2), Outcome::Sent, 2); break;
        case 5:
            person << attempt(i, arrived + hours(1), Outcome::NoAnswer, 1)
                   << Happened{i, arrived + hours(2), EventKind::AppointmentSet, Medium::Visit, Outcome::None, {{u"at"_s, (Now - hours(3)).toIso()}}};
            break;
        default: // through with the plan, ten weeks ago
            person.first().at = Now - std::chrono::hours(24 * 80);
            person << attempt(i, Now - std::chrono::hours(24 * 70) - hours(3), Outcome::NoAnswer, 12);
            break;
        }
        people << person;
    }
    return people;
}

// In any order of arrival that keeps each person's own.
void writeMixed(TempStore &store, QVector<QVector<Happened>> people, SeededRandom &random)
{
    while (!people.isEmpty()) {
        const qsizetype i = qsizetype(random.below(quint64(people.size())));
        write(store, people[i].takeFirst());
        if (people[i].isEmpty())
            people.removeAt(i);
    }
}

} // namespace

class QueueOrderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOrderOfArrivalDoesNotMatter()
    {
        SeededRandom random(20261118);
        const auto people = manyPeople(random, 42);
        QVector<CustomerId> expected;
        QVector<QueueItem> page;
        for (int run = 0; run < 3; ++run) {
            TempStore store(quint64(100 + run)); // other event ids each time
            writeMixed(store, people, random);
            store.clock.set(Now);
            const auto shown = Queue(*store.recorder).page(Priya, 100);
            VERIFY_OK(shown);
            const auto order = handedOut(store, Now);
            if (run == 0) {
                expected = order;
                page = shown->next;
                QSet<Band> bands;
                QSet<qint64> dues;
                for (const QueueItem &item : page) {
                    bands << item.band;
                    dues << item.dueAt.us;
                }
                QVERIFY2(order.size() >= 25 && bands.size() >= 5 && dues.size() + 5 < page.size(),
                         qPrintable(u"too easy: %1 people, %2 bands, %3 moments"_s.arg(order.size()).arg(bands.size()).arg(dues.size())));
            }
            QVERIFY2(order == expected, qPrintable(u"run %1 hands out in another order"_s.arg(run)));
            QVERIFY2(shown->next == page, qPrintable(u"run %1 shows another page"_s.arg(run)));
        }
    }

    // At any hour of a fortnight: whoever is handed out may be contacted at that moment.
    void nobodyBlockedIsEverHandedOut()
    {
        SeededRandom random(7);
        TempStore store;
        const QStringList zones{u"America/Chicago"_s, u"America/Los_Angeles"_s, u"Pacific/Guam"_s, u"Pacific/Honolulu"_s, u"America/Phoenix"_s};
        for (int i = 0; i < 30; ++i)
            write(store, {i, Now, EventKind::LeadArrived, {}, Outcome::None, personBody(i, zones[i % zones.size()])});
        int given = 0;
        Queue queue(*store.recorder);
        for (int hour = 0; hour < 24 * 14; hour += 3) {
            store.clock.set(Now + std::chrono::minutes(hour * 60 + int(random.below(60))));
            for (int i = 0; i < 4; ++i) {
                const auto claim = queue.claimNext(Priya);
                VERIFY_OK(claim);
                if (!*claim)
                    break;
                ++given;
                const CustomerId customer = (*claim)->customer;
                auto events = event_store::ofCustomer(*store.db, RooftopId{1}, customer);
                VERIFY_OK(events);
                const CustomerState state = fold(*events);
                const auto next = nextForCustomer(state, store.plans);
                QVERIFY(next);
                const Permission may = mayContact(state, store.plans.rules(), next->step.medium, next->step.pointKey, store.clock.now());
                QVERIFY2(may.allowed() && next->step.dueAt <= store.clock.now(),
                         qPrintable(u"%1 at %2: %3"_s.arg(state.name.full, store.clock.now().toIso(), may.reason)));
                EventDraft done;
                done.customer = customer;
                done.lead = next->lead;
                done.kind = EventKind::Attempt;
                done.actor = Priya;
                done.medium = next->step.medium;
                const auto outcomes = outcomesOf(next->step.medium);
                done.outcome = outcomes[qsizetype(random.below(quint64(outcomes.size())))];
                done.body = {{u"plan"_s, state.lead(next->lead)->planId}, {u"step"_s, next->step.step}, {u"point"_s, next->step.pointKey}};
                if (random.below(8) == 0)
                    done.body.insert(u"next_at"_s, (store.clock.now() + std::chrono::hours(random.below(60) + 1)).toIso());
                VERIFY_OK(store.recorder->record(done));
                VERIFY_OK(queue.release(customer, Priya));
            }
        }
        QVERIFY2(given > 60, qPrintable(QString::number(given)));
    }

    // Two people due now: the first goes before the second, whichever of them was written down first.
    void whoGoesBeforeWhom_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        enum { Promise, LaterPromise, Reply, OldReply, New, Newer, OldNew, Fresh, Appointment, InPlan, LongTerm };
        QTest::newRow("a promise before a reply") << int(Promise) << int(Reply);
        QTest::newRow("a promise before a new lead") << int(Promise) << int(New);
        QTest::newRow("of two promises the earlier") << int(Promise) << int(LaterPromise);
        QTest::newRow("a reply of today before a new lead") << int(Reply) << int(New);
        QTest::newRow("of two new leads the newer") << int(Newer) << int(New);
        QTest::newRow("a new lead before a fresh one") << int(New) << int(Fresh);
        QTest::newRow("a fresh lead before an appointment") << int(Fresh) << int(Appointment);
        QTest::newRow("an appointment before a reply nobody answered for days") << int(Appointment) << int(OldReply);
        QTest::newRow("an appointment before a lead nobody called for days") << int(Appointment) << int(OldNew);
        QTest::newRow("a reply before a new lead, both old") << int(OldReply) << int(OldNew);
        QTest::newRow("a fresh lead before an old new one") << int(Fresh) << int(OldNew);
        QTest::newRow("an old new lead before the plan") << int(OldNew) << int(InPlan);
        QTest::newRow("a new lead before the plan") << int(New) << int(InPlan);
        QTest::newRow("the plan before long-term contact") << int(InPlan) << int(LongTerm);
        QTest::newRow("a promise before long-term contact") << int(Promise) << int(LongTerm);
    }
    void whoGoesBeforeWhom()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        const auto story = [](int kind, int person) {
            using std::chrono::hours;
            using std::chrono::minutes;
            const Instant longAgo = Now - hours(24 * 50);
            const auto came = [&](Instant at) { return Happened{person, at, EventKind::LeadArrived, {}, Outcome::None, personBody(person)}; };
            const auto wrote = [&](Instant at) { return Happened{person, at, EventKind::Reply, Medium::Text, Outcome::None, {}}; };
            const Happened called = attempt(person, longAgo + minutes(5), Outcome::NoAnswer, 1);
            switch (kind) {
            case 0: return QVector{came(longAgo), attempt(person, longAgo + minutes(5), Outcome::CallBack, 1, Now - minutes(50))};
            case 1: return QVector{came(longAgo), attempt(person, longAgo + minutes(5), Outcome::CallBack, 1, Now - minutes(20))};
            case 2: return QVector{came(longAgo), called, wrote(Now - minutes(40))};
            case 3: return QVector{came(longAgo), called, wrote(Now - hours(100))};
            case 4: return QVector{came(Now - minutes(30))};
            case 5: return QVector{came(Now - minutes(10))};
            case 6: return QVector{came(Now - hours(100))};
            case 7: return QVector{came(Now - hours(1)), attempt(person, Now - minutes(30), Outcome::NoAnswer, 1)};
            case 8:
                return QVector{came(longAgo), called,
                               Happened{person, longAgo + minutes(9), EventKind::AppointmentSet, Medium::Visit, Outcome::None,
                                        {{u"at"_s, (Now - hours(2)).toIso()}}}};
            case 9: return QVector{came(longAgo), called};
            default: return QVector{came(longAgo), attempt(person, longAgo + minutes(5), Outcome::NoAnswer, 12)}; // the last of them
            }
        };
        // Once written down first with the smaller id, once last with the larger one: neither decides.
        for (const bool swapped : {false, true}) {
            TempStore store;
            const auto a = story(first, swapped ? 2 : 1), b = story(second, swapped ? 1 : 2);
            for (const Happened &what : swapped ? b + a : a + b)
                write(store, what);
            const auto order = handedOut(store, Now);
            QCOMPARE(order.size(), 2);
            QCOMPARE(order.first().toString(), customerOf(swapped ? 2 : 1).toString());
        }
    }
};

QTEST_GUILESS_MAIN(QueueOrderTest)
#include "queue_order_test.moc"
