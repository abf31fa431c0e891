// Every statement of the catalogue fits the schema, and values come back as they went in.

#include "core/store/sql_catalog.h"
#include "tests/support/temp_store.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::test;

class StoreStatementTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStatementPrepares()
    {
        TempStore store;
        const QStringList names = sql_catalog::names(Engine::Sqlite);
        QVERIFY(names.size() > 40);
        for (const QString &name : names) {
            const auto statement = store.db->statement(name.toLatin1().constData());
            QVERIFY2(bool(statement), qPrintable(name + QLatin1Char(' ') + (statement ? QString() : statement.error().detail)));
        }
    }

    void statementsOfOneEngineSayWhy()
    {
        for (const QString &engine : {QStringLiteral("sqlite")})
            for (const QString &name : sql_catalog::names(Engine::Sqlite)) {
                QFile only(QStringLiteral(":/beback/sql/only/%1/%2.sql").arg(engine, name));
                if (!only.open(QIODevice::ReadOnly))
                    continue;
                const QByteArray first = only.readLine();
                QVERIFY2(first.startsWith("-- Only "), qPrintable(name));
            }
    }

    void textComesBackUnchanged_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("quotes") << QStringLiteral("O'Neil \"Bob\" ; DROP TABLE lead --");
        QTest::newRow("accents") << QStringLiteral("Íñigo Müller 漢字 🚗");
        QTest::newRow("colon word") << QStringLiteral("call :name at ?1 $2");
    }
    void textComesBackUnchanged()
    {
        QFETCH(QString, text);
        TempStore store;
        {
            auto put = store.db->statement("people/setting_set");
            VERIFY_OK(put);
            VERIFY_OK(put->bind(":name", QStringLiteral("x")).bind(":value", text).exec());
        }
        auto get = store.db->statement("people/setting_get");
        VERIFY_OK(get);
        VERIFY_OK(get->bind(":name", QStringLiteral("x")).exec());
        QVERIFY(get->next());
        const QString back = get->columns().text();
        QCOMPARE(back, text.isNull() ? QString::fromLatin1("") : text);
        QVERIFY(!back.isNull());
    }

    void unknownNameIsAFaultOfOurs()
    {
        TempStore store;
        const auto statement = store.db->statement("no/such");
        QVERIFY(!statement);
        QCOMPARE(statement.error().code, Code::Internal);
    }

    void usingAStatementTwiceAtOnceIsRefused()
    {
        TempStore store;
        const auto first = store.db->statement("people/setting_get");
        VERIFY_OK(first);
        QVERIFY(!store.db->statement("people/setting_get"));
    }

    void theHistoryRefusesToBeChanged()
    {
        TempStore store;
        VERIFY_OK(store.recorder->recordNewCustomer(draftNamed(QStringLiteral("Elena Vasquez"), QStringLiteral("+15055550142")), QStringLiteral("priya")));
        QSqlQuery raw(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
        QVERIFY(!raw.exec(QStringLiteral("UPDATE event SET actor = 'x'")));
        QVERIFY(!raw.exec(QStringLiteral("DELETE FROM event")));
        QVERIFY(raw.exec(QStringLiteral("SELECT actor FROM event")) && raw.next());
        QCOMPARE(raw.value(0).toString(), QStringLiteral("priya"));
    }

    void acknowledgedMeansOnDisk()
    {
        TempStore store;
        QSqlQuery raw(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
        QVERIFY(raw.exec(QStringLiteral("PRAGMA synchronous")) && raw.next());
        QCOMPARE(raw.value(0).toInt(), 2); // FULL
        QVERIFY(raw.exec(QStringLiteral("PRAGMA journal_mode")) && raw.next());
        QCOMPARE(raw.value(0).toString(), QStringLiteral("wal"));
    }

    void migratingAgainDoesNothing()
    {
        TempStore store;
        const auto again = Migrator::migrate(*store.db, store.clock.now());
        VERIFY_OK(again);
        QVERIFY(again->applied.isEmpty());
        QCOMPARE(again->to, Migrator::newest());
    }
};

QTEST_GUILESS_MAIN(StoreStatementTest)
#include "store_statement_test.moc"
