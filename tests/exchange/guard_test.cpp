// What the database itself refuses to somebody who works here and comes with psql instead of Beback.

#include "tests/exchange/guarded_world.h"

using namespace beback;
using namespace beback::test;

class GuardTest : public QObject, GuardedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { found(); }

    void anAgentWithPsqlIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
        // writing tables
        row("insert an event", "INSERT INTO event SELECT * FROM event LIMIT 1");
        row("change an event", "UPDATE event SET outcome = 'reached'");
        row("delete an event", "DELETE FROM event");
        row("truncate the history", "TRUNCATE event");
        row("change the feed", "UPDATE feed SET event_id = 'x'");
        row("read the feed's hashes", "SELECT chain FROM feed");
        row("insert a lead", "INSERT INTO lead SELECT * FROM lead LIMIT 1");
        row("change a lead", "UPDATE lead SET owner = 'luis'");
        row("change the queue", "UPDATE queue SET due_at = 0");
        row("delete from the queue", "DELETE FROM queue");
        row("take a claim by hand", "UPDATE claim SET login = 'luis'");
        row("insert a claim", "INSERT INTO claim VALUES ('c', 1, 'l', 'luis', 1, 9e18::bigint, 0)");
        row("clear a refusal", "UPDATE customer SET refused = FALSE");
        row("change a contact point", "UPDATE contact_point SET value = 'x'");
        row("unmark the stale", "UPDATE customer_head SET stale = FALSE");
        row("lift a flag", "DELETE FROM event_flag");
        row("make oneself a manager", "UPDATE app_user SET role = 'manager'");
        row("add a person", "INSERT INTO app_user VALUES ('x', 1, 'x', 'manager', TRUE)");
        row("add a person by function", "SELECT person_add('x', 'x', 'manager', 1, '')");
        row("change a person by function", "SELECT person_set('luis', 'x', 'manager', TRUE)");
        row("change a setting", "UPDATE setting SET value = '1'");
        row("change a fact of the site", "INSERT INTO setting VALUES ('training', '1')");
        row("change a plan", "UPDATE plan SET body = '{}'");
        row("change the site", "UPDATE rooftop SET name = 'x'");
        row("change a desk", "UPDATE replica SET login = 'luis'");
        row("read other desks", "SELECT * FROM replica");
        row("take a desk out by hand", "UPDATE replica SET revoked = TRUE");
        row("take a desk out by function", "SELECT * FROM revoke_desk(1, 'x', 'mine now')");
        row("write that somebody looked", "INSERT INTO look VALUES (1, 'e', 'late', 'marcus', 0, 'seen', '')");
        row("unwrite that somebody looked", "DELETE FROM look");
        row("let something in by hand", "UPDATE event_flag SET held = FALSE");
        row("let something in by the trigger's function", "SELECT event_let_in()");
        row("write quarantine", "INSERT INTO quarantine SELECT * FROM quarantine");
        row("merge", "MERGE INTO lead l USING (SELECT 1) s ON TRUE WHEN MATCHED THEN UPDATE SET owner = 'x'");
        row("write derived rows directly", "SELECT apply_rows('c', 1, '{}')");
        row("count events by hand", "SELECT event_count()");
        row("grant a claim by hand", "SELECT claim_grant(u, 'c', 600000000) FROM app_user u");
        row("pick as another", "SELECT claim_pick(u, '{}', 600000000, '{}') FROM app_user u");
        // schema and server
        row("switch triggers off", "ALTER TABLE event DISABLE TRIGGER ALL");
        row("replica mode", "SET session_replication_role = replica");
        row("drop the history", "DROP TABLE event");
        row("make a table", "CREATE TABLE mine (x int)");
        row("make a temporary table", "CREATE TEMP TABLE mine (x int)");
        row("make a function", "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        row("become the owner", "SET ROLE beback_owner");
        row("become a manager", "SET ROLE beback_manager");
        row("become another", "SET ROLE tanya");
        row("sign in as another", "SET SESSION AUTHORIZATION tanya");
        row("make a role", "CREATE ROLE mine");
        row("read passwords", "SELECT * FROM pg_authid");
        row("read a file", "SELECT pg_read_file('PG_VERSION')");
        row("run a program", "COPY (SELECT 1) TO PROGRAM 'true'");
        row("lock the history", "BEGIN; LOCK TABLE event IN EXCLUSIVE MODE");
        row("lock a lead", "SELECT * FROM lead FOR UPDATE");
        row("end sessions", "SELECT end_blockers()");
        row("wait for ever on an advisory lock", "SELECT pg_advisory_lock(1)");
        row("fill the disk with large objects", "SELECT lo_create(0)");
    }

    void anAgentWithPsqlIsRefused()
    {
        QFETCH(QString, sql);
        Psql luis(world->database, QStringLiteral("luis"));
        const auto answer = luis.run(sql);
        QVERIFY2(answer.state == Denied, qPrintable(sql + QLatin1String(" -> ") + answer.state));
    }

    void anotherSiteIsNotThere_data()
    {
        QTest::addColumn<QString>("table");
        for (const char *table : {"event", "customer", "lead", "queue", "contact_point", "search_doc", "customer_head"})
            QTest::newRow(table) << QString::fromLatin1(table);
    }

    void anotherSiteIsNotThere()
    {
        QFETCH(QString, table);
        Psql luis(world->database, QStringLiteral("luis"));
        const QString column = table == QLatin1String("customer") ? QStringLiteral("id") : QStringLiteral("customer_id");
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM %1 WHERE %2 = '%3'").arg(table, column, foreign)).first, QStringLiteral("0"));
        QVERIFY(luis.run(QStringLiteral("SELECT count(*) FROM %1").arg(table)).first.toInt() > 0);
        luis.run(QStringLiteral("SET row_security = off"));
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM %1").arg(table)).state, Denied);
    }

    void functionsKnowWhoAsks()
    {
        Psql luis(world->database, QStringLiteral("luis"));
        QCOMPARE(luis.run(QStringLiteral("SELECT * FROM push('%1', '[]', '[]')").arg(tanyasOrigin)).state, QStringLiteral("BD007"));
        QCOMPARE(luis.run(QStringLiteral("SELECT * FROM handshake('%1', 'x')").arg(tanyasOrigin)).state, QStringLiteral("BD007"));
        QCOMPARE(luis.run(QStringLiteral("SELECT * FROM push_and_claim('%1', '[]', '[]', '{}', 600000000)").arg(tanyasOrigin)).state,
                 QStringLiteral("BD007"));
        QCOMPARE(luis.run(QStringLiteral("SELECT * FROM push_and_pull('%1', '[]', '[]', 0, '', 0, '', 10)").arg(tanyasOrigin)).state,
                 QStringLiteral("BD007"));
        QCOMPARE(luis.run(QStringLiteral("SELECT * FROM feed_end(2)")).state, Denied);
        QVERIFY(luis.run(QStringLiteral("SELECT count(*) FROM pull(0, '', 0, '', 1000) WHERE feed = 1")).first.toInt() > 0);
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM pull(0, '', 0, '', 1000) WHERE feed NOT IN (0, 1)")).first,
                 QStringLiteral("0"));
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM find_people(2, '%Person%', 10)")).first, QStringLiteral("1")); // own site
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM claim_person('%1', 600000000)").arg(foreign)).first, QStringLiteral("0"));
        QCOMPARE(luis.run(QStringLiteral("SELECT refold('%1', 1, '{}')").arg(foreign)).first, QStringLiteral("f"));
    }

    void onlyADeskThatWasTakenOutHandsOverAndOnlyItsOwn()
    {
        Psql luis(world->database, QStringLiteral("luis"));
        const QString sent = QString::fromUtf8(QJsonDocument(QJsonArray{entry({{QStringLiteral("n"), 1}})}).toJson(QJsonDocument::Compact));
        for (const QString &origin : {luissOrigin, tanyasOrigin})
            QCOMPARE(luis.run(QStringLiteral("SELECT hand_over('%1', '%2')").arg(origin, sent)).state, QStringLiteral("BD007"));
        QCOMPARE(luis.run(QStringLiteral("SELECT by_name FROM revoked_as('%1')").arg(tanyasOrigin)).first, QString());
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM desks(1) WHERE login <> 'luis'")).first, QStringLiteral("0"));
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM desks(2)")).first, luis.run(QStringLiteral("SELECT count(*) FROM desks(1)")).first);
    }

    void aStewardEndsASessionThatKeepsOthersWaiting()
    {
        world->add(QStringLiteral("marcus"), QStringLiteral("manager"));
        Psql luis(world->database, QStringLiteral("luis")), marcus(world->database, QStringLiteral("marcus"));
        Psql owner(TempPostgres::server().url(world->database)); // not one of ours: its sessions are left alone
        QCOMPARE(luis.run(QStringLiteral("SET idle_in_transaction_session_timeout = 0; BEGIN; SELECT 1")).first, QStringLiteral("1"));
        QCOMPARE(owner.run(QStringLiteral("BEGIN; SELECT 1")).first, QStringLiteral("1"));
        QCOMPARE(marcus.run(QStringLiteral("SELECT end_blockers()")).first, QStringLiteral("0"));
        int ended = 0; // it is asked once more when the waiting is over
        QTRY_VERIFY_WITH_TIMEOUT((ended += marcus.run(QStringLiteral("SELECT end_blockers()")).first.toInt()) > 0, 20'000);
        QVERIFY(!luis.run(QStringLiteral("SELECT 1")).state.isEmpty() || !luis.isAlive());
        QCOMPARE(owner.run(QStringLiteral("SELECT 1")).first, QStringLiteral("1"));
    }

    void everyFunctionIsClosedToTheWorldAndLooksOnlyWhereItShould()
    {
        const QString ours = QStringLiteral("FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = 'beback_owner'::regrole ");
        QVERIFY(world->sql(QStringLiteral("SELECT count(*) ") + ours).toInt() > 20);
        QCOMPARE(world->sql(QStringLiteral("SELECT coalesce(string_agg(p.proname, ' '), '') ") + ours +
                            QStringLiteral("AND has_function_privilege('public', p.oid, 'EXECUTE')")), QString());
        QCOMPARE(world->sql(QStringLiteral("SELECT coalesce(string_agg(p.proname, ' '), '') ") + ours +
                            QStringLiteral("AND p.prosecdef AND NOT coalesce('search_path=public, pg_temp' = ANY (p.proconfig), FALSE)")), QString());
    }

    void evenTheOwnerChangesTheHistoryOnlyOnPurpose()
    {
        Psql owner(TempPostgres::server().url(world->database));
        owner.run(QStringLiteral("SET ROLE beback_owner"));
        QCOMPARE(owner.run(QStringLiteral("UPDATE event SET outcome = 'reached'")).state, Denied);
        QCOMPARE(owner.run(QStringLiteral("DELETE FROM feed")).state, Denied);
        QCOMPARE(owner.run(QStringLiteral("TRUNCATE event")).state, Denied);
    }

    void whoNoLongerWorksHereIsShutOut()
    {
        Psql luis(world->database, QStringLiteral("luis"));
        QVERIFY(luis.run(QStringLiteral("SELECT count(*) FROM lead")).first.toInt() > 0);
        SharedWorld::must(world->admin->setUser(Agent{QStringLiteral("luis"), QStringLiteral("Luis"), QStringLiteral("agent")}, false));
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM lead")).first, QStringLiteral("0"));
        QCOMPARE(luis.run(QStringLiteral("SELECT * FROM me()")).state, Denied);
        for (const char *site : {"1", "2"}) // names, numbers and addresses of no site
            QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM find_people(%1, '%Person%', 10)").arg(QLatin1String(site))).first,
                     QStringLiteral("0"));
    }
};

QTEST_GUILESS_MAIN(GuardTest)
#include "guard_test.moc"
