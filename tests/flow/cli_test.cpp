#include "program.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace {

// A working morning in every zone of the contiguous United States.
const QString Morning = QStringLiteral("2026-03-10T17:00:00Z");

QString firstAgent(const Program &program)
{
    const QJsonArray users = program.json(words("user list")).value(QStringLiteral("users")).toArray();
    for (const QJsonValue &user : users)
        if (user[QStringLiteral("role")] == QStringLiteral("agent"))
            return user[QStringLiteral("login")].toString();
    return {};
}

} // namespace

// The program at work on one store: every command, as text and as JSON.
class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void initMakesAStoreAndSaysSo();
    void theSameSeedMakesTheSameWorld();
    void aDemoWorldIsNeverMadeAmongRealPeople();
    void theClockIsSetInATrainingDatabaseOnly();
    void aStoreWithAHistoryNeverBecomesATrainingStore();
    void aRefusedInitLeavesNoTrainingMark();
    void theDemoWorldIsClean();
    void theQueueTellsWhoAndWhy();
    void nextHandsOutOnePersonWithReasonsAndNextAgainAnother();
    void recordWritesAnAttemptThatHistoryShows();
    void outcomesAreUnderstoodInAnySpelling();
    void aPromiseIsKeptAtTheTimePromised();
    void releaseGivesThePersonBack();
    void anAttemptOnSomebodyElsesCustomerIsKeptAndSaidAloud();
    void explainSaysForEachMediumWhyOrWhyNot();
    void unknownPeopleAndLeadsAreRefusedWithWhatToDo();
    void checkFindsAndMendsWhatWasTamperedWith();
    void aLeadIsClosedWithAReason();
    void anOutcomeThatDoesNotFitItsMediumIsRefused();
    void peopleAreAddedChangedAndDisabled();
    void leadsOfWhoLeftAreHandedToOthers();
    void everyCommandAnswersPeopleInWords();

private:
    QString claimed(const QString &login) const
    {
        return m_world.json({QStringLiteral("next"), QStringLiteral("--as"), login}).value(QStringLiteral("lead")).toString();
    }
    QJsonObject record(const QString &lead, const QStringList &more) const
    {
        return m_world.json(QStringList{QStringLiteral("record"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead} + more);
    }

    Program m_world; // a demo world most tests share
    QString m_agent;
};

void CliTest::initTestCase()
{
    m_world.at(Morning);
    QCOMPARE(m_world.run(words("init --demo 60 --seed 7 --training")).status, 0);
    m_agent = firstAgent(m_world);
    QVERIFY(!m_agent.isEmpty());
}

void CliTest::initMakesAStoreAndSaysSo()
{
    Program program;
    const QJsonObject made = program.json(words("init"));
    QCOMPARE(made.value(QStringLiteral("created")).toBool(), true);
    QCOMPARE(made.value(QStringLiteral("from")).toInt(-1), 0);
    QVERIFY(made.value(QStringLiteral("to")).toInt() >= 1);
    const QJsonObject again = program.json(words("init"));
    QCOMPARE(again.value(QStringLiteral("created")).toBool(true), false);
    QCOMPARE(again.value(QStringLiteral("applied")).toArray().size(), 0);
}

void CliTest::theSameSeedMakesTheSameWorld()
{
    QStringList answers;
    for (const char *seed : {"3", "3", "4"}) {
        Program program;
        program.at(Morning);
        QCOMPARE(program.run(words("init --demo 30 --training --seed") << QLatin1String(seed)).status, 0);
        const QJsonObject queue = program.json(words("queue --limit 30"));
        const QString lead = queue.value(QStringLiteral("next"))[0][QStringLiteral("lead")].toString();
        QJsonObject history = program.json({QStringLiteral("history"), lead});
        answers << program.run(words("queue --limit 30 --json")).out
                + QString::fromUtf8(QJsonDocument(history).toJson());
    }
    QCOMPARE(answers[0], answers[1]);
    QVERIFY(answers[0] != answers[2]);
}

