// Desks of one shared database: what one records the others read, and nobody is handed to two.

#include "core/campaign/campaign_store.h"
#include "core/desk/move.h"
#include "core/demo/demo_world.h"
#include "core/report/saved_view.h"
#include "tests/exchange/staffed_world.h"

using namespace beback;
using namespace beback::test;

namespace {

qint64 waiting(SharedPlace &desk)
{
    const auto found = own_store::waiting(desk.own().db());
    return found ? found->events : -1;
}

} // namespace

class ExchangeTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found({.agents = {Tanya, Luis}, .manager = Marcus}); }
    void cleanup()
    {
        const CheckReport report = world->check();
        QVERIFY2(report.differences == 0, qPrintable(report.findings.join(QLatin1Char('\n'))));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM feed")), world->sql(QStringLiteral("SELECT count(*) FROM event")));
        world.reset();
    }

    void joiningBringsSitePeopleAndPlans()
    {
        const auto desk = world->desk(Tanya);
        QCOMPARE(desk->own().rooftop().name, QStringLiteral("Mesa Honda"));
        const auto people = desk->own().users();
        VERIFY_OK(people);
        QCOMPARE(people->size(), 3);
        QVERIFY(desk->own().plans().newest(QStringLiteral("fresh-internet")));
    }

    void somebodyWhoDoesNotWorkThereCannotJoin()
    {
        world->sql(QStringLiteral("CREATE ROLE stranger LOGIN IN ROLE beback_agent"));
        const auto desk = SharedPlace::open(world->urlOf(QStringLiteral("stranger")), world->clock, world->random);
        QVERIFY(!desk);
        QCOMPARE(desk.error().code, Code::NotFound);
        world->sql(QStringLiteral("DROP ROLE stranger"));
    }

    void whatOneDeskRecordsTheOtherIsHanded()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*tanya, 1);
        QCOMPARE(waiting(*tanya), 1);
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(waiting(*tanya), 0);

        const auto claim = luis->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        QCOMPARE((*claim)->customer, customer);
        const auto view = luis->own().view((*claim)->customer, (*claim)->lead, Luis);
        VERIFY_OK(view);
        QCOMPARE(view->customer.name.display(), QStringLiteral("Person 1"));
        QVERIFY(view->claim);

        VERIFY_OK(luis->own().record(emailTo(**claim), Luis));
        VERIFY_OK(luis->exchange().sync());
        const auto changed = tanya->exchange().pull();
        VERIFY_OK(changed);
        QCOMPARE(*changed, QVector<CustomerId>{customer});
        const auto seen = tanya->own().customer(customer);
        VERIFY_OK(seen);
        QCOMPARE(seen->leads.first().attempts, 1);
    }

    void nobodyIsHandedToTwo()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        for (int i = 0; i < 5; ++i)
            world->addLead(*tanya, i);
        VERIFY_OK(tanya->exchange().sync());
        QSet<CustomerId> handed;
        for (int i = 0; i < 6; ++i) {
            const auto claim = (i % 2 ? luis : tanya)->exchange().claimNext();
            VERIFY_OK(claim);
            QCOMPARE(claim->has_value(), i < 5);
            if (*claim)
                handed.insert((*claim)->customer);
        }
        QCOMPARE(handed.size(), 5);
        const auto other = luis->exchange().claim(*handed.cbegin());
        const auto mine = tanya->exchange().claim(*handed.cbegin());
        QVERIFY(bool(other) != bool(mine));
        QCOMPARE((other ? mine : other).error().code, Code::Conflict);
    }

    void whoIsGivenBackIsHandedOutAgain()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        VERIFY_OK(tanya->exchange().release(customer));
        const auto again = luis->exchange().claimNext();
        VERIFY_OK(again);
        QVERIFY(again->has_value());
        QCOMPARE((*again)->epoch, qint64(2));
    }

    // Else the next one would not know of it, and it would come in under a lease that is over.
    void whoIsGivenBackIsHandedOnWithWhatWasRecorded()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        VERIFY_OK(tanya->own().record(emailTo(**claim), Tanya));
        VERIFY_OK(tanya->release(customer));
        QCOMPARE(waiting(*tanya), 0);
        VERIFY_OK(luis->claim(customer, {}));
        QCOMPARE(luis->own().customer(customer)->leads.first().attempts, 1);
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event_flag")), QStringLiteral("0"));
    }

    // The answer to what was sent says so, before the feed does.
    void whatIsHeldCountsNoMoreInTheRowsEither()
    {
        const auto tanya = world->desk(Tanya);
        const CustomerId customer = world->addLead(*tanya, 1);
        const auto refused = tanya->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Tanya);
        VERIFY_OK(refused);
        VERIFY_OK(tanya->exchange().sync());
        EventDraft clear; // past the desk's own look: she is no manager
        clear.customer = customer;
        clear.kind = EventKind::DoNotContactCleared;
        clear.actor = Tanya;
        clear.body = {{QStringLiteral("sets"), QJsonArray{refused->event.toString()}}};
        VERIFY_OK(tanya->own().recorder().record(clear));
        VERIFY_OK(tanya->exchange().claimNext());
        QVERIFY(tanya->own().customer(customer)->refusal({}, {}));
        VERIFY_OK(tanya->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked again"), Tanya));
        const auto report = checkStore(tanya->own().db(), world->admin->rooftopId(), world->admin->plans(), false);
        VERIFY_OK(report);
        QCOMPARE(report->findings, QStringList());
        VERIFY_OK(tanya->exchange().sync());
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        NO_FAULTS(serverFaults(*world));
    }

    void whoComesInNewGoesBeforeThoseAmongWhomTheLastWasFound()
    {
        const auto desk = world->desk(Tanya);
        for (int i = 0; i < 3; ++i)
            world->addLead(*desk, i);
        VERIFY_OK(desk->exchange().sync());
        // An hour ago: where a claim remembers how far it looked.
        world->sql(QStringLiteral("UPDATE queue SET due_at = due_at - 3600000000"));
        QSet<CustomerId> handed;
        const auto next = [&] {
            const auto claim = desk->exchange().claimNext();
            return claim && *claim ? (*claim)->customer : CustomerId();
        };
        handed.insert(next());
        const CustomerId fresh = world->addLead(*desk, 3);
        VERIFY_OK(desk->exchange().sync());
        QCOMPARE(next(), fresh);
        handed.insert(next());
        handed.insert(next());
        QVERIFY(!handed.contains(CustomerId()));
        QCOMPARE(handed.size(), 3);
        QVERIFY(next().isNull());
        world->sql(QStringLiteral("UPDATE queue SET due_at = due_at + 3600000000 WHERE customer_id <> '%1'").arg(fresh.toString()));
    }

    void saveAndNextIsOneCall()
    {
        const auto tanya = world->desk(Tanya);
        world->addLead(*tanya, 1);
        world->addLead(*tanya, 2);
        const auto first = tanya->exchange().claimNext(); // takes both arrivals along
        VERIFY_OK(first);
        QVERIFY(first->has_value());
        VERIFY_OK(tanya->own().record(emailTo(**first), Tanya));
        const auto second = tanya->exchange().claimNext();
        VERIFY_OK(second);
        QVERIFY(second->has_value());
        QVERIFY((*second)->customer != (*first)->customer);
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'attempt'")), QStringLiteral("1"));
        QCOMPARE(waiting(*tanya), 3); // on the server, and not read back yet
        VERIFY_OK(tanya->exchange().pull());
        QCOMPARE(waiting(*tanya), 0);
    }

    void twoWhoWriteAtOnceLeaveNobodyStale()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().bring({customer.toString()}));
        const auto state = luis->own().customer(customer);
        VERIFY_OK(state);
        VERIFY_OK(luis->own().note(customer, state->leads.first().id, QStringLiteral("from Luis"), Luis));
        VERIFY_OK(tanya->own().reply(customer, state->leads.first().id, Medium::Email, QStringLiteral("Is it still there?"), Tanya));
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")), QStringLiteral("0"));
        QCOMPARE(world->sql(QStringLiteral("SELECT waiting_reply FROM lead")), QStringLiteral("email"));
    }

    void anAttemptUnderALapsedLeaseIsKeptAndMarked()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        const auto lapsed = tanya->exchange().claimNext(std::chrono::milliseconds(150));
        VERIFY_OK(lapsed);
        QVERIFY(lapsed->has_value());
        QTest::qWait(200);
        const auto taken = luis->exchange().claimNext();
        VERIFY_OK(taken);
        QVERIFY(taken->has_value());
        QCOMPARE((*taken)->customer, (*lapsed)->customer);
        VERIFY_OK(tanya->own().record(emailTo(**lapsed), Tanya));
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT flag || held::text FROM event_flag")), QStringLiteral("latefalse"));
        QCOMPARE(world->sql(QStringLiteral("SELECT login FROM claim")), Luis); // not given back by the late one
        QCOMPARE(world->sql(QStringLiteral("SELECT attempts FROM lead")), QStringLiteral("1"));
    }

    void endingAnOptOutIsAManagersRight()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis), marcus = world->desk(Marcus);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Tanya));
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT feed FROM feed f JOIN event e ON e.id = f.event_id WHERE e.kind = 'dnc_set'")), QStringLiteral("0"));
        const auto clear = [&](SharedPlace &desk, const QString &login) -> Result<void> {
            BEBACK_CHECK(desk.exchange().bring({customer.toString()}));
            BEBACK_TRY(state, desk.own().customer(customer));
            EventDraft draft;
            draft.customer = customer;
            draft.kind = EventKind::DoNotContactCleared;
            draft.actor = login;
            draft.body = {{QStringLiteral("sets"), QJsonArray{state.doNotContact.first().setBy.toString()}}};
            BEBACK_CHECK(desk.own().recorder().record(draft));
            BEBACK_CHECK(desk.exchange().sync());
            return {};
        };
        VERIFY_OK(clear(*luis, Luis));
        QCOMPARE(world->sql(QStringLiteral("SELECT flag || held::text FROM event_flag")), QStringLiteral("managers_onlytrue"));
        QCOMPARE(world->sql(QStringLiteral("SELECT refused::text FROM customer")), QStringLiteral("true"));
        const auto seen = luis->own().customer(customer);
        VERIFY_OK(seen);
        QCOMPARE(seen->doNotContact.size(), 1); // held here too
        VERIFY_OK(clear(*marcus, Marcus));
        QCOMPARE(world->sql(QStringLiteral("SELECT refused::text FROM customer")), QStringLiteral("false"));
    }

    void whoAsksToBeLeftAloneIsTakenFromWhoeverHasThem()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        VERIFY_OK(luis->exchange().bring({customer.toString()}));
        VERIFY_OK(luis->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Luis));
        VERIFY_OK(luis->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT until FROM claim")), QStringLiteral("0"));
        const auto none = tanya->exchange().claimNext();
        VERIFY_OK(none);
        QVERIFY(!none->has_value());
        VERIFY_OK(tanya->exchange().pull());
        const auto seen = tanya->own().customer(customer);
        VERIFY_OK(seen);
        QVERIFY(seen->refusal({}, {}));
    }

    void recordingGoesOnWithoutTheDatabase()
    {
        const auto tanya = world->desk(Tanya);
        world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        tanya->exchange().disconnect();
        VERIFY_OK(tanya->own().record(emailTo(**claim), Tanya));
        QCOMPARE(waiting(*tanya), 1);
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(waiting(*tanya), 0);
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'attempt'")), QStringLiteral("1"));
    }

    void aRestoredDatabaseIsRecognisedAndReadAgain()
    {
        const auto tanya = world->desk(Tanya);
        for (int i = 0; i < 3; ++i)
            world->addLead(*tanya, i);
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(own_store::setCursor(tanya->own().db(), 1, {true, 2, QStringLiteral("another past")}));
        VERIFY_OK(tanya->exchange().pull());
        QVERIFY(tanya->exchange().notice().contains(QLatin1String("restored from an older backup")));
        QCOMPARE(own_store::cursor(tanya->own().db(), 1)->seq, qint64(3));
    }

    void aMovedStoreSaysTheSame()
    {
        QTemporaryDir other;
        auto from = Workplace::open(SharedWorld::parsed(other.filePath(QStringLiteral("embedded.db"))),
                                    Workplace::Open::CreateOrUpgrade, world->clock, world->random);
        VERIFY_OK(from);
        VERIFY_OK(makeDemoWorld((*from)->db(), DemoWorld{60, 3, world->clock.now()}, (*from)->plans()));
        VERIFY_OK((*from)->reload());
        SavedView view;
        view.name = QStringLiteral("Phone-ups");
        view.chart = QStringLiteral("funnel");
        view.by = QStringLiteral("dana");
        VERIFY_OK(putView((*from)->db(), (*from)->rooftopId(), view, false));
        auto to = Workplace::open(SharedWorld::parsed(TempPostgres::server().url(TempPostgres::server().freshDatabase())),
                                  Workplace::Open::CreateOrUpgrade, world->clock, world->random);
        VERIFY_OK(to);
        VERIFY_OK(needNotMoved(**from));
        const auto moved = moveInto(**from, **to, {});
        VERIFY_OK(moved);
        const auto there = needNotMoved(**from);
        QVERIFY(!there);
        QCOMPARE(there.error().code, Code::Conflict);
        QVERIFY2(there.error().message.contains((*to)->db().url().display()), qPrintable(there.error().message));
        VERIFY_OK(needNotMoved(**to));
        const auto before = checkStore((*from)->db(), (*from)->rooftopId(), (*from)->plans(), false);
        const auto after = checkStore((*to)->db(), (*to)->rooftopId(), (*to)->plans(), false);
        VERIFY_OK(before);
        VERIFY_OK(after);
        QVERIFY2(after->differences == 0, qPrintable(after->findings.join(QLatin1Char('\n'))));
        QCOMPARE(after->events, before->events);
        QCOMPARE(after->customers, before->customers);
        const auto campaigns = campaign_store::all((*from)->db(), (*from)->rooftopId());
        VERIFY_OK(campaigns);
        QVERIFY(!campaigns->isEmpty());
        QCOMPARE(*campaign_store::all((*to)->db(), (*to)->rooftopId()), *campaigns);
        for (const StoredCampaign &one : *campaigns)
            QCOMPARE(*campaign_store::people((*to)->db(), (*to)->rooftopId(), one.campaign.id),
                     *campaign_store::people((*from)->db(), (*from)->rooftopId(), one.campaign.id));
        const auto views = readViews((*to)->db(), (*to)->rooftopId());
        QVERIFY(views && views->size() == 1 && views->first().name == view.name);
        const auto twice = moveInto(**from, **to, {});
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, Code::Conflict);
    }
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "exchange_test.moc"
