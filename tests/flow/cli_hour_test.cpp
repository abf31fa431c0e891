#include "program.h"

#include <QJsonArray>
#include <QTest>

namespace {

// Tuesday, ten in the morning in Denver; the demo world's people worked until the day before.
const QString Morning = QStringLiteral("2026-03-10T16:00:00Z");

QJsonObject of(const QJsonArray &people, const QString &login)
{
    for (const QJsonValue &person : people)
        if (person[QStringLiteral("login")] == login)
            return person.toObject();
    return {};
}

} // namespace

// The Hour of Power and the day's list from a terminal, on a demo world.
class CliHourTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aListIsCutAtTheDayAndSaysSo();
    void theCapacityReportAddsUp();
    void anHourIsSetByWhomItConcerns();
    void anHourIsScoredAndReported();
    void wrongWordsAreRefused();

private:
    Program m_world;
    QString m_agent, m_other, m_manager;
};

void CliHourTest::initTestCase()
{
    m_world.at(Morning);
    QCOMPARE(m_world.run(words("init --demo 120 --seed 3 --training")).status, 0);
    for (const QJsonValue &user : m_world.json(words("user list")).value(QStringLiteral("users")).toArray()) {
        const QString login = user[QStringLiteral("login")].toString();
        if (user[QStringLiteral("role")] == QStringLiteral("manager"))
            m_manager = login;
        else
            (m_agent.isEmpty() ? m_agent : m_other) = login;
    }
    QVERIFY(!m_agent.isEmpty() && !m_other.isEmpty() && !m_manager.isEmpty());
}

void CliHourTest::aListIsCutAtTheDayAndSaysSo()
{
    const QJsonObject queue = m_world.json({QStringLiteral("queue"), QStringLiteral("--as"), m_agent, QStringLiteral("--limit"), QStringLiteral("1000")});
    const QJsonObject day = queue.value(QStringLiteral("day")).toObject();
    const int due = queue.value(QStringLiteral("now_count")).toInt() + queue.value(QStringLiteral("later_today")).toInt();
    QCOMPARE(day.value(QStringLiteral("fits")).toInt() + day.value(QStringLiteral("waiting")).toInt(), due);
    int fits = 0;
    for (const QJsonValue &item : queue.value(QStringLiteral("next")).toArray())
        fits += item[QStringLiteral("fits")].toBool();
    QCOMPARE(fits, day.value(QStringLiteral("fits")).toInt());
    const QString text = m_world.run({QStringLiteral("queue"), QStringLiteral("--as"), m_agent}).out;
    QVERIFY2(text.contains(day.value(QStringLiteral("text")).toString()), qPrintable(text));
    const QString all = m_world.run({QStringLiteral("queue"), QStringLiteral("--as"), m_agent, QStringLiteral("--all"), QStringLiteral("--limit"), QStringLiteral("1000")}).out;
    QVERIFY(all.count(QLatin1Char('\n')) >= text.count(QLatin1Char('\n')));
    // Without a person there is no day to cut it at.
    QVERIFY(m_world.json(words("queue")).value(QStringLiteral("day")).isNull());
}

void CliHourTest::theCapacityReportAddsUp()
{
    const QJsonObject report = m_world.json(words("report capacity"));
    const QJsonArray people = report.value(QStringLiteral("people")).toArray();
    QVERIFY(!people.isEmpty());
    int over = report.value(QStringLiteral("anybody"))[QStringLiteral("overload")].toInt();
    for (const QJsonValue &person : people) {
        over += person[QStringLiteral("overload")].toInt();
        int media = 0;
        for (const QJsonValue &count : person[QStringLiteral("by_medium")].toObject())
            media += count.toInt();
        QCOMPARE(media, person[QStringLiteral("capacity")].toInt());
        QCOMPARE(person[QStringLiteral("would_help")].toString().isEmpty(), person[QStringLiteral("overload")].toInt() == 0);
    }
    QCOMPARE(report.value(QStringLiteral("overload")).toInt(), over);
    QCOMPARE(m_world.run(words("report capacity --format csv")).out.count(QStringLiteral("\r\n")), int(people.size()) + 2);
}

