// What the other tests look for is really found: each of these faults, put in on purpose, is caught by a look that the real
// thing passes.

#include "tests/exchange/past_the_desk.h"
#include "tests/exchange/staffed_world.h"

#include <thread>

using namespace beback;
using namespace beback::test;

namespace {

// Changes a function of this database alone; what is to be changed must be there.
void mutate(const SharedWorld &world, const QString &function, const QVector<std::pair<QString, QString>> &changes)
{
    QString source = world.sql(QStringLiteral("SELECT pg_get_functiondef('%1'::regproc)").arg(function));
    for (const auto &[from, to] : changes) {
        if (!source.contains(from))
            qFatal("%s has no %s", qPrintable(function), qPrintable(from));
        source.replace(from, to);
    }
    world.sql(source);
}

QVector<Event> outboxOf(SharedPlace &desk)
{
    const auto events = own_store::outbox(desk.own().db(), 500);
    if (!events)
        qFatal("%s", qPrintable(events.error().message));
    return *events;
}

// One desk's commit is under way while another's comes through and a third reads: does the third see both?
QStringList lateCommitter(SharedWorld &world)
{
    const auto tanya = world.desk(Tanya), luis = world.desk(Luis), reader = world.desk(Marcus);
    QStringList faults;
    QSet<CustomerId> seen;
    const auto read = [&] {
        const auto changed = reader->exchange().pull();
        if (!changed)
            faults << changed.error().message;
        else
            seen += QSet<CustomerId>(changed->cbegin(), changed->cend());
    };
    const CustomerId late = world.addLead(*tanya, 1), early = world.addLead(*luis, 2);
    SharedStore &slow = tanya->exchange().shared();
    const auto committed = slow.db().inTransaction("late", [&]() -> Result<void> {
        BEBACK_CHECK(slow.push(originOf(*tanya), asSent(outboxOf(*tanya)), {}));
        if (const auto sent = luis->exchange().sync(); !sent)
            faults << sent.error().message;
        read();
        return {};
    });
    if (!committed)
        faults << committed.error().message + committed.error().detail;
    read();
    for (const CustomerId customer : {late, early})
        if (!seen.contains(customer))
            faults << QStringLiteral("%1 was never read").arg(customer.toString());
    return faults;
}

// What was done is in the shared history once, though the answer to the first sending was lost.
QStringList retried(SharedWorld &world, bool anew)
{
    const auto tanya = world.desk(Tanya);
    world.addLead(*tanya, 1);
    QVector<Event> events = outboxOf(*tanya);
    SharedStore &store = tanya->exchange().shared();
    if (const auto sent = store.push(originOf(*tanya), asSent(events), {}); !sent) // and nobody hears the answer
        return {sent.error().message};
    if (anew) {
        for (Event &event : events) {
            event.id = world.random.id<EventId>(world.clock.now());
            event.n += events.size();
        }
        if (const auto sent = store.push(originOf(*tanya), asSent(events), {}); !sent)
            return {sent.error().message};
    } else if (const auto sent = tanya->exchange().sync(); !sent) {
        return {sent.error().message};
    }
    const QString arrivals = world.sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'lead_arrived'"));
    return arrivals == QLatin1String("1") ? feedFaults(world) : QStringList{arrivals + QStringLiteral(" arrivals of one lead")};
}

// Everybody takes people until nobody is left.
QStringList everybodyTakes(SharedWorld &world)
{
    constexpr int Leads = 300, Desks = 8;
    for (int i = 0; i < Desks; ++i)
        world.add(QStringLiteral("agent%1").arg(i));
    const auto steward = world.desk(Marcus);
    SharedWorld::must(steward->own().db().inTransaction("leads", [&]() -> Result<void> {
        for (int i = 0; i < Leads; ++i)
            world.addLead(*steward, i);
        return {};
    }));
    if (const auto sent = steward->exchange().sync(); !sent)
        return {sent.error().message};
    keepClaimLog(world);
    std::vector<std::thread> desks;
    for (int i = 0; i < Desks; ++i)
        desks.emplace_back([&world, i] {
            auto store = SharedStore::connect(world.urlOf(QStringLiteral("agent%1").arg(i)));
            SystemRandom random;
            const OriginId origin = random.id<OriginId>(world.clock.now());
            if (!store || !(*store)->handshake(origin, QStringLiteral("desk"), world.clock))
                return;
            for (int n = 0; n < 50; ++n) // 60 may be held at most
                if (const auto next = (*store)->pushAndClaim(origin, {}, {}, {}, Queue::Lease); !next || !next->granted)
                    break;
        });
    for (std::thread &desk : desks)
        desk.join();
    const ClaimCounts counts = claimCounts(world);
    QStringList faults;
    if (counts.doubled > 0)
        faults << QStringLiteral("%1 of %2 were handed out while somebody held them").arg(counts.doubled).arg(counts.grants);
    if (counts.grants < Leads * 9 / 10) // who finds the last few locked goes home
        faults << QStringLiteral("only %1 were handed out").arg(counts.grants);
    return faults;
}

// Somebody who asked not to be contacted is nobody's from then on, though the rows that would say so did not come along.
QStringList askedNotToBeContacted(SharedWorld &world)
{
    const auto tanya = world.desk(Tanya), luis = world.desk(Luis), marcus = world.desk(Marcus);
    const CustomerId customer = world.addLead(*tanya, 1);
    const auto sent = tanya->exchange().sync();
    const auto claim = luis->exchange().claimNext();
    const auto refused = tanya->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Tanya);
    if (!sent || !claim || !*claim || !refused)
        return {QStringLiteral("they could not be handed out at all")};
    if (const auto pushed = tanya->exchange().shared().push(originOf(*tanya), asSent(outboxOf(*tanya)), {}); !pushed)
        return {pushed.error().message};
    QStringList faults;
    if (world.sql(QStringLiteral("SELECT count(*) FROM claim WHERE until > now_us()")) != QLatin1String("0"))
        faults << QStringLiteral("somebody still has them");
    world.sql(QStringLiteral("UPDATE claim SET until = 0"));
    const auto next = marcus->exchange().shared().pushAndClaim(originOf(*marcus), {}, {}, {}, Queue::Lease);
    if (!next)
        faults << next.error().message;
    else if (next->granted)
        faults << QStringLiteral("they were handed out");
    return faults;
}

