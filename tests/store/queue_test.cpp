// Who is due, in what order, and who has whom.

#include "core/queue/queue.h"
#include "tests/support/temp_store.h"

using namespace beback;
using namespace beback::test;

namespace {

QString phone(int i)
{
    return QStringLiteral("+1316555%1").arg(i, 4, 10, QLatin1Char('0'));
}

CustomerId addLead(TempStore &store, int i, const QStringList &zones = {QStringLiteral("America/Chicago")})
{
    LeadDraft draft = draftNamed(QStringLiteral("Person %1").arg(i), phone(i));
    draft.zones = zones;
    auto recorded = store.recorder->recordNewCustomer(draft, QStringLiteral("system"));
    if (!recorded)
        qFatal("%s", qPrintable(recorded.error().message));
    return recorded->customer;
}

Result<Recorded> record(TempStore &store, const Claim &claim, Outcome outcome, const QString &login, std::optional<Instant> next = {})
{
    EventDraft draft;
    draft.customer = claim.customer;
    draft.lead = claim.lead;
    draft.kind = EventKind::Attempt;
    draft.medium = Medium::Call;
    draft.direction = Direction::Out;
    draft.outcome = outcome;
    draft.actor = login;
    if (next)
        draft.body.insert(QLatin1String("next_at"), next->toIso());
    return store.recorder->record(draft);
}

Result<Recorded> wrote(TempStore &store, const Claim &claim)
{
    EventDraft draft;
    draft.customer = claim.customer;
    draft.lead = claim.lead;
    draft.kind = EventKind::Reply;
    draft.medium = Medium::Text;
    draft.direction = Direction::In;
    draft.actor = QStringLiteral("system");
    return store.recorder->record(draft);
}

const QString Priya = QStringLiteral("priya");
const QString Marcus = QStringLiteral("marcus");

} // namespace

class QueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoAgentsGetTwoPeople()
    {
        TempStore store;
        Queue queue(*store.recorder);
        addLead(store, 1);
        addLead(store, 2);
        const auto a = queue.claimNext(Priya), b = queue.claimNext(Marcus), c = queue.claimNext(Marcus);
        VERIFY_OK(a);
        VERIFY_OK(b);
        VERIFY_OK(c);
        QVERIFY(a->has_value() && b->has_value());
        QVERIFY((*a)->customer != (*b)->customer);
        QVERIFY(!c->has_value());
    }

    void newestFirstAmongTheNew()
    {
        TempStore store;
        Queue queue(*store.recorder);
        addLead(store, 1);
        store.clock.advance(std::chrono::minutes(5));
        const CustomerId newer = addLead(store, 2);
        const auto claim = queue.claimNext(Priya);
        QVERIFY(claim && *claim);
        QCOMPARE((*claim)->customer.toString(), newer.toString());
    }

    void aFreshReplyComesFirstAndAForgottenOneWaits()
    {
        TempStore store;
        Queue queue(*store.recorder);
        const CustomerId forgotten = addLead(store, 1), today = addLead(store, 2);
        const auto first = queue.claim(forgotten, Priya), second = queue.claim(today, Priya);
        VERIFY_OK(wrote(store, *first));
        store.clock.advance(std::chrono::hours(24 * 7));
        VERIFY_OK(wrote(store, *second));
        const CustomerId fresh = addLead(store, 3);
        for (const CustomerId expected : {today, fresh, forgotten}) {
            const auto claim = queue.claimNext(Priya);
            QVERIFY(claim && *claim);
            QCOMPARE((*claim)->customer.toString(), expected.toString());
        }
    }

    void aPromiseComesBeforeANewLead()
    {
        TempStore store;
        Queue queue(*store.recorder);
        const CustomerId promised = addLead(store, 1);
        const auto first = queue.claimNext(Priya);
        VERIFY_OK(record(store, **first, Outcome::CallBack, Priya, store.clock.now() + std::chrono::hours(1)));
        VERIFY_OK(queue.release(promised, Priya));
        addLead(store, 2);
        store.clock.advance(std::chrono::minutes(61));
        const auto claim = queue.claimNext(Priya);
        QVERIFY(claim && *claim);
        QCOMPARE((*claim)->customer.toString(), promised.toString());
    }

    void nobodyIsCalledOutsideTheirHours()
    {
        TempStore store; // 10:00 in Chicago is 6:00 in Honolulu
        Queue queue(*store.recorder);
        addLead(store, 1, {QStringLiteral("Pacific/Honolulu")});
        auto claim = queue.claimNext(Priya);
        QVERIFY(claim && !*claim);
        const auto page = queue.page(Priya, 20);
        VERIFY_OK(page);
        QCOMPARE(page->nowCount, 0);
        QVERIFY(!page->because.isEmpty());
        store.clock.advance(std::chrono::hours(2));
        claim = queue.claimNext(Priya);
        QVERIFY(claim && *claim);
    }

    void everyZoneMustAllow()
    {
        TempStore store;
        Queue queue(*store.recorder);
        addLead(store, 1, {QStringLiteral("America/Chicago"), QStringLiteral("Pacific/Honolulu")});
        const auto claim = queue.claimNext(Priya);
        QVERIFY(claim && !*claim);
    }

    void aDeadDesksLeadComesBackWhenTheLeaseRunsOut()
    {
        TempStore store;
        Queue queue(*store.recorder);
        addLead(store, 1);
        const auto held = queue.claimNext(Priya);
        QVERIFY(held && *held);
        auto other = queue.claimNext(Marcus);
        QVERIFY(other && !*other);
        store.clock.advance(Queue::Lease + std::chrono::seconds(1));
        other = queue.claimNext(Marcus);
        QVERIFY(other && *other);
        QVERIFY((*other)->epoch > (*held)->epoch);
        const auto late = queue.renew(**held, Priya);
        QVERIFY(!late);
        QCOMPARE(late.error().code, Code::Stale);
    }

    void renewingKeepsThePerson()
    {
        TempStore store;
        Queue queue(*store.recorder);
        addLead(store, 1);
        const auto held = queue.claimNext(Priya);
        store.clock.advance(std::chrono::minutes(8));
        VERIFY_OK(queue.renew(**held, Priya));
        store.clock.advance(std::chrono::minutes(8));
        const auto other = queue.claimNext(Marcus);
        QVERIFY(other && !*other);
    }

    void claimingAPersonSomebodyHasNamesThem()
    {
        TempStore store;
        Queue queue(*store.recorder);
        const CustomerId customer = addLead(store, 1);
        QVERIFY(*queue.claimNext(Priya));
        const auto refused = queue.claim(customer, Marcus);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Conflict);
        QVERIFY(refused.error().message.contains(Priya));
    }

    void releasingGivesThePersonBack()
    {
        TempStore store;
        Queue queue(*store.recorder);
        const CustomerId customer = addLead(store, 1);
        QVERIFY(*queue.claimNext(Priya));
        VERIFY_OK(queue.release(customer, Priya));
        QVERIFY(*queue.claimNext(Marcus));
    }

    void someoneWhoAskedToStopIsNeverHandedOut()
    {
        TempStore store;
        Queue queue(*store.recorder);
        addLead(store, 1);
        const auto held = queue.claimNext(Priya);
        VERIFY_OK(record(store, **held, Outcome::AskedToStop, Priya));
        VERIFY_OK(queue.release((*held)->customer, Priya));
        for (int day = 0; day < 120; ++day) {
            store.clock.advance(std::chrono::hours(24));
            const auto again = queue.claimNext(Priya);
            QVERIFY(again && !*again);
        }
    }

    void thePageIsInTheOrderOfClaiming()
    {
        TempStore store;
        Queue queue(*store.recorder);
        for (int i = 1; i <= 30; ++i) {
            addLead(store, i);
            store.clock.advance(std::chrono::seconds(40));
        }
        const auto page = queue.page(Priya, 30);
        VERIFY_OK(page);
        QCOMPARE(page->next.size(), 30);
        QCOMPARE(page->nowCount, 30);
        for (const QueueItem &item : page->next) {
            const auto claim = queue.claimNext(Priya);
            QVERIFY(claim && *claim);
            QCOMPARE((*claim)->customer.toString(), item.customer.toString());
            QVERIFY(!item.reasons.isEmpty());
        }
        const auto mine = queue.page(Priya, 30);
        VERIFY_OK(mine);
        QCOMPARE(mine->mine.size(), 30);
        QVERIFY(mine->next.isEmpty());
    }

    void thePageKeepsTheOrderOfClaimingThroughEveryBand()
    {
        TempStore store;
        Queue queue(*store.recorder);
        const QStringList Denver{QStringLiteral("America/Denver")};
        for (int i = 1; i <= 24; ++i) {
            const CustomerId customer = addLead(store, i, i % 3 == 0 ? Denver : QStringList{QStringLiteral("America/Chicago")});
            const auto claim = queue.claim(customer, Priya);
            VERIFY_OK(claim);
            if (i % 4 == 1)
                VERIFY_OK(record(store, *claim, Outcome::CallBack, Priya, store.clock.now() + std::chrono::hours(24 * 5 + i % 3)));
            else if (i % 4 == 2)
                VERIFY_OK(record(store, *claim, Outcome::NoAnswer, Priya));
            else if (i % 4 == 3)
                VERIFY_OK(wrote(store, *claim));
            VERIFY_OK(queue.release(customer, Priya));
            store.clock.advance(std::chrono::hours(5));
        }
        store.clock.set(Instant::fromIso(QStringLiteral("2026-11-23T17:00:00Z"))); // 11 am in Chicago
        const auto page = queue.page(Priya, 50);
        VERIFY_OK(page);
        QSet<Band> bands;
        for (const QueueItem &item : page->next) {
            if (!item.due)
                break;
            bands << item.band;
            const auto claim = queue.claimNext(Priya);
            QVERIFY(claim && *claim);
            QCOMPARE((*claim)->customer.toString(), item.customer.toString());
        }
        QVERIFY(bands.size() >= 4);
        const auto over = queue.claimNext(Priya);
        QVERIFY(over && !*over);
    }

    void thePageTellsWhoComesLaterAndWhyNobodyIsThereNow()
    {
        TempStore store; // 10:00 in Chicago is 6:00 in Honolulu
        Queue queue(*store.recorder);
        const Instant now = store.clock.now();
        store.clock.set(Instant::fromIso(QStringLiteral("2026-11-15T22:00:00Z"))); // they asked the day before, at noon
        for (int i = 1; i <= 3; ++i)
            addLead(store, i, {QStringLiteral("Pacific/Honolulu")});
        store.clock.set(now);
        const CustomerId promised = addLead(store, 4), tomorrow = addLead(store, 5), taken = addLead(store, 6);
        const Instant soon = now + std::chrono::hours(1);
        VERIFY_OK(record(store, *queue.claim(promised, Priya), Outcome::CallBack, Priya, soon));
        VERIFY_OK(record(store, *queue.claim(tomorrow, Priya), Outcome::CallBack, Priya, soon + std::chrono::hours(24)));
        VERIFY_OK(queue.release(promised, Priya));
        VERIFY_OK(queue.release(tomorrow, Priya));
        VERIFY_OK(queue.claim(taken, Marcus));
        for (int i = 0; i < 2; ++i) // nothing to reach them by
            VERIFY_OK(store.recorder->recordNewCustomer(draftNamed(QStringLiteral("Nobody %1").arg(i), {}), QStringLiteral("system")));

        const auto page = queue.page(Priya, 50);
        VERIFY_OK(page);
        QCOMPARE(page->nowCount, 1); // whom Marcus has
        QCOMPARE(page->laterToday, 4);
        QVector<CustomerId> later;
        for (const QueueItem &item : page->next)
            if (!item.due)
                later << item.customer;
        QCOMPARE(later.size(), 4);
        QCOMPARE(later.first().toString(), promised.toString());
        QCOMPARE(page->next.last().dueAt.toIso(), QStringLiteral("2026-11-16T18:00:00Z")); // 8:00 in Honolulu
        QHash<QString, int> why;
        for (const Because &reason : page->because)
            why.insert(reason.code, reason.count);
        QCOMPARE(why, (QHash<QString, int>{{QStringLiteral("quiet_hours"), 3}, {QStringLiteral("later"), 2},
                                           {QStringLiteral("held"), 1}, {QStringLiteral("stuck"), 2}}));
        QVERIFY2(page->because.first().first.contains(QLatin1String("8:00 am")), qPrintable(page->because.first().first));
        QVERIFY2(page->because.first().first.contains(QLatin1String("Person ")), qPrintable(page->because.first().first));
        QCOMPARE(page->because.at(1).until, std::optional(soon));
    }
};

QTEST_GUILESS_MAIN(QueueTest)
#include "queue_test.moc"
