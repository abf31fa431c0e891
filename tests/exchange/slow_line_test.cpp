// Lines that are slow, and much to send over them: every call takes a part the line can carry, and whoever waits for an
// answer waits for one part at most.

#include "core/desk/shared_link.h"
#include "tests/exchange/line_world.h"

#include <QElapsedTimer>

using namespace beback;
using namespace beback::test;

class SlowLineTest : public QObject, LineWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found(); } // Tanya over a line, Luis beside the server
    void cleanup() { leave(); }

    void portionsHalveWhenCutAndGrowAgain()
    {
        Portion portion(100, 10);
        const Duration second = std::chrono::seconds(1);
        portion.cut();
        QCOMPARE(portion.size(), 50);
        for (int i = 0; i < 5; ++i)
            portion.cut();
        QCOMPARE(portion.size(), 10);
        portion.went(second, second); // it just made it: the next takes no more
        QCOMPARE(portion.size(), 10);
        portion.went(second / 10, second);
        QCOMPARE(portion.size(), 20);
        for (int i = 0; i < 5; ++i)
            portion.went(second, Duration(0));
        QCOMPARE(portion.size(), 100);
    }

    void anImportOfThousandsLeavesNobodyStale()
    {
        const auto tanya = world->desk(Tanya);
        takeIn(*tanya, 0, 1200);
        int parts = 0;
        for (bool more = true; more; ++parts) {
            const auto part = tanya->exchange().syncPart();
            VERIFY_OK(part);
            more = part->more;
            QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")), QStringLiteral("0"));
        }
        QVERIFY2(parts > 5, qPrintable(QString::number(parts)));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM lead")), QStringLiteral("1200"));
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
    }

    void aSlowLineCarriesAllOfItPartByPart()
    {
        CuttingProxy proxy(TempPostgres::server().port());
        const auto tanya = tanyaThrough(proxy);
        takeIn(*tanya, 0, 80);
        proxy.setPace(60'000);
        int cuts = 0;
        QElapsedTimer watch;
        watch.start();
        while (watch.elapsed() < 60'000) {
            tanya->exchange().shared().db().setDeadline(std::chrono::milliseconds(1'000));
            const auto sent = tanya->exchange().sync();
            if (sent)
                break;
            QCOMPARE(sent.error().code, Code::Unavailable);
            ++cuts;
            VERIFY_OK(tanya->connect());
        }
        qInfo("80 leads over a slow line: %lld ms, cut %d times", watch.elapsed(), cuts);
        QVERIFY(cuts > 0 && cuts < 10);
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        readsOnlyNews(*tanya, proxy);
    }

    void whoAsksWaitsForOnePartOfWhatIsSent()
    {
        takeIn(*world->desk(Tanya), 0, 1500);
        std::atomic<int> told = 0;
        SharedLink link(world->urlOf(Tanya), world->clock, {[](const LinkState &) {}, [&](const QVector<CustomerId> &) { ++told; }});
        QTRY_VERIFY_WITH_TIMEOUT(link.isOnline(), 10'000);
        const auto left = [](SharedPlace &at) -> Result<int> {
            BEBACK_TRY(waiting, own_store::waiting(at.own().db()));
            return waiting.events;
        };
        auto view = link.run(left);
        auto renewal = link.run(left, SharedLink::Turn::First);
        const auto viewed = view.result(), renewed = renewal.result();
        VERIFY_OK(viewed);
        VERIFY_OK(renewed);
        QVERIFY2(*viewed > 0, "the answer came after everything was sent");
        QVERIFY(*renewed >= *viewed);
        QTRY_COMPARE_WITH_TIMEOUT(*link.run(left).result(), 0, 60'000);
    }

    void renewalsComeBeforeWhatWaitedLonger()
    {
        (void)world->desk(Tanya);
        SharedLink link(world->urlOf(Tanya), world->clock, {[](const LinkState &) {}, [](const QVector<CustomerId> &) {}});
        QTRY_VERIFY_WITH_TIMEOUT(link.isOnline(), 10'000);
        QVector<int> order; // written in the link's thread alone
        const auto note = [&order](int which, int ms) {
            return [&order, which, ms](SharedPlace &) -> Result<int> {
                QThread::msleep(ulong(ms));
                order << which;
                return which;
            };
        };
        auto slow = link.run(note(1, 200)), view = link.run(note(2, 0));
        auto renewal = link.run(note(3, 0), SharedLink::Turn::First);
        view.waitForFinished();
        renewal.waitForFinished();
        QCOMPARE(order.indexOf(3) < order.indexOf(2), true);
    }

    // The desks fold whom two left stale, where no steward runs.
    void thePollOfALinkFoldsWhoIsStale()
    {
        const auto luis = world->desk(Luis);
        takeIn(*luis, 0, 3);
        VERIFY_OK(luis->exchange().sync());
        (void)world->desk(Tanya);
        world->sql(QStringLiteral("UPDATE customer_head SET stale = TRUE"));
        SharedLink link(world->urlOf(Tanya), world->clock, {[](const LinkState &) {}, [](const QVector<CustomerId> &) {}}, 200);
        QTRY_COMPARE_WITH_TIMEOUT(world->sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")), QStringLiteral("0"), 10'000);
    }

    void afterAnAnswerThatWasLostTheRowsAreSentAgain()
    {
        CuttingProxy proxy(TempPostgres::server().port());
        const auto tanya = tanyaThrough(proxy);
        const auto luis = world->desk(Luis);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().claimNext()); // so that the call is prepared: later one round trip
        VERIFY_OK(tanya->release(customer));
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().bring({customer.toString()}));
        const LeadId lead = luis->own().customer(customer)->leads.first().id;
        VERIFY_OK(luis->own().note(customer, lead, QStringLiteral("from Luis"), Luis));
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->own().reply(customer, lead, Medium::Email, QStringLiteral("Is it still there?"), Tanya));
        tanya->exchange().shared().db().setDeadline(std::chrono::milliseconds(500));
        proxy.holdAnswers(true);
        QVERIFY(!tanya->exchange().claimNext()); // taken there, with rows that Luis' note made old
        proxy.holdAnswers(false);
        QTRY_COMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")), QStringLiteral("1"));
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")), QStringLiteral("0"));
        QCOMPARE(world->sql(QStringLiteral("SELECT waiting_reply FROM lead")), QStringLiteral("email"));
    }

private:
    void takeIn(SharedPlace &desk, int first, int count)
    {
        SharedWorld::must(desk.own().db().inTransaction("leads", [&]() -> Result<void> {
            for (int i = first; i < first + count; ++i)
                world->addLead(desk, i);
            return {};
        }));
    }

    // Of people who are here already, only what is new goes over the line.
    void readsOnlyNews(SharedPlace &tanya, CuttingProxy &proxy)
    {
        const auto luis = world->desk(Luis);
        const CustomerId customer = CustomerId::fromString(world->sql(QStringLiteral("SELECT min(customer_id) FROM event")));
        VERIFY_OK(luis->exchange().bring({customer.toString()}));
        const LeadId lead = luis->own().customer(customer)->leads.first().id;
        for (int i = 0; i < 100; ++i)
            VERIFY_OK(luis->own().note(customer, lead, QString(200, QLatin1Char('x')), Luis));
        VERIFY_OK(luis->exchange().sync());
        proxy.setPace(0);
        VERIFY_OK(tanya.exchange().pull());
        VERIFY_OK(luis->own().note(customer, lead, QStringLiteral("one more"), Luis));
        VERIFY_OK(luis->exchange().sync());
        const long long before = proxy.passed();
        VERIFY_OK(tanya.exchange().pull());
        QCOMPARE(tanya.own().customer(customer)->events, luis->own().customer(customer)->events);
        QVERIFY2(proxy.passed() - before < 10'000, qPrintable(QString::number(proxy.passed() - before)));
    }
};

QTEST_GUILESS_MAIN(SlowLineTest)
#include "slow_line_test.moc"
