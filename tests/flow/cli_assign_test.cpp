#include "program.h"

#include <QJsonArray>
#include <QTest>

// Leads given to somebody by a manager, and the manager's day, from a terminal.
class CliAssignTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aLeadIsGivenAndGivenBack();
    void onlyAManagerGives();
    void wrongUsageIsToldApart_data();
    void wrongUsageIsToldApart();
    void theDayOfAManager();
    void theDayIsForManagers();

private:
    QStringList assign(const char *line) const
    {
        return words((QByteArray("assign --as kim ") + line).constData()) << QStringLiteral("--lead") << m_lead;
    }
    static QStringList because(QStringList line) { return line << QStringLiteral("--reason") << QStringLiteral("They asked for her"); }
    QJsonObject last() const { return m_store->json({QStringLiteral("history"), m_lead}).value(QStringLiteral("events")).toArray().last().toObject(); }

    std::unique_ptr<Program> m_store;
    QString m_lead;
};

void CliAssignTest::init()
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
}

void CliAssignTest::aLeadIsGivenAndGivenBack()
{
    const QJsonObject given = m_store->json(because(assign("--to ann")));
    QCOMPARE(given.value(QStringLiteral("changed")).toInt(), 1);
    QCOMPARE(given.value(QStringLiteral("events")).toArray().size(), 1);
    QVERIFY(given.value(QStringLiteral("confirmed")).toBool());
    QCOMPARE(last().value(QStringLiteral("kind")).toString(), QStringLiteral("assigned"));
    QCOMPARE(last().value(QStringLiteral("body")).toObject().value(QStringLiteral("to")).toString(), QStringLiteral("ann"));
    const QJsonObject again = m_store->json(because(assign("--to ann")), 1); // refused: nothing would be different
    QCOMPARE(again.value(QStringLiteral("changed")).toInt(), 0);
    QCOMPARE(again.value(QStringLiteral("left")).toInt(), 1);
    QCOMPARE(m_store->json(assign("--undo")).value(QStringLiteral("undone")).toInt(), 1);
    QCOMPARE(last().value(QStringLiteral("kind")).toString(), QStringLiteral("corrected"));
    QCOMPARE(m_store->json(assign("--undo"), 1).value(QStringLiteral("undone")).toInt(), 0);
    QCOMPARE(m_store->run(because(assign("--to ann"))).out, QStringLiteral("1 lead given to ann.\n"));
    QCOMPARE(m_store->run(because(assign("--to anybody"))).out, QStringLiteral("1 lead given to anybody.\n"));
    QVERIFY(m_store->json(words("check")).value(QStringLiteral("clean")).toBool());
}

void CliAssignTest::onlyAManagerGives()
{
    const QStringList byAnn = words("assign --as ann --to ann --lead") << m_lead;
    const Answer refused = m_store->run(because(byAnn));
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.isOneLineRefusal());
    const Answer stranger = m_store->run(because(assign("--to amy")));
    QCOMPARE(stranger.status, 1);
    QVERIFY2(stranger.isOneLineRefusal() && stranger.err.contains(QStringLiteral("ann, kim")), qPrintable(stranger.err));
    QCOMPARE(m_store->run(because(words("assign --as kim --to ann --lead ffffff"))).status, 1);
    QCOMPARE(last().value(QStringLiteral("kind")).toString(), QStringLiteral("lead_arrived"));
}

void CliAssignTest::wrongUsageIsToldApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("nobody gets them") << "assign --as kim --lead aaaaaa --reason why" << "--to";
    QTest::newRow("no reason") << "assign --as kim --lead aaaaaa --to ann" << "--reason";
    QTest::newRow("no lead") << "assign --as kim --to ann --reason why" << "--lead";
    QTest::newRow("nobody does it") << "assign --lead aaaaaa --to ann --reason why" << "--as";
}

void CliAssignTest::wrongUsageIsToldApart()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const Answer answer = m_store->run(words(qPrintable(line)));
    QCOMPARE(answer.status, 2);
    QVERIFY2(answer.isOneLineRefusal() && answer.err.contains(says), qPrintable(answer.err));
}

void CliAssignTest::theDayOfAManager()
{
    QCOMPARE(m_store->run(because(assign("--to kim"))).status, 0);
    m_store->at(QStringLiteral("2026-03-10T16:09:00Z"));
    const QJsonObject day = m_store->json(words("report today kim"));
    QCOMPARE(day.value(QStringLiteral("report")).toString(), QStringLiteral("today"));
    QCOMPARE(day.value(QStringLiteral("touches")).toInt(), 0);
    QVERIFY(day.value(QStringLiteral("planned")).isNull());
    QCOMPARE(day.value(QStringLiteral("new_waiting")).toInt(), 1);
    QCOMPARE(day.value(QStringLiteral("longest")).toString(), QStringLiteral("2026-03-10T16:00:00Z"));
    const QJsonObject need = day.value(QStringLiteral("needs")).toArray().first().toObject();
    QCOMPARE(need.value(QStringLiteral("kind")).toString(), QStringLiteral("new_leads"));
    QCOMPARE(need.value(QStringLiteral("detail")).toString(), QStringLiteral("Robin Testerly 9 min"));
    QCOMPARE(need.value(QStringLiteral("leads")).toArray(), QJsonArray{m_lead});
    const QJsonArray people = day.value(QStringLiteral("people")).toArray();
    QCOMPARE(people.size(), 2);
    QCOMPARE(people[1].toObject().value(QStringLiteral("holds")).toInt(), 1);
    const Answer csv = m_store->run(words("report today kim --format csv"));
    QCOMPARE(csv.out.count(QStringLiteral("\r\n")), 1 + 12 + 1 + 2); // names, numbers, a need, people
    QVERIFY(csv.out.contains(QStringLiteral("tile,new_waiting,1,")));
    const Answer text = m_store->run(words("report today kim"));
    QVERIFY(text.out.contains(QStringLiteral("1 new lead, not contacted yet")));
}

void CliAssignTest::theDayIsForManagers()
{
    QVERIFY(m_store->run(words("report today")).isOneLineRefusal());     // whose?
    QVERIFY(m_store->run(words("report today ann")).isOneLineRefusal()); // an agent's
}

QTEST_GUILESS_MAIN(CliAssignTest)
#include "cli_assign_test.moc"
