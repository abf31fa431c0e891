#include "program.h"

#include <QJsonArray>
#include <QTest>

namespace {

// Tuesday, ten in the morning in Denver; the demo world's people worked until the day before.
const QString Morning = QStringLiteral("2026-03-10T16:00:00Z");

QJsonObject ruleIn(const QJsonObject &list, const QString &id)
{
    for (const QJsonValue &rule : list.value(QStringLiteral("rules")).toArray())
        if (rule[QStringLiteral("id")] == id)
            return rule.toObject();
    return {};
}

} // namespace

// The contact rules from a terminal, on a demo world.
class CliRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theyAreListedWithSourceAndDates();
    void aManagerMakesALawStricterAndEverybodyIsPlannedByIt();
    void aLooserLawNeedsItsSourceAndDate();
    void aLimitOfTheHouseIsAddedAndWithdrawn();
    void aRuleOfTheHouseIsOverruledWithAReason();
    void wrongWordsAreRefused();

private:
    Answer set(const QStringList &words) { return m_world.run(QStringList{QStringLiteral("rules"), QStringLiteral("set")} + words); }
    QJsonObject rule(const QString &id) { return ruleIn(m_world.json(words("rules")), id); }
    static QStringList because(const QString &reason = QStringLiteral("Our lawyer says so.")) { return {QStringLiteral("--reason"), reason}; }
    void isClean() { QVERIFY(m_world.json(words("check")).value(QStringLiteral("clean")).toBool()); }

    Program m_world;
    QString m_agent, m_manager;
};

void CliRulesTest::initTestCase()
{
    m_world.at(Morning);
    QCOMPARE(m_world.run(words("init --demo 60 --seed 3 --training")).status, 0);
    for (const QJsonValue &user : m_world.json(words("user list")).value(QStringLiteral("users")).toArray()) {
        const QString login = user[QStringLiteral("login")].toString();
        (user[QStringLiteral("role")] == QStringLiteral("manager") ? m_manager : m_agent) = login;
    }
    QVERIFY(!m_agent.isEmpty() && !m_manager.isEmpty());
}

void CliRulesTest::theyAreListedWithSourceAndDates()
{
    const QJsonObject texas = rule(QStringLiteral("tx-hours"));
    QCOMPARE(texas.value(QStringLiteral("place")).toString(), QStringLiteral("Texas"));
    QCOMPARE(texas.value(QStringLiteral("kind")).toString(), QStringLiteral("hours"));
    QCOMPARE(texas.value(QStringLiteral("effective")).toString(), QStringLiteral("2025-09-01"));
    QCOMPARE(texas.value(QStringLiteral("version")).toInt(), 0);
    const QString text = m_world.run(words("rules")).out;
    QVERIFY2(text.contains(QStringLiteral("Tex. Bus. & Com. Code")), qPrintable(text));
    QVERIFY(m_world.json(words("rules history tx-hours")).value(QStringLiteral("changes")).toArray().isEmpty());
}

void CliRulesTest::aManagerMakesALawStricterAndEverybodyIsPlannedByIt()
{
    const QStringList stricter{QStringLiteral("us-hours"), QStringLiteral("--hours"), QStringLiteral("mon-fri 15:00-16:00")};
    const Answer agent = set(stricter + because() + QStringList{QStringLiteral("--as"), m_agent});
    QCOMPARE(agent.status, 1);
    QVERIFY(agent.isOneLineRefusal());
    const QStringList byManager{QStringLiteral("--as"), m_manager};
    QCOMPARE(set(stricter + byManager).status, 2); // no reason
    QCOMPARE(set(stricter + because() + byManager).status, 0);
    QCOMPARE(rule(QStringLiteral("us-hours")).value(QStringLiteral("version")).toInt(), 1);
    isClean();
    QCOMPARE(set(QStringList{QStringLiteral("us-hours"), QStringLiteral("--as-shipped")} + because() + byManager).status, 0);
    const QJsonArray changes = m_world.json(words("rules history us-hours")).value(QStringLiteral("changes")).toArray();
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.at(0)[QStringLiteral("by")].toString(), m_manager);
    QCOMPARE(changes.at(0)[QStringLiteral("reason")].toString(), QStringLiteral("Our lawyer says so."));
    isClean();
}

