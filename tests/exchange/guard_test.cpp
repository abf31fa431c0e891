// What the database itself refuses to somebody who works here and comes with psql instead of Beback.

#include "tests/support/shared_world.h"

#include <QJsonDocument>
#include <QUuid>

#include <libpq-fe.h>

using namespace beback;
using namespace beback::test;

namespace {

// A person's own connection, past Beback.
class Psql
{
public:
    Psql(const QString &database, const QString &login) : Psql(TempPostgres::server().url(database, login)) {}
    explicit Psql(const QString &url) : m_connection(PQconnectdb(url.toUtf8().constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("%s", PQerrorMessage(m_connection));
    }
    ~Psql() { PQfinish(m_connection); }
    bool isAlive() const { return PQstatus(m_connection) == CONNECTION_OK; }
    Psql(const Psql &) = delete;
    Psql &operator=(const Psql &) = delete;

    struct Answer {
        QString state; // SQLSTATE; empty: done
        QString first; // first column of the first row
    };
    Answer run(const QString &sql)
    {
        PGresult *result = PQexec(m_connection, sql.toUtf8().constData());
        Answer answer;
        if (const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE))
            answer.state = QString::fromLatin1(state);
        else if (PQntuples(result) > 0)
            answer.first = QString::fromUtf8(PQgetvalue(result, 0, 0));
        PQclear(result);
        return answer;
    }

private:
    PGconn *m_connection;
};

const QString Denied = QStringLiteral("42501");

} // namespace

class GuardTest : public QObject
{
    Q_OBJECT
    static void send(SharedPlace &desk)
    {
        if (const auto sent = desk.exchange().sync(); !sent)
            qFatal("%s", qPrintable(sent.error().message + sent.error().detail));
    }
private Q_SLOTS:
    void initTestCase()
    {
        world = std::make_unique<SharedWorld>(true);
        world->add(QStringLiteral("tanya"));
        world->add(QStringLiteral("luis"));
        world->sql(QStringLiteral("INSERT INTO rooftop VALUES (2, 'Other store', '', '', '', '', 'America/Denver', '', '')"));
        world->sql(QStringLiteral("SELECT person_add('other', 'Other', 'agent', 2, '')"));
        const auto desk = world->desk(QStringLiteral("tanya"));
        world->addLead(*desk, 1);
        send(*desk);
        const auto other = world->desk(QStringLiteral("other"));
        foreign = world->addLead(*other, 2).toString();
        send(*other);
        tanyasOrigin = world->sql(QStringLiteral("SELECT origin FROM replica WHERE login = 'tanya'"));
    }

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

    void theActorIsWhoeverAsks()
    {
        Psql luis(world->database, QStringLiteral("luis"));
        const QString forged = newId(), held = newId();
        QCOMPARE(push(luis, event({{QStringLiteral("id"), forged}, {QStringLiteral("actor"), QStringLiteral("tanya")}})).state, QString());
        QCOMPARE(world->sql(QStringLiteral("SELECT actor FROM event WHERE id = '%1'").arg(forged)), QStringLiteral("luis"));
        // About somebody of another site: kept, held, and counted nowhere.
        QCOMPARE(push(luis, event({{QStringLiteral("id"), held}, {QStringLiteral("customer_id"), foreign}})).state, QString());
        QCOMPARE(flagOf(held), QStringLiteral("not_yours"));
        QCOMPARE(world->sql(QStringLiteral("SELECT events FROM customer_head WHERE customer_id = '%1'").arg(foreign)), QStringLiteral("1"));
    }

