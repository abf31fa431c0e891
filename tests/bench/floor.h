#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>

// The floor: SQLite's own C API with prepared statements and nothing else, on the settings of core/store. What the
// program does beyond it is the price of the program.
namespace bench {

class FloorStatement;

class FloorDb
{
public:
    // The file must have the schema already (Migrator). `durable` false is for filling a fixture only.
    explicit FloorDb(const std::string &path, bool durable = true);
    ~FloorDb();
    FloorDb(const FloorDb &) = delete;
    FloorDb &operator=(const FloorDb &) = delete;

    void run(const char *sql); // throws std::runtime_error with SQLite's message, as everything here
    sqlite3 *handle() const { return m_db; }

private:
    sqlite3 *m_db = nullptr;
};

class FloorStatement
{
public:
    FloorStatement(FloorDb &db, const char *sql);
    ~FloorStatement();
    FloorStatement(const FloorStatement &) = delete;
    FloorStatement &operator=(const FloorStatement &) = delete;

    // Binds the next parameter. Texts must live until the step.
    FloorStatement &text(std::string_view value);
    FloorStatement &number(std::int64_t value);
    FloorStatement &null();
    bool step();    // true: a row
    void run();     // steps to the end and starts over
    void reset();
    std::string_view textAt(int column) const;
    std::int64_t numberAt(int column) const;
    sqlite3_stmt *handle() const { return m_statement; }

private:
    FloorDb &m_db;
    sqlite3_stmt *m_statement = nullptr;
    int m_next = 0;
};

// Random enough for an id: 36 characters, as the ids of the store.
std::string floorId();

} // namespace bench