void CliRulesTest::aLooserLawNeedsItsSourceAndDate()
{
    const QStringList looser = QStringList{QStringLiteral("fl-hours"), QStringLiteral("--hours"), QStringLiteral("mon-sun 08:00-21:00"), QStringLiteral("--as"), m_manager} + because();
    const Answer refused = set(looser);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.isOneLineRefusal() && refused.err.contains(QStringLiteral("source")), qPrintable(refused.err));
    const Answer later = set(looser + QStringList{QStringLiteral("--source"), QStringLiteral("Fla. Stat. 501.617"), QStringLiteral("--effective"), QStringLiteral("2026-07-01")});
    QCOMPARE(later.status, 0);
    const QJsonObject florida = rule(QStringLiteral("fl-hours"));
    QCOMPARE(florida.value(QStringLiteral("version")).toInt(), 0); // not before its day
    QCOMPARE(florida.value(QStringLiteral("coming"))[QStringLiteral("effective")].toString(), QStringLiteral("2026-07-01"));
    isClean();
}

void CliRulesTest::aLimitOfTheHouseIsAddedAndWithdrawn()
{
    const QStringList byManager{QStringLiteral("--as"), m_manager};
    QCOMPARE(set(QStringList{QStringLiteral("house-day"), QStringLiteral("--most"), QStringLiteral("1"), QStringLiteral("--in-hours"), QStringLiteral("24"),
                             QStringLiteral("--media"), QStringLiteral("call,text,email")} + because() + byManager).status, 0);
    QCOMPARE(rule(QStringLiteral("house-day")).value(QStringLiteral("where")).toString(), QStringLiteral("house"));
    isClean();
    QCOMPARE(set(QStringList{QStringLiteral("house-day"), QStringLiteral("--as-shipped")} + because() + byManager).status, 0);
    QVERIFY(rule(QStringLiteral("house-day")).isEmpty());
    isClean();
}

void CliRulesTest::aRuleOfTheHouseIsOverruledWithAReason()
{
    const QString lead = m_world.json({QStringLiteral("next"), QStringLiteral("--as"), m_agent}).value(QStringLiteral("lead")).toString();
    QVERIFY(!lead.isEmpty());
    const QStringList call{QStringLiteral("record"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead, QStringLiteral("--medium"),
                           QStringLiteral("social"), QStringLiteral("--outcome"), QStringLiteral("sent")};
    const QStringList anyway{QStringLiteral("--overrule"), QStringLiteral("Her car is being towed away.")};
    const Answer needless = m_world.run(call + anyway); // nothing stands against it yet
    QCOMPARE(needless.status, 1);
    QVERIFY(needless.isOneLineRefusal());
    const Answer first = m_world.run(call);
    QVERIFY2(first.status == 0 && !first.err.contains(QStringLiteral("stands against it")), qPrintable(first.err));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(m_world.run(call).status, 0);
    // It happened, so it is recorded; that a limit stood against it is said.
    const Answer beyond = m_world.run(call + words("--json"));
    QVERIFY2(beyond.status == 0 && beyond.err.contains(QStringLiteral("a rule of the house stands against it")), qPrintable(beyond.err));
    QVERIFY(!beyond.json().value(QStringLiteral("event")).toString().isEmpty());
    const Answer overruled = m_world.run(call + anyway);
    QVERIFY2(overruled.status == 0 && !overruled.err.contains(QStringLiteral("stands against it")), qPrintable(overruled.err));
    const QString history = m_world.run({QStringLiteral("history"), lead}).out;
    QVERIFY2(history.contains(QStringLiteral("towed away")), qPrintable(history));
    isClean();
}

void CliRulesTest::wrongWordsAreRefused()
{
    for (const QStringList &wrong : {words("rules dance"), words("rules set"), words("rules history"), words("rules list more"),
                                     words("rules set us-hours --hours always --reason x"), words("rules set us-hours --most 3 --reason x"),
                                     words("rules set house-week --most none --reason x")}) {
        QStringList all = wrong;
        if (wrong.value(1) == QLatin1String("set") && wrong.size() > 2)
            all << QStringLiteral("--as") << m_manager;
        const Answer answer = m_world.run(all);
        QVERIFY2(answer.status == 2, qPrintable(all.join(QLatin1Char(' '))));
    }
    const Answer unknown = m_world.run(words("rules history nothing"));
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.isOneLineRefusal());
}

QTEST_GUILESS_MAIN(CliRulesTest)
#include "cli_rules_test.moc"