void CliTest::aDemoWorldIsNeverMadeAmongRealPeople()
{
    const Answer again = m_world.run(words("init --demo 5"));
    QCOMPARE(again.status, 1);
    QVERIFY2(again.isOneLineRefusal(), qPrintable(again.err));

    Program real;
    QCOMPARE(real.run(words("init")).status, 0);
    QVERIFY(write(real.folder() + QStringLiteral("/lead.xml"), Adf));
    QCOMPARE(real.run({QStringLiteral("import"), real.folder() + QStringLiteral("/lead.xml")}).status, 0);
    QCOMPARE(real.run(words("init --demo 5")).status, 1);
    QCOMPARE(real.json(words("check")).value(QStringLiteral("customers")).toInt(), 1);
}

void CliTest::theClockIsSetInATrainingDatabaseOnly()
{
    Program real;
    QCOMPARE(real.run(words("init")).status, 0);
    real.at(Morning);
    const Answer refused = real.run(words("queue"));
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.isOneLineRefusal() && refused.err.contains(QStringLiteral("--training")), qPrintable(refused.err));
    QCOMPARE(m_world.json(words("queue")).value(QStringLiteral("now")).toString(), Morning);
}

void CliTest::aStoreWithAHistoryNeverBecomesATrainingStore()
{
    Program real;
    QCOMPARE(real.run(words("init")).status, 0);
    QVERIFY(write(real.folder() + QStringLiteral("/lead.xml"), Adf));
    QCOMPARE(real.run({QStringLiteral("import"), real.folder() + QStringLiteral("/lead.xml")}).status, 0);
    const Answer refused = real.run(words("init --training"));
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.isOneLineRefusal(), qPrintable(refused.err));
    QCOMPARE(real.json(words("init")).value(QStringLiteral("training")).toBool(true), false);
    QCOMPARE(m_world.json(words("init --training")).value(QStringLiteral("training")).toBool(), true); // one is one already

    Program empty;
    QCOMPARE(empty.run(words("init")).status, 0);
    QCOMPARE(empty.json(words("init --training")).value(QStringLiteral("training")).toBool(), true);
}

void CliTest::aRefusedInitLeavesNoTrainingMark()
{
    Program program;
    const QStringList rooftop{QStringLiteral("--rooftop"), QStringLiteral("Example Motors"), QStringLiteral("--zone"),
                              QStringLiteral("America/Denver")};
    QCOMPARE(program.run(words("init") + rooftop).status, 0);
    for (const QStringList &more : {rooftop, words("--demo 5"), words("--at never")}) {
        QCOMPARE(program.run(words("init --training") + more).status, 1);
        QCOMPARE(program.json(words("init")).value(QStringLiteral("training")).toBool(true), false);
    }
}

void CliTest::theDemoWorldIsClean()
{
    const QJsonObject report = m_world.json(words("check"));
    QCOMPARE(report.value(QStringLiteral("clean")).toBool(), true);
    QCOMPARE(report.value(QStringLiteral("differences")).toInt(-1), 0);
    QVERIFY(report.value(QStringLiteral("customers")).toInt() >= 55); // some come twice and are joined
    QVERIFY(report.value(QStringLiteral("events")).toInt() > 200);
}

void CliTest::theQueueTellsWhoAndWhy()
{
    const QJsonObject queue = m_world.json(words("queue --limit 5"));
    const QJsonArray next = queue.value(QStringLiteral("next")).toArray();
    QVERIFY(!next.isEmpty() && next.size() <= 5);
    for (const QJsonValue &item : next) {
        QVERIFY(!item[QStringLiteral("lead")].toString().isEmpty());
        QVERIFY(!item[QStringLiteral("customer")][QStringLiteral("name")].toString().isEmpty());
        QVERIFY(words("call text email note visit social").contains(item[QStringLiteral("medium")].toString()));
        QVERIFY(!item[QStringLiteral("why")].toArray().isEmpty());
    }
}

