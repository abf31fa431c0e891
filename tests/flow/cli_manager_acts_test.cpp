#include "program.h"

#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>

// What a manager does with leads from a terminal: nudge, another plan, a note to who works them, the load; and that taken back.
class CliManagerActsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aLeadIsNudgedAndNotAnyMore();
    void aLeadIsPutOnAnotherPlanAndBack();
    void aNoteIsReadByWhoHoldsTheLead();
    void onlyAManagerActs_data();
    void onlyAManagerActs();
    void wrongUsageIsToldApart_data();
    void wrongUsageIsToldApart();
    void theLoadIsProposed();
    void whatBreaksOffMidwayIsNamed();

private:
    bool runBeside(const QString &sql) const;
    QStringList of(const char *line) const { return words(line) << m_lead; }
    static QStringList with(QStringList line, const char *option, const char *value)
    {
        return line << QString::fromUtf8(option) << QString::fromUtf8(value);
    }
    QStringList nudge() const { return with(of("nudge --as kim"), "--reason", "They asked twice"); }
    QStringList switched(const char *plan = "re-engagement") const
    {
        return with(with(of("switch-plan --as kim"), "--plan", plan), "--reason", "They wait for the new model");
    }
    QStringList coach() const { return with(of("coach --as kim"), "--text", "Ask about the trade"); }
    QJsonObject last() const { return m_store->json({QStringLiteral("history"), m_lead}).value(QStringLiteral("events")).toArray().last().toObject(); }
    QString kind() const { return last().value(QStringLiteral("kind")).toString(); }
    QString body(const char *key) const { return last().value(QStringLiteral("body")).toObject().value(QLatin1String(key)).toString(); }
    QJsonObject explained() const { return m_store->json({QStringLiteral("explain"), m_lead}); }
    QString why() const { return explained().value(QStringLiteral("why")).toVariant().toStringList().join(QLatin1Char('\n')); }
    // One sentence, one reason, refused.
    void isNothingDone(const QStringList &line, const char *says) const
    {
        const Answer answer = m_store->run(line);
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.err, QStringLiteral("beback: %1\n").arg(QLatin1String(says)));
        QVERIFY(answer.out.isEmpty());
    }
    bool isClean() const { return m_store->json(words("check")).value(QStringLiteral("clean")).toBool(); }

    std::unique_ptr<Program> m_store;
    QString m_lead;
};

void CliManagerActsTest::init()
{
    m_store = std::make_unique<Program>();
    m_store->at(QStringLiteral("2026-03-10T16:00:00Z"));
    QCOMPARE(m_store->run(words("init --training --rooftop Example --zone America/Chicago")).status, 0);
    QCOMPARE(m_store->run(words("user add ann --name Ann")).status, 0);
    QCOMPARE(m_store->run(words("user add kim --name Kim --role manager")).status, 0);
    const QString adf = m_store->folder() + QStringLiteral("/lead.adf");
    QVERIFY(write(adf, Adf));
    m_lead = m_store->json({QStringLiteral("import"), adf}).value(QStringLiteral("items")).toArray().first().toObject().value(QStringLiteral("lead")).toString();
    QVERIFY(!m_lead.isEmpty());
    QCOMPARE(m_store->run(with(of("assign --as kim --to ann --lead"), "--reason", "She knows them")).status, 0);
}

void CliManagerActsTest::aLeadIsNudgedAndNotAnyMore()
{
    const QJsonObject asked = m_store->json(nudge());
    QCOMPARE(asked.value(QStringLiteral("changed")).toInt(), 1);
    QCOMPARE(asked.value(QStringLiteral("left")).toInt(), 0);
    QCOMPARE(asked.value(QStringLiteral("events")).toArray().size(), 1);
    QCOMPARE(kind(), QStringLiteral("nudged"));
    QCOMPARE(body("to"), QStringLiteral("ann"));
    QCOMPARE(body("reason"), QStringLiteral("They asked twice"));
    QVERIFY2(why().contains(QStringLiteral("Kim asks you to work this one: They asked twice")), qPrintable(why()));
    QCOMPARE(m_store->json(nudge(), 1).value(QStringLiteral("left")).toInt(), 1); // asked for already
    isNothingDone(nudge(), "Nothing was changed. Left as they were: 1 nudged already, for this reason.");
    QCOMPARE(m_store->run(of("nudge --as kim --undo")).out, QStringLiteral("1 lead is not asked for any more.\n"));
    QVERIFY(!why().contains(QStringLiteral("asks you")));
    QCOMPARE(m_store->json(of("nudge --as kim --undo"), 1).value(QStringLiteral("undone")).toInt(), 0);
    isNothingDone(of("nudge --as kim --undo"), "Nothing was taken back: nothing of this kind stands there.");
    QCOMPARE(m_store->run(nudge()).out, QStringLiteral("1 lead is to be worked now.\n"));
    QVERIFY(isClean());
}

