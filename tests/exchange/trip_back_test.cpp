// What was done on a trip, and what coming back makes of it.

#include "tests/exchange/trip_world.h"

using namespace beback;
using namespace beback::test;

class TripBackTest : public QObject, TripWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found(); } // Tanya and Luis, two agents
    void cleanup() { leave(); }

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

    // Tanya's computer tells another time than everybody else's.
    void whatOthersWroteSinceIsCountedByTheServersClock_data()
    {
        QTest::addColumn<int>("ahead"); // minutes
        QTest::newRow("right") << 0;
        QTest::newRow("an hour ahead") << 60;
        QTest::newRow("an hour behind") << -60;
    }
    void whatOthersWroteSinceIsCountedByTheServersClock()
    {
        QFETCH(int, ahead);
        LaptopClock hers, his;
        hers.setAhead(std::chrono::minutes(ahead));
        his.setAhead(-std::chrono::minutes(1)); // so that no round trip, however slow, lies between
        const auto tanya = world->desk(Tanya, hers), luis = world->desk(Luis, his);
        takeIn(*luis, 1);
        const CustomerId person = people.first();
        const LeadId lead = leadOf(*luis, person);
        VERIFY_OK(luis->own().note(person, lead, QStringLiteral("before she left"), Luis));
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->takeAlong(wishOf(1)));
        his.setAhead(std::chrono::minutes(1));
        VERIFY_OK(luis->own().note(person, lead, QStringLiteral("while she was away"), Luis));
        VERIFY_OK(luis->exchange().sync());
        const auto back = tanya->comeBack();
        VERIFY_OK(back);
        QCOMPARE(back->came, 1);
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
};

QTEST_GUILESS_MAIN(TripBackTest)
#include "trip_back_test.moc"