// A desk whose clock is an hour ahead, and that does not look at it, sends what it stamped.
QStringList stampedAhead(SharedWorld &world)
{
    WrongClock ahead(std::chrono::hours(1));
    const auto tanya = world.desk(Tanya, ahead);
    world.addLead(*tanya, 1);
    (void)tanya->exchange().shared().push(originOf(*tanya), asSent(outboxOf(*tanya)), {});
    return serverFaults(world);
}

// The same desk gets rid of what it stamped, when it looks at its stamps before it sends them.
QStringList sentThoughAhead(SharedWorld &world, bool looks)
{
    WrongClock ahead(std::chrono::hours(1));
    const auto tanya = world.desk(Tanya, ahead);
    world.addLead(*tanya, 1);
    if (looks)
        (void)tanya->exchange().sync();
    else
        (void)tanya->exchange().shared().push(originOf(*tanya), asSent(outboxOf(*tanya)), {});
    return ownFaults(tanya->own().db(), world);
}

// An older copy of a desk's own file goes on under numbers that were given already.
QStringList olderFile(SharedWorld &world)
{
    QString path;
    CustomerId customer;
    {
        const auto tanya = world.desk(Tanya);
        path = tanya->own().db().url().path;
        customer = world.addLead(*tanya, 1);
        (void)tanya->exchange().sync();
    }
    QFile::copy(path, path + QStringLiteral(".older"));
    const auto noted = [&](SharedPlace &desk) {
        const auto note = desk.own().note(customer, desk.own().customer(customer)->leads.first().id, QStringLiteral("a note"), Tanya);
        return note ? note->event.toString() : QString();
    };
    QStringList recorded;
    {
        const auto tanya = world.desk(Tanya);
        recorded << tanya->own().history(world.addLead(*tanya, 2))->last().id.toString();
        (void)tanya->exchange().sync();
    }
    QFile::remove(path);
    QFile::rename(path + QStringLiteral(".older"), path);
    const auto older = SharedPlace::openOffline(world.urlOf(Tanya), world.clock, world.random);
    if (!older)
        return {older.error().message};
    recorded << noted(**older);
    (void)(*older)->connect();
    if ((*older)->isOnline())
        (void)(*older)->exchange().sync();
    return lostOf(world, recorded);
}

} // namespace

class MutantsTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init() { found({.agents = {Tanya, Luis}, .manager = Marcus}); }

    void whoCommitsLateIsReadAllTheSame() { NO_FAULTS(lateCommitter(*world)); }
    void aNumberGivenBeforeTheCommitIsCaught()
    {
        world->sql(QStringLiteral(
            "CREATE SEQUENCE naive; ALTER SEQUENCE naive OWNER TO beback_owner; DROP TRIGGER event_numbered ON event;"
            "CREATE OR REPLACE FUNCTION feed_append() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ "
            "BEGIN INSERT INTO feed VALUES (NEW.rooftop_id, nextval('naive'), NEW.id, NEW.customer_id, 'x', now_us()); RETURN NULL; END $$;"
            "CREATE TRIGGER event_numbered AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION feed_append()"));
        const QStringList faults = lateCommitter(*world);
        QVERIFY(!faults.isEmpty());
        qInfo("%s", qPrintable(faults.join(QLatin1Char(' '))));
    }

    void aSecondSendingCountsOnce() { NO_FAULTS(retried(*world, false)); }
    void newIdsForTheSecondSendingAreCaught()
    {
        const QStringList faults = retried(*world, true);
        QVERIFY(!faults.isEmpty());
        qInfo("%s", qPrintable(faults.join(QLatin1Char(' '))));
    }

    void nobodyIsTakenByTwo() { NO_FAULTS(everybodyTakes(*world)); }
    void aClaimWithoutALockIsCaught()
    {
        mutate(*world, QStringLiteral("claim_pick"),
               {{QStringLiteral("FOR UPDATE OF h SKIP LOCKED"), QString()},
                {QStringLiteral("IF EXISTS (SELECT 1 FROM queue q WHERE q.customer_id = found_id AND q.due_at = found_due AND q.band = gate.band"),
                 QStringLiteral("IF pg_sleep(0.002) IS NOT NULL OR EXISTS (SELECT 1 FROM queue q WHERE q.customer_id = found_id AND q.due_at = found_due AND q.band = gate.band")}});
        mutate(*world, QStringLiteral("claim_grant"), {{QStringLiteral("WHERE k.until <= at"), QString()}});
        const QStringList faults = everybodyTakes(*world);
        QVERIFY(!faults.isEmpty());
        QVERIFY2(faults.first().contains(QLatin1String("while somebody held them")), qPrintable(faults.first()));
        qInfo("%s", qPrintable(faults.join(QLatin1Char(' '))));
    }

    void whoAskedNotToBeContactedIsNobodys() { NO_FAULTS(askedNotToBeContacted(*world)); }
    void aClaimThatOverlooksTheMarkIsCaught()
    {
        mutate(*world, QStringLiteral("claim_pick"), {{QStringLiteral("AND NOT h.stale"), QString()}});
        QCOMPARE(askedNotToBeContacted(*world), QStringList{QStringLiteral("they were handed out")});
    }
    void aRefusalThatLeavesThePresentClaimIsCaught()
    {
        mutate(*world, QStringLiteral("settle_claims"), {{QStringLiteral("AND k.login <> who.login AND k.until > 0"), QStringLiteral("AND FALSE")}});
        QCOMPARE(askedNotToBeContacted(*world), QStringList{QStringLiteral("somebody still has them")});
    }

    void noStampLiesAheadOfTheServersClock() { NO_FAULTS(stampedAhead(*world)); }
    void aServerThatDoesNotLookAtStampsIsCaught()
    {
        mutate(*world, QStringLiteral("push"), {{QStringLiteral("> now_us() / 1000 + 300000"), QStringLiteral("IS NULL")}});
        QVERIFY(stampedAhead(*world).join(QLatin1Char(' ')).contains(QLatin1String("ahead of the server's clock")));
    }

    void whatWasStampedAheadIsSentAllTheSame() { NO_FAULTS(sentThoughAhead(*world, true)); }
    void aDeskThatDoesNotLookAtItsStampsIsCaught()
    {
        QVERIFY(sentThoughAhead(*world, false).join(QLatin1Char(' ')).contains(QLatin1String("wait to be sent")));
    }

    void anOlderFileGoesOnApart() { NO_FAULTS(olderFile(*world)); }
    void aGreetingThatDoesNotTellTheNumberIsCaught()
    {
        mutate(*world, QStringLiteral("handshake"), {{QStringLiteral("known.last_n,"), QStringLiteral("0::BIGINT,")}});
        mutate(*world, QStringLiteral("push"), {{QStringLiteral("WHERE g.n <= known.last_n"), QStringLiteral("WHERE FALSE AND g.n <= known.last_n")}});
        const QStringList faults = olderFile(*world);
        QVERIFY(!faults.isEmpty());
        qInfo("%s", qPrintable(faults.join(QLatin1Char(' '))));
    }
};

QTEST_GUILESS_MAIN(MutantsTest)
#include "mutants_test.moc"