void CliHourTest::anHourIsSetByWhomItConcerns()
{
    const auto hour = [this](const QString &who, const QStringList &more) { return m_world.run(QStringList{QStringLiteral("hour")} + more + QStringList{QStringLiteral("--as"), who}); };
    QVERIFY(hour(m_agent, {}).out.contains(QStringLiteral("5:00 pm to 6:00 pm"))); // of the demo world
    QCOMPARE(hour(m_manager, words("set off --everybody")).status, 0);
    QVERIFY(hour(m_agent, {}).out.contains(QStringLiteral("No Hour of Power is set")));
    const Answer denied = hour(m_agent, words("set 9:30 --everybody"));
    QCOMPARE(denied.status, 1);
    QVERIFY(denied.isOneLineRefusal());
    QCOMPARE(hour(m_manager, words("set 9:30 --everybody")).status, 0);
    QVERIFY(hour(m_agent, {}).out.contains(QStringLiteral("9:30 am to 10:30 am")));
    QCOMPARE(hour(m_agent, {QStringLiteral("set"), QStringLiteral("2 pm")}).status, 0);
    const QJsonObject own = m_world.json({QStringLiteral("hour"), QStringLiteral("show"), QStringLiteral("--as"), m_agent}).value(QStringLiteral("hour")).toObject();
    QCOMPARE(own.value(QStringLiteral("set_for")).toString(), QStringLiteral("person"));
    QCOMPARE(hour(m_agent, words("set off")).status, 0);
    const QJsonObject site = m_world.json({QStringLiteral("hour"), QStringLiteral("--as"), m_agent}).value(QStringLiteral("hour")).toObject();
    QCOMPARE(site.value(QStringLiteral("set_for")).toString(), QStringLiteral("site"));
    QCOMPARE(hour(m_manager, {QStringLiteral("set"), QStringLiteral("15:00"), QStringLiteral("--for"), m_other}).status, 0);
    QVERIFY(hour(m_other, {}).out.contains(QStringLiteral("3:00 pm")));
}

void CliHourTest::anHourIsScoredAndReported()
{
    // Ten in the morning of the store lies inside 9:30 to 10:30.
    QCOMPARE(m_world.run({QStringLiteral("hour"), QStringLiteral("set"), QStringLiteral("9:30"), QStringLiteral("--as"), m_agent}).status, 0);
    const QJsonObject hour = m_world.json({QStringLiteral("hour"), QStringLiteral("--as"), m_agent}).value(QStringLiteral("hour")).toObject();
    const QDateTime begins = QDateTime::fromString(hour.value(QStringLiteral("begins")).toString(), Qt::ISODateWithMs);
    QVERIFY(begins.isValid());
    m_world.at(begins.addSecs(600).toString(Qt::ISODate));
    for (int i = 0; i < 6; ++i) {
        const QJsonObject next = m_world.json({QStringLiteral("next"), QStringLiteral("--as"), m_agent});
        const QString lead = next.value(QStringLiteral("lead")).toString();
        QVERIFY(!lead.isEmpty());
        QCOMPARE(m_world.run({QStringLiteral("record"), QStringLiteral("--as"), m_agent, QStringLiteral("--lead"), lead, QStringLiteral("--medium"),
                              QStringLiteral("note"), QStringLiteral("--outcome"), QStringLiteral("sent"), QStringLiteral("--keep"), QStringLiteral("By hand")}).status, 0);
    }
    m_world.at(begins.addSecs(1200).toString(Qt::ISODate));
    const QJsonObject score = m_world.json({QStringLiteral("hour"), QStringLiteral("score"), QStringLiteral("--as"), m_agent});
    QVERIFY(score.value(QStringLiteral("touches")).toInt() >= 6);
    QVERIFY(score.value(QStringLiteral("by_medium"))[QStringLiteral("note")][QStringLiteral("touches")].toInt() >= 6);
    QVERIFY(score.value(QStringLiteral("kept")).toBool());
    QCOMPARE(score.value(QStringLiteral("to_keep")).toInt(), 0);
    QVERIFY(score.value(QStringLiteral("streak")).toInt() >= 1);
    const QJsonObject report = m_world.json(words("report hour-of-power"));
    const QJsonObject mine = of(report.value(QStringLiteral("people")).toArray(), m_agent);
    QVERIFY(mine.value(QStringLiteral("kept")).toInt() >= 1);
    QCOMPARE(mine.value(QStringLiteral("at")).toString(), QStringLiteral("09:30"));
    QVERIFY(m_world.run(words("report hour-of-power")).out.contains(QStringLiteral("Days kept")));
    m_world.at(Morning);
}

void CliHourTest::wrongWordsAreRefused()
{
    for (const char *line : {"hour set", "hour set noonish", "hour dance", "hour score now"})
        QCOMPARE(m_world.run(words(line) << QStringLiteral("--as") << m_agent).status, 2);
    QCOMPARE(m_world.run(words("hour show")).status, 2); // who?
    QCOMPARE(m_world.run(words("report nothing-of-that")).status, 2);
    QCOMPARE(m_world.run({QStringLiteral("hour"), QStringLiteral("set"), QStringLiteral("9:00"), QStringLiteral("--as"), m_manager, QStringLiteral("--for"), QStringLiteral("nobody")}).status, 1);
}

QTEST_GUILESS_MAIN(CliHourTest)
#include "cli_hour_test.moc"
