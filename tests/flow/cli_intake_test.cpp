#include "program.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

// Bringing leads in from a terminal, and mending what could not be taken.

namespace {

const char Csv[] = "First Name,Last Name,E-Mail,Phone,Vehicle Make,Vehicle Model\n"
                   "Casey,Sampleton,casey@example.com,(303) 555-0123,Toyota,Tacoma\n"
                   "Robin,Testerly,robin.testerly@example.com,,Honda,Pilot\n";

} // namespace

class CliIntakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void importTakesLeadsOnceAndQuarantinesTheRest();
    void columnsNobodyMappedAreNamed();
    void whatWasSetAsideIsMendedFromTheTerminal();
    void whatWasSetAsideIsDiscardedWithAReason();
    void anInputThatCannotBeReadIsRefusedAndNotForTheStore_data();
    void anInputThatCannotBeReadIsRefusedAndNotForTheStore();
    void aDryRunWritesNothing();
    void oneIsNotCalledSeveral();
    void aTextToSomebodyWithoutANumberIsRecordedAndSaidAloud();
};

void CliIntakeTest::importTakesLeadsOnceAndQuarantinesTheRest()
{
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    const QString leads = program.folder() + QStringLiteral("/leads");
    QVERIFY(QDir().mkpath(leads));
    QVERIFY(write(leads + QStringLiteral("/a.xml"), Adf));
    QVERIFY(write(leads + QStringLiteral("/b.csv"), Csv));
    QVERIFY(write(leads + QStringLiteral("/c.xml"), "<adf><prospect><customer></customer></prospect></adf>"));
    const QJsonObject first = program.json({QStringLiteral("import"), leads});
    QCOMPARE(first.value(QStringLiteral("accepted")).toInt(), 2);
    QCOMPARE(first.value(QStringLiteral("joined")).toInt(), 1);
    QCOMPARE(first.value(QStringLiteral("quarantined")).toInt(), 1);
    QCOMPARE(first.value(QStringLiteral("items")).toArray().size(), 4);
    const int events = program.json(words("check")).value(QStringLiteral("events")).toInt();

    const QJsonObject second = program.json({QStringLiteral("import"), leads});
    QCOMPARE(second.value(QStringLiteral("accepted")).toInt(-1), 0);
    QCOMPARE(second.value(QStringLiteral("joined")).toInt(-1), 0);
    QCOMPARE(program.json(words("check")).value(QStringLiteral("events")).toInt(), events);

    const Answer missing = program.run(words("import /no/such/file.xml"));
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.isOneLineRefusal(), qPrintable(missing.err));
}

void CliIntakeTest::columnsNobodyMappedAreNamed()
{
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    const QString list = program.folder() + QStringLiteral("/list.csv");
    QVERIFY(write(list, "Name,Phone,Desk log\nAnn Example,505-555-0101,called twice\n"));
    const QJsonArray warnings = program.json({QStringLiteral("import"), list}).value(QStringLiteral("warnings")).toArray();
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.at(0).toString().contains(QLatin1String("Desk log")));
}

void CliIntakeTest::whatWasSetAsideIsMendedFromTheTerminal()
{
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    const QString list = program.folder() + QStringLiteral("/list.csv");
    QVERIFY(write(list, "Name,Phone\nAnn Example,\n"));
    QCOMPARE(program.json({QStringLiteral("import"), list}).value(QStringLiteral("quarantined")).toInt(), 1);
    const QJsonArray waiting = program.json(words("quarantine list")).value(QStringLiteral("quarantined")).toArray();
    QCOMPARE(waiting.size(), 1);
    QVERIFY(!waiting.at(0).toObject().contains(QLatin1String("content")));
    const QString id = waiting.at(0).toObject().value(QStringLiteral("id")).toString();
    const Answer shown = program.run({QStringLiteral("quarantine"), QStringLiteral("show"), id.left(12)});
    QCOMPARE(shown.status, 0);
    QVERIFY(shown.out.contains(QLatin1String("Ann Example")));
    QVERIFY(!shown.err.isEmpty());

    const Answer still = program.run({QStringLiteral("quarantine"), QStringLiteral("retry"), id});
    QCOMPARE(still.status, 1);
    QVERIFY2(still.isOneLineRefusal(), qPrintable(still.err));
    const QString mended = program.folder() + QStringLiteral("/mended.csv");
    QVERIFY(write(mended, QString(shown.out).replace(QStringLiteral("\"Ann Example\",\"\""), QStringLiteral("\"Ann Example\",\"505-555-0101\"")).toUtf8()));
    QCOMPARE(program.json({QStringLiteral("quarantine"), QStringLiteral("retry"), id, mended}).value(QStringLiteral("accepted")).toInt(), 1);
    QCOMPARE(program.json(words("quarantine")).value(QStringLiteral("quarantined")).toArray().size(), 0);
}

