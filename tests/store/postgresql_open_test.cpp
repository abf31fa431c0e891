// Opening a PostgreSQL database: what may stand in its address, and a clear sentence for each way it can fail.

#include "core/store/postgresql_failure.h"
#include "core/store/sql_catalog.h"
#include "tests/support/temp_store.h"

#include <csignal>
#include <thread>

using namespace beback;
using namespace beback::test;

namespace {

Result<std::unique_ptr<Connection>> open(const QString &uri)
{
    return Connection::open(StoreUrl{Engine::Postgresql, {}, uri}, Connection::Mode::ReadWrite);
}

QString failureOf(const QString &uri)
{
    const auto opened = open(uri);
    return opened ? QStringLiteral("opened") : opened.error().detail;
}

QString passwordFree(const QString &text)
{
    return text.contains(QLatin1String("s3cret")) ? QStringLiteral("the password is in: ") + text : QString();
}

} // namespace

class PostgresqlOpenTest : public QObject
{
    Q_OBJECT
    TempPostgres &m_server = TempPostgres::server();

private Q_SLOTS:
    void initTestCase()
    {
        qInfo("server ready after %d ms", m_server.startedInMs());
        m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE ROLE priya LOGIN PASSWORD 's3cret'; CREATE ROLE outsider LOGIN "
                                                                "PASSWORD 's3cret'; CREATE ROLE retired NOLOGIN PASSWORD 's3cret'; "
                                                                "CREATE ROLE single LOGIN PASSWORD 's3cret' CONNECTION LIMIT 1"));
    }

    void tlsIsFullyCheckedUnlessItIsThisMachineOrWrittenOut_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("tls");
        QTest::addColumn<bool>("unverified");
        const auto row = [](const char *uri, const char *tls, bool unverified) {
            QTest::newRow(uri) << QString::fromLatin1(uri) << QString::fromLatin1(tls) << unverified;
        };
        row("postgresql://db.example.com/x", "verify-full", false);
        row("postgres://db.example.com:5433/x", "verify-full", false);
        row("postgresql://db.example.com/x?sslmode=require", "require", true);
        row("postgresql://db.example.com/x?sslmode=verify-ca", "verify-ca", true);
        row("postgresql://db.example.com/x?sslmode=disable", "disable", true);
        row("postgresql://localhost/x", "prefer", false);
        row("postgresql://127.0.0.1/x", "prefer", false);
        row("postgresql://[::1]/x", "prefer", false);
        row("postgresql:///x?host=/run/postgresql", "prefer", false);
        row("postgresql://localhost/x?sslmode=verify-full", "verify-full", false);
        row("postgresql://127.example.com/x", "verify-full", false);
        row("postgresql://localhost.example.com/x", "verify-full", false);
    }
    void tlsIsFullyCheckedUnlessItIsThisMachineOrWrittenOut()
    {
        QFETCH(QString, uri);
        const auto target = PostgresqlTarget::parse(uri);
        VERIFY_OK(target);
        QTEST(target->tls, "tls");
        QTEST(target->isUnverified, "unverified");
        QVERIFY(target->options.contains(QStringLiteral("sslmode=") + target->tls));
    }

    void addressesThatAreRefused_data()
    {
        QTest::addColumn<QString>("uri");
        for (const char *uri : {"postgresql://host", "postgresql://host/x?options=-crole%3Dpostgres", "postgresql://host/x?service=y",
                                "postgresql://host/x?passfile=/etc/shadow", "postgresql://host/x?sslmode=none", "postgresql://host:0/x",
                                "postgresql://host/x?sslrootcert=/a%3Bsslmode%3Ddisable", "postgresql://a:s3cret@host/x?krbsrvname=z",
                                "postgresql://a:s3cret@host/%zz", "postgresql://host/x?hostaddr=10.0.0.1", "postgresql://host:99999/x",
                                "postgresql://localhost,db.example.com/x"})
            QTest::newRow(uri) << QString::fromLatin1(uri);
    }
    void addressesThatAreRefused()
    {
        QFETCH(QString, uri);
        const auto opened = open(uri);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::Invalid);
        QCOMPARE(passwordFree(opened.error().message + opened.error().detail), QString());
    }

    void everyTextOfAFailedConnectionHasItsMeaning_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *text, const char *word) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(word); };
        row("could not translate host name \"nowhere\" to address: Name or service not known", "unknown host");
        row("connection to server at \"127.0.0.1\", port 1 failed: Connection refused\n\tIs the server running", "refused");
        row("connection to server on socket \"/run/.s.PGSQL.5432\" failed: No such file or directory", "refused");
        row("connection to server at \"10.0.0.1\", port 5432 failed: timeout expired", "no answer");
        row("connection to server at \"10.0.0.1\", port 5432 failed: No route to host", "no answer");
        row("connection to server at \"h\" failed: FATAL:  password authentication failed for user \"x\"", "wrong password");
        row("connection to server at \"h\" failed: fe_sendauth: no password supplied", "wrong password");
        row("connection to server at \"h\" failed: FATAL:  28P01", "wrong password");
        row("connection to server at \"h\" failed: FATAL:  role \"x\" does not exist", "wrong password");
        row("connection to server at \"h\" failed: FATAL:  database \"x\" does not exist", "no such database");
        row("connection to server at \"h\" failed: FATAL:  3D000", "no such database");
        row("connection to server at \"h\" failed: SSL error: certificate verify failed", "certificate not trusted");
        row("server certificate for \"other\" does not match host name \"h\"", "certificate of another host");
        row("root certificate file \"/root/.postgresql/root.crt\" does not exist\nEither provide the file", "no authority");
        row("connection to server at \"h\" failed: server does not support SSL, but SSL was required", "no tls");
        row("FATAL:  no pg_hba.conf entry for host \"10.1.1.1\", user \"x\", database \"y\", no encryption", "not from here");
        row("FATAL:  pg_hba.conf rejects connection for host \"10.1.1.1\", user \"x\"", "not from here");
        row("FATAL:  role \"x\" is not permitted to log in", "not allowed");
        row("FATAL:  permission denied for database \"x\"", "not allowed");
        row("FATAL:  the database system is starting up", "starting");
        row("FATAL:  the database system is shutting down", "starting");
        row("FATAL:  57P03", "starting");
        row("FATAL:  sorry, too many clients already", "too many");
        row("FATAL:  too many connections for role \"x\"", "too many");
        row("FATAL:  53300", "too many");
        row("connection to server at \"h\" failed: session is read-only", "read-only copy");
        row("FATAL:  something of a later version", "other");
    }
    void everyTextOfAFailedConnectionHasItsMeaning()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const LinkFailure failure = linkFailureFrom(text);
        QCOMPARE(toText(failure), word);
        const auto target = PostgresqlTarget::parse(QStringLiteral("postgresql://priya:s3cret@db.example.com/cedar"));
        const Error error = linkError(failure, *target);
        QVERIFY(error.message.contains(QStringLiteral("db.example.com")));
        QVERIFY2(!error.message.contains(QLatin1Char('%')), qPrintable(error.message));
        QCOMPARE(passwordFree(error.message + error.detail), QString());
    }

    void realFailuresAreToldApart()
    {
        const QString db = m_server.freshDatabase();
        const auto as = [&](const char *user, const char *password, const QString &database) {
            return m_server.tcpUrl(database, QLatin1String(user), QLatin1String(password));
        };
        QCOMPARE(failureOf(as("priya", "s3cret", db)), QStringLiteral("opened"));
        QCOMPARE(failureOf(as("priya", "wrong", db)), QStringLiteral("open: wrong password"));
        QCOMPARE(failureOf(as("nobody", "s3cret", db)), QStringLiteral("open: wrong password"));
        QCOMPARE(failureOf(as("priya", "s3cret", QStringLiteral("nothing"))), QStringLiteral("open: no such database"));
        QCOMPARE(failureOf(as("outsider", "s3cret", db)), QStringLiteral("open: not from here"));
        QCOMPARE(failureOf(as("retired", "s3cret", db)), QStringLiteral("open: not allowed"));
        QCOMPARE(failureOf(as("priya", "s3cret", db) + QStringLiteral("?sslmode=require")), QStringLiteral("open: no tls"));
        QCOMPARE(failureOf(QStringLiteral("postgresql://127.0.0.1:1/x")), QStringLiteral("open: refused"));
        QCOMPARE(failureOf(QStringLiteral("postgresql:///x?host=/nowhere")), QStringLiteral("open: refused"));
        QCOMPARE(failureOf(QStringLiteral("postgresql://no-such-host.invalid/x")), QStringLiteral("open: unknown host"));
        const auto only = open(as("single", "s3cret", db));
        VERIFY_OK(only);
        QCOMPARE(failureOf(as("single", "s3cret", db)), QStringLiteral("open: too many"));
        QVERIFY((*only)->isOpen());
        QVERIFY(!(*only)->isUnverified());
    }

    void aServerThatStandsStillIsGivenUp()
    {
        const QString uri = m_server.tcpUrl(QStringLiteral("postgres"), QStringLiteral("priya"), QStringLiteral("s3cret"));
        ::kill(pid_t(m_server.pid()), SIGSTOP); // connections are still taken, by the kernel, and never answered
        const QString failure = failureOf(uri);
        ::kill(pid_t(m_server.pid()), SIGCONT);
        QCOMPARE(failure, QStringLiteral("open: no answer"));
    }

    void aServerThatSpeaksAnotherLanguageIsUnderstoodByItsCodes()
    {
        const auto target = PostgresqlTarget::parse(m_server.tcpUrl(QStringLiteral("nothing"), QStringLiteral("priya"), QStringLiteral("s3cret")));
        VERIFY_OK(target);
        const QString text = failureInCodes(*target);
        QVERIFY2(text.contains(QStringLiteral("3D000")), qPrintable(text));
        QCOMPARE(linkFailureFrom(text), LinkFailure::NoSuchDatabase);
    }

    // After the one that needs a server without TLS.
    void certificatesAreChecked()
    {
        const QString certificate = m_server.offerTls(QStringLiteral("localhost"));
        const auto uri = [&](const char *host, const QString &authority) {
            QString all = m_server.tcpUrl(QStringLiteral("postgres"), QStringLiteral("priya"), QStringLiteral("s3cret"));
            all.replace(QLatin1String("127.0.0.1"), QLatin1String(host));
            return all + QStringLiteral("?sslmode=verify-full&sslrootcert=") + authority;
        };
        QCOMPARE(failureOf(uri("localhost", certificate)), QStringLiteral("opened"));
        QCOMPARE(failureOf(uri("127.0.0.1", certificate)), QStringLiteral("open: certificate of another host"));
        QCOMPARE(failureOf(uri("localhost", m_server.strangeCertificate())), QStringLiteral("open: certificate not trusted"));
        QCOMPARE(failureOf(uri("localhost", QStringLiteral("/nowhere.crt"))), QStringLiteral("open: no authority"));
    }

    void anAdministratorMakesTheStoreAndTheOwnerOwnsIt()
    {
        const QString db = m_server.emptyDatabase();
        auto opened = open(m_server.url(db));
        VERIFY_OK(opened);
        const auto report = Migrator::migrate(**opened, Instant{1});
        VERIFY_OK(report);
        QCOMPARE(report->from, 0);
        QCOMPARE(report->to, Migrator::newest(Engine::Postgresql));
        const auto mine = QStringLiteral("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN "
                                         "('r', 'p') AND pg_get_userbyid(relowner) <> 'beback_owner'");
        QCOMPARE(m_server.sql(db, mine), QStringLiteral("0"));
        QCOMPARE(m_server.sql(db, QStringLiteral("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public' AND data_type "
                                                 "= 'text' AND collation_name IS DISTINCT FROM 'C'")),
                 QStringLiteral("0"));
        QCOMPARE(m_server.sql(db, QStringLiteral("SELECT has_schema_privilege('priya', 'public', 'CREATE')")), QStringLiteral("f"));
    }

    void anOrdinaryPersonCannotMakeTheStore()
    {
        const QString db = m_server.emptyDatabase();
        auto opened = open(m_server.tcpUrl(db, QStringLiteral("priya"), QStringLiteral("s3cret")));
        VERIFY_OK(opened);
        const auto report = Migrator::migrate(**opened, Instant{1});
        QVERIFY(!report);
        QCOMPARE(report.error().code, Code::Denied);
        QVERIFY2(report.error().message.contains(QStringLiteral("administrator")), qPrintable(report.error().message));
        QCOMPARE(m_server.sql(db, QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")), QStringLiteral("0"));
    }

    void theDatabasesOwnerWithoutMorePowerMakesTheStore()
    {
        m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE ROLE dana LOGIN CREATEROLE PASSWORD 's3cret'; GRANT beback_owner TO dana"));
        m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE danas OWNER dana"));
        auto opened = open(m_server.tcpUrl(QStringLiteral("danas"), QStringLiteral("dana"), QStringLiteral("s3cret")));
        VERIFY_OK(opened);
        VERIFY_OK(Migrator::migrate(**opened, Instant{1}));
    }

    void severalThatMakeTheStoreAtOnceMakeItOnce()
    {
        const QString db = m_server.emptyDatabase();
        std::atomic<int> applied = 0, failed = 0;
        std::vector<std::thread> all;
        for (int i = 0; i < 6; ++i)
            all.emplace_back([&] {
                auto opened = open(m_server.url(db));
                const auto report = opened ? Migrator::migrate(**opened, Instant{1}) : Result<Migrator::Report>(opened.error());
                if (!report)
                    qWarning("%s %s", qPrintable(report.error().message), qPrintable(report.error().detail));
                report ? applied += int(report->applied.size()) : ++failed;
            });
        for (std::thread &one : all)
            one.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(QString::number(applied), m_server.sql(db, QStringLiteral("SELECT count(*) FROM schema_migration")));
    }

    void whoComesInTheMidstOfItGoesOnAsTheOwner()
    {
        const QString db = m_server.emptyDatabase();
        auto late = open(m_server.url(db)); // there is no owner yet to act as
        VERIFY_OK(late);
        // Meanwhile another one founds the store and has come as far as the first step.
        const auto first = sql_catalog::migrations(Engine::Postgresql).first();
        QStringList all{QStringLiteral("BEGIN")};
        for (const char *name : {"setup/found", "setup/harden", "setup/become_owner", "setup/ledger_create"}) {
            const auto script = sql_catalog::script(Engine::Postgresql, name);
            VERIFY_OK(script);
            all += *script;
        }
        all += first.statements;
        all += {QStringLiteral("INSERT INTO schema_migration VALUES (%1, '%2', '%3', 0)").arg(first.number).arg(first.name, QString::fromLatin1(first.checksum)),
                QStringLiteral("COMMIT")};
        m_server.sql(db, all.join(QStringLiteral("\n;\n")));
        const auto report = Migrator::migrate(**late, Instant{1});
        VERIFY_OK(report);
        QCOMPARE(report->from, first.number);
        QCOMPARE(m_server.sql(db, QStringLiteral("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN "
                                                 "('r', 'p') AND pg_get_userbyid(relowner) <> 'beback_owner'")),
                 QStringLiteral("0"));
    }

    void aNewerStoreIsRefused()
    {
        const QString db = m_server.freshDatabase();
        m_server.sql(db, QStringLiteral("INSERT INTO schema_migration VALUES (9001, '9001_later', 'x', 0)"));
        auto opened = open(m_server.url(db));
        VERIFY_OK(opened);
        const auto migrated = Migrator::migrate(**opened, Instant{1});
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().code, Code::Newer);
    }
};

QTEST_GUILESS_MAIN(PostgresqlOpenTest)
#include "postgresql_open_test.moc"
