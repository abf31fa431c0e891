// What needs a look: it is found where two desks wrote without knowing of each other, or something was held; and it is worked off, once.

#include "tests/exchange/staffed_world.h"

using namespace beback;
using namespace beback::test;

namespace {

const QString Why = QStringLiteral("It was agreed on the phone.");

// "same_day luis" of each, in the order they are shown.
QStringList shown(SharedPlace &desk)
{
    const auto looks = desk.looks();
    if (!looks)
        qFatal("%s", qPrintable(looks.error().message + looks.error().detail));
    QStringList said;
    for (const Look &look : *looks)
        said << beback::toText(look.what) + QLatin1Char(' ') + look.actor;
    return said;
}

Look firstOf(SharedPlace &desk)
{
    const auto looks = desk.looks();
    if (!looks || looks->isEmpty())
        qFatal("nothing needs a look");
    return looks->first();
}

RecordRequest email(CustomerId customer, LeadId lead)
{
    Claim none;
    none.customer = customer;
    none.lead = lead;
    return emailTo(none);
}

} // namespace

class LooksTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        found({.agents = {Tanya, Luis}, .manager = Marcus});
        world->sql(QStringLiteral("INSERT INTO setting VALUES ('training', '1')")); // sessions set their clocks
        tanya = world->desk(Tanya);
        luis = world->desk(Luis);
        marcus = world->desk(Marcus);
        customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        for (SharedPlace *desk : {luis.get(), marcus.get()})
            VERIFY_OK(desk->exchange().bring({customer.toString()}));
        const auto state = tanya->own().customer(customer);
        VERIFY_OK(state);
        lead = state->leads.first().id;
    }
    void cleanup()
    {
        for (SharedPlace *desk : {tanya.get(), luis.get(), marcus.get()})
            VERIFY_OK(desk->exchange().sync());
        const CheckReport report = world->check();
        QVERIFY2(report.differences == 0, qPrintable(report.findings.join(QLatin1Char('\n'))));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM feed")), world->sql(QStringLiteral("SELECT count(*) FROM event")));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")), QStringLiteral("0"));
        marcus.reset();
        luis.reset();
        tanya.reset();
        world.reset();
    }

    void bothContactedThePersonOnOneDay()
    {
        goAway(*tanya);
        VERIFY_OK(tanya->own().record(email(customer, lead), Tanya));
        VERIFY_OK(luis->own().record(email(customer, lead), Luis));
        VERIFY_OK(luis->exchange().sync());
        QCOMPARE(shown(*marcus), QStringList());
        comeBack(*tanya);
        QCOMPARE(shown(*marcus), QStringList{QStringLiteral("same_day luis")});
        const Look look = firstOf(*marcus);
        QCOMPARE(look.customer, customer);
        QCOMPARE(look.name, QStringLiteral("Person 1"));
        QVERIFY2(look.sentence.contains(QLatin1String("Tanya")) && look.sentence.contains(QLatin1String("Luis")), qPrintable(look.sentence));
        QCOMPARE(shown(*luis), QStringList{QStringLiteral("same_day luis")}); // their own
        QCOMPARE(shown(*tanya), QStringList());
        VERIFY_OK(luis->lookDone(look.event, look.what, {}));
        QCOMPARE(shown(*marcus), QStringList());
        const auto again = marcus->lookDone(look.event, look.what, {});
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::NotFound);
    }

    void connectedDesksThatWorkOneAfterTheOtherNeedNoLook()
    {
        VERIFY_OK(tanya->own().record(email(customer, lead), Tanya));
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(luis->own().record(email(customer, lead), Luis));
        VERIFY_OK(luis->exchange().sync());
        QCOMPARE(shown(*marcus), QStringList());
    }

    void contactAfterAnOptOutMadeElsewhere()
    {
        goAway(*tanya);
        VERIFY_OK(luis->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Luis));
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->own().record(email(customer, lead), Tanya));
        comeBack(*tanya);
        QCOMPARE(shown(*marcus), QStringList{QStringLiteral("after_opt_out tanya")});
        QCOMPARE(world->sql(QStringLiteral("SELECT refused::text FROM customer")), QStringLiteral("true"));
        const Look look = firstOf(*marcus);
        VERIFY_OK(marcus->lookDone(look.event, look.what, QStringLiteral("I told them we are sorry.")));
        QCOMPARE(world->sql(QStringLiteral("SELECT by_login || verdict || reason FROM look")), QStringLiteral("marcusseenI told them we are sorry."));
    }

    void editsOfOneContactPointMeet()
    {
        const QString old = QStringLiteral("email:person1@example.com");
        goAway(*tanya);
        VERIFY_OK(tanya->own().setContactPoint(customer, ContactPoint::Type::Email, QStringLiteral("tanya.has@example.com"), {}, old, Tanya));
        VERIFY_OK(luis->own().setContactPoint(customer, ContactPoint::Type::Email, QStringLiteral("luis.has@example.com"), {}, old, Luis));
        VERIFY_OK(luis->exchange().sync());
        comeBack(*tanya);
        QCOMPARE(shown(*marcus), QStringList{QStringLiteral("point_met luis")});
        VERIFY_OK(luis->exchange().sync());
        const auto here = tanya->own().customer(customer), there = luis->own().customer(customer);
        VERIFY_OK(here);
        VERIFY_OK(there);
        QVERIFY(here->points == there->points);
    }

    void aPlanMeetsAStep()
    {
        goAway(*tanya);
        VERIFY_OK(marcus->own().choosePlan(customer, lead, QStringLiteral("long-term"), QStringLiteral("Back in May"), Marcus));
        VERIFY_OK(marcus->exchange().sync());
        VERIFY_OK(tanya->own().record(email(customer, lead), Tanya));
        comeBack(*tanya);
        QCOMPARE(shown(*marcus), QStringList{QStringLiteral("plan_met tanya")});
        QCOMPARE(world->sql(QStringLiteral("SELECT plan_id FROM lead")), QStringLiteral("long-term"));
        QCOMPARE(world->sql(QStringLiteral("SELECT attempts FROM lead")), QStringLiteral("1"));
    }

    void anAttemptUnderALapsedLeaseSaysWhoHadThem()
    {
        const auto lapsed = tanya->exchange().claimNext(std::chrono::milliseconds(150));
        VERIFY_OK(lapsed);
        QVERIFY(lapsed->has_value());
        QTest::qWait(200);
        const auto taken = luis->exchange().claimNext();
        VERIFY_OK(taken);
        QVERIFY(taken->has_value());
        VERIFY_OK(tanya->own().record(emailTo(**lapsed), Tanya));
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().release(customer));
        QCOMPARE(shown(*marcus), QStringList{QStringLiteral("late tanya")});
        const Look look = firstOf(*marcus);
        QVERIFY2(look.sentence.contains(QLatin1String("had been given to Luis")), qPrintable(look.sentence));
        QVERIFY(!look.isHeld);
        const auto in = marcus->letIn({look.event}, Why);
        QVERIFY(!in); // it counts already
        QCOMPARE(in.error().code, Code::NotFound);
        VERIFY_OK(tanya->lookDone(look.event, look.what, {}));
        QCOMPARE(shown(*marcus), QStringList());
    }

    void whatAManagerLetsInCountsForEverybody()
    {
        const EventId held = giveToMyself();
        QCOMPARE(shown(*marcus), QStringList{QStringLiteral("managers_only tanya")});
        VERIFY_OK(luis->exchange().pull()); // it is passed over there, because it is held
        QCOMPARE(ownerAt(*luis), QString());
        QCOMPARE(ownerAt(*tanya), QString());

        VERIFY_OK(marcus->letIn({held}, Why));
        QCOMPARE(shown(*marcus), QStringList());
        QCOMPARE(world->sql(QStringLiteral("SELECT owner FROM lead")), Tanya);
        QCOMPARE(world->sql(QStringLiteral("SELECT verdict || by_login || reason FROM look")), QStringLiteral("let_inmarcus") + Why);
        for (SharedPlace *desk : {luis.get(), tanya.get(), marcus.get()}) {
            VERIFY_OK(desk->exchange().pull());
            QCOMPARE(ownerAt(*desk), Tanya);
        }
        const auto again = marcus->letIn({held}, Why);
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::NotFound);
        const auto events = marcus->own().history(customer);
        VERIFY_OK(events);
        const auto undone = marcus->own().undo(events->last().id, Marcus);
        QVERIFY(!undone); // everybody counts it by now
        QCOMPARE(undone.error().code, Code::Denied);
    }

    void whatIsLetInReachesADeskThatWasAway()
    {
        goAway(*luis);
        const EventId held = giveToMyself();
        VERIFY_OK(marcus->letIn({held}, Why));
        VERIFY_OK(luis->connect());
        VERIFY_OK(luis->exchange().sync());
        QCOMPARE(ownerAt(*luis), Tanya);
    }

    void whatIsLeftOutStaysOutForGood()
    {
        const EventId held = giveToMyself();
        const Look look = firstOf(*marcus);
        QCOMPARE(look.event, held);
        const auto noReason = marcus->lookDone(look.event, look.what, QStringLiteral(" "));
        QVERIFY(!noReason);
        QCOMPARE(noReason.error().code, Code::Invalid);
        VERIFY_OK(marcus->lookDone(look.event, look.what, QStringLiteral("She gave it to herself.")));
        QCOMPARE(shown(*marcus), QStringList());
        QCOMPARE(world->sql(QStringLiteral("SELECT owner FROM lead")), QString());
        QVERIFY(!marcus->letIn({held}, Why));
        QCOMPARE(world->sql(QStringLiteral("SELECT held::text FROM event_flag")), QStringLiteral("true"));
    }

    void anAgentDecidesAboutNothingThatIsHeld()
    {
        const EventId held = giveToMyself();
        const Look look = firstOf(*tanya); // they see that it is held
        QCOMPARE(look.event, held);
        const auto out = tanya->lookDone(look.event, look.what, QStringLiteral("never mind"));
        QVERIFY(!out);
        QCOMPARE(out.error().code, Code::Denied);
        const auto in = tanya->letIn({held}, Why);
        QVERIFY(!in);
        QCOMPARE(in.error().code, Code::Denied);
        // Past that, by an event of their own: held like the other.
        EventDraft draft;
        draft.customer = customer;
        draft.kind = EventKind::LetIn;
        draft.actor = Tanya;
        draft.body = {{QStringLiteral("event"), held.toString()}, {QStringLiteral("reason"), Why}};
        VERIFY_OK(tanya->own().recorder().record(draft));
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event_flag WHERE held")), QStringLiteral("2"));
        QCOMPARE(world->sql(QStringLiteral("SELECT owner FROM lead")), QString());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM look")), QStringLiteral("0"));
    }

    void todayAsksAManagerToLook()
    {
        VERIFY_OK(marcus->todayPage());
        const auto hasLook = [this] {
            const auto page = marcus->todayPage();
            return page && std::any_of(page->needs.cbegin(), page->needs.cend(), [](const NeedsYou &need) { return need.kind == NeedsYou::Kind::Look; });
        };
        QVERIFY(!hasLook());
        const EventId held = giveToMyself();
        QVERIFY(hasLook());
        VERIFY_OK(marcus->letIn({held}, Why));
        QVERIFY(!hasLook());
    }

