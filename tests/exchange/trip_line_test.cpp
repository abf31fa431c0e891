// Taking people along over a line that breaks, and by a desk's façade.

#include "core/desk/away.h"
#include "core/desk/desk.h"
#include "core/desk/trip_return.h"
#include "tests/exchange/line_world.h"
#include "tests/exchange/trip_world.h"

using namespace beback;
using namespace beback::test;

class TripLineTest : public QObject, LineWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found(); } // Tanya over a line, Luis beside the server
    void cleanup() { leave(); }

    void cutAtAnyByteTheSameCallBringsAllOfThem()
    {
        constexpr int Cuts = 25, MostBytes = 30'000, Calls = 400;
        const auto luis = world->desk(Luis);
        takeIn(*luis, 40);
        CuttingProxy proxy(TempPostgres::server().port());
        const auto tanya = tanyaThrough(proxy);
        proxy.cutAgainAndAgain(Cuts, 20260310, MostBytes);
        int calls = 0;
        bool whole = false;
        while (!whole && ++calls < Calls) {
            if (!tanya->isOnline() && !tanya->connect())
                continue;
            const auto view = tanya->takeAlong(wishOf(40, 6));
            whole = view && view->trip->isWhole();
        }
        qInfo("%d calls, %d cuts", calls, proxy.cuts());
        QVERIFY(whole);
        QVERIFY2(proxy.cuts() > 0, "the line never broke");
        const auto trip = own_store::trip(tanya->own().db(), tanya->own().clock());
        VERIFY_OK(trip);
        QStringList here;
        for (const TripLead &lead : std::as_const((*trip)->leads))
            here << lead.customer.toString();
        here.sort();
        QCOMPARE(here.size(), 40);
        QCOMPARE(world->sql(QStringLiteral("SELECT string_agg(customer_id, ' ' ORDER BY customer_id) FROM claim WHERE until > now_us()")), here.join(QLatin1Char(' ')));
        QCOMPARE(world->sql(QStringLiteral("SELECT max(epoch) FROM claim")), QStringLiteral("1")); // asked for twice, granted once
        for (const QString &id : std::as_const(here))
            QVERIFY(*tanya->own().customer(CustomerId::fromString(id)) == *luis->own().customer(CustomerId::fromString(id)));
    }

    void aWindowsDeskTakesThemAlongAndComesBack()
    {
        const auto luis = world->desk(Luis);
        takeIn(*luis, 15);
        Desk desk(world->clock);
        VERIFY_OK(desk.open(world->urlOf(Tanya).uri, false).result());
        VERIFY_OK(desk.signIn(Tanya).result());
        const auto view = desk.takeAlong(15, 4).result();
        VERIFY_OK(view);
        QVERIFY(view->trip && view->trip->isWhole());
        QCOMPARE(view->carried.size(), 15);
        const auto kept = desk.away().result();
        VERIFY_OK(kept);
        QCOMPARE(kept->trip->leads.size(), 15);
        const auto again = desk.takeAlong(1, 4).result();
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::Conflict);
        const auto back = desk.comeBack().result();
        VERIFY_OK(back);
        QCOMPARE(back->givenBack, 15);
        QVERIFY(!desk.away().result()->trip);
    }

    void aDeskOfThisComputerNeedsNoTrip()
    {
        Desk desk(world->clock);
        VERIFY_OK(desk.createDemo(QStringLiteral("sqlite:") + world->folder.filePath(QStringLiteral("own.db")), 3, 1).result());
        const auto refused = desk.takeAlong(3, 4).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Invalid);
        QVERIFY(!desk.away().result());
        QVERIFY(!desk.comeBack().result());
    }

private:
    void takeIn(SharedPlace &desk, int count)
    {
        for (int i = 0; i < count; ++i)
            world->addLead(desk, i);
        VERIFY_OK(desk.exchange().sync());
    }
};

QTEST_GUILESS_MAIN(TripLineTest)
#include "trip_line_test.moc"
