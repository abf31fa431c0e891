// A lost computer and what needs a look, from the command line: taken out, told so, what it had is held, let in, and counts.

#include "program.h"
#include "tests/support/temp_postgres.h"

#include <QJsonArray>
#include <QTest>

using beback::test::TempPostgres;

namespace {

// A working morning in every zone of the contiguous United States.
const QString Morning = QStringLiteral("2026-03-10T17:00:00Z");

} // namespace

class CliLookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        m_database = TempPostgres::server().emptyDatabase();
        m_admin = TempPostgres::server().url(m_database);
        const Answer made = at(words("init --demo 30 --training --json"), m_admin);
        QVERIFY2(made.status == 0, qPrintable(made.err));
        for (const QJsonValue &user : at(words("user list --json"), m_admin).json().value(QStringLiteral("users")).toArray()) {
            const QString login = user[QStringLiteral("login")].toString();
            (user[QStringLiteral("role")] == QStringLiteral("manager") ? m_managers : m_agents) << login;
        }
        QVERIFY(!m_agents.isEmpty() && !m_managers.isEmpty());
    }

    void anEmbeddedStoreHasNoneOfThis()
    {
        Program alone;
        QCOMPARE(alone.run(words("init --demo 3")).status, 0);
        for (const char *line : {"desks", "look", "revoke laptop --reason lost"}) {
            const Answer answer = alone.run(words(line));
            QCOMPARE(answer.status, 1);
            QVERIFY2(answer.isOneLineRefusal(), qPrintable(answer.err));
        }
    }

    void usageIsSaid()
    {
        QCOMPARE(at(words("look whatever"), m_admin).status, 2);
        QCOMPARE(at(words("look let-in"), m_admin).status, 2);
        QCOMPARE(at(words("revoke laptop"), m_admin).status, 2); // without a reason
    }

    void aLostComputerFromTheFirstToTheLastWord()
    {
        const QString agent = urlOf(m_agents[0]), manager = urlOf(m_managers[0]);
        const Answer next = at(words("next --json"), agent);
        QVERIFY2(next.status == 0, qPrintable(next.err));
        const QString lead = next.json().value(QStringLiteral("lead")).toString();
        QVERIFY(!lead.isEmpty());
        QCOMPARE(at(words("look"), manager).status, 0); // the manager's desk joins

        const Answer desks = at(words("desks --json"), manager);
        QVERIFY2(desks.status == 0, qPrintable(desks.err));
        QString desk;
        for (const QJsonValue &one : desks.json().value(QStringLiteral("desks")).toArray())
            if (one[QStringLiteral("login")] == m_agents[0])
                desk = one[QStringLiteral("desk")].toString();
        QVERIFY2(!desk.isEmpty(), qPrintable(desks.out));
        QCOMPARE(at(words("desks --json"), agent).json().value(QStringLiteral("desks")).toArray().size(), 1);

        const Answer byAgent = at(words("revoke --reason mine --json") << desk, agent);
        QCOMPARE(byAgent.status, 1);
        const Answer password = at(words("revoke --reason lost --new-password") << desk, manager);
        QCOMPARE(password.status, 1); // an administrator gives passwords; nothing was done
        const Answer revoked = at(words("revoke --json --reason lost") << desk, manager);
        QVERIFY2(revoked.status == 0, qPrintable(revoked.err));
        QCOMPARE(revoked.json()[QStringLiteral("revoked")][0][QStringLiteral("leases")].toInt(), 1);

        const Answer told = at(words("queue"), agent);
        QCOMPARE(told.status, 3);
        QVERIFY2(told.isOneLineRefusal() && told.err.contains(QStringLiteral("lost")), qPrintable(told.err));
        QCOMPARE(at(words("queue"), agent).status, 3); // and again
        const Answer joined = at({QStringLiteral("join"), agent}, {});
        QVERIFY2(joined.status == 0, qPrintable(joined.err));
        QCOMPARE(at(words("queue"), agent).status, 0);
        QCOMPARE(at(words("check"), m_admin).status, 0);
    }

    void anAdministratorGivesANewPasswordInTheSameBreath()
    {
        const QString agent = urlOf(m_agents[1]);
        QCOMPARE(at(words("queue"), agent).status, 0);
        const QString desk = TempPostgres::server().sql(m_database, QStringLiteral("SELECT origin FROM replica WHERE login = '%1'").arg(m_agents[1]));
        const Answer revoked = at(words("revoke --json --new-password --reason stolen") << desk, m_admin);
        QVERIFY2(revoked.status == 0, qPrintable(revoked.err));
        const QString password = revoked.json()[QStringLiteral("revoked")][0][QStringLiteral("password")].toString();
        QCOMPARE(password.size(), 16);
        const Answer joined = at({QStringLiteral("join"), TempPostgres::server().tcpUrl(m_database, m_agents[1], password)}, {});
        QVERIFY2(joined.status == 0, qPrintable(joined.err));
    }

    void whatIsHeldIsLetInOrLeftOut()
    {
        // Two events of an agent that only a manager says.
        const QString agent = urlOf(m_agents[0]), manager = urlOf(m_managers[0]);
        QStringList held;
        for (int i = 0; i < 2; ++i)
            held << TempPostgres::server().sql(m_database, QStringLiteral(
                "WITH e AS (SELECT * FROM event WHERE kind = 'noted' OR kind = 'attempt' ORDER BY id OFFSET %1 LIMIT 1) "
                "SELECT id FROM e").arg(i));
        for (const QString &id : held)
            TempPostgres::server().sql(m_database, QStringLiteral(
                "INSERT INTO event_flag (event_id, rooftop_id, flag, held) SELECT id, rooftop_id, 'managers_only', TRUE FROM event WHERE id = '%1';"
                "UPDATE customer_head SET events = events - 1, stale = TRUE WHERE customer_id = (SELECT customer_id FROM event WHERE id = '%1')").arg(id));
        const QJsonArray looks = at(words("look --json"), manager).json().value(QStringLiteral("looks")).toArray();
        QCOMPARE(looks.size(), 2);
        QVERIFY(looks[0][QStringLiteral("held")].toBool() && !looks[0][QStringLiteral("says")].toString().isEmpty());
        QVERIFY(at(words("look"), manager).out.contains(held[0]));
        QCOMPARE(at(words("look keep") << held[0], manager).status, 1);               // it is held
        QCOMPARE(at(words("look let-in") << held[0], manager).status, 1);             // without a reason
        QCOMPARE(at(words("look let-in --reason mine") << held[0], agent).status, 1); // no manager
        const Answer in = at(words("look let-in --json --reason agreed") << held[0], manager);
        QVERIFY2(in.status == 0, qPrintable(in.err));
        QCOMPARE(in.json().value(QStringLiteral("looked_at")).toInt(), 1);
        const Answer out = at(words("look leave-out --reason wrong") << held[1], manager);
        QVERIFY2(out.status == 0, qPrintable(out.err));
        QCOMPARE(at(words("look --json"), manager).json().value(QStringLiteral("looks")).toArray().size(), 0);
        QCOMPARE(at(words("look let-in --reason agreed") << held[1], manager).status, 1); // for good
        QCOMPARE(TempPostgres::server().sql(m_database, QStringLiteral("SELECT count(*) FROM event_flag WHERE held")), QStringLiteral("1"));
    }

private:
    // `url` empty: the line names it.
    Answer at(QStringList line, const QString &url) const
    {
        if (!url.isEmpty())
            line << QStringLiteral("--db") << url << QStringLiteral("--at") << Morning;
        return Program::runBare(line);
    }
    QString urlOf(const QString &login) const { return TempPostgres::server().url(m_database, login); }

    QTemporaryDir m_folder;
    QString m_database, m_admin;
    QStringList m_agents, m_managers;
};

QTEST_GUILESS_MAIN(CliLookTest)
#include "cli_look_test.moc"