    void anOptOutIsNotLiftedByAnAgent_data()
    {
        QTest::addColumn<QString>("undoes"); // %1: the opt-out's id
        QTest::newRow("as it is") << QStringLiteral("%1");
        QTest::newRow("in braces") << QStringLiteral("{%1}");
        QTest::newRow("in capitals") << QStringLiteral("%1U");
        QTest::newRow("that of nobody") << newId();
    }
    void anOptOutIsNotLiftedByAnAgent()
    {
        QFETCH(QString, undoes);
        const auto tanya = world->desk(QStringLiteral("tanya"));
        const CustomerId person = world->addLead(*tanya, 900);
        EventDraft draft;
        draft.customer = person;
        draft.kind = EventKind::DoNotContactSet;
        draft.actor = QStringLiteral("tanya");
        draft.body = {{QStringLiteral("reason"), QStringLiteral("asked")}};
        const auto refusal = tanya->own().recorder().record(draft);
        VERIFY_OK(refusal);
        send(*tanya);
        QString said = undoes.arg(refusal->events.first().toString());
        if (said.endsWith(QLatin1Char('U')))
            said = said.chopped(1).toUpper();
        Psql luis(world->database, QStringLiteral("luis"));
        const QString lifted = newId();
        const QString body = QStringLiteral("{\"undoes\":\"%1\"}").arg(said);
        QCOMPARE(push(luis, event({{QStringLiteral("id"), lifted}, {QStringLiteral("customer_id"), person.toString()},
                                   {QStringLiteral("kind"), QStringLiteral("corrected")}, {QStringLiteral("body"), body}})).state, QString());
        QCOMPARE(flagOf(lifted), QStringLiteral("managers_only"));
        QCOMPARE(world->sql(QStringLiteral("SELECT refused FROM customer WHERE id = '%1'").arg(person.toString())), QStringLiteral("t"));
    }

    void whoHoldsALeadIsAManagersToSay()
    {
        const auto tanya = world->desk(QStringLiteral("tanya"));
        const CustomerId person = world->addLead(*tanya, 902);
        send(*tanya);
        const auto state = tanya->own().customer(person);
        VERIFY_OK(state);
        Psql luis(world->database, QStringLiteral("luis"));
        const QString taken = newId();
        QCOMPARE(push(luis, event({{QStringLiteral("id"), taken}, {QStringLiteral("customer_id"), person.toString()},
                                   {QStringLiteral("lead_id"), state->leads.first().id.toString()}, {QStringLiteral("kind"), QStringLiteral("assigned")},
                                   {QStringLiteral("body"), QStringLiteral("{\"to\":\"luis\",\"reason\":\"mine\"}")}})).state, QString());
        QCOMPARE(flagOf(taken), QStringLiteral("managers_only"));
    }