void CliTest::nextHandsOutOnePersonWithReasonsAndNextAgainAnother()
{
    const QJsonObject first = m_world.json({QStringLiteral("next"), QStringLiteral("--as"), m_agent});
    QVERIFY(!first.value(QStringLiteral("lead")).toString().isEmpty());
    QVERIFY(!first.value(QStringLiteral("customer"))[QStringLiteral("name")].toString().isEmpty());
    for (const char *key : {"medium", "purpose", "result"})
        QVERIFY2(!first.value(QStringLiteral("step"))[QLatin1String(key)].toString().isEmpty(), key);
    QVERIFY(!first.value(QStringLiteral("why")).toArray().isEmpty());
    const QJsonObject second = m_world.json({QStringLiteral("next"), QStringLiteral("--as"), m_agent});
    QVERIFY(second.value(QStringLiteral("customer"))[QStringLiteral("id")] != first.value(QStringLiteral("customer"))[QStringLiteral("id")]);
}

void CliTest::recordWritesAnAttemptThatHistoryShows()
{
    const QString lead = claimed(m_agent);
    const QJsonObject receipt = record(lead, {QStringLiteral("--medium"), QStringLiteral("call"), QStringLiteral("--outcome"),
                                              QStringLiteral("voicemail"), QStringLiteral("--note"), QStringLiteral("Left a \"warm\" message"),
                                              QStringLiteral("--answer"), QStringLiteral("trade=no = none")});
    QCOMPARE(receipt.value(QStringLiteral("confirmed")).toBool(), true);
    const QString id = receipt.value(QStringLiteral("event")).toString();
    QVERIFY(!id.isEmpty());

    const QJsonObject history = m_world.json({QStringLiteral("history"), lead});
    QCOMPARE(history.value(QStringLiteral("lead")).toString(), lead);
    QJsonObject event;
    for (const QJsonValue &value : history.value(QStringLiteral("events")).toArray())
        if (value[QStringLiteral("id")] == id)
            event = value.toObject();
    QCOMPARE(event.value(QStringLiteral("kind")).toString(), QStringLiteral("attempt"));
    QCOMPARE(event.value(QStringLiteral("medium")).toString(), QStringLiteral("call"));
    QCOMPARE(event.value(QStringLiteral("direction")).toString(), QStringLiteral("out"));
    QCOMPARE(event.value(QStringLiteral("outcome")).toString(), QStringLiteral("voicemail"));
    QCOMPARE(event.value(QStringLiteral("occurred_at")).toString(), Morning);
    QCOMPARE(event.value(QStringLiteral("actor")).toString(), m_agent);
    const QJsonObject body = event.value(QStringLiteral("body")).toObject();
    QCOMPARE(body.value(QStringLiteral("note")).toString(), QStringLiteral("Left a \"warm\" message"));
    QCOMPARE(body.value(QStringLiteral("answers"))[QStringLiteral("trade")].toString(), QStringLiteral("no = none"));
}

void CliTest::outcomesAreUnderstoodInAnySpelling()
{
    for (const QString &spelling : {QStringLiteral("no_answer"), QStringLiteral("no-answer"), QStringLiteral("No answer")}) {
        const QString lead = claimed(m_agent);
        const QString id = record(lead, {QStringLiteral("--medium"), QStringLiteral("call"), QStringLiteral("--outcome"), spelling})
                               .value(QStringLiteral("event")).toString();
        const QJsonArray events = m_world.json({QStringLiteral("history"), lead}).value(QStringLiteral("events")).toArray();
        QCOMPARE(events.last()[QStringLiteral("id")].toString(), id);
        QCOMPARE(events.last()[QStringLiteral("outcome")].toString(), QStringLiteral("no_answer"));
    }
}

