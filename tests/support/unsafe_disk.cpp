#include "unsafe_disk.h"

#include <QByteArray>
#include <QFile>
#include <QRandomGenerator>
#include <QVector>

#include <sqlite3.h>

#include <cstring>
#include <map>
#include <utility>

namespace beback::test {

namespace {

constexpr int Sector = 512; // bytes that are written as one
using Act = UnsafeDisk::Act;

// Something that was done to a file and may not be on the disk yet.
struct Change {
    bool isTruncation = false;
    qint64 at = 0; // of a truncation: what is left
    QByteArray bytes;
};

void apply(QByteArray &file, const Change &change)
{
    if (change.isTruncation) {
        file.truncate(qsizetype(change.at));
        return;
    }
    const qsizetype end = qsizetype(change.at) + change.bytes.size();
    if (file.size() < end)
        file.append(end - file.size(), '\0');
    std::memcpy(file.data() + change.at, change.bytes.constData(), size_t(change.bytes.size()));
}

struct Kept {
    QByteArray synced;
    bool stands = false;    // in its folder, whatever happens
    bool isDeleted = false; // that may not be on the disk yet
    QVector<Change> since;
};

struct Disk {
    UnsafeDisk *owner = nullptr;
    sqlite3_vfs vfs{};
    sqlite3_vfs *below = nullptr;
    std::map<QByteArray, Kept> files;
    Act failing = Act::Read;
    int failsIn = 0; // acts of that kind; 0: none fails
    bool forGood = false, isFailing = false, hasFailed = false;
    UnsafeDisk::Fault fault = UnsafeDisk::Fault::Broken;
    int changes = 0, cutAt = 0;
    bool isOut = false, wentNow = false;

