#include "program.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

// The words everybody uses, looked at, changed, passed on as files and counted, from a terminal.
class CliOwnWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aManagerChangesWordsAndTheNextMessageHasThem();
    void anAgentDoesNot();
    void whatTheCheckWouldNotLetOutIsRefused();
    void backToShippedAndTakenOut();
    void exportedAndImported();
    void countsWhatWasAnswered();
    void theStockListStandsBesideTheLead();

private:
    QString file(const QString &name, const QByteArray &text) const
    {
        const QString path = m_store->folder() + QLatin1Char('/') + name;
        return write(path, text) ? path : QString();
    }
    Answer set(const QString &who, const QStringList &more) const
    {
        return m_store->run(words("words set inquiry.first/text/en/1 --reason Shorter --as") << who << more);
    }
    QJsonObject next() const { return m_store->json(words("next --as ann")); }
    QJsonObject shown(const char *name = "inquiry.first/text/en/1") const { return m_store->json(words("words show") << QLatin1String(name)); }

    std::unique_ptr<Program> m_store;
    const QByteArray m_ours = "Hi {{first_name}}, Ann here.\n[[Which color do you like best?]]\n";
};

void CliOwnWordsTest::init()
{
    m_store = std::make_unique<Program>();
    m_store->at(QStringLiteral("2026-03-10T16:00:00Z"));
    QCOMPARE(m_store->run(words("init --training --rooftop Example --zone America/Chicago")).status, 0);
    QCOMPARE(m_store->run(words("user add ann --name Ann")).status, 0);
    QCOMPARE(m_store->run(words("user add kim --name Kim --role manager")).status, 0);
    QCOMPARE(m_store->run({QStringLiteral("import"), file(QStringLiteral("lead.adf"), Adf)}).status, 0);
}

void CliOwnWordsTest::aManagerChangesWordsAndTheNextMessageHasThem()
{
    QVERIFY(!shown().value(QStringLiteral("changed")).toBool());
    const Answer dry = set(QStringLiteral("kim"), {QStringLiteral("--dry-run"), QStringLiteral("--file"), file(QStringLiteral("ours.txt"), m_ours)});
    QCOMPARE(dry.status, 0);
    QVERIFY(!shown().value(QStringLiteral("changed")).toBool());
    QCOMPARE(set(QStringLiteral("kim"), {QStringLiteral("--file"), file(QStringLiteral("ours.txt"), m_ours)}).status, 0);
    const QJsonObject now = shown();
    QCOMPARE(now.value(QStringLiteral("version")).toInt(), 1);
    QVERIFY(now.value(QStringLiteral("text")).toString().contains(QStringLiteral("Which color")));
    const QJsonObject change = now.value(QStringLiteral("changes")).toArray().first().toObject();
    QCOMPARE(change.value(QStringLiteral("by")).toString(), QStringLiteral("kim"));
    QCOMPARE(change.value(QStringLiteral("reason")).toString(), QStringLiteral("Shorter"));
    QVERIFY(m_store->run(words("words show inquiry.first/text/en/1")).out.contains(QStringLiteral("[[Which color do you like best?]]")));
    // What was just said is nothing to say again.
    QVERIFY(set(QStringLiteral("kim"), {QStringLiteral("--file"), file(QStringLiteral("ours.txt"), m_ours)}).isOneLineRefusal());
}

void CliOwnWordsTest::anAgentDoesNot()
{
    const Answer refused = set(QStringLiteral("ann"), {QStringLiteral("--file"), file(QStringLiteral("ours.txt"), m_ours)});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.isOneLineRefusal() && refused.err.contains(QStringLiteral("manager")), qPrintable(refused.err));
    QCOMPARE(shown().value(QStringLiteral("version")).toInt(), 0);
}

void CliOwnWordsTest::whatTheCheckWouldNotLetOutIsRefused()
{
    for (const QByteArray &text : {QByteArray("Hi {{first_name}}, just following up. [[Any questions?]]"), QByteArray("Hi {{first_name}}, it is here."), QByteArray("Hi {{nobody}}. [[When?]]")}) {
        const Answer refused = set(QStringLiteral("kim"), {QStringLiteral("--file"), file(QStringLiteral("bad.txt"), text)});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.isOneLineRefusal(), qPrintable(refused.err));
    }
    QCOMPARE(shown().value(QStringLiteral("version")).toInt(), 0);
    QCOMPARE(set(QStringLiteral("kim"), {}).status, 2);
    QCOMPARE(m_store->run(words("words set inquiry.first/text/en/1 --as kim --as-shipped --take-out --reason x")).status, 2);
    QVERIFY(m_store->run(words("words show nobody/text/en/1")).isOneLineRefusal());
    QVERIFY(m_store->run(words("words set guide/walk-in --as kim --reason x --file") << file(QStringLiteral("guide.json"), "{}")).isOneLineRefusal());
}