void CliIntakeTest::whatWasSetAsideIsDiscardedWithAReason()
{
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    const QString file = program.folder() + QStringLiteral("/words.xml");
    QVERIFY(write(file, "<adf><prospect><customer></customer></prospect></adf>"));
    const QJsonArray items = program.json({QStringLiteral("import"), file}).value(QStringLiteral("items")).toArray();
    const QString id = items.at(0).toObject().value(QStringLiteral("quarantine")).toString();
    QCOMPARE(program.run({QStringLiteral("quarantine"), QStringLiteral("discard"), id}).status, 2);
    const QStringList discard{QStringLiteral("quarantine"), QStringLiteral("discard"), id, QStringLiteral("--reason"), QStringLiteral("a test")};
    QCOMPARE(program.json(discard).value(QStringLiteral("discarded")).toBool(), true);
    const Answer twice = program.run(discard);
    QCOMPARE(twice.status, 1);
    QVERIFY2(twice.isOneLineRefusal(), qPrintable(twice.err));
    QCOMPARE(program.run(words("quarantine show ffffffff")).status, 1);
    QCOMPARE(program.run(words("quarantine burn")).status, 2);
}

void CliIntakeTest::anInputThatCannotBeReadIsRefusedAndNotForTheStore_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("not there") << "/no/such/file.xml";
    QTest::newRow("beneath a file") << "/etc/passwd/lead.xml";
    QTest::newRow("fails when it is read") << "/proc/self/mem"; // opens, and its first byte cannot be had
}

void CliIntakeTest::anInputThatCannotBeReadIsRefusedAndNotForTheStore()
{
    QFETCH(QString, path);
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    const Answer refused = program.run({QStringLiteral("import"), path, QStringLiteral("--json")});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.isOneLineRefusal() && refused.err.contains(path), qPrintable(refused.err));
}

void CliIntakeTest::aDryRunWritesNothing()
{
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    QVERIFY(write(program.folder() + QStringLiteral("/a.xml"), Adf));
    const QJsonObject tried = program.json({QStringLiteral("import"), QStringLiteral("--dry-run"), program.folder() + QStringLiteral("/a.xml")});
    QCOMPARE(tried.value(QStringLiteral("accepted")).toInt(), 1);
    QCOMPARE(program.json(words("check")).value(QStringLiteral("events")).toInt(-1), 0);
}

void CliIntakeTest::oneIsNotCalledSeveral()
{
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    const QString list = program.folder() + QStringLiteral("/list.csv");
    QVERIFY(write(list, QByteArray(Csv).left(QByteArray(Csv).lastIndexOf("Robin"))));
    QCOMPARE(program.run({QStringLiteral("import"), list}).status, 0);
    const QString checked = program.run(words("check")).out, attempts = program.run(words("report attempts-per-lead")).out;
    QVERIFY2(checked.contains(QStringLiteral("Looked at 1 customer and ")), qPrintable(checked));
    QVERIFY2(attempts.contains(QStringLiteral("0 attempts on 1 lead: ")), qPrintable(attempts));
}

void CliIntakeTest::aTextToSomebodyWithoutANumberIsRecordedAndSaidAloud()
{
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    QCOMPARE(program.run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("dana"), QStringLiteral("--name"), QStringLiteral("Dana Example")}).status, 0);
    const QString list = program.folder() + QStringLiteral("/list.csv");
    QVERIFY(write(list, Csv));
    QString lead;
    for (const QJsonValue &item : program.json({QStringLiteral("import"), list}).value(QStringLiteral("items")).toArray())
        if (item[QStringLiteral("name")].toString().startsWith(QStringLiteral("Robin")))
            lead = item[QStringLiteral("lead")].toString();
    QVERIFY(!lead.isEmpty());
    const Answer text = program.run(words("record --as dana --medium text --outcome bounced --json --lead") << lead);
    QVERIFY2(text.status == 0 && text.err.contains(QStringLiteral("this stands against it: No phone number on file.")), qPrintable(text.err));
    QVERIFY(!text.json().value(QStringLiteral("event")).toString().isEmpty());
}

QTEST_GUILESS_MAIN(CliIntakeTest)
#include "cli_intake_test.moc"