private:
    static void goAway(SharedPlace &desk) { desk.exchange().disconnect(); }
    // Two hours later, by the shared database's clock.
    static void comeBack(SharedPlace &desk)
    {
        VERIFY_OK(desk.connect());
        VERIFY_OK(desk.exchange().shared().setClock(desk.own().clock().now() + std::chrono::hours(2)));
        VERIFY_OK(desk.exchange().sync());
    }
    // What only a manager says: the shared database holds it.
    EventId giveToMyself()
    {
        EventDraft draft;
        draft.customer = customer;
        draft.lead = lead;
        draft.kind = EventKind::Assigned;
        draft.actor = Tanya;
        draft.body = {{QStringLiteral("to"), Tanya}, {QStringLiteral("reason"), QStringLiteral("They know me")}};
        const auto recorded = tanya->own().recorder().record(draft);
        if (!recorded || !tanya->exchange().sync())
            qFatal("it was not sent");
        return recorded->events.first();
    }
    QString ownerAt(SharedPlace &desk) const
    {
        const auto state = desk.own().customer(customer);
        return state && !state->leads.isEmpty() ? state->leads.first().owner : QStringLiteral("nobody is here");
    }

    std::unique_ptr<SharedPlace> tanya, luis, marcus;
    CustomerId customer;
    LeadId lead;
};

QTEST_GUILESS_MAIN(LooksTest)
#include "looks_test.moc"
