#include "program.h"

#include <QJsonArray>
#include <QTest>

// What people wish and agree to, what other departments did, and why nobody may be contacted, from a terminal.
class CliAgreedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wordsBecomeAWish();
    void aWishIsSpelledOutAndEnds();
    void consentNeedsItsProof();
    void listsOfOtherDepartmentsAreTakenOnce();
    void aRecordedCallIsSpokenOfWhereTheLawAsks();
    void atNightTheReasonsAreCounted();
    void wrongWordsAreRefused();

private:
    QStringList by(const char *line) const { return words(line) << QStringLiteral("--as") << QStringLiteral("ann") << QStringLiteral("--lead") << m_lead; }

    Program m_store;
    QString m_lead;
};

void CliAgreedTest::initTestCase()
{
    m_store.at(QStringLiteral("2026-03-10T16:00:00Z"));
    QCOMPARE(m_store.run(words("init --training --rooftop Example --zone America/Chicago")).status, 0);
    QCOMPARE(m_store.run(words("user add ann --name Ann")).status, 0);
    const QString adf = m_store.folder() + QStringLiteral("/lead.adf");
    QVERIFY(write(adf, Adf));
    QCOMPARE(m_store.run({QStringLiteral("import"), adf}).status, 0);
    m_lead = m_store.json(words("next --as ann")).value(QStringLiteral("lead")).toString();
    QVERIFY(!m_lead.isEmpty());
}

void CliAgreedTest::wordsBecomeAWish()
{
    const QJsonObject wish = m_store.json(by("wish") << QStringLiteral("--words") << QStringLiteral("Please text me after six"));
    QCOMPARE(wish.value(QStringLiteral("medium")).toString(), QStringLiteral("text"));
    QCOMPARE(wish.value(QStringLiteral("after")).toString(), QStringLiteral("18:00"));
    const Answer unread = m_store.run(by("wish") << QStringLiteral("--words") << QStringLiteral("The blue one"));
    QCOMPARE(unread.status, 2);
    QVERIFY(unread.isOneLineRefusal());
}

void CliAgreedTest::aWishIsSpelledOutAndEnds()
{
    QCOMPARE(m_store.run(by("wish --medium email --before 12:00")).status, 0);
    const QJsonObject kept = m_store.json({QStringLiteral("explain"), m_lead}).value(QStringLiteral("wish")).toObject();
    QCOMPARE(kept.value(QStringLiteral("medium")).toString(), QStringLiteral("email"));
    QCOMPARE(kept.value(QStringLiteral("before")).toString(), QStringLiteral("12:00"));
    QCOMPARE(m_store.run(by("wish --none")).status, 0);
    QVERIFY(m_store.json({QStringLiteral("explain"), m_lead}).value(QStringLiteral("wish")).isNull());
}

void CliAgreedTest::consentNeedsItsProof()
{
    QVERIFY(m_store.run(by("consent --medium text") << QStringLiteral("--how") << QStringLiteral(" ")).isOneLineRefusal());
    QCOMPARE(m_store.run(by("consent --medium text") << QStringLiteral("--how") << QStringLiteral("Sure, text me")).status, 0);
    QVERIFY(m_store.run({QStringLiteral("explain"), m_lead}).out.contains(QStringLiteral("Sure, text me")));
}

void CliAgreedTest::listsOfOtherDepartmentsAreTakenOnce()
{
    const QString list = m_store.folder() + QStringLiteral("/sent.csv");
    QVERIFY(write(list, "Sent,Email\n2026-03-09 10:00,robin.testerly@example.com\n2026-03-09 10:00,stranger@example.com\n"));
    const QStringList take{QStringLiteral("touches"), list, QStringLiteral("--as"), QStringLiteral("ann"), QStringLiteral("--department"), QStringLiteral("marketing")};
    QCOMPARE(m_store.json(QStringList(take) << QStringLiteral("--dry-run")).value(QStringLiteral("taken")).toInt(), 1);
    QCOMPARE(m_store.json(take).value(QStringLiteral("taken")).toInt(), 1);
    const QJsonObject again = m_store.json(take);
    QCOMPARE(again.value(QStringLiteral("taken")).toInt(), 0);
    QCOMPARE(again.value(QStringLiteral("known")).toInt(), 1);
    QCOMPARE(again.value(QStringLiteral("strangers")).toArray(), QJsonArray{3});
    QVERIFY(m_store.json(words("check")).value(QStringLiteral("clean")).toBool());
}

void CliAgreedTest::aRecordedCallIsSpokenOfWhereTheLawAsks()
{
    const QString said = m_store.json({QStringLiteral("explain"), m_lead}).value(QStringLiteral("recording")).toString();
    QVERIFY2(said.contains(QStringLiteral("Illinois")), qPrintable(said));
}

void CliAgreedTest::atNightTheReasonsAreCounted()
{
    QCOMPARE(m_store.run(by("release")).status, 0);
    m_store.at(QStringLiteral("2026-03-11T05:00:00Z"));
    const QJsonObject night = m_store.json(words("explain --as ann"));
    QCOMPARE(night.value(QStringLiteral("now")).toInt(), 0);
    const QJsonArray because = night.value(QStringLiteral("because")).toArray();
    QCOMPARE(because.size(), 1);
    QCOMPARE(because.first()[QStringLiteral("count")].toInt(), 1);
    m_store.at(QStringLiteral("2026-03-10T16:00:00Z"));
    QCOMPARE(m_store.json(words("explain --as ann")).value(QStringLiteral("now")).toInt(), 1);
}

void CliAgreedTest::wrongWordsAreRefused()
{
    for (const QStringList &wrong : {by("wish"), by("wish --medium fax"), by("wish --after teatime"), by("wish --none --medium text"),
                                     by("consent --medium email --how x")}) {
        const Answer answer = m_store.run(wrong);
        QVERIFY2(answer.status == 2 && answer.isOneLineRefusal(), qPrintable(wrong.join(QLatin1Char(' ')) + answer.out + answer.err));
    }
}

QTEST_APPLESS_MAIN(CliAgreedTest)
#include "cli_agreed_test.moc"
