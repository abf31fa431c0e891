#include "program.h"

#include <QJsonArray>
#include <QTest>

namespace {

// Tuesday, ten in the morning in Denver; the demo world's people worked until the day before.
const QString Morning = QStringLiteral("2026-03-10T16:00:00Z"), ThreeWeeksOn = QStringLiteral("2026-03-31T22:00:00Z");
const QString Says = QStringLiteral("The maker now finances it at 0.9 percent for 60 months");

int leftOut(const QJsonObject &preview)
{
    int sum = 0;
    for (const QJsonValue &one : preview.value(QStringLiteral("left_out")).toArray())
        sum += one[QStringLiteral("count")].toInt();
    return sum;
}

} // namespace

// A campaign from a terminal, on a demo world: looked at, started, reported, stopped.
class CliCampaignTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void previewAddsUpAndChangesNothing();
    void aCampaignIsStartedOnceHoweverOftenItIsAsked();
    void whatCameOfItNamesItsLeads();
    void stoppedItLeavesNoTrace();
    void wrongWordsAreRefused();

private:
    QStringList asked(const QString &action) const
    {
        return {QStringLiteral("campaign"), action, QStringLiteral("--title"), QStringLiteral("Rates"), QStringLiteral("--says"), Says,
                QStringLiteral("--per-day"), QStringLiteral("15"), QStringLiteral("--only"), QStringLiteral("lost")};
    }
    QStringList asManager(const QStringList &words) const { return words + QStringList{QStringLiteral("--as"), m_manager}; }
    QJsonObject result() const { return m_world.json(words("report campaign rates")).value(QStringLiteral("campaigns"))[0].toObject(); }

    Program m_world;
    QString m_agent, m_manager;
    int m_in = 0;
};

void CliCampaignTest::initTestCase()
{
    m_world.at(Morning);
    QCOMPARE(m_world.run(words("init --demo 120 --seed 3 --training")).status, 0);
    for (const QJsonValue &user : m_world.json(words("user list")).value(QStringLiteral("users")).toArray())
        (user[QStringLiteral("role")] == QStringLiteral("manager") ? m_manager : m_agent) = user[QStringLiteral("login")].toString();
    QVERIFY(!m_agent.isEmpty() && !m_manager.isEmpty());
}

void CliCampaignTest::previewAddsUpAndChangesNothing()
{
    const QJsonObject before = m_world.json(words("campaign list"));
    const QJsonObject preview = m_world.json(asked(QStringLiteral("preview")));
    m_in = preview.value(QStringLiteral("in")).toInt();
    QVERIFY(m_in > 0);
    QCOMPARE(preview.value(QStringLiteral("people")).toArray().size(), m_in + leftOut(preview));
    int turns = 0;
    for (const QJsonValue &day : preview.value(QStringLiteral("days")).toArray()) {
        turns += day[QStringLiteral("turns")].toInt();
        QVERIFY(day[QStringLiteral("turns")].toInt() <= 15);
        QVERIFY(day[QStringLiteral("added")].toInt() == 0
                || day[QStringLiteral("planned")].toInt() + day[QStringLiteral("added")].toInt() <= day[QStringLiteral("capacity")].toInt());
    }
    QCOMPARE(turns, m_in);
    QCOMPARE(m_world.json(words("campaign list")), before);
    QVERIFY(m_world.run(asked(QStringLiteral("preview"))).out.contains(QStringLiteral("It speaks to %1 people").arg(m_in)));
}

