#include "death.h"

#include <sqlite3.h>

namespace beback::exchange_sim {

namespace {

int left = 0; // commits until it dies; 0: not armed
bool isDead = false;

int aboutToCommit(void *)
{
    if (left > 0 && --left == 0)
        isDead = true;
    return isDead ? 1 : 0;
}

int opened(sqlite3 *file, const char **, const sqlite3_api_routines *)
{
    sqlite3_commit_hook(file, aboutToCommit, nullptr);
    return SQLITE_OK;
}

} // namespace

void Death::watch()
{
    // The library's own signature for it: the real one is another, see its manual.
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(opened));
}

void Death::arm(int commit)
{
    left = commit;
    isDead = false;
}

bool Death::happened()
{
    return isDead;
}

void Death::disarm()
{
    left = 0;
    isDead = false;
}

} // namespace beback::exchange_sim
