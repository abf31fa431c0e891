// A whole trip with the program: leads are taken along, the server goes, three are worked, it comes back, and another desk sees
// what was done, once and in order.

#include "program.h"
#include "tests/support/temp_postgres.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>

using beback::test::TempPostgres;

namespace {

// A working morning in every zone of the contiguous United States.
const QString Morning = QStringLiteral("2026-03-10T17:00:00Z");

QStringList on(QStringList line, const QString &url)
{
    return line << QStringLiteral("--db") << url;
}

} // namespace

class CliAwayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        m_database = TempPostgres::server().emptyDatabase();
        const QString admin = TempPostgres::server().url(m_database);
        const Answer made = Program::runBare(on(words("init --demo 60 --demo-password pass-word --training --json"), admin)
                                             << QStringLiteral("--at") << Morning);
        QVERIFY2(made.status == 0, qPrintable(made.err));
        const QJsonArray users = Program::runBare(on(words("user list --json"), admin)).json().value(QStringLiteral("users")).toArray();
        for (const QJsonValue &user : users)
            if (user[QStringLiteral("role")] == QStringLiteral("agent"))
                m_agents << user[QStringLiteral("login")].toString();
        QVERIFY(m_agents.size() >= 2);
    }

    void whatMakesNoTripSaysWhatDoes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("status");
        QTest::newRow("too many") << QStringLiteral("away take --leads 51") << 2;
        QTest::newRow("none") << QStringLiteral("away take --leads 0") << 2;
        QTest::newRow("too long") << QStringLiteral("away take --hours 13") << 2;
        QTest::newRow("no word of it") << QStringLiteral("away fly") << 2;
        QTest::newRow("nobody is along") << QStringLiteral("away back") << 1;
        QTest::newRow("no lead") << QStringLiteral("away take 00000000-0000-7000") << 1;
        QTest::newRow("not an administrator") << QStringLiteral("away limit 5") << 1;
    }
    void whatMakesNoTripSaysWhatDoes()
    {
        QFETCH(QString, line);
        QFETCH(int, status);
        const Answer refused = run(words(line.toUtf8().constData()), urlOf(m_agents[0]));
        QVERIFY2(status == 1 ? refused.status != 0 : refused.status == status, qPrintable(refused.err));
        QVERIFY2(refused.isOneLineRefusal(), qPrintable(refused.err));
    }

    void aStoreOfThisComputerNeedsNoTrip()
    {
        const Program embedded;
        QCOMPARE(embedded.run(words("init --demo 5")).status, 0);
        const QString login = embedded.json(words("user list")).value(QStringLiteral("users")).toArray().first()[QStringLiteral("login")].toString();
        const Answer refused = embedded.run(words("away take --as") << login);
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.contains(QLatin1String("on this computer")));
    }

    void aTripWithoutTheServer()
    {
        const QString url = urlOf(m_agents[0]), other = urlOf(m_agents[1]);
        const Answer taken = run(words("away take --leads 6 --hours 4 --json"), url);
        QVERIFY2(taken.status == 0, qPrintable(taken.err));
        QCOMPARE(taken.json()[QStringLiteral("trip")][QStringLiteral("leads")].toInt(), 6);
        QCOMPARE(taken.json()[QStringLiteral("trip")][QStringLiteral("brought")].toInt(), 6);
        const QJsonArray carried = taken.json().value(QStringLiteral("carried")).toArray();
        QCOMPARE(carried.size(), 6);
        const Answer theirs = run(words("away take --leads 50 --json"), other);
        QVERIFY2(theirs.status == 0, qPrintable(theirs.err));
        for (const QJsonValue &mine : carried)
            for (const QJsonValue &item : theirs.json().value(QStringLiteral("carried")).toArray())
                QVERIFY(item[QStringLiteral("lead")] != mine[QStringLiteral("lead")]);

        TempPostgres::server().stop(SIGINT);
        const QStringList recorded = workThree(url);
        const Answer away = run(words("away --json"), url);
        const Answer list = run(words("queue --json"), url);
        const Answer refused = run(words("away take"), url);
        TempPostgres::server().startAgain();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(recorded.size(), 3);
        QVERIFY2(away.status == 0, qPrintable(away.err));
        QVERIFY(!away.json().value(QStringLiteral("online")).toBool(true));
        QCOMPARE(away.json().value(QStringLiteral("waiting")).toInt(), 3);
        QVERIFY(!away.json().value(QStringLiteral("cannot")).toArray().isEmpty());
        QVERIFY(!away.json().value(QStringLiteral("do_not_contact_read")).toString().isEmpty());
        QVERIFY2(list.status == 0, qPrintable(list.err));
        QCOMPARE(list.json().value(QStringLiteral("mine")).toArray().size(), 6);
        QVERIFY(list.json().value(QStringLiteral("next")).toArray().isEmpty());
        QVERIFY(refused.status != 0);

        const Answer back = run(words("away back --json"), url);
        QVERIFY2(back.status == 0, qPrintable(back.err));
        QCOMPARE(back.json().value(QStringLiteral("sent")).toInt(), 3);
        QCOMPARE(back.json().value(QStringLiteral("given_back")).toInt(), 6);
        QCOMPARE(seenBy(other), recorded);
        QCOMPARE(run(words("away back"), other).status, 0);
        QCOMPARE(TempPostgres::server().sql(m_database, QStringLiteral("SELECT count(*) FROM claim WHERE until > 0")), QStringLiteral("0"));
        QCOMPARE(run(words("check"), url).status, 0);
        QCOMPARE(Program::runBare(on(words("check"), TempPostgres::server().url(m_database))).status, 0);
    }

    void anAdministratorSaysHowOldDoNotContactMayBe()
    {
        const QString admin = TempPostgres::server().url(m_database);
        const Answer set = Program::runBare(on(words("away limit 36 --json"), admin));
        QVERIFY2(set.status == 0, qPrintable(set.err));
        QCOMPARE(set.json().value(QStringLiteral("hours")).toInt(), 36);
        QCOMPARE(Program::runBare(on(words("away limit 0"), admin)).status, 2);
        QCOMPARE(TempPostgres::server().sql(m_database, QStringLiteral("SELECT value FROM setting WHERE name = 'dnc_max_age_hours'")), QStringLiteral("36"));
    }

