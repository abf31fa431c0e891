// Computers whose clocks are wrong: what they record, whom they are handed, and when they let go.

#include "core/time/zones.h"
#include "tests/exchange/staffed_world.h"

using namespace beback;
using namespace beback::test;

namespace {

constexpr Duration Hour = std::chrono::hours(1);

} // namespace

class ClockTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found({.agents = {Tanya, Luis}}); }
    void cleanup() { leave(); }

    void aClockThatIsBehindIsHandedWhoIsDue()
    {
        WrongClock behind(-Hour);
        const auto tanya = world->desk(Tanya, behind), luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*luis, 1);
        VERIFY_OK(luis->exchange().sync());
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        QCOMPARE((*claim)->customer, customer);
    }

    void quietHoursGoByTheServersClock()
    {
        WrongClock half(12 * Hour);
        const auto tanya = world->desk(Tanya, half), luis = world->desk(Luis);
        VERIFY_OK(luis->own().recorder().recordNewCustomer(draftNamed(QStringLiteral("Ann Lee"), QStringLiteral("+13125550142")),
                                                           QStringLiteral("system")));
        VERIFY_OK(luis->exchange().sync());
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QCOMPARE(claim->has_value(), isOpen(DailyWindow{}, {QStringLiteral("America/Chicago")}, world->clock.now()));
    }

    void aDeskThatIsAwayLetsGoBeforeAnotherIsHandedThem()
    {
        for (const Duration off : {-Hour, Hour, Duration(0)}) {
            WrongClock wrong(off);
            const auto tanya = world->desk(Tanya, wrong), luis = world->desk(Luis);
            const CustomerId customer = world->addLead(*luis, int(off.count() / 1'000'000));
            VERIFY_OK(luis->exchange().sync());
            const auto claim = tanya->exchange().claimNext();
            VERIFY_OK(claim);
            QVERIFY(claim->has_value());
            VERIFY_OK(tanya->exchange().renew(**claim));
            tanya->exchange().disconnect();
            wrong.pass(Queue::Lease - std::chrono::seconds(60));
            QCOMPARE(tanya->own().queue().heldBy(Tanya)->size(), 1);
            wrong.pass(std::chrono::seconds(35));
            QCOMPARE(tanya->own().queue().heldBy(Tanya)->size(), 0);
            VERIFY_OK(tanya->connect());
            VERIFY_OK(tanya->release(customer));
            VERIFY_OK(luis->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Luis)); // out of the way of the next
            VERIFY_OK(luis->exchange().sync());
        }
    }

    void whoPutsTheQueueRightSaysSoInsteadOfNobody()
    {
        const auto tanya = world->desk(Tanya);
        for (int i = 0; i < 6; ++i)
            world->addLead(*tanya, i);
        for (int i = 0; i < 6; ++i) {
            const auto claim = tanya->exchange().claimNext();
            VERIFY_OK(claim);
            QVERIFY(claim->has_value());
            VERIFY_OK(tanya->own().record(emailTo(**claim), Tanya)); // the next step is due another day
        }
        VERIFY_OK(tanya->exchange().sync());
        world->sql(QStringLiteral("UPDATE queue SET due_at = 1"));
        const auto busy = tanya->exchange().claimNext();
        QVERIFY(!busy);
        QCOMPARE(busy.error().code, Code::Busy);
        const auto nobody = tanya->exchange().claimNext();
        VERIFY_OK(nobody);
        QVERIFY(!nobody->has_value());
    }

    // The computer was set to next year for a while, and put right.
    void whatAClockSetToNextYearStampedIsSentAllTheSame()
    {
        WrongClock wrong(Duration(0));
        const auto tanya = world->desk(Tanya, wrong), luis = world->desk(Luis);
        const CustomerId before = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        tanya->exchange().disconnect();
        wrong.off = 365 * 24 * Hour;
        const CustomerId meanwhile = world->addLead(*tanya, 2);
        note(*tanya, before);
        wrong.off = Duration(0);
        note(*tanya, meanwhile);
        VERIFY_OK(tanya->connect());
        QVERIFY(tanya->exchange().notice().contains(QLatin1String("clock was ahead")));
        VERIFY_OK(tanya->exchange().sync());
        note(*tanya, meanwhile);
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event")), QStringLiteral("5"));
        QCOMPARE(world->sql(QStringLiteral("SELECT string_agg(n::text, ' ' ORDER BY hlc) FROM event")), QStringLiteral("1 2 3 4 5"));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE greatest(occurred_at, recorded_at) > now_us()")), QStringLiteral("0"));
        VERIFY_OK(luis->exchange().bring({before.toString(), meanwhile.toString()}));
        QVERIFY(*luis->own().customer(meanwhile) == *tanya->own().customer(meanwhile));
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        const auto claim = luis->exchange().claimNext(); // due now, not in a year
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
    }

    void aClockThatIsStillAheadStopsNobody()
    {
        WrongClock wrong(3 * 24 * Hour);
        const auto tanya = world->desk(Tanya, wrong);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        note(*tanya, customer);
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        VERIFY_OK(tanya->own().record(emailTo(**claim), Tanya));
        VERIFY_OK(tanya->exchange().sync());
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
    }

    void aStampFarAheadIsNotTakenOver()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        const QString hlc = world->sql(QStringLiteral("SELECT hlc FROM event"));
        const auto stamp = [&](const QString &value) {
            world->sql(QStringLiteral("ALTER TABLE event DISABLE TRIGGER USER; UPDATE event SET hlc = %1; ALTER TABLE event ENABLE TRIGGER USER").arg(value));
        };
        stamp(QStringLiteral("hlc + (86400000::BIGINT << 16)"));
        VERIFY_OK(luis->exchange().bring({customer.toString()}));
        stamp(hlc);
        const auto numbers = own_store::numbers(luis->own().db());
        VERIFY_OK(numbers);
        QVERIFY(numbers->lastHlc.instant() < world->clock.now() + std::chrono::minutes(5));
    }

    // The history of a desk lets itself be put right only where nobody has seen it.
    void whatWasSentIsNeverStampedAnew()
    {
        const auto tanya = world->desk(Tanya);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        note(*tanya, customer);
        const auto events = own_store::ownAfter(tanya->own().db(), 0, 10);
        VERIFY_OK(events);
        QCOMPARE(events->size(), 2);
        const auto stamp = [&](const Event &event, qint64 by) {
            auto put = tanya->own().db().statement("exchange/restamp");
            put->bind(":id", event.id).bind(":hlc", event.hlc.value + by);
            return put->bind(":occurred_at", event.occurredAt).bind(":recorded_at", event.recordedAt).exec();
        };
        QVERIFY(!stamp(events->first(), -1)); // confirmed
        QVERIFY(!stamp(events->last(), 1));   // into the future
        VERIFY_OK(stamp(events->last(), -1));
        VERIFY_OK(tanya->exchange().sync());
    }

private:
    void note(SharedPlace &desk, CustomerId customer)
    {
        VERIFY_OK(desk.own().note(customer, desk.own().customer(customer)->leads.first().id, QStringLiteral("a note"), desk.login()));
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "clock_test.moc"