void CliManagerActsTest::aLeadIsPutOnAnotherPlanAndBack()
{
    const QString before = explained().value(QStringLiteral("next")).toObject().value(QStringLiteral("purpose")).toString();
    QCOMPARE(m_store->run(switched()).out, QStringLiteral("1 lead begins on the plan re-engagement.\n"));
    QCOMPARE(kind(), QStringLiteral("plan_chosen"));
    QCOMPARE(body("plan"), QStringLiteral("re-engagement"));
    QCOMPARE(body("reason"), QStringLiteral("They wait for the new model"));
    isNothingDone(switched(), "Nothing was changed. Left as they were: 1 on that plan already.");
    const Answer gone = m_store->run(switched("gone"));
    QCOMPARE(gone.status, 1);
    QVERIFY2(gone.isOneLineRefusal() && gone.err.contains(QStringLiteral("re-engagement")), qPrintable(gone.err)); // those there are
    QCOMPARE(m_store->run(of("switch-plan --as kim --undo")).status, 0);
    QCOMPARE(explained().value(QStringLiteral("next")).toObject().value(QStringLiteral("purpose")).toString(), before);
    QVERIFY(isClean());
}

void CliManagerActsTest::aNoteIsReadByWhoHoldsTheLead()
{
    QCOMPARE(m_store->run(coach()).out, QStringLiteral("A note stands at 1 lead.\n"));
    QCOMPARE(kind(), QStringLiteral("noted"));
    QCOMPARE(body("to"), QStringLiteral("ann"));
    QVERIFY(last().value(QStringLiteral("body")).toObject().value(QStringLiteral("coach")).toBool());
    const QJsonObject next = m_store->json(words("next --as ann"));
    QCOMPARE(next.value(QStringLiteral("lead")).toString(), m_lead);
    QCOMPARE(next.value(QStringLiteral("coach")).toArray(), QJsonArray{QStringLiteral("Coach note from Kim: Ask about the trade")});
    QCOMPARE(m_store->run(of("coach --as kim --undo")).out, QStringLiteral("1 note taken back.\n"));
    QCOMPARE(m_store->run(of("release --as ann --lead")).status, 0);
    QVERIFY(m_store->json(words("next --as ann")).value(QStringLiteral("coach")).toArray().isEmpty());
    isNothingDone(with(coach(), "--to", "kim"), "Nothing was changed. Left as they were: 1 never worked by whom the note is for.");
    QCOMPARE(m_store->run(coach()).status, 0);
    isNothingDone(coach(), "Nothing was changed. Left as they were: 1 with the same note already.");
    QCOMPARE(m_store->run(with(of("assign --as kim --to anybody --lead"), "--reason", "She left")).status, 0);
    isNothingDone(with(of("assign --as kim --to anybody --lead"), "--reason", "She left"), "Nothing was changed. Left as they were: 1 given so already.");
    isNothingDone(with(of("coach --as kim"), "--text", "For nobody"), "Nothing was changed. Left as they were: 1 held by nobody the note could go to.");
    QVERIFY(isClean());
}

void CliManagerActsTest::onlyAManagerActs_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::newRow("nudge") << (words("nudge --as ann --reason why"));
    QTest::newRow("plan") << (words("switch-plan --as ann --plan re-engagement --reason why"));
    QTest::newRow("coach") << (words("coach --as ann --text why"));
    QTest::newRow("undo") << (words("nudge --as ann --undo"));
}

void CliManagerActsTest::onlyAManagerActs()
{
    QFETCH(QStringList, line);
    const Answer refused = m_store->run(line << m_lead);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.isOneLineRefusal() && refused.err.contains(QStringLiteral("manager")), qPrintable(refused.err));
    QCOMPARE(kind(), QStringLiteral("assigned"));
}

void CliManagerActsTest::wrongUsageIsToldApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("nudge: no reason") << "nudge --as kim aaaaaa" << "--reason";
    QTest::newRow("nudge: no lead") << "nudge --as kim --reason why" << "LEAD";
    QTest::newRow("nudge: nobody does it") << "nudge --reason why aaaaaa" << "--as";
    QTest::newRow("plan: none") << "switch-plan --as kim --reason why aaaaaa" << "--plan";
    QTest::newRow("plan: no reason") << "switch-plan --as kim --plan re-engagement aaaaaa" << "--reason";
    QTest::newRow("coach: no text") << "coach --as kim --to ann aaaaaa" << "--text";
    QTest::newRow("balance: no reason") << "balance --as kim --apply" << "--reason";
}

void CliManagerActsTest::wrongUsageIsToldApart()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const Answer answer = m_store->run(words(qPrintable(line)));
    QCOMPARE(answer.status, 2);
    QVERIFY2(answer.isOneLineRefusal() && answer.err.contains(says), qPrintable(answer.err));
}

