#include "core/store/sql_error.h"

#include <QCoreApplication>
#include <QSqlError>

namespace beback {

namespace {

Code sqliteCode(int native)
{
    switch (native & 0xff) { // Qt hands out extended codes: 517 is BUSY_SNAPSHOT
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Code::Busy;
    case 8: // SQLITE_READONLY
    case 3: // SQLITE_PERM
        return Code::Denied;
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
        return Code::Unavailable;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return Code::Corrupt;
    case 13: // SQLITE_FULL
        return Code::Full;
    case 19: // SQLITE_CONSTRAINT
        return Code::Conflict;
    default:
        return Code::Internal;
    }
}

Code postgresqlCode(const QString &state)
{
    if (state == QLatin1String("40001") || state == QLatin1String("40P01") || state == QLatin1String("55P03"))
        return Code::Busy;
    if (state == QLatin1String("23505"))
        return Code::Conflict;
    if (state.startsWith(QLatin1String("23")) || state.startsWith(QLatin1String("22")))
        return Code::Invalid;
    if (state == QLatin1String("42501"))
        return Code::Denied;
    if (state == QLatin1String("53100"))
        return Code::Full;
    if (state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P")))
        return Code::Unavailable;
    if (state == QLatin1String("57014"))
        return Code::Cancelled;
    return Code::Internal;
}

QString sentence(Code code)
{
    switch (code) {
    case Code::Busy:
        return QCoreApplication::translate("beback", "The database is busy with another program. Try again in a moment.");
    case Code::Denied:
        return QCoreApplication::translate("beback", "The database may not be written. Check who owns the file and its folder.");
    case Code::Unavailable:
        return QCoreApplication::translate("beback", "The database cannot be read or written now. Check that its disk is "
                                                     "there and in order.");
    case Code::Corrupt:
        return QCoreApplication::translate("beback", "The database file is damaged. Nothing was changed. Restore the latest backup.");
    case Code::Full:
        return QCoreApplication::translate("beback", "The disk is full. Nothing was half saved. Make room and do it again.");
    case Code::Conflict:
        return QCoreApplication::translate("beback", "That is there already.");
    case Code::Invalid:
        return QCoreApplication::translate("beback", "A value does not fit the database.");
    case Code::Cancelled:
        return QCoreApplication::translate("beback", "The database took too long and was asked to stop.");
    default:
        return QCoreApplication::translate("beback", "Beback asked the database for something it does not know. This is a "
                                                     "fault of Beback; nothing was changed.");
    }
}

} // namespace

Error errorFromCode(Engine engine, const QString &nativeCode, const QString &where)
{
    const Code code = engine == Engine::Sqlite ? sqliteCode(nativeCode.toInt()) : postgresqlCode(nativeCode);
    return {code, sentence(code), QStringLiteral("%1 (%2 %3)").arg(where, toText(engine), nativeCode)};
}

Error errorFrom(Engine engine, const QSqlError &error, const QString &where)
{
    return errorFromCode(engine, error.nativeErrorCode(), where);
}

} // namespace beback