    // Does it fail? The power may go with it.
    bool fails(Act act)
    {
        wentNow = false;
        if (isOut)
            return true;
        if (act == Act::Write || act == Act::Sync || act == Act::Truncate || act == Act::Delete) {
            ++changes;
            if (changes == cutAt) {
                isOut = wentNow = true;
                return true;
            }
        }
        if (act != failing || (failsIn == 0 && !isFailing))
            return false;
        if (isFailing)
            return true;
        if (--failsIn > 0)
            return false;
        hasFailed = true;
        isFailing = forGood;
        return true;
    }
    int writeCode() const { return !isOut && fault == UnsafeDisk::Fault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE; }
};

Disk disk;

struct File {
    sqlite3_file base;
    Kept *kept; // null: temporary
    sqlite3_file *below() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *of(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_file *below(sqlite3_file *file)
{
    return of(file)->below();
}

int closeFile(sqlite3_file *file)
{
    return below(file)->pMethods ? below(file)->pMethods->xClose(below(file)) : SQLITE_OK;
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    if (disk.fails(Act::Read))
        return SQLITE_IOERR_READ;
    return below(file)->pMethods->xRead(below(file), to, size, at);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    const bool fails = disk.fails(Act::Write);
    if (fails && disk.isOut && !disk.wentNow)
        return SQLITE_IOERR_WRITE;
    // What was on its way when the power went may have arrived.
    const int arriving = fails && !disk.wentNow ? size / 2 : size;
    if (of(file)->kept)
        of(file)->kept->since << Change{false, at, QByteArray(static_cast<const char *>(from), arriving)};
    const int code = disk.wentNow ? SQLITE_OK : below(file)->pMethods->xWrite(below(file), from, arriving, at);
    return fails ? disk.writeCode() : code;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (disk.fails(Act::Truncate))
        return SQLITE_IOERR_TRUNCATE;
    if (of(file)->kept)
        of(file)->kept->since << Change{true, size, {}};
    return below(file)->pMethods->xTruncate(below(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    if (disk.fails(Act::Sync))
        return SQLITE_IOERR_FSYNC;
    Kept *kept = of(file)->kept;
    if (kept && !disk.owner->lies) {
        for (const Change &change : std::as_const(kept->since))
            apply(kept->synced, change);
        kept->since.clear();
        if (!std::exchange(kept->stands, true)) // with a new file its folder is synced, and what was deleted there before
            std::erase_if(disk.files, [](const auto &known) { return known.second.isDeleted; });
    }
    return SQLITE_OK; // only the model is asked afterwards: the machine below does not have to write it out
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return disk.isOut ? SQLITE_IOERR_FSTAT : below(file)->pMethods->xFileSize(below(file), size);
}

int lockFile(sqlite3_file *file, int lock)
{
    if (disk.fails(Act::Lock))
        return SQLITE_IOERR_LOCK;
    return below(file)->pMethods->xLock(below(file), lock);
}

int unlockFile(sqlite3_file *file, int lock)
{
    return below(file)->pMethods->xUnlock(below(file), lock);
}

int checkLock(sqlite3_file *file, int *isReserved)
{
    return below(file)->pMethods->xCheckReservedLock(below(file), isReserved);
}

int controlFile(sqlite3_file *file, int what, void *argument)
{
    return below(file)->pMethods->xFileControl(below(file), what, argument);
}

int sectorSize(sqlite3_file *)
{
    return Sector;
}

int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; // what lies beside a write stays as it is: so do disks of this century
}

int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
    if (disk.fails(Act::Map))
        return SQLITE_IOERR_SHMMAP;
    return below(file)->pMethods->xShmMap(below(file), page, size, extend, to);
}

int lockShared(sqlite3_file *file, int at, int n, int flags)
{
    if ((flags & SQLITE_SHM_LOCK) && disk.fails(Act::Lock))
        return SQLITE_IOERR_SHMLOCK;
    return below(file)->pMethods->xShmLock(below(file), at, n, flags);
}

void barrierShared(sqlite3_file *file)
{
    below(file)->pMethods->xShmBarrier(below(file));
}

int unmapShared(sqlite3_file *file, int isDeleted)
{
    return below(file)->pMethods->xShmUnmap(below(file), isDeleted);
}

// The second version: without memory mapping, past which nothing could be seen.
const sqlite3_io_methods Methods = {2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile, lockFile, unlockFile, checkLock, controlFile,
                                    sectorSize, characteristics, mapShared, lockShared, barrierShared, unmapShared, nullptr, nullptr};

QByteArray bytesOf(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Kept *keptOf(const QByteArray &path)
{
    const auto known = disk.files.find(path);
    if (known != disk.files.end()) {
        if (known->second.isDeleted) // made anew: what it was may come back, but for that nothing stands of it
            known->second = Kept{};
        return &known->second;
    }
    Kept kept;
    kept.stands = QFile::exists(QFile::decodeName(path));
    kept.synced = bytesOf(path);
    return &disk.files.emplace(path, std::move(kept)).first->second;
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *came)
{
    of(file)->base.pMethods = nullptr;
    of(file)->kept = nullptr;
    if (disk.fails(Act::Open))
        return SQLITE_CANTOPEN;
    constexpr int Whole = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    if (name && (flags & Whole))
        of(file)->kept = keptOf(name);
    const int code = disk.below->xOpen(disk.below, name, below(file), flags, came);
    if (code == SQLITE_OK)
        of(file)->base.pMethods = &Methods;
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int isSynced)
{
    if (disk.fails(Act::Delete))
        return SQLITE_IOERR_DELETE;
    if (const auto kept = disk.files.find(name); kept != disk.files.end()) {
        if (isSynced && !disk.owner->lies)
            disk.files.erase(kept);
        else
            kept->second.isDeleted = true;
    }
    return disk.below->xDelete(disk.below, name, 0);
}

// Of a write, the sectors that arrived.
QVector<Change> arrived(const Change &write, QRandomGenerator &chance)
{
    QVector<Change> parts;
    for (qint64 from = 0; from < write.bytes.size();) {
        const qint64 end = qMin<qint64>(write.bytes.size(), ((write.at + from) / Sector + 1) * Sector - write.at);
        if (chance.bounded(2) == 0)
            parts << Change{false, write.at + from, write.bytes.mid(from, end - from)};
        from = end;
    }
    return parts;
}

// How much of what was not synced is there: nothing, everything, or some of it.
QByteArray found(const Kept &kept, QRandomGenerator &chance)
{
    QByteArray file = kept.synced;
    const quint32 how = chance.bounded(4u);
    for (const Change &change : kept.since) {
        if (how == 0)
            break;
        if (how == 1)
            apply(file, change);
        else if (change.isTruncation ? chance.bounded(2) == 0 : how == 2 && chance.bounded(2) == 0)
            apply(file, change);
        else if (how == 3 && !change.isTruncation)
            for (const Change &part : arrived(change, chance))
                apply(file, part);
    }
    return file;
}

} // namespace

const char *UnsafeDisk::nameOf(Act act)
{
    constexpr const char *Names[] = {"read", "write", "sync", "truncate", "open", "delete", "map", "lock"};
    static_assert(std::size(Names) == Acts);
    return Names[size_t(act)];
}

UnsafeDisk::UnsafeDisk()
{
    if (disk.owner)
        qFatal("There is one unsafe disk already.");
    sqlite3_initialize();
    disk = Disk{};
    disk.owner = this;
    disk.below = sqlite3_vfs_find(nullptr);
    disk.vfs = *disk.below;
    disk.vfs.zName = "beback-unsafe-disk";
    disk.vfs.szOsFile = int(sizeof(File)) + disk.below->szOsFile;
    disk.vfs.xOpen = openFile;
    disk.vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&disk.vfs, 1);
}

UnsafeDisk::~UnsafeDisk()
{
    sqlite3_vfs_unregister(&disk.vfs);
    sqlite3_vfs_register(disk.below, 1);
    disk.owner = nullptr;
}

void UnsafeDisk::failAt(Act act, int n, bool forGood, Fault fault)
{
    disk.failing = act;
    disk.failsIn = n;
    disk.forGood = forGood;
    disk.fault = fault;
    disk.isFailing = disk.hasFailed = false;
}

bool UnsafeDisk::hasFailed() const
{
    return disk.hasFailed;
}

void UnsafeDisk::heal()
{
    disk.failsIn = 0;
    disk.isFailing = disk.hasFailed = false;
}

void UnsafeDisk::cutAt(int n)
{
    disk.changes = 0;
    disk.cutAt = n;
}

int UnsafeDisk::changes() const
{
    return disk.changes;
}

bool UnsafeDisk::isOut() const
{
    return disk.isOut;
}

void UnsafeDisk::findAfterwards(quint64 seed)
{
    QRandomGenerator chance(quint32(seed ^ (seed >> 32)));
    for (const auto &[path, kept] : disk.files) {
        const QString name = QFile::decodeName(path);
        QFile::remove(name + QStringLiteral("-shm")); // memory
        const bool isThere = kept.isDeleted ? kept.stands && chance.bounded(2) == 0 : kept.stands || (!kept.since.isEmpty() && chance.bounded(2) == 0);
        QFile::remove(name);
        if (!isThere)
            continue;
        QFile file(name);
        const QByteArray bytes = found(kept, chance);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written.", qPrintable(name));
    }
    disk.files.clear();
    disk.cutAt = disk.changes = 0;
    disk.isOut = false;
    heal();
}

} // namespace beback::test
