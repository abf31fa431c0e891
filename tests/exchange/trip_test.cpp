// People taken along on a trip: who is handed them meanwhile, in which order they are worked, and what coming back makes of it.

#include "core/desk/away.h"
#include "tests/support/laptop_clock.h"
#include "tests/support/shared_history.h"

using namespace beback;
using namespace beback::test;

namespace {

const QString Tanya = QStringLiteral("tanya");
const QString Luis = QStringLiteral("luis");
constexpr Duration Hour = std::chrono::hours(1);

TripWish wishOf(int leads, int hours = 4)
{
    TripWish wish;
    wish.leads = leads;
    wish.lasts = hours * Hour;
    return wish;
}

QVector<CustomerId> customersOf(const AwayView &view)
{
    QVector<CustomerId> customers;
    for (const QueueItem &item : view.carried)
        customers << item.customer;
    return customers;
}

} // namespace

class TripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        world = std::make_unique<SharedWorld>();
        world->add(Tanya);
        world->add(Luis);
        people.clear();
    }
    void cleanup()
    {
        NO_FAULTS(serverFaults(*world));
        world.reset();
    }

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

    void whatIsRecordedAwayArrivesOnceInOrderAndEverybodyIsGivenBack()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        takeIn(*luis, 5);
        VERIFY_OK(tanya->takeAlong(wishOf(5)));
        tanya->exchange().disconnect();
        QStringList recorded;
        for (int i = 0; i < 3; ++i) {
            const auto next = tanya->own().nextHeld(Tanya);
            VERIFY_OK(next);
            QVERIFY((*next)->claim);
            const auto receipt = tanya->own().record(emailTo(*(*next)->claim), Tanya);
            VERIFY_OK(receipt);
            recorded << receipt->event.toString();
        }
        QCOMPARE(tanya->own().away(Tanya)->waiting, 3);
        VERIFY_OK(tanya->connect());
        const auto back = tanya->comeBack();
        VERIFY_OK(back);
        QCOMPARE(back->sent, 3);
        QCOMPARE(back->givenBack, 5);
        QVERIFY(back->look.isEmpty());
        QCOMPARE(held(), 0);
        QCOMPARE(world->sql(QStringLiteral("SELECT string_agg(id, ' ' ORDER BY hlc) FROM event WHERE kind = 'attempt'")), recorded.join(QLatin1Char(' ')));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event_flag")), QStringLiteral("0"));
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        const auto again = tanya->comeBack();
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::NotFound);
        for (int i = 0; i < 2; ++i) // those that were not worked
            QVERIFY(luis->exchange().claimNext()->has_value());
    }

    // A second touch of the same day must not be made while somebody else has them.
    void whoWasWorkedStaysOutUntilTheEnd()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        takeIn(*luis, 1);
        VERIFY_OK(tanya->takeAlong(wishOf(1)));
        const CustomerId person = people.first();
        const LeadId lead = leadOf(*luis, person);
        const auto first = tanya->own().nextHeld(Tanya);
        VERIFY_OK(first);
        const qint64 epoch = (*first)->claim->epoch;
        VERIFY_OK(tanya->own().record(emailTo(*(*first)->claim), Tanya));
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(tanya->release(person)); // as a window does with whoever is no longer shown
        QCOMPARE(held(), 1);
        QVERIFY(!luis->claim(person, {}));
        VERIFY_OK(tanya->exchange().renew(Claim{person, lead, epoch, {}}));
        QVERIFY(world->sql(QStringLiteral("SELECT (until - now_us()) / 3600000000 FROM claim")).toInt() >= 3); // not to ten minutes
        tanya->exchange().disconnect();
        VERIFY_OK(tanya->own().reply(person, lead, Medium::Email, QStringLiteral("Can I come by?"), Tanya));
        const auto second = tanya->own().nextHeld(Tanya);
        VERIFY_OK(second);
        QCOMPARE((*second)->customer.id, person);
        QCOMPARE((*second)->claim->epoch, epoch);
        VERIFY_OK(tanya->own().record(emailTo(*(*second)->claim), Tanya));
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->comeBack());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event_flag")), QStringLiteral("0"));
    }

    void anOptOutMadeElsewhereIsKnownBeforeAnythingIsSentAndHolds()
    {
        world->sql(QStringLiteral("INSERT INTO setting VALUES ('training', '1')")); // sessions set their clocks
        LaptopClock clock;
        const auto tanya = world->desk(Tanya, clock), luis = world->desk(Luis);
        takeIn(*luis, 2);
        VERIFY_OK(tanya->takeAlong(wishOf(2)));
        tanya->exchange().disconnect();
        const auto worked = tanya->own().nextHeld(Tanya);
        VERIFY_OK(worked);
        const CustomerId other = people.at(0) == (*worked)->customer.id ? people.at(1) : people.at(0);
        VERIFY_OK(luis->own().setDoNotContact((*worked)->customer.id, {}, {}, QStringLiteral("asked"), Luis));
        VERIFY_OK(luis->own().setDoNotContact(other, {}, {}, QStringLiteral("asked"), Luis));
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->own().record(emailTo(*(*worked)->claim), Tanya));
        VERIFY_OK(tanya->connect());
        const QString sending = QStringLiteral("push_and_pull(TEXT, JSONB, JSONB, BIGINT, TEXT, BIGINT, TEXT, INTEGER)");
        world->sql(QStringLiteral("REVOKE EXECUTE ON FUNCTION %1 FROM beback_agent").arg(sending));
        QVERIFY(!tanya->exchange().sync()); // nothing can be sent, and yet
        world->sql(QStringLiteral("GRANT EXECUTE ON FUNCTION %1 TO beback_agent").arg(sending));
        QCOMPARE(tanya->own().away(Tanya)->waiting, 1);
        QVERIFY(!tanya->own().customer(other)->doNotContact.isEmpty());
        tanya->exchange().disconnect();
        const auto next = tanya->own().nextHeld(Tanya);
        QVERIFY(!next); // nobody is left who may be contacted
        QCOMPARE(next.error().code, Code::Unavailable);
        clock.pass(2 * WaitedLong);
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->exchange().shared().setClock(clock.now()));
        const auto back = tanya->comeBack();
        VERIFY_OK(back);
        // Their wish ended the lease as well, so the guard has remarked upon the same touch.
        QCOMPARE(back->look.size(), 2);
        QCOMPARE(back->look.first().what, Look::What::Late);
        QCOMPARE(back->look.last().what, Look::What::AfterOptOut);
        QCOMPARE(back->look.first().event, back->look.last().event);
        QCOMPARE(back->look.last().customer, (*worked)->customer.id);
        QCOMPARE(tanya->looks()->size(), 2); // they are the list's, none of its own
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'attempt'")), QStringLiteral("1"));
    }

    void anAttemptUnderALapsedLeaseIsKeptAndSaysSo()
    {
        LaptopClock clock;
        const auto tanya = world->desk(Tanya, clock), luis = world->desk(Luis);
        takeIn(*luis, 1);
        VERIFY_OK(tanya->takeAlong(wishOf(1, 1)));
        tanya->exchange().disconnect();
        const auto mine = tanya->own().nextHeld(Tanya);
        VERIFY_OK(mine);
        const Claim claim = *(*mine)->claim;
        world->sql(QStringLiteral("UPDATE claim SET until = now_us() - 1")); // its time went by
        const auto theirs = luis->claim(people.first(), {});
        VERIFY_OK(theirs);
        VERIFY_OK(luis->own().record(emailTo(*theirs->claim), Luis));
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(luis->claim(people.first(), {}));
        const auto late = tanya->own().record(emailTo(claim), Tanya);
        VERIFY_OK(late);
        VERIFY_OK(tanya->connect());
        const auto back = tanya->comeBack();
        VERIFY_OK(back);
        QCOMPARE(back->givenBack, 0);
        QCOMPARE(world->sql(QStringLiteral("SELECT flag FROM event_flag WHERE event_id = '%1'").arg(late->event.toString())), QStringLiteral("late"));
        QCOMPARE(back->look.size(), 1);
        QCOMPARE(back->look.first().what, Look::What::Late);
        QCOMPARE(back->look.first().event, late->event);
        QCOMPARE(held(), 1); // Luis still has them
    }

    void aTripThatIsOverHandsOutNobodyAndEndsWithTheNextAnswer()
    {
        LaptopClock clock;
        const auto tanya = world->desk(Tanya, clock);
        takeIn(*tanya, 2);
        VERIFY_OK(tanya->takeAlong(wishOf(2, 1)));
        tanya->exchange().disconnect();
        clock.pass(Hour - std::chrono::seconds(45));
        VERIFY_OK(tanya->own().nextHeld(Tanya));
        clock.pass(std::chrono::seconds(20)); // ten seconds before the server gives them to others
        const auto over = tanya->own().nextHeld(Tanya);
        QVERIFY(!over);
        QVERIFY2(over.error().message.contains(QLatin1String("time of your trip is over")), qPrintable(over.error().message));
        QVERIFY(tanya->own().away(Tanya)->carried.isEmpty());
        VERIFY_OK(tanya->own().note(people.first(), leadOf(*tanya, people.first()), QStringLiteral("rang the bell"), Tanya));
        VERIFY_OK(tanya->connect());
        const auto back = tanya->comeBackIfOver();
        VERIFY_OK(back);
        QVERIFY(back->has_value());
        QCOMPARE((*back)->sent, 1);
        QCOMPARE(held(), 0);
        QVERIFY(!tanya->comeBackIfOver()->has_value());
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

private:
    void takeIn(SharedPlace &desk, int count)
    {
        for (int i = 0; i < count; ++i)
            people << world->addLead(desk, i);
        VERIFY_OK(desk.exchange().sync());
    }
    LeadId leadOf(SharedPlace &desk, CustomerId person) { return desk.own().customer(person)->leads.first().id; }
    int held() const { return world->sql(QStringLiteral("SELECT count(*) FROM claim WHERE until > now_us()")).toInt(); }

    std::unique_ptr<SharedWorld> world;
    QVector<CustomerId> people;
};

QTEST_GUILESS_MAIN(TripTest)
#include "trip_test.moc"
