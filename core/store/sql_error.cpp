#include "core/store/sql_error.h"

#include <QCoreApplication>
#include <QSqlError>

namespace beback {

namespace {

constexpr int NotAsWritten = 8202; // SQLITE_IOERR_DATA: of a sealed file, see sealed_vfs.h

Code sqliteCode(int native)
{
    if (native == NotAsWritten)
        return Code::Corrupt;
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

// What the guard functions of a shared database raise; see core/store/sql/only/postgresql/migrations.
struct GuardError {
    const char *state;
    Code code;
    const char *sentence;
};

constexpr GuardError GuardErrors[] = {
    {"BD001", Code::Stale, QT_TRANSLATE_NOOP("beback", "This desk's own file is a copy or an older backup of itself. Nothing was sent.")},
    {"BD002", Code::Internal, QT_TRANSLATE_NOOP("beback", "Entries of this desk are missing in between. Nothing was sent; this is a fault of Beback.")},
    {"BD003", Code::Invalid, QT_TRANSLATE_NOOP("beback", "This computer's clock is more than five minutes ahead. Set it right; what was recorded is kept until then.")},
    {"BD004", Code::Corrupt, QT_TRANSLATE_NOOP("beback", "The shared database was restored from an older backup. Nothing is lost here; tell your administrator.")},
    {"BD005", Code::Internal, QT_TRANSLATE_NOOP("beback", "Too much was sent at once. This is a fault of Beback.")},
    {"BD006", Code::Conflict, QT_TRANSLATE_NOOP("beback", "You hold sixty people already. Finish or give back some of them first.")},
    {"BD007", Code::Denied, QT_TRANSLATE_NOOP("beback", "This desk belongs to somebody else, or was shut out by a manager. What was recorded here is kept.")},
    {"BD008", Code::Invalid, QT_TRANSLATE_NOOP("beback", "A login on a shared database is written in small letters, digits, dots and dashes, and begins with a letter.")},
    {"BD009", Code::Conflict, QT_TRANSLATE_NOOP("beback", "The database server has another user of that name. Choose another login.")},
    {"BD010", Code::Conflict, QT_TRANSLATE_NOOP("beback", "You have fifty people in hand already, and no more can be taken along. Finish or give back some of them first.")},
};

Code postgresqlCode(const QString &state)
{
    // 0A000: a table the statement was prepared for has been changed since; prepared again, it works.
    if (state == QLatin1String("0A000") || state == QLatin1String("40001") || state == QLatin1String("40P01")
        || state == QLatin1String("55P03"))
        return Code::Busy;
    if (state == QLatin1String("23505"))
        return Code::Conflict;
    if (state.startsWith(QLatin1String("23")) || state.startsWith(QLatin1String("22")) || state == QLatin1String("54000"))
        return Code::Invalid;
    if (state == QLatin1String("42501"))
        return Code::Denied;
    if (state == QLatin1String("53100"))
        return Code::Full;
    // 25P03: it waited too long inside a transaction. 53: no memory, no connection.
    if (state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P"))
        || state.startsWith(QLatin1String("53")) || state == QLatin1String("25P03"))
        return Code::Unavailable;
    if (state == QLatin1String("57014"))
        return Code::Cancelled;
    for (const GuardError &guard : GuardErrors)
        if (state == QLatin1String(guard.state))
            return guard.code;
    return Code::Internal;
}

QString sentence(Engine engine, Code code)
{
    if (engine == Engine::Postgresql && code == Code::Denied)
        return QCoreApplication::translate("beback", "The database does not allow that to this person. Ask an administrator.");
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

Error notAsWritten(const QString &where)
{
    return {Code::Corrupt,
            QCoreApplication::translate("beback", "A part of this desk's own file is not as Beback wrote it: it is damaged, or somebody changed it. "
                                                  "Nothing of it is shown. What was sent is in the shared database; tell your administrator."),
            where};
}

Error errorFromCode(Engine engine, const QString &nativeCode, const QString &where)
{
    const Code code = engine == Engine::Sqlite ? sqliteCode(nativeCode.toInt()) : postgresqlCode(nativeCode);
    if (engine == Engine::Sqlite && nativeCode.toInt() == NotAsWritten)
        return notAsWritten(where + QLatin1Char(' ') + nativeCode);
    for (const GuardError &guard : GuardErrors)
        if (engine == Engine::Postgresql && nativeCode == QLatin1String(guard.state))
            return {code, QCoreApplication::translate("beback", guard.sentence), where + QLatin1Char(' ') + nativeCode};
    return {code, sentence(engine, code), QStringLiteral("%1 (%2 %3)").arg(where, toText(engine), nativeCode)};
}

Error errorFrom(Engine engine, const QSqlError &error, const QString &where)
{
    return errorFromCode(engine, error.nativeErrorCode(), where);
}

} // namespace beback
