#include "core/store/sealed_file.h"

#include "core/store/file_checks.h"
#include "core/store/sealed_part.h"
#include "core/store/sealed_vfs.h"
#include "core/store/sql_error.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error fileError(const QString &what)
{
    return {Code::Unavailable, tr("The desk's own file could not be encrypted: %1. It is as it was.").arg(what), {}};
}

// A connection past Qt, for what Qt has no way to ask for.
class Raw
{
public:
    ~Raw() { sqlite3_close(m_db); }
    Result<void> open(const QString &address)
    {
        const int answer = sqlite3_open_v2(address.toUtf8().constData(), &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, nullptr);
        return answer == SQLITE_OK ? Result<void>() : errorFromCode(Engine::Sqlite, QString::number(answer), QStringLiteral("seal: open"));
    }
    // The first column of the first row, empty where there is none.
    Result<QString> ask(const QString &sql)
    {
        QString first;
        const auto keep = [](void *to, int columns, char **values, char **) {
            if (columns > 0 && values[0] && static_cast<QString *>(to)->isEmpty())
                *static_cast<QString *>(to) = QString::fromUtf8(values[0]);
            return 0;
        };
        if (sqlite3_exec(m_db, sql.toUtf8().constData(), keep, &first, nullptr) == SQLITE_OK)
            return first;
        return errorFromCode(Engine::Sqlite, QString::number(sqlite3_extended_errcode(m_db)), QStringLiteral("seal: ") + sql.section(QLatin1Char(' '), 0, 1));
    }
    int control(int what, void *argument) { return sqlite3_file_control(m_db, "main", what, argument); }
    // The log is neither brought in nor removed when this connection goes: another file has its name by then.
    void leaveLog() { sqlite3_db_config(m_db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }
    sqlite3_file *file(int which)
    {
        sqlite3_file *found = nullptr;
        return control(which, &found) == SQLITE_OK && found && found->pMethods ? found : nullptr;
    }

private:
    sqlite3 *m_db = nullptr;
};

QString addressOf(const QString &path, const std::optional<SealName> &sealed)
{
    return sealed ? sealed_vfs::uriOf(path, *sealed) : path;
}

// From here on nobody else opens it, and nobody has it open: in WAL mode every connection holds a lock on the file as long as it lives, and
// this one asks for all of it (https://www.sqlite.org/pragma.html#pragma_locking_mode). False: somebody has.
Result<bool> takeAlone(Raw &file)
{
    BEBACK_CHECK(file.ask(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE")));
    for (const char *sql : {"PRAGMA journal_mode=WAL", "BEGIN EXCLUSIVE", "COMMIT"}) {
        const auto done = file.ask(QLatin1String(sql));
        if (!done && done.error().code == Code::Busy)
            return false;
        if (!done)
            return done.error();
    }
    return true;
}

Result<void> syncPath(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return synced ? Result<void>() : fileError(tr("%1 does not get to the disk").arg(path));
}

// Every page of the copy is read: whatever this computer's memory or disk did to it, the plain file is still there.
Result<void> readWhole(const QString &copy, const SealName &name)
{
    Raw file;
    BEBACK_CHECK(file.open(sealed_vfs::uriOf(copy, name)));
    // Into WAL mode without a journal on the disk: nothing depends on this file yet.
    BEBACK_CHECK(file.ask(QStringLiteral("PRAGMA journal_mode=MEMORY")));
    BEBACK_TRY(mode, file.ask(QStringLiteral("PRAGMA journal_mode=WAL")));
    BEBACK_TRY(whole, file.ask(QStringLiteral("PRAGMA quick_check(1)")));
    if (mode != QLatin1String("wal") || whole != QLatin1String("ok"))
        return fileError(tr("the copy cannot be read"));
    return {};
}

// Best effort: a disk that moves blocks around keeps what it likes.
void wipe(sqlite3_file *file)
{
    sqlite3_int64 bytes = 0;
    if (!file || file->pMethods->xFileSize(file, &bytes) != SQLITE_OK)
        return;
    const std::vector<char> zeros(1 << 16);
    for (sqlite3_int64 at = 0; at < bytes; at += sqlite3_int64(zeros.size()))
        if (file->pMethods->xWrite(file, zeros.data(), int(std::min(bytes - at, sqlite3_int64(zeros.size()))), at) != SQLITE_OK)
            return;
    file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
}

void removeWith(const QString &path)
{
    for (const char *part : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(part));
}

Result<void> copyTo(Raw &file, const QString &copy, const SealName &name)
{
    BEBACK_CHECK(file.ask(QStringLiteral("PRAGMA temp_store=MEMORY; PRAGMA page_size=%1").arg(sealed_vfs::PageBytes)));
    int reserved = sealed_bytes::Behind; // as much is left alone in the new file; asked for last, a page size set takes it back
    file.control(SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    BEBACK_CHECK(makePrivateFile(copy));
    BEBACK_CHECK(file.ask(QStringLiteral("VACUUM INTO '%1'").arg(sealed_vfs::uriOf(copy, name).replace(QLatin1Char('\''), QLatin1String("''")))));
    return {};
}

} // namespace

Result<bool> sealFile(const QString &path, const SealName &name, const std::function<void(SealStep)> &at)
{
    const auto reached = [&](SealStep step) {
        if (at)
            at(step);
    };
    const QString copy = path + QStringLiteral(".sealing");
    const QByteArray from = QFile::encodeName(copy), to = QFile::encodeName(path);
    BEBACK_TRY(before, readSeal(path));
    removeWith(copy); // of a time before that was broken off
    Raw file;
    BEBACK_CHECK(file.open(addressOf(path, before)));
    BEBACK_TRY(alone, takeAlone(file));
    if (!alone)
        return false;
    reached(SealStep::Begun);
    const auto made = [&]() -> Result<void> {
        BEBACK_CHECK(copyTo(file, copy, name));
        reached(SealStep::Copied);
        BEBACK_CHECK(readWhole(copy, name));
        BEBACK_CHECK(syncPath(copy, O_RDWR));
        BEBACK_CHECK(file.ask(QStringLiteral("PRAGMA wal_checkpoint(FULL)"))); // the file alone is whole: its log goes first
        return {};
    }();
    if (!made) {
        removeWith(copy);
        return made.error();
    }
    reached(SealStep::Read);
    file.leaveLog();
    QFile::remove(path + QStringLiteral("-wal"));
    QFile::remove(path + QStringLiteral("-shm"));
    if (::rename(from.constData(), to.constData()) != 0)
        return fileError(tr("it cannot be put in its place"));
    BEBACK_CHECK(syncPath(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY));
    reached(SealStep::Renamed);
    if (!before) { // it was a plain one
        // Zeros are no file of SQLite: a program that opened the old one in this moment, and waits, is told so.
        wipe(file.file(SQLITE_FCNTL_JOURNAL_POINTER));
        wipe(file.file(SQLITE_FCNTL_FILE_POINTER));
    }
    reached(SealStep::Wiped);
    return true;
}

namespace {

// The file, held past SQLite: without its key nothing else can be asked of it.
class Held
{
public:
    explicit Held(const QString &path)
        : m_system(sqlite3_vfs_find(nullptr)), m_name(sqlite3_create_filename(QFile::encodeName(path).constData(), "", "", 0, nullptr)),
          m_room(size_t(m_system->szOsFile) / sizeof(std::max_align_t) + 1), m_file(reinterpret_cast<sqlite3_file *>(m_room.data()))
    {
        m_isOpen = m_system->xOpen(m_system, m_name, m_file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB, nullptr) == SQLITE_OK;
    }
    ~Held()
    {
        if (m_isOpen)
            m_file->pMethods->xClose(m_file);
        sqlite3_free_filename(m_name);
    }
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;
    bool isAlone()
    {
        return m_isOpen && m_file->pMethods->xLock(m_file, SQLITE_LOCK_SHARED) == SQLITE_OK
               && m_file->pMethods->xLock(m_file, SQLITE_LOCK_EXCLUSIVE) == SQLITE_OK;
    }

private:
    sqlite3_vfs *m_system;
    sqlite3_filename m_name;
    std::vector<std::max_align_t> m_room;
    sqlite3_file *m_file;
    bool m_isOpen = false;
};

} // namespace

Result<bool> setAside(const QString &path)
{
    Held file(path);
    if (!file.isAlone())
        return false;
    const QString aside = path + QStringLiteral(".unreadable");
    removeWith(aside);
    for (const char *part : {"-shm", "-wal", ""}) // the file last: until then it is found again
        if (QFile::exists(path + QLatin1String(part)) && !QFile::rename(path + QLatin1String(part), aside + QLatin1String(part)))
            return fileError(tr("%1 cannot be put aside").arg(path));
    BEBACK_CHECK(syncPath(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY));
    return true;
}

} // namespace beback