private:
    // next and record, three times; the events' ids. Remembers which leads.
    QStringList workThree(const QString &url)
    {
        QStringList recorded;
        for (int i = 0; i < 3; ++i) {
            const Answer next = run(words("next --json"), url);
            if (next.status != 0) {
                qWarning("%s", qPrintable(next.err));
                return recorded;
            }
            const QString lead = next.json().value(QStringLiteral("lead")).toString();
            const QString medium = next.json()[QStringLiteral("step")][QStringLiteral("medium")].toString();
            const char *outcome = medium == QLatin1String("call") ? "no_answer" : medium == QLatin1String("visit") ? "missed" : "sent";
            QStringList line = words("record --json --keep sent-by-hand --lead") << lead << QStringLiteral("--medium") << medium;
            const Answer saved = run(line << QStringLiteral("--outcome") << QString::fromLatin1(outcome), url);
            if (saved.status != 0) {
                qWarning("%s", qPrintable(saved.err));
                return recorded;
            }
            recorded << saved.json().value(QStringLiteral("event")).toString();
            if (!m_worked.contains(lead))
                m_worked << lead;
        }
        return recorded;
    }

    // What another desk reads of them, in the order it was done.
    QStringList seenBy(const QString &url) const
    {
        QMap<QString, QString> byTime; // instants are equal in training: the order is that of the ids then, as they were made
        for (const QString &lead : m_worked) {
            const Answer history = run(words("history --json") << lead, url);
            for (const QJsonValue &event : history.json().value(QStringLiteral("events")).toArray())
                if (event[QStringLiteral("kind")] == QStringLiteral("attempt") && event[QStringLiteral("actor")].toString() == m_agents[0]
                    && event[QStringLiteral("occurred_at")].toString() >= Morning)
                    byTime.insert(TempPostgres::server().sql(m_database, QStringLiteral("SELECT lpad(hlc::text, 24, '0') FROM event WHERE id = '%1'")
                                                                             .arg(event[QStringLiteral("id")].toString())),
                                  event[QStringLiteral("id")].toString());
        }
        return byTime.values();
    }

    QString urlOf(const QString &login) const { return TempPostgres::server().tcpUrl(m_database, login, QStringLiteral("pass-word")); }
    Answer run(const QStringList &line, const QString &url) const
    {
        return Program::runBare(on(line, url) << QStringLiteral("--at") << Morning);
    }

    QTemporaryDir m_folder;
    QString m_database;
    QStringList m_agents, m_worked;
};

QTEST_GUILESS_MAIN(CliAwayTest)
#include "cli_away_test.moc"
