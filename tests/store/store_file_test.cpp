// What a person meets when the file is not what it should be: a clear sentence, and nothing harmed.

#include "core/store/file_checks.h"
#include "core/store/sql_error.h"
#include "tests/support/temp_store.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void alter(const QString &path, const QString &sql)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("alter"));
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(sql));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("alter"));
}

} // namespace

class StoreFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void missingFileIsNotMadeByReading()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("none.db"));
        const auto opened = Connection::open({Engine::Sqlite, path, {}}, Connection::Mode::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::NotFound);
        QVERIFY(opened.error().message.contains(QStringLiteral("beback init")));
        QVERIFY(!QFile::exists(path));
    }

    void foreignFileIsLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("letter.txt"));
        write(path, "Dear customer, this is not a database at all.");
        const auto opened = Connection::open({Engine::Sqlite, path, {}}, Connection::Mode::Create);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::Corrupt);
        QCOMPARE(contentOf(path), QByteArray("Dear customer, this is not a database at all."));
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.db"));
        alter(path, QStringLiteral("CREATE TABLE bookmarks (url TEXT)"));
        const QByteArray before = contentOf(path);
        const auto opened = Connection::open({Engine::Sqlite, path, {}}, Connection::Mode::Create);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::Corrupt);
        QCOMPARE(contentOf(path), before);
    }

    void newerFileIsRefusedAndUnchanged()
    {
        TempStore store;
        store.recorder.reset();
        store.db.reset();
        alter(store.path(), QStringLiteral("INSERT INTO schema_migration VALUES (9001, '9001_later', 'x', 0)"));
        auto db = store.connect();
        const auto migrated = Migrator::migrate(*db, {});
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().code, Code::Newer);
        QVERIFY(migrated.error().message.contains(QStringLiteral("9001")));
    }

    void changedMigrationIsNoticed()
    {
        TempStore store;
        store.recorder.reset();
        store.db.reset();
        alter(store.path(), QStringLiteral("UPDATE schema_migration SET checksum = 'other' WHERE number = 1"));
        auto db = store.connect();
        const auto migrated = Migrator::migrate(*db, {});
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().code, Code::Corrupt);
    }

    void damagedFileIsSaidToBeDamaged()
    {
        TempStore store;
        VERIFY_OK(store.recorder->recordNewCustomer(draftNamed(QStringLiteral("Elena Vasquez"), QStringLiteral("+15055550142")), QStringLiteral("priya")));
        store.recorder.reset();
        store.db.reset();
        QFile file(store.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(100); // the root page: SQLite cannot read a single table
        file.write(QByteArray(4000, '\x5a'));
        file.close();
        const auto opened = Connection::open(store.url(), Connection::Mode::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::Corrupt);
        QVERIFY(opened.error().message.contains(QStringLiteral("backup")));
    }

    void readOnlyFileIsRefused()
    {
        // Root may write anything, so the check is asked about a folder that is a plain file's child instead.
        TempStore store;
        QVERIFY(QFile::setPermissions(store.path(), QFileDevice::ReadOwner));
        const bool root = QFileInfo(store.path()).isWritable();
        const auto checked = checkDatabaseFile(store.path(), false);
        if (root)
            VERIFY_OK(checked);
        else
            QCOMPARE(checked.error().code, Code::Denied);
        QCOMPARE(errorFromCode(Engine::Sqlite, QStringLiteral("8"), {}).code, Code::Denied);
        QCOMPARE(errorFromCode(Engine::Sqlite, QStringLiteral("1544"), {}).code, Code::Denied); // READONLY_DIRECTORY
    }

    void networkFileSystemsAreKnownByName_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("network");
        for (const char *name : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "fuse.glusterfs", "ceph", "NFS4"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char *name : {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "ntfs3", "fuseblk", "apfs"})
            QTest::newRow(name) << QByteArray(name) << false;
    }
    void networkFileSystemsAreKnownByName()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, network);
        QCOMPARE(isNetworkFileSystem(type), network);
    }

    void fullDiskSaysSoAndSavesNothingHalf()
    {
        TempStore store;
        // SQLite's own page limit stands in for a disk without room: the same error comes up by the same way.
        QSqlQuery limit(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
        QVERIFY(limit.exec(QStringLiteral("PRAGMA max_page_count = 120")) && limit.next());
        limit.finish();
        Result<Recorded> last = Error{};
        int saved = 0;
        for (int i = 0; i < 5000; ++i) {
            last = store.recorder->recordNewCustomer(
                draftNamed(QStringLiteral("Person %1").arg(i), QStringLiteral("+1505555%1").arg(i % 10000, 4, 10, QLatin1Char('0'))), QStringLiteral("priya"));
            if (!last)
                break;
            ++saved;
        }
        QVERIFY(!last);
        QCOMPARE(last.error().code, Code::Full);
        QVERIFY(last.error().message.contains(QStringLiteral("Make room")));
        auto count = store.db->statement("history/desk_read");
        VERIFY_OK(count);
        QVERIFY(count->exec() && count->next());
        Columns c = count->columns();
        c.skip();
        QCOMPARE(c.int64(), qint64(saved));
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

    void everyNativeCodeHasItsMeaning_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<QString>("native");
        QTest::addColumn<int>("code");
        const auto row = [](Engine engine, const char *native, Code code) {
            QTest::newRow(native) << int(engine) << QString::fromLatin1(native) << int(code);
        };
        row(Engine::Sqlite, "5", Code::Busy);
        row(Engine::Sqlite, "517", Code::Busy);
        row(Engine::Sqlite, "2067", Code::Conflict);
        row(Engine::Sqlite, "1299", Code::Conflict);
        row(Engine::Sqlite, "13", Code::Full);
        row(Engine::Sqlite, "11", Code::Corrupt);
        row(Engine::Sqlite, "26", Code::Corrupt);
        row(Engine::Sqlite, "1", Code::Internal);
        row(Engine::Postgresql, "40P01", Code::Busy);
        row(Engine::Postgresql, "23505", Code::Conflict);
        row(Engine::Postgresql, "42501", Code::Denied);
        row(Engine::Postgresql, "08006", Code::Unavailable);
        row(Engine::Postgresql, "57014", Code::Cancelled);
    }
    void everyNativeCodeHasItsMeaning()
    {
        QFETCH(int, engine);
        QFETCH(QString, native);
        QFETCH(int, code);
        const Error error = errorFromCode(Engine(engine), native, QStringLiteral("x"));
        QCOMPARE(int(error.code), code);
        QVERIFY(!error.message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(StoreFileTest)
#include "store_file_test.moc"
