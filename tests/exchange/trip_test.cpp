// People taken along on a trip: who is handed them meanwhile, and in which order they are worked.

#include "tests/exchange/trip_world.h"

using namespace beback;
using namespace beback::test;

class TripTest : public QObject, TripWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found(); } // Tanya and Luis, two agents
    void cleanup() { leave(); }

    void whoIsOutIsHandedToNobodyElse()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        takeIn(*luis, 4);
        const auto view = tanya->takeAlong(wishOf(3));
        VERIFY_OK(view);
        QVERIFY(view->trip && view->trip->isWhole());
        QCOMPARE(view->trip->leads.size(), 3);
        const auto other = luis->exchange().claimNext();
        VERIFY_OK(other);
        QVERIFY(other->has_value());
        QVERIFY(!view->trip->of((*other)->customer));
        const auto nobody = luis->exchange().claimNext();
        VERIFY_OK(nobody);
        QVERIFY(!nobody->has_value());

        const CustomerId out = view->trip->leads.first().customer;
        const auto byName = luis->claim(out, {});
        QVERIFY(!byName);
        QCOMPARE(byName.error().code, Code::Conflict);
        QVERIFY2(byName.error().message.startsWith(QLatin1String("Tanya has taken them along until ")), qPrintable(byName.error().message));
        const auto seen = luis->view(out, {});
        VERIFY_OK(seen);
        QCOMPARE(seen->heldBy, QStringLiteral("Tanya"));
        QVERIFY(seen->outUntil > world->clock.now() + 3 * Hour);
        const auto page = luis->queuePage(10);
        VERIFY_OK(page);
        const auto row = std::find_if(page->next.cbegin(), page->next.cend(), [out](const QueueItem &item) { return item.customer == out; });
        QVERIFY(row != page->next.cend());
        QCOMPARE(row->heldBy, QStringLiteral("Tanya"));
        QCOMPARE(row->outUntil, seen->outUntil);
        const auto theirs = luis->exchange().shared().checkIn(view->trip->id, {}); // another's trip is not his to end
        VERIFY_OK(theirs);
        QCOMPARE(*theirs, 0);
        QCOMPARE(held(), 4);
        const auto along = luis->takeAlong(wishOf(1));
        QVERIFY(!along);
        QCOMPARE(along.error().code, Code::NotFound);
        QVERIFY(!own_store::trip(luis->own().db(), luis->own().clock())->has_value());
    }

    void atMostFiftyInHandAndTwelveHours()
    {
        const auto tanya = world->desk(Tanya);
        takeIn(*tanya, 55);
        for (int i = 0; i < 3; ++i)
            QVERIFY(tanya->exchange().claimNext()->has_value());
        for (const TripWish &wish : {wishOf(51), wishOf(0), wishOf(5, 13), wishOf(5, 0)}) {
            const auto refused = tanya->takeAlong(wish);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, Code::Invalid);
        }
        const auto beyond = tanya->exchange().shared().checkOut(world->random.uuid(world->clock.now()).toString(QUuid::WithoutBraces), {}, 5, {}, 13 * Hour);
        QVERIFY(!beyond);
        QCOMPARE(beyond.error().code, Code::Invalid);
        const auto view = tanya->takeAlong(wishOf(50, 12));
        VERIFY_OK(view);
        QCOMPARE(view->trip->leads.size(), 47);
        QCOMPARE(held(), 50);
        const auto more = tanya->exchange().shared().checkOut(world->random.uuid(world->clock.now()).toString(QUuid::WithoutBraces), {}, 5, {}, Hour);
        QVERIFY(!more);
        QCOMPARE(more.error().code, Code::Conflict);
        QVERIFY(more.error().message.contains(QLatin1String("fifty")));
        const auto again = tanya->takeAlong(wishOf(1));
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::Conflict);
    }

    void theOrderIsTheQueuesThereAndAway()
    {
        const auto tanya = world->desk(Tanya);
        takeIn(*tanya, 6);
        const auto page = tanya->queuePage(10);
        VERIFY_OK(page);
        QVector<CustomerId> order;
        for (const QueueItem &item : page->next)
            order << item.customer;
        QCOMPARE(order.size(), 6);
        VERIFY_OK(tanya->takeAlong(wishOf(4)));
        tanya->exchange().disconnect();
        const auto away = tanya->own().away(Tanya);
        VERIFY_OK(away);
        QCOMPARE(customersOf(*away), order.mid(0, 4));
        const auto first = tanya->own().nextHeld(Tanya);
        VERIFY_OK(first);
        QCOMPARE((*first)->customer.id, order.first());
        // Whoever writes comes before them all.
        const LeadId lead = away->carried.last().lead;
        VERIFY_OK(tanya->own().reply(order.at(3), lead, Medium::Email, QStringLiteral("Is it still there?"), Tanya));
        const auto next = tanya->own().nextHeld(Tanya);
        VERIFY_OK(next);
        QCOMPARE((*next)->customer.id, order.at(3));
        const auto shown = tanya->own().awayPage(Tanya, 10);
        VERIFY_OK(shown);
        QCOMPARE(shown->mine.size(), 4);
        QCOMPARE(shown->nowCount, 4);
        QVERIFY(shown->next.isEmpty());
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->comeBack());
    }

    void whoeverIsNamedComesOrItIsSaidWhyNot()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        takeIn(*luis, 4);
        VERIFY_OK(luis->claim(people.at(0), {}));
        VERIFY_OK(luis->own().setDoNotContact(people.at(1), {}, {}, QStringLiteral("asked"), Luis));
        VERIFY_OK(luis->exchange().sync());
        TripWish wish = wishOf(4);
        for (const CustomerId person : std::as_const(people))
            wish.named << leadOf(*luis, person);
        const auto view = tanya->takeAlong(wish);
        VERIFY_OK(view);
        QCOMPARE(view->trip->leads.size(), 2);
        QVERIFY(view->trip->of(people.at(2)) && view->trip->of(people.at(3)));
        QCOMPARE(view->leftBehind.size(), 2);
        QVERIFY2(view->leftBehind.at(0).endsWith(QLatin1String("Luis is working on this person now.")), qPrintable(view->leftBehind.at(0)));
        QVERIFY2(view->leftBehind.at(1).endsWith(QLatin1String("Nobody may contact them.")), qPrintable(view->leftBehind.at(1)));
    }

    void aLostAnswerIsAskedForAgain()
    {
        const auto tanya = world->desk(Tanya);
        takeIn(*tanya, 5);
        Trip asked;
        asked.id = world->random.uuid(world->clock.now()).toString(QUuid::WithoutBraces);
        asked.begun = world->clock.now();
        asked.until = asked.begun + 4 * Hour - LeaseMargin;
        asked.wanted = 3;
        VERIFY_OK(own_store::beginTrip(tanya->own().db(), tanya->exchange().person().rooftop, Tanya, asked));
        VERIFY_OK(tanya->exchange().shared().checkOut(asked.id, {}, 3, {}, 4 * Hour)); // and nobody hears of it
        QVERIFY(tanya->own().away(Tanya)->carried.isEmpty());
        const auto view = tanya->takeAlong(wishOf(20, 1));
        VERIFY_OK(view);
        QCOMPARE(view->trip->leads.size(), 3);
        QVERIFY(view->trip->isWhole());
        QCOMPARE(view->trip->until.us, asked.until.us);
        QCOMPARE(held(), 3);
        QCOMPARE(world->sql(QStringLiteral("SELECT max(epoch) FROM claim")), QStringLiteral("1"));
    }

    void brokenOffWhileTheyAreBroughtTheSameCallGoesOn()
    {
        const auto luis = world->desk(Luis);
        takeIn(*luis, 25);
        auto tanya = world->desk(Tanya);
        VERIFY_OK(tanya->checkOut(wishOf(25)));
        VERIFY_OK(tanya->bringPart());
        tanya->exchange().disconnect();
        const auto part = tanya->own().away(Tanya);
        VERIFY_OK(part);
        QCOMPARE(part->trip->leads.size(), 25);
        const int brought = part->trip->brought();
        QVERIFY(brought > 0 && brought < 25);
        QCOMPARE(part->carried.size(), brought); // who is not here whole is not handed out
        VERIFY_OK(tanya->own().nextHeld(Tanya));
        tanya.reset();
        tanya = world->desk(Tanya); // the program was started again
        const auto whole = tanya->takeAlong(wishOf(25));
        VERIFY_OK(whole);
        QVERIFY(whole->trip->isWhole());
        QCOMPARE(whole->carried.size(), 25);
        QCOMPARE(held(), 25);
    }

    void whatWasLeasedAndNotBroughtIsGivenBackToo()
    {
        const auto luis = world->desk(Luis), tanya = world->desk(Tanya);
        takeIn(*luis, 12);
        VERIFY_OK(tanya->checkOut(wishOf(12)));
        QCOMPARE(held(), 12);
        const auto back = tanya->comeBack();
        VERIFY_OK(back);
        QCOMPARE(back->givenBack, 12);
        QCOMPARE(held(), 0);
        QVERIFY(!own_store::trip(tanya->own().db(), tanya->own().clock())->has_value());
    }

    void nobodyIsDialledOnceDoNotContactIsTooOld()
    {
        LaptopClock clock;
        VERIFY_OK(world->admin->setSetting(OptOutsAgeSetting, QStringLiteral("2")));
        const auto tanya = world->desk(Tanya, clock);
        const auto phone = tanya->own().recorder().recordNewCustomer(draftNamed(QStringLiteral("Ann Lee"), QStringLiteral("+13125550142")),
                                                                     QStringLiteral("system"));
        VERIFY_OK(phone);
        people << phone->customer;
        VERIFY_OK(tanya->exchange().sync());
        TripWish wish = wishOf(1, 10);
        wish.named << leadOf(*tanya, phone->customer);
        VERIFY_OK(tanya->takeAlong(wish));
        tanya->exchange().disconnect();
        clock.pass(Hour);
        QCOMPARE(tanya->own().away(Tanya)->noDialling, QString());
        clock.pass(Hour + std::chrono::minutes(1));
        const auto away = tanya->own().away(Tanya);
        VERIFY_OK(away);
        QVERIFY(away->noDialling.contains(QLatin1String("Connect once")));
        const auto view = tanya->own().held(phone->customer, Tanya);
        VERIFY_OK(view);
        QVERIFY(!view->points.first().call.allowed());
        QVERIFY(!view->points.first().text.allowed());
        const auto next = tanya->own().nextHeld(Tanya);
        QVERIFY(!next);
        QCOMPARE(next.error().message, away->noDialling);
        VERIFY_OK(tanya->own().note(phone->customer, view->lead, QStringLiteral("came by"), Tanya));
        RecordRequest request; // what happened is written down all the same
        request.customer = phone->customer;
        request.lead = view->lead;
        request.outcome = Outcome::NoAnswer;
        request.epoch = view->claim->epoch;
        VERIFY_OK(tanya->own().record(request, Tanya));
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(tanya->own().away(Tanya)->noDialling, QString());
        VERIFY_OK(tanya->comeBack());
    }
};

QTEST_GUILESS_MAIN(TripTest)
#include "trip_test.moc"