void CliTest::aPromiseIsKeptAtTheTimePromised()
{
    const QString promised = QStringLiteral("2026-03-11T19:00:00Z");
    const QJsonObject receipt = record(claimed(m_agent), {QStringLiteral("--medium"), QStringLiteral("call"), QStringLiteral("--outcome"),
                                                          QStringLiteral("call_back"), QStringLiteral("--next-at"), promised});
    QCOMPARE(receipt.value(QStringLiteral("next"))[QStringLiteral("due_at")].toString(), promised);
    QCOMPARE(receipt.value(QStringLiteral("next"))[QStringLiteral("band")].toString(), QStringLiteral("promise"));

    const Answer past = m_world.run({QStringLiteral("record"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), claimed(m_agent),
                                     QStringLiteral("--medium"), QStringLiteral("call"), QStringLiteral("--outcome"),
                                     QStringLiteral("call_back"), QStringLiteral("--next-at"), QStringLiteral("2026-03-09 10:00")});
    QCOMPARE(past.status, 1);
    QVERIFY2(past.isOneLineRefusal(), qPrintable(past.err));
}

void CliTest::releaseGivesThePersonBack()
{
    const QString lead = claimed(m_agent);
    const QStringList release{QStringLiteral("release"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead};
    QCOMPARE(m_world.json(release).value(QStringLiteral("released")).toBool(), true);
    QCOMPARE(claimed(m_agent), lead); // still the next one
    QString other, name;
    for (const QJsonValue &user : m_world.json(words("user list")).value(QStringLiteral("users")).toArray()) {
        if (user[QStringLiteral("login")] == m_agent)
            name = user[QStringLiteral("name")].toString();
        else
            other = user[QStringLiteral("login")].toString();
    }
    const Answer theirs = m_world.run({QStringLiteral("release"), QStringLiteral("--as"), other, QStringLiteral("--lead"), lead});
    QCOMPARE(theirs.status, 1);
    QVERIFY2(theirs.isOneLineRefusal() && theirs.err.contains(name + QStringLiteral(" has had them in hand since ")) && theirs.err.contains(QStringLiteral("Nothing was changed")),
             qPrintable(theirs.err));
    QCOMPARE(m_world.run(release).out, QStringLiteral("Given back.\n")); // they had it still
    const Answer again = m_world.run(release);
    QCOMPARE(again.status, 0);
    QCOMPARE(again.out, QStringLiteral("Nobody has them in hand. Nothing was changed.\n"));
}

void CliTest::anAttemptOnSomebodyElsesCustomerIsKeptAndSaidAloud()
{
    QString other;
    for (const QJsonValue &user : m_world.json(words("user list")).value(QStringLiteral("users")).toArray())
        if (user[QStringLiteral("login")] != m_agent)
            other = user[QStringLiteral("login")].toString();
    const QString lead = claimed(other);
    const Answer answer = m_world.run({QStringLiteral("record"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead,
                                       QStringLiteral("--medium"), QStringLiteral("email"), QStringLiteral("--outcome"),
                                       QStringLiteral("sent"), QStringLiteral("--keep"), QStringLiteral("Sent from the CRM"), QStringLiteral("--json")});
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.json().value(QStringLiteral("event")).toString().isEmpty());
    QVERIFY2(answer.err.contains(QStringLiteral("has this customer now")), qPrintable(answer.err));
    QCOMPARE(m_world.run({QStringLiteral("release"), QStringLiteral("--as"), other, QStringLiteral("--lead"), lead}).status, 0);
}

void CliTest::explainSaysForEachMediumWhyOrWhyNot()
{
    const QString lead = m_world.json(words("queue")).value(QStringLiteral("next"))[0][QStringLiteral("lead")].toString();
    Program night;
    QStringList media;
    bool callBlocked = false;
    const Answer answer = Program::runBare({QStringLiteral("explain"), lead, QStringLiteral("--json"), QStringLiteral("--db"), m_world.file(),
                                            QStringLiteral("--at"), QStringLiteral("2026-03-11T08:00:00Z")}); // night from coast to coast
    for (const QJsonValue &medium : answer.json().value(QStringLiteral("media")).toArray()) {
        media << medium[QStringLiteral("medium")].toString();
        const bool allowed = medium[QStringLiteral("allowed")].toBool();
        QCOMPARE(allowed, medium[QStringLiteral("verdict")] != QStringLiteral("blocked"));
        QVERIFY(allowed || !medium[QStringLiteral("reason")].toString().isEmpty());
        callBlocked = callBlocked || (medium[QStringLiteral("medium")] == QStringLiteral("call") && !allowed);
    }
    QCOMPARE(media, words("call text email note visit social"));
    QVERIFY(callBlocked);
    QVERIFY(!answer.json().value(QStringLiteral("next"))[QStringLiteral("due_at")].toString().isEmpty());
}

void CliTest::unknownPeopleAndLeadsAreRefusedWithWhatToDo()
{
    const Answer stranger = m_world.run(words("next --as nobody"));
    QCOMPARE(stranger.status, 1);
    QVERIFY2(stranger.isOneLineRefusal() && stranger.err.contains(m_agent), qPrintable(stranger.err));
    for (const char *line : {"history ffffff", "explain abc", "history not-a-lead-at-all"}) {
        const Answer lost = m_world.run(words(line));
        QCOMPARE(lost.status, 1);
        QVERIFY2(lost.isOneLineRefusal(), qPrintable(lost.err));
    }
    const QString lead = claimed(m_agent);
    QCOMPARE(m_world.json({QStringLiteral("history"), lead.left(24)}).value(QStringLiteral("lead")).toString(), lead);
}

void CliTest::checkFindsAndMendsWhatWasTamperedWith()
{
    Program program;
    program.at(Morning);
    QCOMPARE(program.run(words("init --demo 20 --training")).status, 0);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        db.setDatabaseName(program.file());
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(QStringLiteral("UPDATE lead SET attempts = attempts + 1 WHERE id = (SELECT min(id) FROM lead)")));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
    const QJsonObject found = program.json(words("check"), 4);
    QCOMPARE(found.value(QStringLiteral("clean")).toBool(true), false);
    QVERIFY(!found.value(QStringLiteral("findings")).toArray().isEmpty());
    const QJsonObject mended = program.json(words("check --repair"));
    QCOMPARE(mended.value(QStringLiteral("repaired")).toInt(), 1);
    QCOMPARE(program.json(words("check")).value(QStringLiteral("clean")).toBool(), true);
}

