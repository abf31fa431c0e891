#pragma once

#include "core/base/result.h"

#include <QString>

namespace beback {

// What can be known of a database file before SQLite touches it, so that nothing is harmed by finding out.
// Errors: NotFound (and `mayCreate` is false), Unavailable (network file system: locks do not hold there, see SQLite's
// "How To Corrupt"), Denied (may not be read or written), Corrupt (not an SQLite file).
Result<void> checkDatabaseFile(const QString &path, bool mayCreate);

// Is this a file system other machines may write too? By the name the system gives it ("nfs4", "cifs", "fuse.sshfs").
bool isNetworkFileSystem(const QByteArray &type);

// Makes the folder and an empty file only this user can read. Errors: Denied, Full.
Result<void> makePrivateFile(const QString &path);

} // namespace beback
