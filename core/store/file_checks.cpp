#include "core/store/file_checks.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QStorageInfo>

#include <optional>
#include <sys/stat.h>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QMutex openMutex;
QStringList openPaths; // once for each connection

// Device and inode: one file has many names.
std::optional<std::pair<dev_t, ino_t>> identityOf(const QString &path)
{
    struct stat found;
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return std::pair(found.st_dev, found.st_ino);
}

QString nearestExisting(const QString &path)
{
    QString folder = QFileInfo(path).absolutePath();
    while (!QFileInfo::exists(folder) && folder.size() > 1)
        folder = QFileInfo(folder).absolutePath();
    return folder;
}

} // namespace

bool isNetworkFileSystem(const QByteArray &type)
{
    static const QByteArrayList Names = {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "webdav", "davfs"};
    const QByteArray name = type.toLower();
    if (Names.contains(name))
        return true;
    return name.startsWith("fuse.")
           && (name.contains("sshfs") || name.contains("gluster") || name.contains("ceph") || name.contains("dav")
               || name.contains("rclone") || name.contains("s3fs") || name.contains("gvfsd"));
}

Result<void> checkDatabaseFile(const QString &path, bool mayCreate)
{
    const QFileInfo file(path);
    if (!file.exists() && !mayCreate)
        return Error{Code::NotFound,
                     tr("There is no Beback file at %1. Make one with: beback init --db sqlite:%1").arg(path), {}};
    const QByteArray type = QStorageInfo(nearestExisting(path)).fileSystemType();
    if (isNetworkFileSystem(type) || path.startsWith(QLatin1String("\\\\")))
        return Error{Code::Unavailable,
                     tr("%1 lies on a network drive (%2), where two computers can damage it. Choose a folder on this "
                        "computer; several desks share a PostgreSQL database instead.")
                         .arg(path, QString::fromLatin1(type)),
                     {}};
    if (!file.exists())
        return {};
    if (file.isDir())
        return Error{Code::Invalid, tr("%1 is a folder. Name a file in it, for example %1/beback.db.").arg(path), {}};
    if (!file.isReadable())
        return Error{Code::Denied, tr("%1 may not be read by this user. Check who owns it.").arg(path), {}};
    if (!file.isWritable() || !QFileInfo(file.absolutePath()).isWritable())
        return Error{Code::Denied,
                     tr("%1 is read-only, or its folder is. Beback needs to write both; nothing was changed.").arg(path),
                     {}};
    return {};
}

Result<void> makePrivateFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return Error{Code::Denied, tr("The folder %1 cannot be made. Check who owns the folder above it.").arg(folder), {}};
    QFile file(path);
    // NewOnly: one that appeared meanwhile may be open in this process already.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && QFileInfo::exists(path))
        return {};
    if (!file.isOpen())
        return Error{Code::Denied, tr("%1 cannot be made: %2.").arg(path, file.errorString()), {}};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

OpenStoreFile::OpenStoreFile(QString path) : m_path(std::move(path))
{
    const QMutexLocker lock(&openMutex);
    openPaths << m_path;
}

OpenStoreFile::~OpenStoreFile()
{
    const QMutexLocker lock(&openMutex);
    openPaths.removeOne(m_path);
}

bool isOpenStoreFile(const QString &path)
{
    const auto asked = identityOf(path);
    if (!asked)
        return false;
    const QMutexLocker lock(&openMutex);
    for (const QString &open : std::as_const(openPaths))
        for (const char *part : {"", "-wal", "-shm"})
            if (identityOf(open + QLatin1String(part)) == asked)
                return true;
    return false;
}

} // namespace beback
