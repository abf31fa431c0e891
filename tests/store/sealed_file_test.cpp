// A sealed file: what lies on the disk tells nothing, and what was changed there is refused.

#include "tests/store/sealed_files.h"

#include <QElapsedTimer>

using namespace beback;
using namespace beback::test;

class SealedFileTest : public QObject, SealedFiles
{
    Q_OBJECT
private Q_SLOTS:
    void init() { fresh(); }

    void whatIsWrittenIsReadAgainAndLiesNowhereInTheClear()
    {
        work(path);
        QVERIFY(told(path).size() > 4); // the canaries do stand in a plain store
        seal(path);
        {
            auto db = opened();
            QVERIFY(db->isSealed());
            work(path);
            QCOMPARE(told(path), QByteArrayList()); // with its log beside it
        }
        QCOMPARE(told(path), QByteArrayList());
        QCOMPARE(Sql(path).run(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("2"));
        QCOMPARE(Sql(path).run(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
        QCOMPARE(Sql(path).run(QStringLiteral("SELECT count(*) FROM search_index WHERE search_index MATCH 'zeb AND ebu'")), QStringLiteral("2"));
    }

    // The same statements on a plain file are the oracle.
    void seededWorkEndsAsInAPlainFile()
    {
        const QString plain = folder->filePath(QStringLiteral("plain.db"));
        makeEmpty();
        for (quint64 seed = 1; seed <= 12; ++seed) {
            SeededRandom random(seed);
            Sql a(plain), b(path);
            for (Sql *one : {&a, &b})
                for (const char *sql : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=OFF", "PRAGMA secure_delete=FAST", "PRAGMA cache_size=12", "PRAGMA wal_autocheckpoint=40",
                                        "CREATE TABLE IF NOT EXISTS t (k INTEGER PRIMARY KEY, v)", "CREATE INDEX IF NOT EXISTS t_v ON t (v)"})
                    QVERIFY2(!one->run(QLatin1String(sql)).startsWith(QLatin1Char('!')), sql);
            for (int step = 0; step < 60; ++step) {
                const QString sql = statement(random);
                QCOMPARE(b.run(sql), a.run(sql));
            }
            for (Sql *one : {&a, &b})
                one->run(QStringLiteral("ROLLBACK"));
            QCOMPARE(b.run(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
            const QString all = QStringLiteral("SELECT group_concat(k || length(v) || hex(substr(v, 1, 9))) FROM t ORDER BY k");
            QCOMPARE(b.run(all), a.run(all));
        }
    }

    void aChangedByteIsRefused_data()
    {
        QTest::addColumn<int>("at");
        for (const int at : {0, 3, 5, 15, 16, 18, 60, 4050, 4057, 4080, 4095})
            QTest::addRow("byte %d of each page", at) << at;
    }

    void aChangedByteIsRefused()
    {
        QFETCH(int, at);
        fill();
        const QByteArray whole = bytes();
        for (qsizetype page = 0; page < whole.size() / 4096; ++page) {
            QByteArray changed = whole;
            changed[page * 4096 + at] = char(changed.at(page * 4096 + at) ^ 1);
            put(changed);
            const QString answer = Sql(path).run(QStringLiteral("PRAGMA integrity_check"));
            QVERIFY2(answer.startsWith(QLatin1Char('!')) || answer != QLatin1String("ok"), qPrintable(QStringLiteral("page %1: %2").arg(page).arg(answer)));
            if (page > 0)
                QVERIFY2(everyAnswer().contains(QLatin1String("! 8202")), qPrintable(everyAnswer())); // never garbage
        }
        put(whole);
        QCOMPARE(Sql(path).run(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    }

    void aPageFromElsewhereIsRefused()
    {
        fill();
        const QByteArray whole = bytes();
        const qsizetype pages = whole.size() / 4096;
        QVERIFY(pages > 4);
        QByteArray moved = whole;
        moved.replace(2 * 4096, 4096, whole.mid(3 * 4096, 4096));
        put(moved);
        QVERIFY(everyAnswer().contains(QLatin1String("! 8202")));
        // Of another file of the same key and another name: the name is bound in.
        const QString other = folder->filePath(QStringLiteral("other.db"));
        const SealName otherName = SealName::random();
        seal_ring::put(otherName, key);
        put(whole);
        QVERIFY(QFile::copy(path, other));
        VERIFY_OK(sealFile(other, otherName));
        QFile raw(other);
        QVERIFY(raw.open(QIODevice::ReadOnly));
        QByteArray mixed = whole;
        mixed.replace(2 * 4096, 4096, raw.readAll().mid(2 * 4096, 4096));
        put(mixed);
        QVERIFY(everyAnswer().contains(QLatin1String("! 8202")));
        put(QByteArray(whole).replace(2 * 4096, 4096, QByteArray(4096, '\0')));
        QVERIFY(everyAnswer().contains(QLatin1String("! 8202")));
    }

    void aChangedFileIsSaidInASentence()
    {
        work(path);
        seal(path);
        QByteArray whole = bytes();
        for (qsizetype page = 1; page < whole.size() / 4096; ++page)
            whole[page * 4096 + 7] = char(whole.at(page * 4096 + 7) ^ 4);
        put(whole);
        const auto db = Connection::open(StoreUrl{Engine::Sqlite, path, {}}, Connection::Mode::ReadWrite);
        const auto version = db ? Migrator::version(**db) : Result<int>(db.error());
        QVERIFY(!version);
        QCOMPARE(version.error().code, Code::Corrupt);
        QVERIFY2(version.error().message.contains(u"not as Beback wrote it"), qPrintable(version.error().message));
    }

    void withoutItsKeyItSaysSoAndStaysAsItIs()
    {
        work(path);
        const SealName unknown = SealName::random();
        seal_ring::put(unknown, SealKey::random());
        VERIFY_OK(sealFile(path, unknown));
        QByteArray whole = bytes();
        whole[4] = char(whole.at(4) ^ 1); // a name nobody has a key of
        put(whole);
        const auto db = Connection::open(StoreUrl{Engine::Sqlite, path, {}}, Connection::Mode::Create);
        QVERIFY(!db);
        QCOMPARE(db.error().detail, SealedNoKey);
        QCOMPARE(bytes(), whole);
        // A key that is not this file's.
        seal_ring::put(*sealOf(path), SealKey::random());
        const auto wrong = Connection::open(StoreUrl{Engine::Sqlite, path, {}}, Connection::Mode::Create);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, Code::Corrupt);
        QCOMPARE(bytes(), whole);
    }

    void whileSomebodyHasItOpenItStaysAsItIs()
    {
        work(path);
        {
            Sql other(path);
            other.run(QStringLiteral("SELECT count(*) FROM customer"));
            const auto sealed = sealFile(path, name);
            VERIFY_OK(sealed);
            QVERIFY(!*sealed);
            const auto aside = setAside(path);
            VERIFY_OK(aside);
            QVERIFY(!*aside);
            QCOMPARE(other.run(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("1"));
        }
        QVERIFY(!sealOf(path));
        const auto sealed = sealFile(path, name);
        VERIFY_OK(sealed);
        QVERIFY(*sealed);
    }

    // A setting somebody forgets costs an error, never a page in the clear.
    void whatWouldLieInTheClearIsRefused()
    {
        fill();
        Sql db(path);
        QCOMPARE(db.run(QStringLiteral("PRAGMA mmap_size=1000000")), QStringLiteral("0"));
        QVERIFY(db.run(QStringLiteral("PRAGMA journal_mode=DELETE")).startsWith(QLatin1Char('!')) || db.run(QStringLiteral("UPDATE t SET v = 'x' WHERE k = 1")).startsWith(QLatin1Char('!')));
        db.run(QStringLiteral("PRAGMA temp_store=FILE"));
        db.run(QStringLiteral("PRAGMA cache_size=4"));
        db.run(QStringLiteral("CREATE TEMP TABLE big (v)"));
        const QString sorted = db.run(QStringLiteral("INSERT INTO temp.big ") + Rows.arg(4000) + QStringLiteral("SELECT 'Quackenbush' || hex(randomblob(400)) FROM r"));
        QVERIFY2(sorted.startsWith(QLatin1Char('!')), qPrintable(sorted));
    }

    void speed()
    {
        const QString plain = folder->filePath(QStringLiteral("plain.db"));
        work(plain);
        work(path);
        seal(path);
        const qint64 a = recording(plain), b = recording(path), a2 = recording(plain), b2 = recording(path);
        for (const QString &at : {plain, path})
            Sql(at).run(QStringLiteral("CREATE TABLE many AS ") + Rows.arg(20000) + QStringLiteral("SELECT hex(randomblob(500)) AS v FROM r"));
        const qint64 c = reading(plain), d = reading(path), c2 = reading(plain), d2 = reading(path);
        qInfo("reading 20 MB: plain %.0f ms, sealed %.0f ms", double(c + c2) / 2e6, double(d + d2) / 2e6);
        qInfo("recording 100 people: plain %.0f ms, sealed %.0f ms, ratio %.2f", double(a + a2) / 2e6, double(b + b2) / 2e6, double(b + b2) / double(a + a2));
    }

private:
    static qint64 recording(const QString &at)
    {
        auto db = Connection::open(StoreUrl{Engine::Sqlite, at, {}}, Connection::Mode::Create);
        const ManualClock clock{Instant{qint64(1794844800) * 1000000}};
        SystemRandom random;
        PlanBook plans;
        const auto shipped = loadShippedPlans();
        for (const Plan &plan : *shipped)
            plans.add(plan);
        Recorder recorder(**db, clock, random, Station{RooftopId{1}, QStringLiteral("desk-1")}, plans);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100; ++i)
            if (!recorder.recordNewCustomer(draftNamed(QStringLiteral("Person %1").arg(i), {}, QStringLiteral("p%1@example.com").arg(i)), QStringLiteral("system")))
                qFatal("not recorded");
        return timer.nsecsElapsed();
    }
    static qint64 reading(const QString &at)
    {
        Sql db(at);
        QElapsedTimer timer;
        timer.start();
        db.run(QStringLiteral("SELECT sum(length(v)) FROM many"));
        return timer.nsecsElapsed();
    }
    static QString statement(SeededRandom &random)
    {
        const int key = int(random.below(400)), length = int(random.below(9000)) + 1;
        switch (random.below(12)) {
        case 0: return QStringLiteral("BEGIN IMMEDIATE");
        case 1: return QStringLiteral("COMMIT");
        case 2: return QStringLiteral("ROLLBACK");
        case 3: return QStringLiteral("SAVEPOINT s");
        case 4: return QStringLiteral("ROLLBACK TO s");
        case 5: return QStringLiteral("DELETE FROM t WHERE k BETWEEN %1 AND %2").arg(key).arg(key + 60);
        case 6: return QStringLiteral("UPDATE t SET v = printf('%.*c', %1, 'u') WHERE k % 7 = %2").arg(length).arg(key % 7);
        case 7: return QStringLiteral("VACUUM");
        case 8: return QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)");
        default:
            return QStringLiteral("INSERT OR REPLACE INTO t ") + Rows.arg(20)
                   + QStringLiteral("SELECT i * %1, printf('%.*c', %2, 'a') || i FROM r").arg(key % 17 + 1).arg(length / 4);
        }
    }
};

QTEST_GUILESS_MAIN(SealedFileTest)
#include "sealed_file_test.moc"
