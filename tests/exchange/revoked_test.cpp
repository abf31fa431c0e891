// A lost computer is taken out: it reads nothing more, what it still has comes in and is held, and it keeps nothing of customers.

#include "core/exchange/desks.h"
#include "core/plan/whereabouts.h"
#include "tests/exchange/past_the_desk.h"
#include "tests/exchange/staffed_world.h"
#include "tests/support/own_file.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::test;

namespace {

const QString Lost = QStringLiteral("Left in a taxi");

// The tables of an own store that have rows.
QStringList tablesWithRows(const QString &file)
{
    QStringList found;
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        raw.setDatabaseName(file);
        if (!raw.open())
            qFatal("%s cannot be opened", qPrintable(file));
        for (const QString &table : raw.tables()) {
            QSqlQuery rows(raw);
            if (rows.exec(QStringLiteral("SELECT 1 FROM \"%1\" LIMIT 1").arg(table)) && rows.next())
                found << table;
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("raw"));
    found.sort();
    return found;
}

} // namespace

class RevokedTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        found({.agents = {Tanya, Luis}, .manager = Marcus});
        tanya = world->desk(Tanya);
        luis = world->desk(Luis);
        marcus = world->desk(Marcus);
        customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().bring({customer.toString()}));
        file = tanya->own().db().url().path;
    }
    void cleanup()
    {
        NO_FAULTS(serverFaults(*world));
        marcus.reset();
        luis.reset();
        tanya.reset();
        world.reset();
    }

    void whatItRecordedAwayIsHeldAndLetIn()
    {
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        tanya->exchange().disconnect();
        VERIFY_OK(tanya->own().record(emailTo(**claim), Tanya));
        const CustomerId walkIn = world->addLead(*tanya, 2); // somebody nobody else knows
        takeOut();
        QCOMPARE(world->sql(QStringLiteral("SELECT until FROM claim")), QStringLiteral("0"));

        const auto connected = tanya->connect();
        QVERIFY(!connected);
        QCOMPARE(connected.error().code, Code::Denied);
        for (const QString &word : {QStringLiteral("Mesa Honda"), QStringLiteral("Marcus"), Lost, QStringLiteral("2 entries")})
            QVERIFY2(connected.error().message.contains(word), qPrintable(connected.error().message));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event_flag WHERE flag = 'revoked' AND held")), QStringLiteral("2"));
        QCOMPARE(world->sql(QStringLiteral("SELECT attempts FROM lead")), QStringLiteral("0"));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("1"));
        NO_FAULTS(serverFaults(*world));
        VERIFY_OK(luis->exchange().sync());
        QCOMPARE(attemptsAt(*luis), 0);

        const auto looks = marcus->looks();
        VERIFY_OK(looks);
        QCOMPARE(looks->size(), 2);
        QVector<EventId> events;
        for (const Look &look : *looks) {
            QCOMPARE(look.what, Look::What::Revoked);
            events << look.event;
        }
        VERIFY_OK(marcus->letIn(events, QStringLiteral("She told me of both.")));
        QCOMPARE(world->sql(QStringLiteral("SELECT sum(attempts) FROM lead")), QStringLiteral("1"));
        VERIFY_OK(luis->exchange().sync());
        QCOMPARE(attemptsAt(*luis), 1);
        VERIFY_OK(luis->exchange().bring({walkIn.toString()}));
        const auto seen = luis->own().customer(walkIn);
        VERIFY_OK(seen);
        QCOMPARE(seen->name.display(), QStringLiteral("Person 2"));
        QCOMPARE(seen->leads.size(), 1);
    }

    void itKeepsNothingOfCustomers()
    {
        VERIFY_OK(tanya->own().setSetting(QStringLiteral("draft/note"), QStringLiteral("Person 1 has a dog")));
        QVERIFY(isReadable(file, "person1@example.com"));
        QVERIFY(isReadable(file, "has a dog"));
        TripWish wish;
        wish.leads = 1;
        wish.lasts = std::chrono::hours(4);
        VERIFY_OK(tanya->takeAlong(wish));
        for (const char *table : {"trip", "trip_lead", "claim"})
            QVERIFY2(tablesWithRows(file).contains(QLatin1String(table)), table);
        takeOut();
        QVERIFY(!tanya->connect());
        QVERIFY(tanya->isTakenOut());
        const auto gone = tanya->own().customer(customer);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, Code::NotFound);
        QVERIFY(!isReadable(file, "person1@example.com"));
        QVERIFY(!isReadable(file, "has a dog"));
        tanya.reset();
        // What may stay: the site, its people, plans, words, rules, the index's own bookkeeping. A new table has to be thought about here,
        // and in the migration that forgets.
        const QStringList mayStay = {QStringLiteral("app_user"),     QStringLiteral("campaign"),     QStringLiteral("contact_rule"),
                                     QStringLiteral("own_clock"),    QStringLiteral("own_words"),    QStringLiteral("plan"),
                                     QStringLiteral("plan_begins"),  QStringLiteral("plan_draft"),   QStringLiteral("power_hour"),
                                     QStringLiteral("rooftop"),      QStringLiteral("saved_view"),   QStringLiteral("schema_migration"),
                                     QStringLiteral("search_index_config"), QStringLiteral("search_index_data"),
                                     QStringLiteral("setting"),      QStringLiteral("stock_list"),   QStringLiteral("taken_out")};
        QStringList left;
        for (const QString &table : tablesWithRows(file))
            if (!mayStay.contains(table) && !table.startsWith(QLatin1String("sqlite_")))
                left << table;
        QCOMPARE(left, QStringList());
        QVERIFY(tablesWithRows(file).contains(QStringLiteral("taken_out")));
        tanya = reopened(Tanya);
    }

    void whileItCannotSendItKeepsEverything()
    {
        tanya->exchange().disconnect();
        VERIFY_OK(tanya->own().note(customer, leadOf(*tanya), QStringLiteral("wrote this away"), Tanya));
        takeOut();
        // The answer to the handing over is lost each time: the function is not there.
        world->sql(QStringLiteral("ALTER FUNCTION hand_over(TEXT, JSONB) RENAME TO hand_over_aside"));
        QVERIFY(!tanya->connect());
        QVERIFY(!tanya->isTakenOut());
        VERIFY_OK(tanya->own().customer(customer));
        world->sql(QStringLiteral("ALTER FUNCTION hand_over_aside(TEXT, JSONB) RENAME TO hand_over"));
        QVERIFY(!tanya->connect());
        QVERIFY(tanya->isTakenOut());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'noted'")), QStringLiteral("1"));
        QVERIFY(!tanya->own().customer(customer));
    }

    void handedOverTwiceItIsThereOnce()
    {
        tanya->exchange().disconnect();
        VERIFY_OK(tanya->own().note(customer, leadOf(*tanya), QStringLiteral("wrote this away"), Tanya));
        takeOut();
        const auto events = own_store::outbox(tanya->own().db(), 100);
        VERIFY_OK(events);
        QCOMPARE(events->size(), 1);
        const auto line = SharedStore::connect(world->urlOf(Tanya));
        VERIFY_OK(line);
        for (int i = 0; i < 2; ++i) {
            const auto taken = (*line)->handOver(originOf(*tanya), asSent(*events));
            VERIFY_OK(taken);
            QCOMPARE(*taken, 1);
        }
        QVERIFY(!tanya->connect());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'noted'")), QStringLiteral("1"));
    }

    void aDeskThatIsConnectedIsTurnedAwayToo()
    {
        takeOut();
        const auto pulled = tanya->exchange().pull(); // its session ended, or its greeting does not hold any more
        QVERIFY(!pulled);
        const auto claimed = tanya->exchange().claimNext();
        QVERIFY(!claimed);
        QVERIFY(!tanya->connect());
        QVERIFY(tanya->isTakenOut());
    }

    // Where the database may not end sessions, the session's own greeting tells.
    void aSessionOfADeskThatWasTakenOutReadsNothing()
    {
        const OriginId origin = originOf(*tanya);
        takeOut();
        const auto line = SharedStore::connect(world->urlOf(Tanya));
        VERIFY_OK(line);
        QVERIFY(!(*line)->histories({customer.toString()})->isEmpty()); // a session that names no desk: the database knows people
        world->sql(QStringLiteral("UPDATE replica SET revoked = FALSE"));
        VERIFY_OK((*line)->handshake(origin, QStringLiteral("x"), world->clock));
        world->sql(QStringLiteral("UPDATE replica SET revoked = TRUE WHERE origin = '%1'").arg(origin.toString()));
        QVERIFY((*line)->histories({customer.toString()})->isEmpty());
        const auto claim = (*line)->claimPerson(customer, std::chrono::minutes(5));
        QVERIFY(!claim);
        QCOMPARE(claim.error().code, Code::Denied);
        const auto pulled = (*line)->pull({}, 10);
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().code, Code::Denied);
        QVERIFY(!tanya->connect());
    }

    void whoJoinsAnewIsAnotherDesk()
    {
        const OriginId before = originOf(*tanya);
        takeOut();
        QVERIFY(!tanya->connect());
        tanya.reset();
        const auto still = SharedPlace::open(world->urlOf(Tanya), world->clock, world->random);
        VERIFY_OK(still); // it opens, and says why it does not connect
        QVERIFY((*still)->trouble() && (*still)->trouble()->code == Code::Denied);
        auto anew = SharedPlace::joinAnew(world->urlOf(Tanya), world->clock, world->random);
        VERIFY_OK(anew);
        QVERIFY(!(*anew)->trouble());
        tanya = std::move(*anew);
        QVERIFY(originOf(*tanya) != before);
        const auto claim = tanya->exchange().claimNext();
        VERIFY_OK(claim);
        QVERIFY(claim->has_value());
        VERIFY_OK(tanya->own().record(emailTo(**claim), Tanya));
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT attempts FROM lead")), QStringLiteral("1")); // nothing of that is held
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event_flag")), QStringLiteral("0"));
    }

    void desksAreToldToManagersAndOnesOwnToAgents()
    {
        const auto all = readDesks(marcus->exchange().shared().db(), world->admin->rooftopId());
        VERIFY_OK(all);
        QCOMPARE(all->size(), 3);
        const auto own = readDesks(luis->exchange().shared().db(), world->admin->rooftopId());
        VERIFY_OK(own);
        QCOMPARE(own->size(), 1);
        QCOMPARE(own->first().login, Luis);
        const auto asAgent = takeOutDesk(luis->exchange().shared().db(), world->admin->rooftopId(), own->first().origin.toString(), Lost);
        QVERIFY(!asAgent);
        QCOMPARE(asAgent.error().code, Code::Denied);
        const auto unknown = takeOutDesk(marcus->exchange().shared().db(), world->admin->rooftopId(), QStringLiteral("no-such-laptop"), Lost);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, Code::NotFound);
        const auto noReason = takeOutDesk(marcus->exchange().shared().db(), world->admin->rooftopId(), own->first().origin.toString(), {});
        QVERIFY(!noReason);
        QCOMPARE(noReason.error().code, Code::Invalid);
    }

    void aDeskIsNamedByTheBeginningOfItsId()
    {
        const auto all = readDesks(marcus->exchange().shared().db(), world->admin->rooftopId());
        VERIFY_OK(all);
        const auto shared = [](const QString &a, const QString &b) {
            return qsizetype(std::mismatch(a.cbegin(), a.cend(), b.cbegin(), b.cend()).first - a.cbegin());
        };
        const QString id = originOf(*tanya).toString();
        qsizetype most = 0; // letters that another has, too
        for (const DeskOfSite &desk : *all)
            if (desk.login != Tanya)
                most = std::max(most, shared(id, desk.origin.toString()));
        QVERIFY(most >= 4); // both were made at one moment of this world's clock
        const auto both = takeOutDesk(marcus->exchange().shared().db(), world->admin->rooftopId(), id.left(most), Lost);
        QVERIFY(!both);
        QCOMPARE(both.error().code, Code::Invalid);
        const auto taken = takeOutDesk(marcus->exchange().shared().db(), world->admin->rooftopId(), id.left(most + 1).toUpper(), Lost);
        VERIFY_OK(taken);
        QCOMPARE(taken->size(), 1);
        QCOMPARE(taken->first().login, Tanya);
        QCOMPARE(taken->first().desks, 1);
    }

    // One person at two computers.
    void whatIsInHandAtAnotherDeskStaysThere()
    {
        world->addLead(*luis, 2);
        world->addLead(*luis, 3);
        VERIFY_OK(luis->exchange().sync());
        const auto office = SharedStore::connect(world->urlOf(Tanya));
        VERIFY_OK(office);
        const auto origin = world->random.id<OriginId>(world->clock.now());
        VERIFY_OK((*office)->handshake(origin, QStringLiteral("office"), world->clock));
        const auto there = tanya->exchange().claimNext(), other = tanya->exchange().claimNext();
        VERIFY_OK(there);
        VERIFY_OK(other);
        const auto here = (*office)->pushAndClaim(origin, {}, {}, everyPlace(RuleBook::shipped()), std::chrono::minutes(5));
        VERIFY_OK(here);
        QVERIFY(there->has_value() && other->has_value() && here->granted);
        VERIFY_OK((*office)->renew(**other, std::chrono::minutes(5))); // goes on with them at the office
        takeOut();
        const auto until = [this](const Claim &claim) {
            return world->sql(QStringLiteral("SELECT (until > 0)::text FROM claim WHERE customer_id = '%1'").arg(claim.customer.toString()));
        };
        QCOMPARE(until(**there), QStringLiteral("false"));
        QCOMPARE(until(**other), QStringLiteral("true"));
        QCOMPARE(until(here->granted->claim), QStringLiteral("true"));
    }

    void whomOneTakesAlongIsHeldThere()
    {
        const auto office = SharedStore::connect(world->urlOf(Tanya));
        VERIFY_OK(office);
        VERIFY_OK((*office)->handshake(world->random.id<OriginId>(world->clock.now()), QStringLiteral("office"), world->clock));
        VERIFY_OK((*office)->claimPerson(customer, std::chrono::minutes(5)));
        TripWish wish;
        wish.leads = 1;
        wish.lasts = std::chrono::hours(4);
        wish.named = {leadOf(*tanya)};
        VERIFY_OK(tanya->takeAlong(wish));
        takeOut();
        QCOMPARE(world->sql(QStringLiteral("SELECT until FROM claim")), QStringLiteral("0"));
    }

    // An administrator names a computer; everybody who worked at it is meant.
    void aComputerIsTakenOutWithAllItsDesks()
    {
        const auto taken = takeOutDesk(world->admin->db(), world->admin->rooftopId(), QSysInfo::machineHostName().toUpper(), Lost);
        VERIFY_OK(taken);
        QCOMPARE(taken->size(), 3);
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM replica WHERE NOT revoked")), QStringLiteral("0"));
        for (SharedPlace *desk : {tanya.get(), luis.get(), marcus.get()}) {
            QVERIFY(!desk->connect());
            QVERIFY(desk->isTakenOut());
        }
    }

    void anOptOutAmongWhatIsHeldComesFirstAndCountsOnceItIsLetIn()
    {
        tanya->exchange().disconnect();
        VERIFY_OK(tanya->own().note(customer, leadOf(*tanya), QStringLiteral("wrote this first"), Tanya));
        VERIFY_OK(tanya->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Tanya));
        takeOut();
        QVERIFY(!tanya->connect());
        const auto claim = luis->exchange().claim(customer); // nobody knows yet
        VERIFY_OK(claim);
        const auto looks = marcus->looks();
        VERIFY_OK(looks);
        QCOMPARE(looks->size(), 2);
        QVERIFY(looks->first().isOptOut);
        VERIFY_OK(marcus->letIn({looks->first().event}, QStringLiteral("They told me, too.")));
        QCOMPARE(world->sql(QStringLiteral("SELECT refused::text FROM customer")), QStringLiteral("true"));
        QCOMPARE(world->sql(QStringLiteral("SELECT until FROM claim")), QStringLiteral("0")); // taken from whoever had them
        VERIFY_OK(luis->exchange().sync());
        const auto seen = luis->own().customer(customer);
        VERIFY_OK(seen);
        QVERIFY(seen->refusal({}, {}));
    }

private:
    void takeOut()
    {
        const auto taken = takeOutDesk(marcus->exchange().shared().db(), world->admin->rooftopId(), originOf(*tanya).toString(), Lost);
        VERIFY_OK(taken);
        QCOMPARE(taken->size(), 1);
        QCOMPARE(taken->first().login, Tanya);
    }
    static LeadId leadOf(SharedPlace &desk, CustomerId of)
    {
        const auto state = desk.own().customer(of);
        return state ? state->leads.first().id : LeadId();
    }
    LeadId leadOf(SharedPlace &desk) const { return leadOf(desk, customer); }
    int attemptsAt(SharedPlace &desk) const
    {
        const auto state = desk.own().customer(customer);
        return state ? state->leads.first().attempts : -1;
    }
    std::unique_ptr<SharedPlace> reopened(const QString &login)
    {
        auto opened = SharedPlace::openOffline(world->urlOf(login), world->clock, world->random);
        return opened ? std::move(*opened) : nullptr;
    }

    std::unique_ptr<SharedPlace> tanya, luis, marcus;
    CustomerId customer;
    QString file;
};

QTEST_GUILESS_MAIN(RevokedTest)
#include "revoked_test.moc"