void CliOwnWordsTest::backToShippedAndTakenOut()
{
    QCOMPARE(set(QStringLiteral("kim"), {QStringLiteral("--file"), file(QStringLiteral("ours.txt"), m_ours)}).status, 0);
    QCOMPARE(set(QStringLiteral("kim"), {QStringLiteral("--as-shipped")}).status, 0);
    QVERIFY(!shown().value(QStringLiteral("changed")).toBool());
    QCOMPARE(shown().value(QStringLiteral("changes")).toArray().size(), 2);
    // Another wording beside it, and then the shipped one may go.
    const QString more = file(QStringLiteral("more.txt"), m_ours);
    QCOMPARE(m_store->run(words("words set inquiry.first/text/en/50 --as kim --reason More --file") << more).status, 0);
    QCOMPARE(set(QStringLiteral("kim"), {QStringLiteral("--take-out")}).status, 0);
    QVERIFY(shown().value(QStringLiteral("text")).toString().isEmpty());
}

void CliOwnWordsTest::exportedAndImported()
{
    const QString folder = m_store->folder() + QStringLiteral("/words");
    QCOMPARE(m_store->run({QStringLiteral("words"), QStringLiteral("export"), folder}).status, 0);
    QVERIFY(QFile::exists(folder + QStringLiteral("/words-es.txt")));
    QJsonObject same = m_store->json({QStringLiteral("words"), QStringLiteral("import"), folder, QStringLiteral("--as"), QStringLiteral("kim"), QStringLiteral("--reason"), QStringLiteral("x")});
    QVERIFY(same.contains(QStringLiteral("changed")));
    QVERIFY(same.value(QStringLiteral("changed")).toArray().isEmpty());
    QFile guide(folder + QStringLiteral("/guide-walk-in.json"));
    QVERIFY(guide.open(QIODevice::ReadWrite));
    QByteArray text = guide.readAll();
    text.replace("\"name\": \"", "\"name\": \"Our ");
    guide.resize(0);
    guide.seek(0);
    guide.write(text);
    guide.close();
    QVERIFY(write(folder + QStringLiteral("/solutions-price.json"), "{"));
    const QStringList import{QStringLiteral("words"), QStringLiteral("import"), folder, QStringLiteral("--as"), QStringLiteral("kim"), QStringLiteral("--reason"), QStringLiteral("From the group")};
    QVERIFY(m_store->run(import).isOneLineRefusal()); // all of it or nothing
    QCOMPARE(shown("guide/walk-in").value(QStringLiteral("version")).toInt(), 0);
    QVERIFY(QFile::remove(folder + QStringLiteral("/solutions-price.json")));
    QCOMPARE(m_store->run(import).status, 0);
    QCOMPARE(shown("guide/walk-in").value(QStringLiteral("version")).toInt(), 1);
    QVERIFY(m_store->run(words("check")).status == 0);
}

void CliOwnWordsTest::countsWhatWasAnswered()
{
    const QString lead = next().value(QStringLiteral("lead")).toString();
    QVERIFY(!lead.isEmpty());
    const QString sent = QStringLiteral("I have it in front of me and can hold it for you. Which day would suit you best? Ann");
    QStringList record = words("record --medium text --outcome sent --as ann --lead") << lead;
    record << QStringLiteral("--wording") << QStringLiteral("none.such/text/en/1") << QStringLiteral("--words") << sent;
    QCOMPARE(m_store->run(record).status, 0);
    m_store->at(QStringLiteral("2026-03-11T16:00:00Z"));
    QVERIFY(m_store->run(words("words list")).out.contains(QStringLiteral("Nothing was changed here")));
    const QJsonObject all = m_store->json(words("words list --all"));
    QVERIFY(all.value(QStringLiteral("words")).toArray().size() > 900);
}

void CliOwnWordsTest::theStockListStandsBesideTheLead()
{
    QVERIFY(m_store->run(words("stock")).out.contains(QStringLiteral("No stock list")));
    const QString csv = file(QStringLiteral("stock.csv"), "Stock #,Year,Make,Model,Selling Price,Invoice\nH1,2026,Honda,CR-V,\"$31,990\",29000\nF2,2025,Ford,F-150,41000,39000\n");
    QStringList import = words("stock import");
    import << csv;
    QCOMPARE(m_store->run(QStringList(import) << words("--as ann")).status, 1);
    QCOMPARE(m_store->run(QStringList(import) << words("--as kim --dry-run")).status, 0);
    QVERIFY(m_store->run(words("stock")).out.contains(QStringLiteral("No stock list")));
    QCOMPARE(m_store->run(QStringList(import) << words("--as kim")).status, 0);
    const QJsonObject list = m_store->json(words("stock list"));
    QCOMPARE(list.value(QStringLiteral("vehicles")).toArray().size(), 2);
    QCOMPARE(list.value(QStringLiteral("by")).toString(), QStringLiteral("kim"));
    QVERIFY(!m_store->run(words("stock")).out.contains(QStringLiteral("29000"))); // what the store paid is nobody's to say
    QVERIFY(m_store->run(words("stock import") << file(QStringLiteral("other.csv"), "a,b\n1,2\n") << words("--as kim")).isOneLineRefusal());
    QCOMPARE(m_store->json(words("report solutions")).value(QStringLiteral("report")).toString(), QStringLiteral("solutions"));
}

QTEST_GUILESS_MAIN(CliOwnWordsTest)
#include "cli_own_words_test.moc"
