#include "program.h"

#include <QFile>
#include <QTest>

// What the command line says about itself, and how it refuses what makes no sense.
class CliUsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpNamesEveryCommandAndEveryExitStatus();
    void everyCommandHasItsOwnHelp_data();
    void everyCommandHasItsOwnHelp();
    void theVersionIsTheOneThatWasBuilt();
    void wrongUsageIsOneLineAndStatusTwo_data();
    void wrongUsageIsOneLineAndStatusTwo();
    void aSlipOfTheFingerGetsAProposal();
    void optionsMayStandBeforeTheCommand();
    void aStoreThatCannotBeOpenedIsStatusThree_data();
    void aStoreThatCannotBeOpenedIsStatusThree();
};

void CliUsageTest::helpNamesEveryCommandAndEveryExitStatus()
{
    const Answer help = Program::runBare({QStringLiteral("--help")});
    QCOMPARE(help.status, 0);
    QVERIFY(help.err.isEmpty());
    for (const QString &name : words("init import quarantine queue next record release close explain history check user"))
        QVERIFY2(help.out.contains(QStringLiteral("\n  ") + name + QLatin1Char(' ')), qPrintable(name));
    QVERIFY(help.out.contains(QStringLiteral("0 done, 1 refused, 2 wrong usage, 3 no database, 4 a check found differences")));
}

void CliUsageTest::everyCommandHasItsOwnHelp_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("init") << "init" << words("--demo --seed --training");
    QTest::newRow("import") << "import" << words("--format --dry-run");
    QTest::newRow("queue") << "queue" << words("--as --limit");
    QTest::newRow("next") << "next" << words("--as");
    QTest::newRow("record") << "record" << words("--as --lead --medium --outcome --why --result --result-came --note --next-at --answer");
    QTest::newRow("release") << "release" << words("--as --lead");
    QTest::newRow("close") << "close" << words("--as --lead --status --reason");
    QTest::newRow("quarantine") << "quarantine" << words("list show retry discard --reason");
    QTest::newRow("explain") << "explain" << words("LEAD");
    QTest::newRow("history") << "history" << words("LEAD");
    QTest::newRow("check") << "check" << words("--repair");
    QTest::newRow("user") << "user" << words("list add role disable");
}

void CliUsageTest::everyCommandHasItsOwnHelp()
{
    QFETCH(QString, command);
    QFETCH(QStringList, options);
    const Answer help = Program::runBare({command, QStringLiteral("--help")});
    QCOMPARE(help.status, 0);
    QVERIFY(help.out.contains(QStringLiteral("Usage: beback ") + command));
    for (const QString &option : options + words("--db --json --at"))
        QVERIFY2(help.out.contains(option), qPrintable(option));
    QCOMPARE(Program::runBare({QStringLiteral("help"), command}).out, help.out);
}

void CliUsageTest::theVersionIsTheOneThatWasBuilt()
{
    const Answer version = Program::runBare({QStringLiteral("--version")});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.out, QStringLiteral("beback " BEBACK_VERSION "\n"));
}

