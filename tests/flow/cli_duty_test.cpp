#include "program.h"

#include <QJsonArray>
#include <QTest>

// What managers have to do themselves, from a terminal.
class CliDutyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void oneIsSetListedAndDone();
    void theSameSetAgainIsSetOnce();
    void whatFollowsFromTheHistoryIsListed();
    void oneIsLeftOutWithAReason();
    void reportsCountThem();
    void wrongUsageIsToldApart_data();
    void wrongUsageIsToldApart();
    void onlyManagersHaveThem_data();
    void onlyManagersHaveThem();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();

private:
    void isRefused(const QStringList &line, const QString &says);
    QJsonArray list() { return m_store->json(words("duty --as kim")).value(QStringLiteral("duties")).toArray(); }
    QString add(const QString &text, const QString &until);

    std::unique_ptr<Program> m_store;
    QString m_lead;
};

void CliDutyTest::init()
{
    m_store = std::make_unique<Program>();
    m_store->at(QStringLiteral("2026-03-10T16:00:00Z")); // a Tuesday, 11 am in Chicago
    QCOMPARE(m_store->run(words("init --training --rooftop Example --zone America/Chicago")).status, 0);
    QCOMPARE(m_store->run(words("user add ann --name Ann")).status, 0);
    QCOMPARE(m_store->run(words("user add kim --name Kim --role manager")).status, 0);
    QCOMPARE(m_store->run(words("user add dana --name Dana --role manager")).status, 0);
    const QString adf = m_store->folder() + QStringLiteral("/lead.adf");
    QVERIFY(write(adf, Adf));
    const QJsonObject imported = m_store->json({QStringLiteral("import"), adf});
    m_lead = imported.value(QStringLiteral("items")).toArray().first().toObject().value(QStringLiteral("lead")).toString();
    QVERIFY(!m_lead.isEmpty());
}

QString CliDutyTest::add(const QString &text, const QString &until)
{
    return m_store->json({QStringLiteral("duty"), QStringLiteral("add"), text, QStringLiteral("--as"), QStringLiteral("kim"), QStringLiteral("--until"), until})
        .value(QStringLiteral("id"))
        .toString();
}

void CliDutyTest::oneIsSetListedAndDone()
{
    const QJsonObject set = m_store->json({QStringLiteral("duty"), QStringLiteral("add"), QStringLiteral("Call about the trade"), QStringLiteral("--as"),
                                           QStringLiteral("kim"), QStringLiteral("--for"), QStringLiteral("dana"), QStringLiteral("--until"),
                                           QStringLiteral("thursday 4 pm"), QStringLiteral("--lead"), m_lead});
    QCOMPARE(set.value(QStringLiteral("due")).toString(), QStringLiteral("2026-03-12T21:00:00Z"));
    QCOMPARE(set.value(QStringLiteral("who")).toString(), QStringLiteral("dana"));
    QCOMPARE(list().size(), 1);
    const QJsonObject duty = list().first().toObject();
    QCOMPARE(duty.value(QStringLiteral("id")), set.value(QStringLiteral("id")));
    QCOMPARE(duty.value(QStringLiteral("kind")).toString(), QStringLiteral("set"));
    QCOMPARE(duty.value(QStringLiteral("text")).toString(), QStringLiteral("Call about the trade"));
    QCOMPARE(duty.value(QStringLiteral("lead")).toString(), m_lead);
    QCOMPARE(duty.value(QStringLiteral("overdue")), QJsonValue(false));
    m_store->at(QStringLiteral("2026-03-12T21:30:00Z"));
    QCOMPARE(list().first().toObject().value(QStringLiteral("overdue")), QJsonValue(true));
    const Answer text = m_store->run(words("duty list --as dana"));
    QVERIFY2(text.out.startsWith(QStringLiteral("! was due 4:00 pm")) && text.out.contains(QStringLiteral("Call about the trade")), qPrintable(text.out));
    const QJsonObject today = m_store->json(words("report today dana"));
    QCOMPARE(today.value(QStringLiteral("duties")).toArray().first().toObject().value(QStringLiteral("id")), set.value(QStringLiteral("id")));
    QCOMPARE(today.value(QStringLiteral("duties_overdue")).toArray().first().toObject().value(QStringLiteral("login")).toString(), QStringLiteral("dana"));
    QCOMPARE(today.value(QStringLiteral("duties")).toArray(), list()); // one and the same
    const Answer csv = m_store->run(words("report today dana --format csv"));
    QVERIFY2(csv.out.contains(QStringLiteral(",2026-03-12T21:00:00Z,1,dana\r\n")), qPrintable(csv.out));
    const QString begins = set.value(QStringLiteral("id")).toString().left(8);
    const QJsonObject done = m_store->json({QStringLiteral("duty"), QStringLiteral("done"), begins, QStringLiteral("--as"), QStringLiteral("dana")});
    QCOMPARE(done.value(QStringLiteral("says")).toString(), QStringLiteral("done"));
    QVERIFY(list().isEmpty());
    const Answer again = m_store->run({QStringLiteral("duty"), QStringLiteral("done"), set.value(QStringLiteral("id")).toString(), QStringLiteral("--as"), QStringLiteral("kim")});
    QCOMPARE(again.status, 1);
    QVERIFY2(again.isOneLineRefusal() && again.err.contains(QStringLiteral("Somebody was first")), qPrintable(again.err));
}

