// Every statement of the catalogue fits the schema, and values come back as they went in.

#include "core/store/sql_catalog.h"
#include "tests/support/temp_store.h"

#include <QDirIterator>
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
        const QStringList names = sql_catalog::names(engineUnderTest());
        QVERIFY(names.size() > 40);
        for (const QString &name : names) {
            const auto statement = store.db->statement(name.toLatin1().constData());
            QVERIFY2(bool(statement), qPrintable(name + QLatin1Char(' ') + (statement ? QString() : statement.error().detail)));
        }
    }

    void statementsOfOneEngineSayWhy()
    {
        QDirIterator files(QStringLiteral(":/beback/sql/only/") + toText(engineUnderTest()), QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        for (; files.hasNext(); ++seen) {
            QFile only(files.next());
            QVERIFY(only.open(QIODevice::ReadOnly));
            const QByteArray first = only.readLine();
            QVERIFY2(first.startsWith("-- Only "), qPrintable(only.fileName()));
        }
        QVERIFY(seen > 5);
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

    void aNulIsKeptOutOfTheDatabaseThatCannotHoldIt()
    {
        TempStore store;
        const QString text = QStringLiteral("before") + QChar(0) + QStringLiteral("after'); --");
        {
            auto put = store.db->statement("people/setting_set");
            VERIFY_OK(put);
            VERIFY_OK(put->bind(":name", QStringLiteral("x")).bind(":value", text).exec());
        }
        auto get = store.db->statement("people/setting_get");
        VERIFY_OK(get);
        VERIFY_OK(get->bind(":name", QStringLiteral("x")).exec());
        QVERIFY(get->next());
        const QString expected = engineUnderTest() == Engine::Sqlite ? text : QStringLiteral("beforeafter'); --");
        QCOMPARE(get->columns().text(), expected);
    }

    void oneReadGoesOnWhileAnotherStatementRuns()
    {
        TempStore store;
        for (const char *name : {"a", "b", "c"}) {
            auto put = store.db->statement("people/setting_set");
            VERIFY_OK(put->bind(":name", QLatin1String(name)).bind(":value", QStringLiteral("1")).exec());
        }
        auto all = store.db->statement("people/settings_under");
        VERIFY_OK(all->bind(":from", QStringLiteral("a")).bind(":until", QStringLiteral("d")).exec());
        auto one = store.db->statement("people/setting_get");
        int read = 0;
        for (; all->next(); ++read)
            VERIFY_OK(one->bind(":name", QStringLiteral("a")).exec());
        VERIFY_OK(all->finished());
        QCOMPARE(read, 3);
    }

    void textsAreOrderedByTheirBytes()
    {
        TempStore store;
        for (const char *name : {"b", "A", "a b", "ab", "B", "ä"}) {
            auto put = store.db->statement("people/setting_set");
            VERIFY_OK(put->bind(":name", QString::fromUtf8(name)).bind(":value", QStringLiteral("1")).exec());
        }
        auto all = store.db->statement("people/settings_under");
        VERIFY_OK(all->bind(":from", QStringLiteral("A")).bind(":until", QString(QChar(0xffff))).exec());
        QStringList order;
        while (all->next())
            order << all->columns().text();
        QCOMPARE(order, QString::fromUtf8("A|B|a b|ab|b|ä").split(QLatin1Char('|')));
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
        if (engineUnderTest() == Engine::Postgresql)
            QVERIFY(!raw.exec(QStringLiteral("TRUNCATE event")));
        QVERIFY(raw.exec(QStringLiteral("SELECT actor FROM event")) && raw.next());
        QCOMPARE(raw.value(0).toString(), QStringLiteral("priya"));
    }

    void migratingAgainDoesNothing()
    {
        TempStore store;
        const auto again = Migrator::migrate(*store.db, store.clock.now());
        VERIFY_OK(again);
        QVERIFY(again->applied.isEmpty());
        QCOMPARE(again->to, Migrator::newest(engineUnderTest()));
    }
};

QTEST_GUILESS_MAIN(StoreStatementTest)
#include "store_statement_test.moc"
