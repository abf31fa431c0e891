// What somebody who comes with psql may not say about people: it is refused, or held for a manager.

#include "tests/exchange/guarded_world.h"

using namespace beback;
using namespace beback::test;

class GuardEventsTest : public QObject, GuardedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { found(); }

    void theActorIsWhoeverAsks()
    {
        Psql luis(world->database, QStringLiteral("luis"));
        const QString forged = newId(), held = newId();
        QCOMPARE(push(luis, entry({{QStringLiteral("id"), forged}, {QStringLiteral("actor"), QStringLiteral("tanya")}})).state, QString());
        QCOMPARE(world->sql(QStringLiteral("SELECT actor FROM event WHERE id = '%1'").arg(forged)), QStringLiteral("luis"));
        // About somebody of another site: kept, held, and counted nowhere.
        QCOMPARE(push(luis, entry({{QStringLiteral("id"), held}, {QStringLiteral("customer_id"), foreign}})).state, QString());
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
        QCOMPARE(push(luis, entry({{QStringLiteral("id"), lifted}, {QStringLiteral("customer_id"), person.toString()},
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
        QCOMPARE(push(luis, entry({{QStringLiteral("id"), taken}, {QStringLiteral("customer_id"), person.toString()},
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
        QCOMPARE(push(luis, entry({{QStringLiteral("id"), written}, {QStringLiteral("customer_id"), person.toString()},
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
            return entry({{QStringLiteral("id"), id}, {QStringLiteral("customer_id"), person.toString()},
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
            QCOMPARE(push(luis, entry({{QStringLiteral("id"), odd}, {QStringLiteral("body"), QString::fromLatin1(body)}})).state, QString());
            QCOMPARE(flagOf(odd), QStringLiteral("unreadable"));
        }
        const QString fine = newId();
        QCOMPARE(push(luis, entry({{QStringLiteral("id"), fine}})).state, QString());
        QCOMPARE(flagOf(fine), QString());
        const QString refused = QStringLiteral("23514"); // an id that is none: only a forger sends that
        QCOMPARE(push(luis, entry({{QStringLiteral("id"), QStringLiteral("forged")}})).state, refused);
        QCOMPARE(push(luis, entry({{QStringLiteral("lead_id"), QStringLiteral("{%1}").arg(newId())}})).state, refused);
        QCOMPARE(luis.run(QStringLiteral("SELECT * FROM handshake('forger', 'x')")).state, refused);
        const auto desk = world->desk(QStringLiteral("tanya")); // and everybody reads on
        VERIFY_OK(desk->exchange().bring({customer}));
    }
};

QTEST_GUILESS_MAIN(GuardEventsTest)
#include "guard_events_test.moc"