// A script that did not hear the answer asks again.
void CliDutyTest::theSameSetAgainIsSetOnce()
{
    const QStringList line = words("duty add Call --as kim --until 15:00 --id 0198f2c4-0000-7000-8000-000000000001");
    for (int i = 0; i < 2; ++i)
        QCOMPARE(m_store->json(line).value(QStringLiteral("id")).toString(), line.last());
    QCOMPARE(list().size(), 1);
    const Answer other = m_store->run(QStringList(line).replaceInStrings(QStringLiteral("Call"), QStringLiteral("Write")));
    QCOMPARE(other.status, 1);
    QVERIFY2(other.isOneLineRefusal() && other.err.contains(QStringLiteral("with other words")), qPrintable(other.err));
    QCOMPARE(m_store->json(QStringList{QStringLiteral("duty"), QStringLiteral("done"), line.last(), QStringLiteral("--as"), QStringLiteral("kim")}).value(QStringLiteral("says")).toString(),
             QStringLiteral("done"));
}

void CliDutyTest::whatFollowsFromTheHistoryIsListed()
{
    const Answer visit = m_store->run(QStringList{QStringLiteral("record"), QStringLiteral("--as"), QStringLiteral("ann"), QStringLiteral("--lead"), m_lead}
                                      + words("--medium call --outcome no-answer --next-at 15:00"));
    QVERIFY2(visit.status == 0, qPrintable(visit.err));
    QVERIFY(list().isEmpty());
    m_store->at(QStringLiteral("2026-03-11T15:00:00Z")); // nobody called the day before
    QCOMPARE(list().size(), 1);
    const QJsonObject duty = list().first().toObject();
    QCOMPARE(duty.value(QStringLiteral("kind")).toString(), QStringLiteral("promise"));
    QCOMPARE(duty.value(QStringLiteral("id")).toString(), QStringLiteral("promise:%1:2026-03-10").arg(m_lead));
    QCOMPARE(duty.value(QStringLiteral("due")).toString(), QStringLiteral("2026-03-11T17:00:00Z"));
    QVERIFY(duty.value(QStringLiteral("who")).isNull());
    const Answer kept = m_store->run(QStringList{QStringLiteral("record"), QStringLiteral("--as"), QStringLiteral("ann"), QStringLiteral("--lead"), m_lead}
                                     + words("--medium call --outcome no-answer"));
    QVERIFY2(kept.status == 0, qPrintable(kept.err));
    QVERIFY(list().isEmpty()); // that was it
}

void CliDutyTest::oneIsLeftOutWithAReason()
{
    const QString id = add(QStringLiteral("Look at the lot"), QStringLiteral("15:00"));
    const Answer none = m_store->run({QStringLiteral("duty"), QStringLiteral("leave-out"), id, QStringLiteral("--as"), QStringLiteral("kim"), QStringLiteral("--reason"), QStringLiteral(" ")});
    QCOMPARE(none.status, 1);
    QVERIFY2(none.err.contains(QStringLiteral("reason")), qPrintable(none.err));
    const Answer left = m_store->run({QStringLiteral("duty"), QStringLiteral("leave-out"), id, QStringLiteral("--as"), QStringLiteral("kim"), QStringLiteral("--reason"),
                                      QStringLiteral("It rained")});
    QVERIFY2(left.status == 0, qPrintable(left.err));
    QCOMPARE(left.out, QStringLiteral("Left out, and the reason is kept: Look at the lot\n"));
    QVERIFY(list().isEmpty());
    const QString next = add(QStringLiteral("Count the keys"), QStringLiteral("15:00"));
    QCOMPARE(m_store->run({QStringLiteral("duty"), QStringLiteral("done"), next.left(9), QStringLiteral("--as"), QStringLiteral("kim")}).out, QStringLiteral("Done: Count the keys\n"));
}

