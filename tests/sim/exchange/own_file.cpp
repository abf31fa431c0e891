#include "own_file.h"

#include <sqlite3.h>

namespace beback::exchange_sim {

void OwnFile::run(const QString &path, const QString &statements)
{
    sqlite3 *file = nullptr;
    char *trouble = nullptr;
    const bool done = sqlite3_open_v2(path.toUtf8().constData(), &file, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK
                      && sqlite3_exec(file, statements.toUtf8().constData(), nullptr, nullptr, &trouble) == SQLITE_OK;
    if (!done)
        qFatal("%s: %s", qPrintable(statements), trouble ? trouble : "the file cannot be opened");
    sqlite3_close(file);
}

} // namespace beback::exchange_sim