void CliTest::aLeadIsClosedWithAReason()
{
    const QString lead = claimed(m_agent);
    const QStringList close{QStringLiteral("close"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead, QStringLiteral("--status")};
    QCOMPARE(m_world.run(close + words("gone")).status, 2);
    const Answer unsaid = m_world.run(close + words("lost"));
    QCOMPARE(unsaid.status, 2);
    QVERIFY2(unsaid.isOneLineRefusal(), qPrintable(unsaid.err));
    const QStringList lost = close + QStringList{QStringLiteral("lost"), QStringLiteral("--reason"), QStringLiteral("moved away")};
    QCOMPARE(m_world.json(lost).value(QStringLiteral("status")).toString(), QStringLiteral("lost"));
    QCOMPARE(m_world.json({QStringLiteral("explain"), lead}).value(QStringLiteral("status")).toString(), QStringLiteral("lost"));
    QCOMPARE(m_world.run(lost).status, 1); // it is closed already
}

void CliTest::anOutcomeThatDoesNotFitItsMediumIsRefused()
{
    const QString lead = claimed(m_agent);
    const Answer refused = m_world.run({QStringLiteral("record"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead, QStringLiteral("--medium"),
                                        QStringLiteral("email"), QStringLiteral("--outcome"), QStringLiteral("voicemail")});
    QVERIFY2(refused.status == 1 && refused.isOneLineRefusal(), qPrintable(refused.err));
    QCOMPARE(m_world.run({QStringLiteral("release"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead}).status, 0);
}

void CliTest::peopleAreAddedChangedAndDisabled()
{
    Program program;
    QCOMPARE(program.run({QStringLiteral("init"), QStringLiteral("--rooftop"), QStringLiteral("Example Motors"),
                          QStringLiteral("--zone"), QStringLiteral("America/Denver")}).status, 0);
    const QJsonObject added = program.json({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("dana"),
                                            QStringLiteral("--name"), QStringLiteral("Dana Example")});
    QCOMPARE(added.value(QStringLiteral("user"))[QStringLiteral("role")].toString(), QStringLiteral("agent"));
    QCOMPARE(program.run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("dana"), QStringLiteral("--name"),
                          QStringLiteral("Other")}).status, 1);
    QCOMPARE(program.run(words("user role dana manager")).status, 0);
    const QJsonObject people = program.json(words("user list"));
    QCOMPARE(people.value(QStringLiteral("users"))[0][QStringLiteral("role")].toString(), QStringLiteral("manager"));
    QCOMPARE(program.run(words("user disable dana")).status, 0);
    QCOMPARE(program.json(words("user list")).value(QStringLiteral("users")).toArray().size(), 0);
    QCOMPARE(program.json(words("user list --all")).value(QStringLiteral("users"))[0][QStringLiteral("active")].toBool(true), false);
    QCOMPARE(program.run(words("next --as dana")).status, 1);
    QCOMPARE(program.run(words("user enable dana")).status, 0);
    QCOMPARE(program.json(words("next --as dana")).value(QStringLiteral("lead")).isNull(), true);
    QCOMPARE(program.run(words("user role nobody agent")).status, 1);
}

void CliTest::leadsOfWhoLeftAreHandedToOthers()
{
    Program program;
    program.at(Morning);
    QCOMPARE(program.run(words("init --demo 150 --seed 7 --training")).status, 0);
    QString login, lead;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("owned"));
        db.setDatabaseName(program.file());
        QVERIFY(db.open());
        QSqlQuery query(db); // somebody's own, due long before the morning, on a step nothing holds back
        QVERIFY(query.exec(QStringLiteral("SELECT owner, lead_id FROM queue WHERE owner <> '' AND band < 9 "
                                          "AND due_at < 1773100000000000 ORDER BY band, due_at LIMIT 1")));
        QVERIFY(query.next());
        login = query.value(0).toString();
        lead = query.value(1).toString();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("owned"));
    QString other;
    for (const QJsonValue &user : program.json(words("user list")).value(QStringLiteral("users")).toArray())
        if (user[QStringLiteral("login")] != login)
            other = user[QStringLiteral("login")].toString();

    const int before = program.json(words("check")).value(QStringLiteral("events")).toInt();
    const int freed = program.json({QStringLiteral("user"), QStringLiteral("disable"), login}).value(QStringLiteral("freed")).toInt();
    QVERIFY(freed >= 1);
    const QJsonObject report = program.json(words("check"));
    QCOMPARE(report.value(QStringLiteral("clean")).toBool(), true);
    QCOMPARE(report.value(QStringLiteral("events")).toInt(), before + freed);
    const QJsonValue last = program.json({QStringLiteral("history"), lead}).value(QStringLiteral("events")).toArray().last();
    QCOMPARE(last[QStringLiteral("kind")].toString(), QStringLiteral("assigned"));
    QVERIFY(last[QStringLiteral("body")][QStringLiteral("reason")].toString().contains(login));

    QStringList handedOut;
    do
        handedOut << program.json({QStringLiteral("next"), QStringLiteral("--as"), other}).value(QStringLiteral("lead")).toString();
    while (handedOut.last() != lead && !handedOut.last().isEmpty());
    QCOMPARE(handedOut.last(), lead);
}

void CliTest::everyCommandAnswersPeopleInWords()
{
    const QString lead = claimed(m_agent);
    const QVector<QStringList> lines = {words("queue --limit 3"),
                                        words("user list"),
                                        words("check"),
                                        {QStringLiteral("history"), lead},
                                        {QStringLiteral("explain"), lead},
                                        {QStringLiteral("next"), QStringLiteral("--as"), m_agent},
                                        {QStringLiteral("release"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead}};
    for (const QStringList &line : lines) {
        const Answer answer = m_world.run(line);
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        QVERIFY2(!answer.out.isEmpty() && answer.out.endsWith(QLatin1Char('\n')), qPrintable(line.join(QLatin1Char(' '))));
        QVERIFY2(!answer.out.contains(QStringLiteral("%1")) && !answer.out.startsWith(QLatin1Char('{')), qPrintable(answer.out));
        QVERIFY(answer.err.isEmpty());
    }
}

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
