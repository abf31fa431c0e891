#pragma once

#include "core/store/sealed_vfs.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace beback::test {

inline QByteArray bytesOf(const QString &path)
{
    QFile raw(path);
    return raw.open(QIODevice::ReadOnly) ? raw.readAll() : QByteArray();
}

// It stands in the file or beside it, as whoever finds the computer can read it.
inline bool isReadable(const QString &path, const QByteArray &text)
{
    for (const char *part : {"", "-wal", "-shm"})
        if (bytesOf(path + QLatin1String(part)).contains(text))
            return true;
    return false;
}

// As SQLite is told to open it; its key has to be on the ring.
inline QString addressOf(const QString &path)
{
    const auto seal = sealOf(path);
    return seal ? sealed_vfs::uriOf(path, *seal) : path;
}

// So that what is read from a file that is open in this thread is read from the disk.
inline void forgetPages(const QString &path)
{
    int found = 0;
    for (const QString &name : QSqlDatabase::connectionNames())
        if (const QSqlDatabase db = QSqlDatabase::database(name, false); db.databaseName() == addressOf(path)) {
            QSqlQuery query(db);
            found += query.exec(QStringLiteral("PRAGMA shrink_memory"));
        }
    if (found == 0)
        qFatal("%s is not open.", qPrintable(path));
}

// What SQLite itself says of a file nobody has open, past the program: "ok".
inline QString integrityOf(const QString &path)
{
    QString said;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("integrity"));
        db.setDatabaseName(addressOf(path));
        db.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI"));
        if (!db.open())
            said = QStringLiteral("It cannot be opened.");
        QSqlQuery query(db);
        if (said.isEmpty())
            said = query.exec(QStringLiteral("PRAGMA integrity_check(1)")) && query.next() ? query.value(0).toString() : QStringLiteral("It cannot be read.");
    }
    QSqlDatabase::removeDatabase(QStringLiteral("integrity"));
    return said;
}

} // namespace beback::test
