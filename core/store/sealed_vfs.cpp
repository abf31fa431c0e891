#include "core/store/sealed_vfs.h"

#include "core/store/sealed_part.h"

#include <QUrl>

#include <mutex>
#include <new>

namespace beback::sealed_vfs {

namespace {

constexpr char VfsName[] = "beback-sealed";
constexpr char NameField[] = "seal";

// What SQLite has of an open file: its own first words, and behind them the system's file, for which szOsFile leaves room.
struct OpenPart {
    sqlite3_file file;
    Part *part;
};

sqlite3_file *realOf(OpenPart *open)
{
    return reinterpret_cast<sqlite3_file *>(open + 1);
}

Part &partOf(sqlite3_file *file)
{
    return *reinterpret_cast<OpenPart *>(file)->part;
}

sqlite3_vfs *systemOf(sqlite3_vfs *vfs)
{
    return static_cast<sqlite3_vfs *>(vfs->pAppData);
}

int closePart(sqlite3_file *file)
{
    Part *part = &partOf(file);
    const int settled = part->settle();
    const int closed = part->real()->pMethods->xClose(part->real());
    delete part;
    file->pMethods = nullptr;
    return settled == SQLITE_OK ? closed : settled;
}

int readPart(sqlite3_file *file, void *to, int bytes, sqlite3_int64 at)
{
    return partOf(file).read(static_cast<unsigned char *>(to), bytes, at);
}

int writePart(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at)
{
    return partOf(file).write(static_cast<const unsigned char *>(from), bytes, at);
}

int truncatePart(sqlite3_file *file, sqlite3_int64 bytes)
{
    return partOf(file).truncate(bytes);
}

int syncPart(sqlite3_file *file, int how)
{
    const int settled = partOf(file).settle();
    sqlite3_file *real = partOf(file).real();
    return settled == SQLITE_OK ? real->pMethods->xSync(real, how) : settled;
}

int sizeOfPart(sqlite3_file *file, sqlite3_int64 *bytes)
{
    qint64 found = 0;
    const int answer = partOf(file).size(&found);
    *bytes = found;
    return answer;
}

int lockPart(sqlite3_file *file, int level)
{
    sqlite3_file *real = partOf(file).real();
    return real->pMethods->xLock(real, level);
}

int unlockPart(sqlite3_file *file, int level)
{
    sqlite3_file *real = partOf(file).real();
    return real->pMethods->xUnlock(real, level);
}

int isReserved(sqlite3_file *file, int *answer)
{
    sqlite3_file *real = partOf(file).real();
    return real->pMethods->xCheckReservedLock(real, answer);
}

int control(sqlite3_file *file, int what, void *argument)
{
    sqlite3_file *real = partOf(file).real();
    const int answer = real->pMethods->xFileControl(real, what, argument);
    if (what == SQLITE_FCNTL_VFSNAME && answer == SQLITE_OK) {
        char **name = static_cast<char **>(argument);
        *name = sqlite3_mprintf("%s/%z", VfsName, *name);
    }
    return answer;
}

int sectorBytes(sqlite3_file *file)
{
    sqlite3_file *real = partOf(file).real();
    return real->pMethods->xSectorSize(real);
}

// Without the ways of writing that go past these functions or rely on the page being as long on the disk as it is here.
int qualities(sqlite3_file *file)
{
    sqlite3_file *real = partOf(file).real();
    return real->pMethods->xDeviceCharacteristics(real) & ~SQLITE_IOCAP_BATCH_ATOMIC;
}

int mapIndex(sqlite3_file *file, int region, int bytes, int extend, void volatile **memory)
{
    sqlite3_file *real = partOf(file).real();
    return real->pMethods->xShmMap(real, region, bytes, extend, memory);
}

int lockIndex(sqlite3_file *file, int from, int count, int how)
{
    sqlite3_file *real = partOf(file).real();
    return real->pMethods->xShmLock(real, from, count, how);
}

void orderIndex(sqlite3_file *file)
{
    sqlite3_file *real = partOf(file).real();
    real->pMethods->xShmBarrier(real);
}

int unmapIndex(sqlite3_file *file, int remove)
{
    sqlite3_file *real = partOf(file).real();
    return real->pMethods->xShmUnmap(real, remove);
}

// Version 2: without xFetch, so that nothing is ever mapped.
constexpr sqlite3_io_methods Methods = {2,         closePart, readPart, writePart, truncatePart, syncPart,  sizeOfPart, lockPart,   unlockPart, isReserved,
                                        control, sectorBytes, qualities, mapIndex, lockIndex,    orderIndex, unmapIndex, nullptr, nullptr};

// The key of a file, by what its address says; of the log and the journal, which have none of their own, by that of the file.
std::optional<std::pair<SealName, SealKey>> keyOf(const char *path, int flags)
{
    const char *address = flags & SQLITE_OPEN_MAIN_DB ? path : sqlite3_filename_database(path);
    const auto name = SealName::fromText(QString::fromLatin1(sqlite3_uri_parameter(address, NameField)));
    const auto key = name ? seal_ring::find(*name) : std::nullopt;
    return key ? std::optional(std::pair(*name, *key)) : std::nullopt;
}

int openPart(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *given)
{
    auto *open = reinterpret_cast<OpenPart *>(file);
    file->pMethods = nullptr; // not to be closed, whatever goes wrong
    if (!path || !(flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)))
        return SQLITE_CANTOPEN; // it would hold pages in the clear
    const auto key = keyOf(path, flags);
    if (!key)
        return SQLITE_CANTOPEN;
    sqlite3_file *real = realOf(open);
    if (const int answer = systemOf(vfs)->xOpen(systemOf(vfs), path, real, flags, given); answer != SQLITE_OK) {
        if (real->pMethods)
            real->pMethods->xClose(real);
        return answer;
    }
    int answer = SQLITE_OK;
    if (flags & SQLITE_OPEN_MAIN_DB) {
        auto *main = new (std::nothrow) FilePart(real, key->first, key->second);
        answer = main ? main->checkName() : SQLITE_NOMEM;
        open->part = main;
    } else if (flags & SQLITE_OPEN_WAL) {
        open->part = new (std::nothrow) LogPart(real, key->first, key->second);
    } else {
        open->part = new (std::nothrow) JournalPart(real, key->first, key->second);
    }
    if (!open->part || answer != SQLITE_OK) {
        delete open->part;
        real->pMethods->xClose(real);
        return answer == SQLITE_OK ? SQLITE_NOMEM : answer;
    }
    file->pMethods = &Methods;
    return SQLITE_OK;
}

// The rest is the system's, asked with its own object.
int removeFile(sqlite3_vfs *vfs, const char *path, int sync)
{
    return systemOf(vfs)->xDelete(systemOf(vfs), path, sync);
}

int mayAccess(sqlite3_vfs *vfs, const char *path, int how, int *answer)
{
    return systemOf(vfs)->xAccess(systemOf(vfs), path, how, answer);
}

int wholePath(sqlite3_vfs *vfs, const char *path, int bytes, char *to)
{
    return systemOf(vfs)->xFullPathname(systemOf(vfs), path, bytes, to);
}

int someRandomness(sqlite3_vfs *vfs, int bytes, char *to)
{
    return systemOf(vfs)->xRandomness(systemOf(vfs), bytes, to);
}

int rest(sqlite3_vfs *vfs, int us)
{
    return systemOf(vfs)->xSleep(systemOf(vfs), us);
}

int today(sqlite3_vfs *vfs, double *day)
{
    return systemOf(vfs)->xCurrentTime(systemOf(vfs), day);
}

int lastError(sqlite3_vfs *vfs, int bytes, char *to)
{
    return systemOf(vfs)->xGetLastError(systemOf(vfs), bytes, to);
}

int now(sqlite3_vfs *vfs, sqlite3_int64 *ms)
{
    return systemOf(vfs)->xCurrentTimeInt64(systemOf(vfs), ms);
}

void registerOnce()
{
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite3_vfs *system = sqlite3_initialize() == SQLITE_OK ? sqlite3_vfs_find(nullptr) : nullptr;
        if (!system || system->iVersion < 2)
            qFatal("This SQLite has no files to build on");
        static sqlite3_vfs sealed{}; // SQLite keeps it until the process ends; it loads no extensions (xDl... stay null)
        sealed.iVersion = 2;
        sealed.szOsFile = int(sizeof(OpenPart)) + system->szOsFile;
        sealed.mxPathname = system->mxPathname;
        sealed.zName = VfsName;
        sealed.pAppData = system;
        sealed.xOpen = openPart;
        sealed.xDelete = removeFile;
        sealed.xAccess = mayAccess;
        sealed.xFullPathname = wholePath;
        sealed.xRandomness = someRandomness;
        sealed.xSleep = rest;
        sealed.xCurrentTime = today;
        sealed.xGetLastError = lastError;
        sealed.xCurrentTimeInt64 = now;
        if (sqlite3_vfs_register(&sealed, 0) != SQLITE_OK)
            qFatal("SQLite does not take what seals its files");
    });
}

} // namespace

QString uriOf(const QString &path, const SealName &name)
{
    registerOnce();
    return QStringLiteral("file:%1?vfs=%2&%3=%4")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(path, "/")), QLatin1String(VfsName), QLatin1String(NameField), name.text());
}

} // namespace beback::sealed_vfs
