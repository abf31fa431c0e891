#pragma once

#include "core/base/result.h"

#include <QString>

namespace beback {

// What can be known of a database file before SQLite touches it, without opening it (see OpenStoreFile).
// Errors: NotFound (and `mayCreate` is false), Unavailable (network file system: locks do not hold there, see SQLite's
// "How To Corrupt"), Denied (may not be read or written).
Result<void> checkDatabaseFile(const QString &path, bool mayCreate);

// Is this a file system other machines may write too? By the name the system gives it ("nfs4", "cifs", "fuse.sshfs").
bool isNetworkFileSystem(const QByteArray &type);

// Makes the folder and an empty file only this user can read; one that is there stays as it is. Errors: Denied.
Result<void> makePrivateFile(const QString &path);

// A store's file, for as long as this process has it open. Nobody else may open it here: POSIX drops every lock of a process
// on a file when the process closes *any* of its descriptors of that file, and the next program, believing itself alone,
// throws away what was saved (SQLite's "How To Corrupt", 2.2). Any thread.
class OpenStoreFile
{
public:
    explicit OpenStoreFile(QString path);
    ~OpenStoreFile();
    OpenStoreFile(const OpenStoreFile &) = delete;
    OpenStoreFile &operator=(const OpenStoreFile &) = delete;

private:
    QString m_path;
};

// Is this, by whatever name, a file of a store that is open in this process? To be asked before any file somebody names is opened.
bool isOpenStoreFile(const QString &path);

} // namespace beback