    void whatAManagerAsksAndSaysIsNoAgentsToWrite_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("flag");
        QTest::newRow("nudge") << QStringLiteral("nudged") << QStringLiteral("{\"to\":\"tanya\",\"reason\":\"now\"}") << QStringLiteral("managers_only");
        QTest::newRow("coach note") << QStringLiteral("noted") << QStringLiteral("{\"text\":\"mind the trade\",\"coach\":true,\"to\":\"tanya\"}")
                                    << QStringLiteral("managers_only");
        QTest::newRow("note") << QStringLiteral("noted") << QStringLiteral("{\"text\":\"has a dog\"}") << QString();
    }
    void whatAManagerAsksAndSaysIsNoAgentsToWrite()
    {
        QFETCH(QString, kind);
        QFETCH(QString, body);
        static int number = 903;
        const auto tanya = world->desk(QStringLiteral("tanya"));
        const CustomerId person = world->addLead(*tanya, number++);
        send(*tanya);
        const auto state = tanya->own().customer(person);
        VERIFY_OK(state);
        Psql luis(world->database, QStringLiteral("luis"));
        const QString written = newId();
        QCOMPARE(push(luis, event({{QStringLiteral("id"), written}, {QStringLiteral("customer_id"), person.toString()},
                                   {QStringLiteral("lead_id"), state->leads.first().id.toString()}, {QStringLiteral("kind"), kind},
                                   {QStringLiteral("body"), body}})).state, QString());
        QTEST(flagOf(written), "flag");
    }

    void whatIsHeldAnAgentNeitherLetsInNorLooksAway()
    {
        const auto tanya = world->desk(QStringLiteral("tanya"));
        const CustomerId person = world->addLead(*tanya, 950);
        send(*tanya);
        Psql luis(world->database, QStringLiteral("luis"));
        const auto about = [&](const QString &id, const char *kind, const QString &body) {
            return event({{QStringLiteral("id"), id}, {QStringLiteral("customer_id"), person.toString()},
                          {QStringLiteral("kind"), QString::fromLatin1(kind)}, {QStringLiteral("body"), body}});
        };
        const QString taken = newId(), own = newId();
        QCOMPARE(push(luis, about(taken, "assigned", QStringLiteral("{\"to\":\"luis\"}"))).state, QString());
        QCOMPARE(push(luis, about(own, "let_in", QStringLiteral("{\"event\":\"%1\",\"reason\":\"mine\"}").arg(taken))).state, QString());
        QCOMPARE(flagOf(taken), QStringLiteral("managers_only"));
        QCOMPARE(flagOf(own), QStringLiteral("managers_only"));
        QCOMPARE(world->sql(QStringLiteral("SELECT held::text FROM event_flag WHERE event_id = '%1'").arg(taken)), QStringLiteral("true"));
        QCOMPARE(luis.run(QStringLiteral("SELECT look_done('%1', 'managers_only', 'left_out', 'x')").arg(taken)).state, Denied);
        // Of what others wrote, and as something that is not so.
        const QString tanyas = world->sql(QStringLiteral("SELECT id FROM event WHERE customer_id = '%1' AND kind = 'lead_arrived'").arg(person.toString()));
        QCOMPARE(luis.run(QStringLiteral("SELECT look_done('%1', 'same_day', 'seen', '')").arg(tanyas)).state, Denied);
        const QString note = newId();
        QCOMPARE(push(luis, about(note, "noted", QStringLiteral("{}"))).state, QString());
        QCOMPARE(luis.run(QStringLiteral("SELECT look_done('%1', 'same_day', 'let_in', '')").arg(note)).state, QStringLiteral("22023"));
        QCOMPARE(luis.run(QStringLiteral("SELECT look_done('%1', 'late', 'seen', '')").arg(note)).state, QStringLiteral("22023"));
        QCOMPARE(luis.run(QStringLiteral("SELECT look_done('%1', 'same_day', 'seen', '')").arg(foreign)).state, QStringLiteral("22023"));
        QCOMPARE(luis.run(QStringLiteral("SELECT look_done('%1', 'same_day', 'seen', '')").arg(note)).first, QStringLiteral("t"));
        QCOMPARE(luis.run(QStringLiteral("SELECT look_done('%1', 'same_day', 'seen', '')").arg(note)).first, QStringLiteral("f"));
        QCOMPARE(world->sql(QStringLiteral("SELECT by_login FROM look WHERE event_id = '%1'").arg(note)), QStringLiteral("luis"));
    }

    void onlyADeskThatWasTakenOutHandsOverAndOnlyItsOwn()
    {
        Psql luis(world->database, QStringLiteral("luis"));
        const QString sent = QString::fromUtf8(QJsonDocument(QJsonArray{event({{QStringLiteral("n"), 1}})}).toJson(QJsonDocument::Compact));
        for (const QString &origin : {luissOrigin, tanyasOrigin})
            QCOMPARE(luis.run(QStringLiteral("SELECT hand_over('%1', '%2')").arg(origin, sent)).state, QStringLiteral("BD007"));
        QCOMPARE(luis.run(QStringLiteral("SELECT by_name FROM revoked_as('%1')").arg(tanyasOrigin)).first, QString());
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM desks(1) WHERE login <> 'luis'")).first, QStringLiteral("0"));
        QCOMPARE(luis.run(QStringLiteral("SELECT count(*) FROM desks(2)")).first, luis.run(QStringLiteral("SELECT count(*) FROM desks(1)")).first);
    }

    void onesOwnSlipOfAMomentAgoIsTakenBackInTheSameBreath()
    {
        const auto tanya = world->desk(QStringLiteral("tanya"));
        const CustomerId person = world->addLead(*tanya, 901);
        EventDraft draft;
        draft.customer = person;
        draft.kind = EventKind::DoNotContactSet;
        draft.actor = QStringLiteral("tanya");
        const auto slip = tanya->own().recorder().record(draft);
        VERIFY_OK(slip);
        VERIFY_OK(tanya->own().recorder().undo(slip->events.first(), QStringLiteral("tanya"), QStringLiteral("the wrong person")));
        send(*tanya); // both at once: neither is in the history yet when they are judged
        QCOMPARE(world->sql(QStringLiteral("SELECT refused FROM customer WHERE id = '%1'").arg(person.toString())), QStringLiteral("f"));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event_flag f JOIN event e ON e.id = f.event_id WHERE e.customer_id = '%1'")
                                .arg(person.toString())), QStringLiteral("0"));
    }

    void whatNoDeskCanReadIsHeldAndStopsNobody()
    {
        Psql luis(world->database, QStringLiteral("luis"));
        const QString customer = world->sql(QStringLiteral("SELECT id FROM customer WHERE rooftop_id = 1 LIMIT 1"));
        for (const char *body : {"{\"text\":\"a\\u0000b\"}", "no json", "[1]", ""}) {
            const QString odd = newId();
            QCOMPARE(push(luis, event({{QStringLiteral("id"), odd}, {QStringLiteral("body"), QString::fromLatin1(body)}})).state, QString());
            QCOMPARE(flagOf(odd), QStringLiteral("unreadable"));
        }
        const QString fine = newId();
        QCOMPARE(push(luis, event({{QStringLiteral("id"), fine}})).state, QString());
        QCOMPARE(flagOf(fine), QString());
        const QString refused = QStringLiteral("23514"); // an id that is none: only a forger sends that
        QCOMPARE(push(luis, event({{QStringLiteral("id"), QStringLiteral("forged")}})).state, refused);
        QCOMPARE(push(luis, event({{QStringLiteral("lead_id"), QStringLiteral("{%1}").arg(newId())}})).state, refused);
        QCOMPARE(luis.run(QStringLiteral("SELECT * FROM handshake('forger', 'x')")).state, refused);
        const auto desk = world->desk(QStringLiteral("tanya")); // and everybody reads on
        VERIFY_OK(desk->exchange().bring({customer}));
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

private:
    QString newId() { return world ? world->random.id<EventId>(world->clock.now()).toString() : QUuid::createUuid().toString(QUuid::WithoutBraces); }
    QString flagOf(const QString &event) { return world->sql(QStringLiteral("SELECT coalesce((SELECT flag FROM event_flag WHERE event_id = '%1'), '')").arg(event)); }
    // A note about somebody of this site, but for what is said otherwise.
    QJsonObject event(const QJsonObject &otherwise)
    {
        QJsonObject made{{QStringLiteral("id"), newId()},
                         {QStringLiteral("customer_id"), world->sql(QStringLiteral("SELECT id FROM customer WHERE rooftop_id = 1 ORDER BY id LIMIT 1"))},
                         {QStringLiteral("hlc"), 1}, {QStringLiteral("kind"), QStringLiteral("noted")}, {QStringLiteral("version"), 1},
                         {QStringLiteral("direction"), QString()}, {QStringLiteral("outcome"), QString()},
                         {QStringLiteral("occurred_at"), 1}, {QStringLiteral("recorded_at"), 1}, {QStringLiteral("actor"), QStringLiteral("luis")},
                         {QStringLiteral("station"), QStringLiteral("x")}, {QStringLiteral("body"), QStringLiteral("{}")}};
        for (auto it = otherwise.begin(); it != otherwise.end(); ++it)
            made.insert(it.key(), *it);
        return made;
    }
    // By hand, from a desk of luis's, after what it sent before.
    Psql::Answer push(Psql &luis, QJsonObject event)
    {
        const auto greeted = luis.run(QStringLiteral("SELECT last_n FROM handshake('%1', 'x')").arg(luissOrigin));
        event.insert(QStringLiteral("n"), greeted.first.toInt() + 1);
        const QString sent = QString::fromUtf8(QJsonDocument(QJsonArray{event}).toJson(QJsonDocument::Compact)).replace(QLatin1Char('\''), QLatin1String("''"));
        return luis.run(QStringLiteral("SELECT last_n FROM push('%1', '%2', '[]')").arg(luissOrigin, sent));
    }

    const QString luissOrigin = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<SharedWorld> world;
    QString foreign, tanyasOrigin;
};

QTEST_GUILESS_MAIN(GuardTest)
#include "guard_test.moc"
