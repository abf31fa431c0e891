#pragma once

#include <libpq-fe.h>

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// The floor on PostgreSQL: libpq with statements prepared once, and nothing else. Every answer is read as text, every field
// of it once, as whoever asked would.
namespace bench {

class PgFloor
{
public:
    explicit PgFloor(const std::string &uri); // throws std::runtime_error with the server's words, as everything here
    ~PgFloor();
    PgFloor(const PgFloor &) = delete;
    PgFloor &operator=(const PgFloor &) = delete;

    void prepare(const char *name, const char *sql);
    struct Answer {
        int rows = 0;
        size_t bytes = 0;  // of all fields
        std::string first; // the first field of the first row; empty: none
    };
    Answer ask(const char *name, std::initializer_list<std::string_view> parameters);
    Answer run(const std::string &sql); // as it is; several statements too
    // COPY ... FROM STDIN in text format.
    void copy(const std::string &into, const std::string &lines);

private:
    Answer read(PGresult *result);
    PGconn *m_link = nullptr;
};

} // namespace bench
