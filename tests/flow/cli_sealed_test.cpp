// The program at a desk whose computer has a real keyring: what it keeps is encrypted, without the server it works on, a lost keyring loses
// nothing, and once it was taken out nobody reads what is left.

#include "program.h"
#include "tests/support/temp_postgres.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using beback::test::TempPostgres;

namespace {

const QString Morning = QStringLiteral("2026-03-10T17:00:00Z"); // a working one in every zone of the contiguous United States

QStringList on(QStringList line, const QString &url)
{
    return line << QStringLiteral("--db") << url;
}

// A desktop somebody has logged into: a bus, and an unlocked keyring on it, both with their data in a folder that goes away.
class Desktop
{
public:
    Desktop()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), m_home.path());
        environment.remove(QStringLiteral("DISPLAY"));
        m_session.setProcessEnvironment(environment);
        const QString login = QStringLiteral("printf 'login password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
                                             "echo \"$DBUS_SESSION_BUS_ADDRESS\"; read end");
        m_session.start(QStringLiteral("dbus-run-session"), {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), login});
        while (!m_session.canReadLine() && m_session.waitForReadyRead(20000)) {
            // until it has said where its bus is
        }
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_session.readLine().trimmed());
        qunsetenv("BEBACK_KEYRING");
    }
    ~Desktop()
    {
        m_session.closeWriteChannel();
        if (!m_session.waitForFinished(10000))
            m_session.kill();
        m_session.waitForFinished();
    }

private:
    QTemporaryDir m_home;
    QProcess m_session;
};

} // namespace

class CliSealedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        m_database = TempPostgres::server().emptyDatabase();
        m_admin = TempPostgres::server().url(m_database);
        const Answer made = Program::runBare(on(words("init --demo 20 --demo-password pass-word --training --json"), m_admin)
                                             << QStringLiteral("--at") << Morning);
        QVERIFY2(made.status == 0, qPrintable(made.err));
        const QJsonArray users = Program::runBare(on(words("user list --json"), m_admin)).json().value(QStringLiteral("users")).toArray();
        for (const QJsonValue &user : users)
            if (user[QStringLiteral("role")] == QStringLiteral("agent"))
                m_login = user[QStringLiteral("login")].toString();
        m_url = TempPostgres::server().tcpUrl(m_database, m_login, QStringLiteral("pass-word"));
        m_desktop = std::make_unique<Desktop>();
    }

    void aDeskKeepsWhatItKeepsEncrypted()
    {
        const Answer taken = run(words("away take --leads 6 --hours 4 --json"));
        QVERIFY2(taken.status == 0, qPrintable(taken.err));
        QVERIFY(taken.json().value(QStringLiteral("file_encrypted")).toBool());
        for (const QJsonValue &item : taken.json().value(QStringLiteral("carried")).toArray())
            m_names << item[QStringLiteral("customer")][QStringLiteral("name")].toString();
        QVERIFY(!m_names.value(0).isEmpty());
        QCOMPARE(readable(), QStringList());
    }

    void itIsCheckedLikeAnyOther()
    {
        const Answer checked = Program::runBare(on(words("check --json"), QStringLiteral("sqlite:") + file()));
        QVERIFY2(checked.status == 0, qPrintable(checked.err + checked.out));
        QVERIFY(checked.json().value(QStringLiteral("events")).toInt() > 0);
    }

    void withoutTheServerItWorksOnAndALostKeyringIsSaid()
    {
        TempPostgres::server().stop(SIGINT);
        const Answer next = run(words("next --json"));
        const QString medium = next.json()[QStringLiteral("step")][QStringLiteral("medium")].toString();
        const QString outcome = medium == QLatin1String("call") ? QStringLiteral("no_answer") : medium == QLatin1String("visit") ? QStringLiteral("missed") : QStringLiteral("sent");
        const Answer saved = run(words("record --json --keep sent-by-hand --note Zebulon --lead") << next.json().value(QStringLiteral("lead")).toString()
                                                                                                  << QStringLiteral("--medium") << medium
                                                                                                  << QStringLiteral("--outcome") << outcome);
        m_desktop = nullptr;
        m_desktop = std::make_unique<Desktop>(); // with a keyring that knows nothing
        const Answer lost = run(words("away --json"));
        TempPostgres::server().startAgain();
        QVERIFY2(saved.status == 0, qPrintable(saved.err));
        QCOMPARE(lost.status, 3);
        QVERIFY2(lost.isOneLineRefusal() && lost.err.contains(QLatin1String("keyring")), qPrintable(lost.err));
        m_names << QStringLiteral("Zebulon");
        QCOMPARE(readable(), QStringList());

        const Answer found = run(words("away --json")); // fetched, and what waited is sent
        QVERIFY2(found.status == 0, qPrintable(found.err));
        QCOMPARE(found.json().value(QStringLiteral("waiting")).toInt(), 0);
        QCOMPARE(TempPostgres::server().sql(m_database, QStringLiteral("SELECT count(*) FROM event WHERE body LIKE '%Zebulon%'")), QStringLiteral("1"));
        TempPostgres::server().stop(SIGINT);
        const Answer again = run(words("away --json")); // and it is in this keyring
        TempPostgres::server().startAgain();
        QVERIFY2(again.status == 0, qPrintable(again.err));
    }

    void onceTakenOutNobodyReadsWhatIsLeft()
    {
        const Answer out = Program::runBare(on(words("revoke --reason lost") << QSysInfo::machineHostName(), m_admin));
        QVERIFY2(out.status == 0, qPrintable(out.err));
        const Answer told = run(words("queue"));
        QVERIFY2(told.err.contains(QLatin1String("taken out")), qPrintable(told.err));
        const Answer left = Program::runBare(on(words("check"), QStringLiteral("sqlite:") + file()));
        QCOMPARE(left.status, 3);
        QVERIFY2(left.err.contains(QLatin1String("key")), qPrintable(left.err));
        const Answer again = run(words("queue"));
        QVERIFY2(again.status != 0 && again.err.contains(QLatin1String("taken out")), qPrintable(again.err));
        const Answer anew = Program::runBare(words("join") << m_url);
        QVERIFY2(anew.status == 0, qPrintable(anew.err));
        const Answer works = run(words("away --json"));
        QVERIFY2(works.status == 0, qPrintable(works.err));
        QVERIFY(works.json().value(QStringLiteral("file_encrypted")).toBool());
    }

private:
    Answer run(const QStringList &line) const { return Program::runBare(on(line, m_url) << QStringLiteral("--at") << Morning); }
    QString file() const
    {
        const QDir desks(m_folder.filePath(QStringLiteral("beback/desks")));
        const QStringList files = desks.entryList({QStringLiteral("*-%1-*.db").arg(m_login)}, QDir::Files);
        if (files.size() != 1)
            qFatal("There are %d files of %s", int(files.size()), qPrintable(m_login));
        return desks.filePath(files.first());
    }
    // Of those whose names are known: who can be read from what lies on the disk.
    QStringList readable() const
    {
        QStringList found;
        const QFileInfo at(file());
        for (const QFileInfo &one : at.dir().entryInfoList({at.fileName() + QLatin1Char('*')}, QDir::Files)) {
            QFile raw(one.filePath());
            const QByteArray all = raw.open(QIODevice::ReadOnly) ? raw.readAll() : QByteArray();
            for (const QString &name : m_names)
                if (all.contains(name.toUtf8()))
                    found << name;
        }
        return found;
    }

    QTemporaryDir m_folder;
    QString m_database, m_admin, m_login, m_url;
    QStringList m_names;
    std::unique_ptr<Desktop> m_desktop;
};

QTEST_GUILESS_MAIN(CliSealedTest)
#include "cli_sealed_test.moc"