void CliUsageTest::wrongUsageIsOneLineAndStatusTwo_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown command") << words("dial") << "dial";
    QTest::newRow("unknown option") << words("queue --fast") << "--fast";
    QTest::newRow("unknown option without a command") << words("--fast") << "--fast";
    QTest::newRow("option without its value") << words("queue --limit") << "limit";
    QTest::newRow("empty value") << QStringList{QStringLiteral("queue"), QStringLiteral("--as"), QString()} << "--as";
    QTest::newRow("option given twice") << words("next --as a --as b") << "--as";
    QTest::newRow("required option missing") << words("next") << "--as";
    QTest::newRow("argument missing") << words("history") << "LEAD";
    QTest::newRow("argument too many") << words("history aaaaaa bbbbbb") << "bbbbbb";
    QTest::newRow("no number") << words("queue --limit many") << "--limit";
    QTest::newRow("number too small") << words("queue --limit 0") << "--limit";
    QTest::newRow("no customers") << words("init --demo 0") << "--demo";
    QTest::newRow("more customers than a demo world holds") << words("init --demo 100001") << "100000";
    QTest::newRow("negative seed") << words("init --demo 5 --seed -1") << "--seed";
    QTest::newRow("seed of nothing") << words("init --seed 1") << "--demo";
    QTest::newRow("unknown zone") << words("init --rooftop Sunrise --zone Mars/Base") << "Mars/Base";
    QTest::newRow("unknown format") << words("import file.csv --format pdf") << "adf, csv, eml";
    QTest::newRow("unknown medium") << words("record --as a --lead aaaaaa --medium fax --outcome sent") << "call, text, email";
    QTest::newRow("unknown status") << words("close --as a --lead aaaaaa --status gone") << "sold, lost, duplicate";
    QTest::newRow("discarding without a reason") << words("quarantine discard aaaaaa") << "--reason";
    // Who does it and why, wherever a command needs it.
    QTest::newRow("rules without who") << words("rules set us-hours --reason x") << "--as";
    QTest::newRow("rules without why") << words("rules set us-hours --as a") << "--reason";
    QTest::newRow("rules with a blank for why") << (words("rules set us-hours --as a --reason") << QStringLiteral(" ")) << "--reason";
    QTest::newRow("words without who") << words("words set phrases/en --as-shipped --reason x") << "--as";
    QTest::newRow("words without why") << words("words set phrases/en --as-shipped --as a") << "--reason";
    QTest::newRow("words brought in without who") << words("words import file.txt --reason x") << "--as";
    QTest::newRow("words brought in without why") << words("words import file.txt --as a") << "--reason";
    QTest::newRow("stock without who") << words("stock import file.csv") << "--as";
    QTest::newRow("alert without who") << words("alert raise --lead aaaaaa") << "--as";
    QTest::newRow("campaign without who") << words("campaign stop rates") << "--as";
    QTest::newRow("close without who") << words("close --lead aaaaaa --status sold") << "--as";
    QTest::newRow("close without why") << words("close --as a --lead aaaaaa --status lost") << "--reason";
    QTest::newRow("assign without who") << words("assign --lead aaaaaa --to b --reason x") << "--as";
    QTest::newRow("assign without why") << words("assign --as a --lead aaaaaa --to b") << "--reason";
    QTest::newRow("a nudge with a blank for why") << (words("nudge aaaaaa --as a --reason") << QStringLiteral(" ")) << "--reason";
    QTest::newRow("a balance with a blank for why") << (words("balance --as a --apply --reason") << QStringLiteral(" ")) << "--reason";
    QTest::newRow("unknown outcome") << words("record --as a --lead aaaaaa --medium call --outcome maybe") << "no_answer";
    QTest::newRow("neither yes nor no")
        << words("record --as a --lead aaaaaa --medium call --outcome reached --result-came perhaps") << "yes or no";
    QTest::newRow("answer without a key")
        << words("record --as a --lead aaaaaa --medium call --outcome reached --answer later") << "KEY=TEXT";
    QTest::newRow("unknown user action") << words("user promote dana") << "promote";
    QTest::newRow("user without a name") << words("user add dana") << "--name";
    QTest::newRow("unknown role") << words("user role dana owner") << "agent, manager";
    QTest::newRow("json without a command") << words("--json") << "--json";
}

void CliUsageTest::wrongUsageIsOneLineAndStatusTwo()
{
    QFETCH(QStringList, line);
    QFETCH(QString, says);
    const Program program;
    const Answer answer = program.run(line);
    QCOMPARE(answer.status, 2);
    QVERIFY(!QFile::exists(program.file())); // nothing was made
    QVERIFY2(answer.isOneLineRefusal(), qPrintable(answer.out + answer.err));
    QVERIFY2(answer.err.contains(says), qPrintable(answer.err));
}

void CliUsageTest::aSlipOfTheFingerGetsAProposal()
{
    QVERIFY(Program::runBare({QStringLiteral("qeue")}).err.contains(QStringLiteral("did you mean queue?")));
    QVERIFY(!Program::runBare({QStringLiteral("frobnicate")}).err.contains(QStringLiteral("did you mean")));
}

void CliUsageTest::optionsMayStandBeforeTheCommand()
{
    Program program;
    const QStringList db{QStringLiteral("--db"), program.file()};
    QCOMPARE(Program::runBare(db + words("init --json")).status, 0);
    QCOMPARE(Program::runBare(words("--json") + db + words("user list")).out, QStringLiteral("{\"users\":[]}\n"));
}

void CliUsageTest::aStoreThatCannotBeOpenedIsStatusThree_data()
{
    QTest::addColumn<QString>("content"); // of the file; "-": there is none
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing there") << "-" << "beback init";
    QTest::newRow("another kind of file") << "Dear diary, today a customer came back." << "not a Beback file";
    QTest::newRow("an empty file") << "" << "beback init";
}

void CliUsageTest::aStoreThatCannotBeOpenedIsStatusThree()
{
    QFETCH(QString, content);
    QFETCH(QString, says);
    Program program;
    QFile file(program.file());
    if (content != QLatin1String("-")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.toUtf8());
        file.close();
    }
    for (const char *line : {"queue", "check", "next --as dana", "user list"}) {
        const Answer answer = program.run(words(line));
        QCOMPARE(answer.status, 3);
        QVERIFY2(answer.isOneLineRefusal(), qPrintable(answer.err));
        QVERIFY2(answer.err.contains(says), qPrintable(answer.err));
    }
    QCOMPARE(file.exists(), content != QLatin1String("-")); // looking makes nothing
}

QTEST_GUILESS_MAIN(CliUsageTest)
#include "cli_usage_test.moc"
