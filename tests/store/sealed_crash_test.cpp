// A sealed file that is worked at when a program is killed or the power goes: it is whole, and still tells nothing.

#include "tests/store/sealed_files.h"

#include <csignal>

using namespace beback;
using namespace beback::test;

class SealedCrashTest : public QObject, SealedFiles
{
    Q_OBJECT
private Q_SLOTS:
    void init() { fresh(); }

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
};

QTEST_GUILESS_MAIN(SealedCrashTest)
#include "sealed_crash_test.moc"
