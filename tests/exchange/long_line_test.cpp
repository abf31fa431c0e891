// What spares a long line: what travels in fewer bytes means the same, and what is asked in one round trip is answered as before.

#include "core/exchange/packing.h"
#include "core/exchange/wire.h"
#include "core/store/prepare_ahead.h"
#include "tests/exchange/past_the_desk.h"
#include "tests/exchange/staffed_world.h"

#include <QJsonDocument>

using namespace beback;
using namespace beback::test;

namespace {

QString quoted(const QByteArray &json)
{
    return QLatin1Char('\'') + QString::fromUtf8(json).replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1String("'::jsonb");
}

} // namespace

class LongLineTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found({.agents = {Tanya, Luis}}); }
    void cleanup() { leave(); }

    void whatIsPackedIsThereAsItWas()
    {
        const auto tanya = world->desk(Tanya);
        QJsonArray rows;
        for (int i = 1; i <= 3; ++i) {
            const CustomerId customer = world->addLead(*tanya, i);
            const LeadId lead = tanya->own().customer(customer)->leads.first().id;
            VERIFY_OK(tanya->own().note(customer, lead, QStringLiteral("\"Quoted\", it's a\\slash, 価格 and \u0001"), Tanya));
            if (i == 3)
                VERIFY_OK(tanya->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Tanya)); // about the person: no lead, nobody due
            if (i == 2)
                VERIFY_OK(tanya->own().closeLead(customer, lead, LeadStatus::Lost, QStringLiteral("bought elsewhere"), Tanya));
            const auto state = tanya->own().customer(customer);
            VERIFY_OK(state);
            const PlanBook &plans = tanya->own().plans();
            rows << QJsonObject{{QStringLiteral("customer_id"), customer.toString()},
                                {QStringLiteral("base"), i},
                                {QStringLiteral("rows"), wire::toJson(deriveRows(*state, nextForCustomer(*state, plans), plans.rules()))}};
        }
        QVERIFY(rows.at(1).toObject().value(QLatin1String("rows")).toObject().value(QLatin1String("queue")).isNull());
        const auto outbox = own_store::outbox(tanya->own().db(), 100);
        VERIFY_OK(outbox);
        QJsonArray events = asSent(*outbox);
        QVERIFY(events.size() >= 8);
        QJsonObject another = events.at(2).toObject();
        another.insert(QStringLiteral("actor"), QStringLiteral("system"));
        another.insert(QStringLiteral("lead_id"), QJsonValue());
        events.replace(2, another);
        const auto same = [this](const char *function, const QByteArray &packed, const QJsonArray &as) {
            return world->sql(QStringLiteral("SELECT %1(%2) = %3").arg(QLatin1String(function), quoted(packed), quoted(wire::compact(as))));
        };
        QCOMPARE(same("unpacked_events", packing::events(events), events), QStringLiteral("t"));
        QCOMPARE(same("unpacked_rows", packing::rows(rows), rows), QStringLiteral("t"));
        QCOMPARE(same("unpacked_events", wire::compact(events), events), QStringLiteral("t")); // what is not packed stays
        QCOMPARE(same("unpacked_rows", wire::compact(rows), rows), QStringLiteral("t"));
        QVERIFY(packing::events(events).size() < wire::compact(events).size() * 4 / 5);
        QVERIFY(packing::rows(rows).size() < wire::compact(rows).size() * 4 / 5);
    }

    void aPackedBatchIsTakenAndComesBack()
    {
        const auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        for (int i = 1; i <= 20; ++i)
            world->addLead(*tanya, i);
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(own_store::waiting(tanya->own().db())->events, 0);
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")), QStringLiteral("0"));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM queue")), QStringLiteral("20"));
        VERIFY_OK(luis->exchange().pull()); // goes on where a page ended
        world->addLead(*tanya, 21);
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().pull());
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
    }

    void statementsArePreparedAtOnceOrNone()
    {
        const auto db = Connection::open(world->urlOf(Tanya), Connection::Mode::ReadWrite);
        VERIFY_OK(db);
        QCOMPARE(prepareAhead(**db, {"exchange/who", "exchange/pull"}), 2);
        QCOMPARE(prepareAhead(**db, {"exchange/who", "exchange/pull"}), 0); // they are there
        auto who = (*db)->statement("exchange/who");
        VERIFY_OK(who);
        VERIFY_OK(who->exec());
        QVERIFY(who->next());
        QCOMPARE(who->columns().text(), Tanya);
        const auto own = world->desk(Luis);
        QCOMPARE(prepareAhead(own->own().db(), {"exchange/trip"}), 0); // a file needs none of it
        world->sql(QStringLiteral("DROP FUNCTION feed_end(INTEGER)"));
        QCOMPARE(prepareAhead(**db, {"exchange/stale", "exchange/feed_end"}), 0);
        VERIFY_OK((*db)->statement("exchange/stale"));
        QVERIFY(!(*db)->statement("exchange/feed_end"));
    }
};

QTEST_GUILESS_MAIN(LongLineTest)
#include "long_line_test.moc"
