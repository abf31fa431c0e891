// The program at work on a shared database: an administrator sets it up, people work in it, each as themselves.

#include "program.h"
#include "tests/support/temp_postgres.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using beback::test::TempPostgres;

namespace {

// A working morning in every zone of the contiguous United States.
const QString Morning = QStringLiteral("2026-03-10T17:00:00Z");

const char Csv[] = "First Name,Last Name,E-Mail,Phone,Vehicle Make,Vehicle Model\n"
                   "Casey,Sampleton,casey@example.com,(303) 555-0123,Toyota,Tacoma\n"
                   "Robin,Testerly,robin.testerly@example.com,,Honda,Pilot\n";

QStringList on(QStringList line, const QString &url)
{
    return line << QStringLiteral("--db") << url;
}

} // namespace

class CliSharedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        m_database = TempPostgres::server().emptyDatabase();
        m_admin = TempPostgres::server().url(m_database);
        const Answer made = Program::runBare(on(words("init --demo 60 --demo-password pass-word --training --json"), m_admin)
                                             << QStringLiteral("--at") << Morning);
        QVERIFY2(made.status == 0, qPrintable(made.err));
        QCOMPARE(made.json().value(QStringLiteral("demo_password")).toString(), QStringLiteral("pass-word"));
        const QJsonArray users = Program::runBare(on(words("user list --json"), m_admin)).json().value(QStringLiteral("users")).toArray();
        for (const QJsonValue &user : users)
            if (user[QStringLiteral("role")] == QStringLiteral("agent"))
                m_agents << user[QStringLiteral("login")].toString();
        QVERIFY(m_agents.size() >= 2);
    }

    void theDemoWorldIsCleanInTheDatabase()
    {
        const Answer checked = Program::runBare(on(words("check --json"), m_admin));
        QVERIFY2(checked.status == 0, qPrintable(checked.out + checked.err));
        QCOMPARE(checked.json().value(QStringLiteral("customers")).toInt(), 60);
        QCOMPARE(Program::runBare(on(words("init"), m_admin)).status, 0); // once more: nothing to do
        QCOMPARE(Program::runBare(on(words("init --demo 5"), m_admin)).status, 1);
    }

    void aPersonWorksAsTheConnectionsUser()
    {
        const QString url = urlOf(m_agents[0]);
        const Answer queue = run(words("queue --json"), url);
        QVERIFY2(queue.status == 0, qPrintable(queue.err));
        QVERIFY(queue.json().value(QStringLiteral("now_count")).toInt() > 0);

        const Answer next = run(words("next --json"), url);
        QVERIFY2(next.status == 0, qPrintable(next.err));
        const QString lead = next.json().value(QStringLiteral("lead")).toString();
        const QString medium = next.json()[QStringLiteral("step")][QStringLiteral("medium")].toString();
        QVERIFY(!lead.isEmpty());
        const Answer other = run(words("next --json"), urlOf(m_agents[1]));
        QVERIFY(other.json().value(QStringLiteral("lead")).toString() != lead);

        const Answer saved = run(words("record --outcome reached --json --could-not-ask standout=away --could-not-ask who_decides=away --could-not-ask next_step=away --lead") << lead << QStringLiteral("--medium") << medium, url);
        QVERIFY2(saved.status == 0, qPrintable(saved.err));
        QVERIFY(saved.json().value(QStringLiteral("confirmed")).toBool());
        const Answer history = run(words("history --json") << lead, urlOf(m_agents[1]));
        const QJsonObject last = history.json().value(QStringLiteral("events")).toArray().last().toObject();
        QCOMPARE(last.value(QStringLiteral("id")).toString(), saved.json().value(QStringLiteral("event")).toString());
        QCOMPARE(last.value(QStringLiteral("actor")).toString(), m_agents[0]);
        QCOMPARE(run(words("explain") << lead, url).status, 0);
        QCOMPARE(run(words("report attempts-per-lead --format json"), url).status, 0);
        const QStringList release = words("release --lead") << other.json().value(QStringLiteral("lead")).toString();
        const Answer theirs = run(release, url);
        QCOMPARE(theirs.status, 1);
        QVERIFY2(theirs.isOneLineRefusal() && theirs.err.contains(QStringLiteral("Nothing was changed")), qPrintable(theirs.err));
        QCOMPARE(run(release, urlOf(m_agents[1])).out, QStringLiteral("Given back.\n"));
        QCOMPARE(run(words("check"), url).status, 0); // this desk's own store
        QCOMPARE(Program::runBare(on(words("check"), m_admin)).status, 0);
    }

    void nobodyActsAsSomebodyElse()
    {
        const Answer as = run(words("next --as") << m_agents[1], urlOf(m_agents[0]));
        QCOMPARE(as.status, 1);
        QVERIFY(as.err.contains(m_agents[0]));
        QCOMPARE(run(words("next --json --as") << m_agents[0], urlOf(m_agents[0])).status, 0);
        QVERIFY(Program::runBare(on(words("user add eve --name Eve"), urlOf(m_agents[0]))).status != 0);
    }

    void eachWayToFailToConnectSaysWhatToDo_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("said");
        TempPostgres &server = TempPostgres::server();
        QTest::newRow("wrong password") << server.tcpUrl(m_database, m_agents[0], QStringLiteral("wrong")) << QStringLiteral("password");
        QTest::newRow("no such database") << server.tcpUrl(QStringLiteral("nowhere"), m_agents[0], QStringLiteral("pass-word")) << QStringLiteral("nowhere");
        QTest::newRow("nobody listens") << QStringLiteral("postgresql://x:y@127.0.0.1:1/db") << QStringLiteral("127.0.0.1");
    }
    void eachWayToFailToConnectSaysWhatToDo()
    {
        QFETCH(QString, url);
        QFETCH(QString, said);
        const Answer refused = Program::runBare(on(words("queue"), url));
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.isOneLineRefusal(), qPrintable(refused.err));
        QVERIFY2(refused.err.contains(said, Qt::CaseInsensitive), qPrintable(refused.err));
        QVERIFY(!refused.err.contains(QStringLiteral("pass-word")));
    }

    void whatOneDeskImportedAnotherDoesNotTakeTwice()
    {
        const QString file = m_folder.filePath(QStringLiteral("leads.csv"));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::WriteOnly) && csv.write(Csv) > 0);
        csv.close();
        const Answer first = run(words("import --json") << file, urlOf(m_agents[0]));
        QVERIFY2(first.status == 0, qPrintable(first.err));
        QCOMPARE(first.json().value(QStringLiteral("accepted")).toInt(), 2);
        const QString before = count();
        const Answer second = run(words("import --json") << file, urlOf(m_agents[1]));
        QVERIFY2(second.status == 0, qPrintable(second.err));
        QCOMPARE(second.json().value(QStringLiteral("accepted")).toInt(), 0);
        QCOMPARE(count(), before);
        QCOMPARE(Program::runBare(on(words("check"), m_admin)).status, 0);
    }

    void aStewardTakesInWhatLiesInAFolder()
    {
        const QString folder = m_folder.filePath(QStringLiteral("in"));
        QVERIFY(QDir().mkpath(folder));
        QFile csv(folder + QStringLiteral("/new.csv"));
        QVERIFY(csv.open(QIODevice::WriteOnly) && csv.write("First Name,Last Name,E-Mail\nAda,Brook,ada.brook@example.com\n") > 0);
        csv.close();
        const QString before = count();
        QCOMPARE(run(words("steward --once --folder") << folder, urlOf(m_agents[0])).status, 0);
        QVERIFY(count() != before);
        QVERIFY(QDir(folder + QStringLiteral("/done")).exists());
    }

    void anEmbeddedStoreMovesIn()
    {
        Program embedded;
        QCOMPARE(embedded.run(words("init --demo 40")).status, 0);
        const QString refused = written(embedded, "refused.adf", "<adf><prospect/>");
        (void)embedded.run(words("import") << refused);
        const QString database = TempPostgres::server().emptyDatabase();
        const QString target = TempPostgres::server().url(database);
        QCOMPARE(Program::runBare(words("init --rooftop Mesa --zone America/Denver --db") << target).status, 0);
        const Answer moved = embedded.run(words("move --json") << target);
        QVERIFY2(moved.status == 0, qPrintable(moved.err));
        QCOMPARE(moved.json().value(QStringLiteral("set_aside")).toInt(), 1);
        QCOMPARE(TempPostgres::server().sql(database, QStringLiteral("SELECT count(*) FROM quarantine WHERE content LIKE '%prospect%'")), QStringLiteral("1"));
        QCOMPARE(moved.json().value(QStringLiteral("customers")).toInt(), 40);
        const Answer checked = Program::runBare(on(words("check --json"), target));
        QVERIFY2(checked.status == 0, qPrintable(checked.out));
        QCOMPARE(checked.json().value(QStringLiteral("events")).toInt(), moved.json().value(QStringLiteral("events")).toInt());
        const Answer behind = embedded.run(words("check")); // the file was named, so it may be looked at
        QCOMPARE(behind.status, 0);
        QVERIFY2(behind.err.contains(QLatin1String("were moved into")), qPrintable(behind.err));
        QCOMPARE(embedded.run(words("move") << target).status, 1);
    }

private:
    static QString written(const Program &program, const char *name, const QByteArray &content)
    {
        const QString path = program.folder() + QLatin1Char('/') + QLatin1String(name);
        if (!write(path, content))
            qFatal("%s was not written", name);
        return path;
    }
    QString urlOf(const QString &login) const { return TempPostgres::server().tcpUrl(m_database, login, QStringLiteral("pass-word")); }
    Answer run(const QStringList &line, const QString &url) const
    {
        return Program::runBare(on(line, url) << QStringLiteral("--at") << Morning);
    }
    QString count() const { return TempPostgres::server().sql(m_database, QStringLiteral("SELECT count(*) FROM event")); }

    QTemporaryDir m_folder;
    QString m_database, m_admin;
    QStringList m_agents;
};

QTEST_GUILESS_MAIN(CliSharedTest)
#include "cli_shared_test.moc"
