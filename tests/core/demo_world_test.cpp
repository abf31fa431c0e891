// The made-up dealership: the same every time, believable, and nobody in it is real.

#include "core/demo/demo_world.h"
#include "core/history/check.h"
#include "tests/support/temp_store.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace beback;
using namespace beback::test;

namespace {

const Instant Until = Instant::fromIso(QStringLiteral("2026-11-17T00:00:00Z")); // Monday, 18:00 in Wichita

// Every row of a query, columns parted by "|".
QStringList rows(const QString &path, const QString &sql)
{
    QStringList all;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("%s", qPrintable(db.lastError().text()));
        QSqlQuery query(db);
        query.setForwardOnly(true);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(query.lastError().text()));
        const int columns = query.record().count();
        while (query.next()) {
            QStringList row;
            for (int i = 0; i < columns; ++i)
                row << query.value(i).toString();
            all << row.join(QLatin1Char('|'));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("look"));
    return all;
}

int number(const QString &path, const QString &sql)
{
    return rows(path, sql).value(0).toInt();
}

Result<void> make(TempStore &store, int customers, quint64 seed)
{
    return makeDemoWorld(*store.db, DemoWorld{customers, seed, Until}, store.plans);
}

} // namespace

class DemoWorldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<TempStore>();
        VERIFY_OK(make(*m_store, 1000, 1));
    }

    void theSameSeedTellsTheSameStory()
    {
        TempStore one(5), other(6); // whatever else is random around it
        VERIFY_OK(make(one, 40, 3));
        VERIFY_OK(make(other, 40, 3));
        const QString everything = QStringLiteral("SELECT * FROM event ORDER BY origin, n");
        QVERIFY(rows(one.path(), everything).size() > 100);
        QCOMPARE(rows(one.path(), everything), rows(other.path(), everything));
    }

    void anotherSeedTellsAnotherStory()
    {
        TempStore one, other;
        VERIFY_OK(make(one, 20, 3));
        VERIFY_OK(make(other, 20, 4));
        const QString names = QStringLiteral("SELECT name FROM customer ORDER BY name");
        QVERIFY(rows(one.path(), names) != rows(other.path(), names));
    }

    void everyDerivedRowIsWhatTheHistorySays()
    {
        const auto report = checkStore(*m_store->db, RooftopId{1}, m_store->plans, false);
        VERIFY_OK(report);
        QCOMPARE(report->findings, QStringList());
        QCOMPARE(report->customers, 1000);
    }

    void everyNumberIsOneKeptForStories()
    {
        static const QRegularExpression story(QStringLiteral("^\\+1[2-9][0-9]{2}55501[0-9]{2}$"));
        const QStringList numbers = look("SELECT value FROM contact_point WHERE kind = 'phone'");
        QVERIFY(numbers.size() > 300);
        for (const QString &value : numbers)
            QVERIFY2(story.match(value).hasMatch(), qPrintable(value));
    }

    void onlyOneRoofSharesANumber()
    {
        const QStringList shared = look("SELECT a.value FROM contact_point a JOIN contact_point b ON b.kind = 'phone' "
                                        "AND b.value = a.value AND b.customer_id > a.customer_id "
                                        "JOIN customer c ON c.id = a.customer_id JOIN customer d ON d.id = b.customer_id "
                                        "WHERE a.kind = 'phone' AND substr(c.match_key, instr(c.match_key, '|')) <> "
                                        "substr(d.match_key, instr(d.match_key, '|'))");
        QCOMPARE(shared, QStringList());
    }

    void everyAddressIsAnExampleAndOnePersons()
    {
        QCOMPARE(look("SELECT value FROM contact_point WHERE kind = 'email' AND value NOT LIKE '%_@example.com'"), QStringList());
        QCOMPARE(look("SELECT value FROM contact_point WHERE kind = 'email' GROUP BY value HAVING COUNT(*) > 1"), QStringList());
    }

    void everyoneCanBeReachedSomehowAtFirst()
    {
        QCOMPARE(look("SELECT id FROM event WHERE kind = 'lead_arrived' AND customer_id NOT IN "
                      "(SELECT customer_id FROM contact_point)"), QStringList());
    }

    void whatHappensIsWrittenInTheOrderItHappens()
    {
        QCOMPARE(look("SELECT a.n FROM event a JOIN event b ON b.origin = a.origin AND b.n = a.n + 1 "
                      "WHERE b.recorded_at < a.recorded_at"), QStringList());
        QCOMPARE(count(QStringLiteral("SELECT COUNT(*) FROM event WHERE recorded_at >= %1").arg(Until.us)), 0);
    }

    void nobodyIsCalledOrTextedOutsideTheirHours()
    {
        const QStringList touches = look("SELECT e.occurred_at, c.zones FROM event e JOIN customer c ON c.id = e.customer_id "
                                         "WHERE e.kind = 'attempt' AND e.medium IN ('call', 'text')");
        QVERIFY(touches.size() > 500);
        for (const QString &touch : touches) {
            const QStringList parts = touch.split(QLatin1Char('|'));
            const QStringList zoneSet = parts.at(1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            QVERIFY2(isOpen(DailyWindow{}, zoneSet, Instant{parts.at(0).toLongLong()}), qPrintable(touch));
        }
    }

    void attemptsThinOutAsTheyGetMore()
    {
        const int few = attemptsBetween(2, 5), some = attemptsBetween(9, 12), many = attemptsBetween(16, 19);
        QVERIFY2(few > some && some > many && many > 0,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(few).arg(some).arg(many)));
    }

    void someAreReachedAndSomeBuy()
    {
        const int leads = count("SELECT COUNT(*) FROM lead");
        const int reached = count("SELECT COUNT(*) FROM lead WHERE reached > 0");
        const int sold = count("SELECT COUNT(*) FROM lead WHERE status = 'sold'");
        const int refused = count("SELECT COUNT(DISTINCT customer_id) FROM event WHERE kind = 'dnc_set' OR outcome = 'asked_to_stop'");
        QVERIFY2(reached > leads / 4 && reached < leads * 9 / 10, qPrintable(QString::number(reached)));
        QVERIFY2(sold > leads / 33 && sold < leads / 4, qPrintable(QString::number(sold)));
        QVERIFY2(refused > 0 && refused < leads / 8, qPrintable(QString::number(refused)));
    }

    void theNextTwoDaysHaveEveryKindOfWork()
    {
        const Instant soon = Until + std::chrono::hours(48);
        for (const Band band : {Band::Promise, Band::Reply, Band::New, Band::Fresh, Band::Plan, Band::LongTerm})
            QVERIFY2(count(QStringLiteral("SELECT COUNT(*) FROM queue WHERE band = %1 AND due_at <= %2").arg(int(band)).arg(soon.us)) > 0,
                     qPrintable(QStringLiteral("band %1").arg(int(band))));
        QVERIFY(count(QStringLiteral("SELECT COUNT(*) FROM lead WHERE appointment_at > %1").arg(Until.us)) > 0);
    }

    void agentsAndManagersWorkThere()
    {
        QCOMPARE(count("SELECT COUNT(*) FROM app_user WHERE role = 'agent' AND active"), 8);
        QCOMPARE(count("SELECT COUNT(*) FROM app_user WHERE role = 'manager' AND active"), 2);
        QCOMPARE(count("SELECT COUNT(DISTINCT actor) FROM event WHERE kind = 'attempt'"), 8);
        QCOMPARE(look("SELECT value FROM setting WHERE name = 'demo'"), QStringList{QStringLiteral("1")});
    }

    void aStoreInUseIsLeftAlone()
    {
        const int before = count("SELECT COUNT(*) FROM event");
        const auto again = make(*m_store, 5, 1);
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::Conflict);
        QCOMPARE(count("SELECT COUNT(*) FROM event"), before);
    }

    void anImpossibleNumberOfCustomersIsRefused()
    {
        TempStore empty;
        const auto made = make(empty, 0, 1);
        QVERIFY(!made);
        QCOMPARE(made.error().code, Code::Invalid);
    }

private:
    QStringList look(const char *sql) const { return rows(m_store->path(), QLatin1String(sql)); }
    int count(const QString &sql) const { return number(m_store->path(), sql); }
    int count(const char *sql) const { return count(QString::fromLatin1(sql)); }
    int attemptsBetween(int from, int to) const
    {
        return count(QStringLiteral("SELECT COUNT(*) FROM lead WHERE attempts BETWEEN %1 AND %2").arg(from).arg(to));
    }

    std::unique_ptr<TempStore> m_store;
};

QTEST_GUILESS_MAIN(DemoWorldTest)
#include "demo_world_test.moc"
