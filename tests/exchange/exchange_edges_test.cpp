// What may come between a desk and the shared database at the edges: before the first entry, after a lost answer, at a
// second desk of the same person, in the other order.

#include "tests/exchange/past_the_desk.h"
#include "tests/exchange/staffed_world.h"

#include <atomic>
#include <thread>

using namespace beback;
using namespace beback::test;

namespace {

// Sends what waits at this desk; the line breaks before the answer.
Result<void> sendUnheard(SharedPlace &desk)
{
    BEBACK_TRY(events, own_store::outbox(desk.own().db(), 500));
    BEBACK_TRY(numbers, own_store::numbers(desk.own().db()));
    BEBACK_CHECK(desk.exchange().shared().push(numbers.origin, asSent(events), {}));
    desk.exchange().disconnect();
    return {};
}

} // namespace

class ExchangeEdgesTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found({.agents = {Tanya, Luis}, .manager = Marcus}); }
    void cleanup() { leave(); }

    void theVeryFirstEntryOfAFeedComesBackThoughItsAnswerWasLost()
    {
        const auto tanya = world->desk(Tanya);
        world->addLead(*tanya, 1);
        VERIFY_OK(sendUnheard(*tanya));
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(tanya->exchange().refoldStale(10));
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
    }

    void aDeskThatWasAwayForTheFirstRefusalOfAllHearsOfIt()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        tanya->exchange().disconnect();
        VERIFY_OK(luis->exchange().bring({customer.toString()}));
        VERIFY_OK(luis->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Luis));
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->exchange().pull());
        const auto seen = tanya->own().customer(customer);
        VERIFY_OK(seen);
        QVERIFY(seen->refusal({}, {}));
    }

    void whatIsHeldIsKnownThoughTheAnswerWasLost()
    {
        const auto tanya = world->desk(Tanya);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Tanya));
        VERIFY_OK(tanya->exchange().sync());
        const auto state = tanya->own().customer(customer);
        VERIFY_OK(state);
        EventDraft clear;
        clear.customer = customer;
        clear.kind = EventKind::DoNotContactCleared;
        clear.actor = Tanya;
        clear.body = {{QStringLiteral("sets"), QJsonArray{state->doNotContact.first().setBy.toString()}}};
        VERIFY_OK(tanya->own().recorder().record(clear));
        VERIFY_OK(sendUnheard(*tanya));
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->exchange().sync());
        const auto seen = tanya->own().customer(customer);
        VERIFY_OK(seen);
        QVERIFY(seen->refusal({}, {}));
        VERIFY_OK(tanya->exchange().refoldStale(10));
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
    }

    void aLateAttemptDoesNotGiveBackWhatTheSamePersonHasAtAnotherDesk()
    {
        const auto first = world->desk(Tanya);
        world->addLead(*first, 1);
        VERIFY_OK(first->exchange().sync());
        const auto lapsed = first->exchange().claimNext(std::chrono::milliseconds(100));
        VERIFY_OK(lapsed);
        QVERIFY(lapsed->has_value());
        VERIFY_OK(first->own().record(emailTo(**lapsed), Tanya));
        QTest::qWait(150);
        qputenv("XDG_DATA_HOME", world->folder.filePath(QStringLiteral("laptop")).toUtf8());
        const auto second = world->desk(Tanya);
        const auto taken = second->exchange().claimNext();
        VERIFY_OK(taken);
        QVERIFY(taken->has_value());
        QCOMPARE((*taken)->epoch, qint64(2));
        VERIFY_OK(first->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM claim WHERE login = 'tanya' AND until > now_us()")), QStringLiteral("1"));
        QCOMPARE(world->sql(QStringLiteral("SELECT flag FROM event_flag")), QStringLiteral("late"));
    }

    void whatIsNotSentYetIsNotInTheRowsASweepWorksOut()
    {
        const auto tanya = world->desk(Tanya);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        const auto state = tanya->own().customer(customer);
        VERIFY_OK(state);
        VERIFY_OK(tanya->own().reply(customer, state->leads.first().id, Medium::Email, QStringLiteral("Is it still there?"), Tanya));
        world->sql(QStringLiteral("UPDATE customer_head SET stale = TRUE"));
        VERIFY_OK(tanya->exchange().refoldStale(10));
        QVERIFY2(world->check().differences == 0, qPrintable(world->check().findings.join(QLatin1Char('\n'))));
        VERIFY_OK(tanya->exchange().sync());
    }

    void desksThatWriteToBothFeedsInEitherOrderNeverWaitInACircle()
    {
        constexpr int Rounds = 60;
        std::atomic<int> busy = 0, failed = 0;
        const auto write = [&](const QString &login, bool refusalFirst) {
            SystemRandom random;
            auto desk = SharedPlace::open(world->urlOf(login), world->clock, random);
            for (int i = 0; desk && i < Rounds; ++i) {
                const CustomerId one = world->addLead(**desk, 1000 * refusalFirst + i);
                if (const auto sent = (*desk)->exchange().sync(); !sent)
                    ++(sent.error().code == Code::Busy ? busy : failed);
                const auto lead = (*desk)->own().customer(one)->leads.first().id;
                const auto refuse = [&] { (void)(*desk)->own().setDoNotContact(one, {}, {}, QStringLiteral("asked"), login); };
                const auto note = [&] { (void)(*desk)->own().note(one, lead, QStringLiteral("a note"), login); };
                if (refusalFirst)
                    refuse();
                note();
                if (!refusalFirst)
                    refuse();
                if (const auto sent = (*desk)->exchange().sync(); !sent)
                    ++(sent.error().code == Code::Busy ? busy : failed);
            }
        };
        std::thread a(write, Tanya, true), b(write, Luis, false);
        a.join();
        b.join();
        QCOMPARE(busy.load(), 0);
        QCOMPARE(failed.load(), 0);
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event")), QString::number(2 * Rounds * 3));
    }
};

QTEST_GUILESS_MAIN(ExchangeEdgesTest)
#include "exchange_edges_test.moc"
