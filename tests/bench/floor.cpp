#include "floor.h"

#include <cstdio>
#include <stdexcept>

namespace bench {

namespace {

[[noreturn]] void fail(sqlite3 *db)
{
    throw std::runtime_error(sqlite3_errmsg(db));
}

} // namespace

FloorDb::FloorDb(const std::string &path, bool durable)
{
    if (sqlite3_open_v2(path.c_str(), &m_db, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        fail(m_db);
    sqlite3_busy_timeout(m_db, 5000);
    run("PRAGMA journal_mode=WAL");
    run(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
    run("PRAGMA temp_store=MEMORY");
    run(durable ? "PRAGMA cache_size=-16384" : "PRAGMA cache_size=-1048576");
    run("PRAGMA secure_delete=FAST");
}

FloorDb::~FloorDb()
{
    sqlite3_close_v2(m_db);
}

void FloorDb::run(const char *sql)
{
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(m_db);
}

FloorStatement::FloorStatement(FloorDb &db, const char *sql) : m_db(db)
{
    if (sqlite3_prepare_v3(db.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
        fail(db.handle());
}

FloorStatement::~FloorStatement()
{
    sqlite3_finalize(m_statement);
}

FloorStatement &FloorStatement::text(std::string_view value)
{
    sqlite3_bind_text(m_statement, ++m_next, value.data(), int(value.size()), SQLITE_STATIC);
    return *this;
}

FloorStatement &FloorStatement::number(std::int64_t value)
{
    sqlite3_bind_int64(m_statement, ++m_next, value);
    return *this;
}

FloorStatement &FloorStatement::null()
{
    sqlite3_bind_null(m_statement, ++m_next);
    return *this;
}

bool FloorStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail(m_db.handle());
    return code == SQLITE_ROW;
}

void FloorStatement::run()
{
    while (step()) {
    }
    reset();
}

void FloorStatement::reset()
{
    sqlite3_reset(m_statement);
    m_next = 0;
}

std::string_view FloorStatement::textAt(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {bytes ? bytes : "", size_t(sqlite3_column_bytes(m_statement, column))};
}

std::int64_t FloorStatement::numberAt(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string floorId()
{
    static std::uint64_t state = 0x853c49e6748fea9bULL;
    char id[40];
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    const std::uint64_t high = state;
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    std::snprintf(id, sizeof id, "%08x-%04x-7%03x-8%03x-%012llx", unsigned(high >> 32), unsigned(high >> 16) & 0xffffu,
                  unsigned(high) & 0xfffu, unsigned(state >> 48) & 0xfffu,
                  static_cast<unsigned long long>(state & 0xffffffffffffULL));
    return id;
}

} // namespace bench
