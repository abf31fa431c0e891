// Computers whose clocks are wrong: what they record, whom they are handed, and when they let go.

#include "core/time/zones.h"
#include "tests/support/shared_history.h"

using namespace beback;
using namespace beback::test;

namespace {

const QString Tanya = QStringLiteral("tanya");
const QString Luis = QStringLiteral("luis");

constexpr Duration Hour = std::chrono::hours(1);

} // namespace

class ClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        world = std::make_unique<SharedWorld>();
        world->add(Tanya);
        world->add(Luis);
    }
    void cleanup()
    {
        NO_FAULTS(serverFaults(*world));
        world.reset();
    }

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
            wrong.off += Queue::Lease - std::chrono::seconds(60);
            QCOMPARE(tanya->own().queue().heldBy(Tanya)->size(), 1);
            wrong.off += std::chrono::seconds(35);
            QCOMPARE(tanya->own().queue().heldBy(Tanya)->size(), 0);
            wrong.off = off;
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

private:
    std::unique_ptr<SharedWorld> world;
};

QTEST_GUILESS_MAIN(ClockTest)
#include "clock_test.moc"