void CliManagerActsTest::theLoadIsProposed()
{
    const QJsonObject balance = m_store->json(words("balance --as kim"));
    QVERIFY(!balance.value(QStringLiteral("known")).toBool(true)); // nobody has worked here for three days
    QVERIFY(balance.value(QStringLiteral("moves")).toArray().isEmpty());
    QVERIFY(m_store->run(words("balance --as kim")).out.contains(QStringLiteral("not known yet")));
    QCOMPARE(m_store->run(words("balance --as ann")).status, 1);
}

// On a connection of its own, as another program would.
bool CliManagerActsTest::runBeside(const QString &sql) const
{
    bool done = false;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("beside"));
        other.setDatabaseName(m_store->file());
        done = other.open() && QSqlQuery(other).exec(sql);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("beside"));
    return done;
}

// Acts take people in the order of their ids: nothing can be written about the second of three.
void CliManagerActsTest::whatBreaksOffMidwayIsNamed()
{
    QMap<QString, QString> leads; // by person
    for (int i = 0; i < 3; ++i) {
        const QString adf = m_store->folder() + QStringLiteral("/more.adf");
        QVERIFY(write(adf, QString::fromUtf8(Adf)
                               .replace(QLatin1String("4711"), QString::number(5000 + i))
                               .replace(QLatin1String("Robin"), QStringLiteral("Person%1").arg(QLatin1Char(char('A' + i))))
                               .replace(QLatin1String("robin.testerly"), QStringLiteral("person%1").arg(i))
                               .replace(QLatin1String("312-555-0147"), QStringLiteral("312-555-016%1").arg(i))
                               .toUtf8()));
        const QJsonObject item = m_store->json({QStringLiteral("import"), adf}).value(QStringLiteral("items")).toArray().first().toObject();
        leads.insert(item.value(QStringLiteral("customer")).toString(), item.value(QStringLiteral("lead")).toString());
    }
    QCOMPARE(leads.size(), 3);
    const QString middle = leads.keys().at(1);
    QVERIFY(runBeside(QStringLiteral("CREATE TRIGGER broken BEFORE INSERT ON event WHEN NEW.customer_id = '%1' BEGIN SELECT RAISE(ABORT, 'broken'); END").arg(middle)));
    const QStringList line = words("nudge --as kim --reason now") << leads.values();
    const Answer broken = m_store->run(line);
    QCOMPARE(broken.status, 1);
    QVERIFY2(broken.err.startsWith(QLatin1String("beback: 1 of 3 were done; then: ")), qPrintable(broken.err));
    QCOMPARE(broken.err.count(QLatin1Char('\n')), 1);
    QCOMPARE(broken.out, QStringLiteral("1 lead is to be worked now.\n  %1\n").arg(leads.first()));

    const QJsonObject json = m_store->json(words("nudge --as kim --reason soon") << leads.values(), 1);
    QCOMPARE(json.value(QStringLiteral("changed")).toInt(), 1);
    QCOMPARE(json.value(QStringLiteral("events")).toArray().size(), 1);
    QCOMPARE(json.value(QStringLiteral("leads")).toArray(), QJsonArray{leads.first()});
    QVERIFY(!json.value(QStringLiteral("broken_off")).toString().isEmpty());

    QVERIFY(runBeside(QStringLiteral("DROP TRIGGER broken")));
    const QJsonObject rest = m_store->json(words("nudge --as kim --reason soon") << leads.values());
    QCOMPARE(rest.value(QStringLiteral("changed")).toInt(), 2);
    QCOMPARE(rest.value(QStringLiteral("left")).toInt(), 1);
    QVERIFY(rest.value(QStringLiteral("broken_off")).isNull());
    QVERIFY(isClean());

    // An undo that breaks off there prints its document as well.
    QVERIFY(runBeside(QStringLiteral("CREATE TRIGGER broken BEFORE INSERT ON event WHEN NEW.customer_id = '%1' BEGIN SELECT RAISE(ABORT, 'broken'); END").arg(middle)));
    const QJsonObject half = m_store->json(words("nudge --as kim --undo") << leads.values(), 1);
    QCOMPARE(half.value(QStringLiteral("undone")).toInt(), 1);
    QVERIFY(!half.value(QStringLiteral("broken_off")).toString().isEmpty());
    QVERIFY(half.contains(QStringLiteral("confirmed")));
    const Answer plain = m_store->run(words("nudge --as kim --undo") << leads.values()); // of the first, the nudge before
    QCOMPARE(plain.status, 1);
    QCOMPARE(plain.out, QString());
    QVERIFY2(plain.err.startsWith(QLatin1String("beback: 1 of 3 were taken back; then: ")), qPrintable(plain.err));
    QVERIFY(runBeside(QStringLiteral("DROP TRIGGER broken")));
    const QJsonObject others = m_store->json(words("nudge --as kim --undo") << leads.values());
    QVERIFY(others.value(QStringLiteral("undone")).toInt() >= 2);
    QVERIFY(others.contains(QStringLiteral("broken_off")) && others.value(QStringLiteral("broken_off")).isNull());
    QVERIFY(isClean());
}

QTEST_GUILESS_MAIN(CliManagerActsTest)
#include "cli_manager_acts_test.moc"