void CliDutyTest::reportsCountThem()
{
    const QString done = add(QStringLiteral("One"), QStringLiteral("13:00"));
    add(QStringLiteral("Two"), QStringLiteral("14:00"));
    QCOMPARE(m_store->run({QStringLiteral("duty"), QStringLiteral("done"), done, QStringLiteral("--as"), QStringLiteral("kim")}).status, 0);
    m_store->at(QStringLiteral("2026-03-16T16:00:00Z")); // the Monday after
    const Answer chart = m_store->run(words("report duties --format csv"));
    QVERIFY2(chart.status == 0, qPrintable(chart.err));
    QVERIFY2(chart.out.contains(QStringLiteral("not_done")) && chart.out.contains(QStringLiteral("kim")), qPrintable(chart.out));
    const QJsonArray duties = m_store->json(words("report monday kim")).value(QStringLiteral("duties")).toArray();
    QCOMPARE(duties.size(), 1);
    const QJsonObject kim = duties.first().toObject();
    QCOMPARE(kim.value(QStringLiteral("login")).toString(), QStringLiteral("kim"));
    QCOMPARE(kim.value(QStringLiteral("in_time")).toInt(), 1);
    QCOMPARE(kim.value(QStringLiteral("not_done")).toInt(), 1);
    QCOMPARE(kim.value(QStringLiteral("late")).toInt() + kim.value(QStringLiteral("left_out")).toInt(), 0);
}

void CliDutyTest::wrongUsageIsToldApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such thing") << "duty drop x --as kim" << "leave-out";
    QTest::newRow("nothing to do") << "duty add --as kim --until 15:00" << "What is to be done";
    QTest::newRow("no time") << "duty add Call --as kim" << "--until";
    QTest::newRow("a strange time") << "duty add Call --as kim --until whenever" << "is no time";
    QTest::newRow("which one") << "duty done --as kim" << "Which duty";
    QTest::newRow("no reason") << "duty leave-out x --as kim" << "--reason";
}

void CliDutyTest::wrongUsageIsToldApart()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const Answer answer = m_store->run(words(qPrintable(line)));
    QCOMPARE(answer.status, 2);
    QVERIFY2(answer.isOneLineRefusal() && answer.err.contains(says), qPrintable(answer.err));
}

void CliDutyTest::isRefused(const QStringList &line, const QString &says)
{
    const Answer answer = m_store->run(line);
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.isOneLineRefusal() && answer.err.contains(says), qPrintable(answer.out + answer.err));
    QVERIFY(list().isEmpty());
}

void CliDutyTest::onlyManagersHaveThem_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("list") << "duty list --as ann";
    QTest::newRow("add") << "duty add Call --as ann --until 15:00";
    QTest::newRow("done") << "duty done nothing --as ann";
    QTest::newRow("leave out") << "duty leave-out nothing --reason Rain --as ann";
}

void CliDutyTest::onlyManagersHaveThem()
{
    QFETCH(QString, line);
    isRefused(words(qPrintable(line)), QStringLiteral("Duties are for managers. Ask one of yours."));
}

// Of a manager, too.
void CliDutyTest::whatCannotBeIsRefused_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("for an agent") << words("duty add Call --as kim --for ann --until 15:00") << "Ann is no manager. Duties are for managers";
    QTest::newRow("for nobody there is") << words("duty add Call --as kim --for nobody --until 15:00") << "Nobody works here as";
    QTest::newRow("a time that is past") << words("duty add Call --as kim --until") + QStringList{QStringLiteral("2026-03-09 15:00")} << "That time is past";
    QTest::newRow("by another name") << words("duty add Call --as kim --until 15:00 --id call") << "an id of its own (a UUID)";
    QTest::newRow("one there is not") << words("duty done nothing --as kim") << "There is no such duty any more";
}

void CliDutyTest::whatCannotBeIsRefused()
{
    QFETCH(QStringList, line);
    QFETCH(QString, says);
    isRefused(line, says);
}

QTEST_GUILESS_MAIN(CliDutyTest)
#include "cli_duty_test.moc"