void CliCampaignTest::aCampaignIsStartedOnceHoweverOftenItIsAsked()
{
    const QJsonObject started = m_world.json(asManager(asked(QStringLiteral("start"))));
    QCOMPARE(started.value(QStringLiteral("campaign")).toString(), QStringLiteral("rates"));
    QCOMPARE(started.value(QStringLiteral("done")).toInt(), m_in);
    QCOMPARE(started.value(QStringLiteral("left")).toInt(), 0);
    QCOMPARE(m_world.run(words("check")).status, 0);
    const QJsonObject again = m_world.json(asManager(words("campaign start rates")));
    QCOMPARE(again.value(QStringLiteral("done")).toInt(), m_in);
    QCOMPARE(result().value(QStringLiteral("people")).toArray().size(), m_in);
    const QString lead = result().value(QStringLiteral("people"))[0].toString();
    int chosen = 0;
    for (const QJsonValue &event : m_world.json(words("history") << lead).value(QStringLiteral("events")).toArray())
        chosen += event[QStringLiteral("kind")] == QStringLiteral("plan_chosen") && event[QStringLiteral("actor")] == m_manager;
    QCOMPARE(chosen, 1);
    QVERIFY(m_world.run(words("explain") << lead).out.contains(Says));
}

void CliCampaignTest::whatCameOfItNamesItsLeads()
{
    m_world.at(ThreeWeeksOn);
    const QString lead = result().value(QStringLiteral("people"))[0].toString();
    QVERIFY(result().value(QStringLiteral("touched")).toArray().isEmpty());
    const QStringList record = words("record --medium call --outcome reached --answer still_looking=yes --could-not-ask objection=away --could-not-ask next_step=away --lead") << lead << QStringLiteral("--as") << m_agent;
    QCOMPARE(m_world.run(record).status, 0);
    QCOMPARE(result().value(QStringLiteral("touched")).toArray(), QJsonArray{lead});
    QCOMPARE(result().value(QStringLiteral("reached")).toArray(), QJsonArray{lead});
    QVERIFY(result().value(QStringLiteral("sold")).toArray().isEmpty());
    const QString csv = m_world.run(words("report campaign --format csv")).out;
    QVERIFY2(csv.contains(QStringLiteral("rates,Rates,started,%1,").arg(m_in)), qPrintable(csv));
}

void CliCampaignTest::stoppedItLeavesNoTrace()
{
    const QJsonObject stopped = m_world.json(asManager(words("campaign stop rates")));
    QCOMPARE(stopped.value(QStringLiteral("done")).toInt(), m_in - 1);
    QCOMPARE(stopped.value(QStringLiteral("out")).toInt(), 1); // who was called stays
    QCOMPARE(m_world.run(words("check")).status, 0);
    QCOMPARE(result().value(QStringLiteral("people")).toArray().size(), 1);
    QCOMPARE(result().value(QStringLiteral("state")).toString(), QStringLiteral("stopped"));
    QVERIFY(m_world.run(asManager(words("campaign start rates"))).isOneLineRefusal());
}

void CliCampaignTest::wrongWordsAreRefused()
{
    QCOMPARE(m_world.run(words("campaign")).status, 2);
    QCOMPARE(m_world.run(words("campaign dance")).status, 2);
    QCOMPARE(m_world.run(words("campaign preview")).status, 2);
    QCOMPARE(m_world.run(words("campaign stop")).status, 2);
    QCOMPARE(m_world.run(words("report capacity rates")).status, 2);
    for (const char *wrong : {"--objection weather", "--from soon", "--per-day 0", "--condition shiny", "--only both", "--years 2025-2021", "--kind gift"}) {
        const Answer answer = m_world.run(asked(QStringLiteral("preview")).mid(0, 6) + words(wrong));
        QVERIFY2(answer.status == 1 && answer.isOneLineRefusal(), qPrintable(QLatin1String(wrong) + answer.err));
    }
    const Answer denied = m_world.run(asked(QStringLiteral("start")) + QStringList{QStringLiteral("--as"), m_agent});
    QVERIFY(denied.status == 1 && denied.isOneLineRefusal() && denied.err.contains(QStringLiteral("manager")));
    QVERIFY(m_world.run(asManager(words("campaign stop nothing"))).isOneLineRefusal());
}

QTEST_GUILESS_MAIN(CliCampaignTest)
#include "cli_campaign_test.moc"
