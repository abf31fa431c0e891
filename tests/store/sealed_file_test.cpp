// A sealed file: what lies on the disk tells nothing, what was changed there is refused, and whatever is killed is whole.

#include "core/store/file_checks.h"
#include "core/store/sealed_file.h"
#include "core/store/sealed_vfs.h"
#include "tests/support/temp_store.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace beback;
using namespace beback::test;

namespace {

const QByteArrayList Canaries = {"Zebulon", "Quackenbush", "5125550199", "zq@example.com", "walks with a cane", "CREATE TABLE", "SQLite format"};

// Whatever lies beside the file under its name, too.
QByteArray everythingAt(const QString &path)
{
    QByteArray all;
    const QFileInfo file(path);
    for (const QFileInfo &one : QDir(file.absolutePath()).entryInfoList({file.fileName() + QLatin1Char('*')}, QDir::Files)) {
        QFile raw(one.filePath());
        if (!raw.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(one.filePath()));
        all += raw.readAll();
    }
    return all;
}

QByteArrayList told(const QString &path)
{
    const QByteArray all = everythingAt(path);
    QByteArrayList found;
    for (const QByteArray &word : Canaries)
        if (all.contains(word))
            found << word;
    return found;
}

// SQLite past the store, so that any statement may be tried.
class Sql
{
public:
    explicit Sql(const QString &path) : m_name(QStringLiteral("sql %1").arg(++count))
    {
        m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        const auto seal = sealOf(path);
        m_db.setDatabaseName(seal ? sealed_vfs::uriOf(path, *seal) : path);
        m_db.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(5000));
        m_db.open();
        run(QStringLiteral("PRAGMA temp_store=MEMORY"));
    }
    ~Sql()
    {
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    QString run(const QString &sql) // the first value, or "! " and the native code
    {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        if (!query.exec(sql))
            return QStringLiteral("! ") + query.lastError().nativeErrorCode();
        QString first = query.next() ? query.value(0).toString() : QString();
        while (query.next()) {
            // every row is read
        }
        return query.lastError().isValid() ? QStringLiteral("! ") + query.lastError().nativeErrorCode() : first;
    }

private:
    static inline int count = 0;
    QString m_name;
    QSqlDatabase m_db;
};

const QString Rows = QStringLiteral("WITH RECURSIVE r(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM r WHERE i < %1) ");

// In a process of its own, which dies the way a computer does. No store may be open here meanwhile.
int inChild(const std::function<void()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
}

} // namespace

class SealedFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        path = folder->filePath(QStringLiteral("a desk's 100% own?#.db"));
        name = SealName::random();
        key = SealKey::random();
        seal_ring::put(name, key);
    }

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

    // What was committed is in the log alone when the program is killed.
    void theLogIsRecoveredAfterAKill()
    {
        fill();
        QCOMPARE(inChild([&] {
                     Sql db(path);
                     db.run(QStringLiteral("PRAGMA wal_autocheckpoint=0"));
                     for (int i = 0; i < 5; ++i)
                         db.run(QStringLiteral("INSERT INTO t (v) VALUES ('Quackenbush %1')").arg(i));
                     db.run(QStringLiteral("PRAGMA cache_size=4"));
                     db.run(QStringLiteral("BEGIN"));
                     db.run(QStringLiteral("INSERT INTO t (v) ") + Rows.arg(500) + QStringLiteral("SELECT 'not committed' || hex(randomblob(90)) FROM r"));
                     ::raise(SIGKILL);
                 }),
                 SIGKILL);
        QCOMPARE(told(path), QByteArrayList());
        QVERIFY(QFileInfo(path + QStringLiteral("-wal")).size() > 40000);
        Sql db(path);
        QCOMPARE(db.run(QStringLiteral("SELECT count(*) FROM t WHERE v LIKE 'Quackenbush%'")), QStringLiteral("5"));
        QCOMPARE(db.run(QStringLiteral("SELECT count(*) FROM t WHERE v LIKE 'not%'")), QStringLiteral("0"));
        QCOMPARE(db.run(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    }

    // A transaction that does not fit the memory writes pages to the log and writes them again: frames are sealed anew, header and page.
    void whatWasWrittenTwiceIsRecoveredToo()
    {
        fill();
        QCOMPARE(inChild([&] {
                     Sql db(path);
                     for (const char *sql : {"PRAGMA wal_autocheckpoint=0", "PRAGMA cache_size=4", "BEGIN"})
                         db.run(QLatin1String(sql));
                     db.run(QStringLiteral("INSERT INTO t (v) ") + Rows.arg(300) + QStringLiteral("SELECT 'Quackenbush' || i FROM r"));
                     for (int i = 0; i < 3; ++i)
                         db.run(QStringLiteral("UPDATE t SET v = v || '%1'").arg(i));
                     db.run(QStringLiteral("COMMIT"));
                     db.run(QStringLiteral("INSERT INTO t (v) VALUES ('the last')"));
                     ::raise(SIGKILL);
                 }),
                 SIGKILL);
        QCOMPARE(told(path), QByteArrayList());
        Sql db(path);
        QCOMPARE(db.run(QStringLiteral("SELECT count(*) FROM t WHERE v LIKE 'Quackenbush%012' OR v = 'the last'")), QStringLiteral("301"));
        QCOMPARE(db.run(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    }

    // A power cut in the middle of writing leaves a part of the last frame; what was committed before stands.
    void aTornLogEndsWhereItIsTorn()
    {
        fill();
        QCOMPARE(inChild([&] {
                     Sql db(path);
                     db.run(QStringLiteral("INSERT INTO t (v) VALUES ('first')"));
                     db.run(QStringLiteral("INSERT INTO t (v) VALUES ('second')"));
                     ::raise(SIGKILL);
                 }),
                 SIGKILL);
        QFile log(path + QStringLiteral("-wal"));
        QVERIFY(log.open(QIODevice::ReadWrite));
        const QByteArray all = log.readAll();
        QCOMPARE((all.size() - 32) % 4160, 0);
        for (const qint64 cut : {-4000, -1, 1, 40, 4159}) { // negative: so many bytes never came, and the file is as long
            const qint64 whole = all.size() - std::abs(cut);
            log.seek(0);
            log.write(all.left(whole) + QByteArray(cut < 0 ? -cut : 0, '\0'));
            log.flush();
            log.resize(cut < 0 ? all.size() : whole);
            const auto kept = [&] {
                // read by a copy, so that the next one begins alike
                const QString copy = folder->filePath(QStringLiteral("copy.db"));
                for (const char *part : {"", "-wal", "-shm"})
                    QFile::remove(copy + QLatin1String(part));
                QFile::copy(path, copy);
                QFile::copy(path + QStringLiteral("-wal"), copy + QStringLiteral("-wal"));
                return Sql(copy).run(QStringLiteral("SELECT group_concat(v) FROM t WHERE v IN ('first', 'second')"));
            }();
            QCOMPARE(kept, QStringLiteral("first"));
        }
    }

    // The power goes while the log is brought in: a part of the first page is new. SQLite reads its header past the log.
    void aTornFirstPageComesBackFromTheLog()
    {
        fill();
        QCOMPARE(inChild([&] {
                     Sql db(path);
                     for (const char *sql : {"PRAGMA wal_autocheckpoint=0", "CREATE TABLE u (k)", "INSERT INTO u VALUES (7)"}) // the first page tells of it
                         db.run(QLatin1String(sql));
                     ::raise(SIGKILL);
                 }),
                 SIGKILL);
        QByteArray all = bytes();
        for (int i = 512; i < 1024; ++i)
            all[i] = char(~all[i]);
        put(all);
        {
            Sql db(path);
            QCOMPARE(db.run(QStringLiteral("SELECT k FROM u")), QStringLiteral("7"));
            QCOMPARE(db.run(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
        }
        QVERIFY(!QFile::exists(path + QStringLiteral("-wal"))); // it was brought in again
        Sql db(path);
        QCOMPARE(db.run(QStringLiteral("SELECT k FROM u")), QStringLiteral("7"));
    }

    void sealingThatIsKilledLeavesOneWholeFile_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("wasSealed");
        for (int step = 0; step <= int(SealStep::Wiped); ++step)
            for (const bool sealed : {false, true})
                QTest::addRow("step %d of a %s file", step, sealed ? "sealed" : "plain") << step << sealed;
    }
    void sealingThatIsKilledLeavesOneWholeFile()
    {
        QFETCH(int, step);
        QFETCH(bool, wasSealed);
        const SealName first = SealName::random();
        seal_ring::put(first, SealKey::random());
        work(path);
        if (wasSealed)
            VERIFY_OK(sealFile(path, first));
        { // something is in the log alone
            QCOMPARE(inChild([&] {
                         Sql(path).run(QStringLiteral("PRAGMA wal_autocheckpoint=0"));
                         work(path);
                         ::raise(SIGKILL);
                     }),
                     SIGKILL);
        }
        QCOMPARE(inChild([&] { (void)sealFile(path, name, [&](SealStep at) { if (int(at) == step) ::raise(SIGKILL); }); }), SIGKILL);
        for (int again = 0; again < 2; ++again) {
            Sql db(path);
            QCOMPARE(db.run(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("2"));
            QCOMPARE(db.run(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
            if (again == 0)
                continue;
            QCOMPARE(sealOf(path) == name, step >= int(SealStep::Renamed));
        }
        seal(path); // the next start goes on with it
        QCOMPARE(sealOf(path), std::optional(name));
        QCOMPARE(Sql(path).run(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("2"));
        QCOMPARE(told(path), QByteArrayList());
        QCOMPARE(QDir(folder->path()).entryList({QStringLiteral("*.sealing*")}, QDir::Files), QStringList());
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

    void twoProgramsWorkAtOne()
    {
        fill();
        const pid_t other = ::fork();
        if (other == 0) {
            Sql db(path);
            for (int i = 0; i < 150; ++i)
                if (!db.run(QStringLiteral("INSERT INTO t (v) VALUES ('theirs')")).isEmpty())
                    ::_exit(1);
            ::_exit(0);
        }
        {
            Sql db(path);
            for (int i = 0; i < 150; ++i)
                QCOMPARE(db.run(QStringLiteral("INSERT INTO t (v) VALUES ('ours')")), QString());
        }
        int status = -1;
        ::waitpid(other, &status, 0);
        QCOMPARE(status, 0);
        QCOMPARE(Sql(path).run(QStringLiteral("SELECT count(*) FROM t WHERE v IN ('ours', 'theirs')")), QStringLiteral("300"));
        QCOMPARE(Sql(path).run(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
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
    // One more person in the store, by the ways Beback itself writes.
    static void work(const QString &at)
    {
        auto db = Connection::open(StoreUrl{Engine::Sqlite, at, {}}, Connection::Mode::Create);
        if (!db)
            qFatal("%s", qPrintable(db.error().message + db.error().detail));
        const ManualClock clock{Instant{qint64(1794844800) * 1000000}};
        if (const auto migrated = Migrator::migrate(**db, clock.now()); !migrated)
            qFatal("%s", qPrintable(migrated.error().message));
        SystemRandom random;
        PlanBook plans;
        const auto shipped = loadShippedPlans();
        for (const Plan &plan : *shipped)
            plans.add(plan);
        Recorder recorder(**db, clock, random, Station{RooftopId{1}, QStringLiteral("desk-1")}, plans);
        LeadDraft draft = draftNamed(QStringLiteral("Zebulon Quackenbush"), QStringLiteral("5125550199"), QStringLiteral("zq@example.com"));
        draft.comments = QStringLiteral("walks with a cane");
        if (const auto recorded = recorder.recordNewCustomer(draft, QStringLiteral("system")); !recorded)
            qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
    }
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
    void seal(const QString &at)
    {
        const auto sealed = sealFile(at, name);
        VERIFY_OK(sealed);
        QVERIFY(*sealed);
        QCOMPARE(sealOf(at), std::optional(name));
    }
    void makeEmpty()
    {
        VERIFY_OK(makePrivateFile(path));
        seal(path);
    }
    void fill()
    {
        makeEmpty();
        Sql db(path);
        QCOMPARE(db.run(QStringLiteral("CREATE TABLE t (k INTEGER PRIMARY KEY, v)")), QString());
        QCOMPARE(db.run(QStringLiteral("INSERT INTO t (v) ") + Rows.arg(60) + QStringLiteral("SELECT 'Zebulon' || hex(randomblob(200)) FROM r")), QString());
        QCOMPARE(db.run(QStringLiteral("INSERT INTO t (v) VALUES (hex(randomblob(5000)))")), QString()); // with pages of its own
    }
    QString everyAnswer()
    {
        Sql db(path);
        return db.run(QStringLiteral("SELECT sum(length(v)) FROM t")) + QLatin1Char(' ') + db.run(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    }
    QByteArray bytes() const
    {
        QFile raw(path);
        return raw.open(QIODevice::ReadOnly) ? raw.readAll() : QByteArray();
    }
    void put(const QByteArray &all) const
    {
        QFile raw(path);
        if (!raw.open(QIODevice::WriteOnly) || raw.write(all) != all.size())
            qFatal("%s cannot be written", qPrintable(path));
    }
    std::unique_ptr<Connection> opened() const
    {
        auto db = Connection::open(StoreUrl{Engine::Sqlite, path, {}}, Connection::Mode::ReadWrite);
        if (!db)
            qFatal("%s", qPrintable(db.error().message + db.error().detail));
        return std::move(*db);
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

    std::unique_ptr<QTemporaryDir> folder;
    QString path;
    SealName name;
    SealKey key = SealKey::random();
};

QTEST_GUILESS_MAIN(SealedFileTest)
#include "sealed_file_test.moc"
