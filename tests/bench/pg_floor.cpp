#include "pg_floor.h"

#include <memory>
#include <stdexcept>

namespace bench {

PgFloor::PgFloor(const std::string &uri) : m_link(PQconnectdb(uri.c_str()))
{
    if (PQstatus(m_link) == CONNECTION_OK) {
        PQsetNoticeProcessor(m_link, [](void *, const char *) {}, nullptr);
        return;
    }
    const std::string why = PQerrorMessage(m_link);
    PQfinish(m_link);
    throw std::runtime_error(why);
}

PgFloor::~PgFloor()
{
    PQfinish(m_link);
}

PgFloor::Answer PgFloor::read(PGresult *result)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> owned(result, &PQclear);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_COPY_IN)
        throw std::runtime_error(PQerrorMessage(m_link));
    Answer answer;
    answer.rows = PQntuples(result);
    const int columns = PQnfields(result);
    for (int row = 0; row < answer.rows; ++row)
        for (int column = 0; column < columns; ++column)
            answer.bytes += std::string(PQgetvalue(result, row, column), size_t(PQgetlength(result, row, column))).size();
    if (answer.rows > 0)
        answer.first = PQgetvalue(result, 0, 0);
    return answer;
}

void PgFloor::prepare(const char *name, const char *sql)
{
    read(PQprepare(m_link, name, sql, 0, nullptr));
}

PgFloor::Answer PgFloor::ask(const char *name, std::initializer_list<std::string_view> parameters)
{
    std::vector<std::string> ended(parameters.begin(), parameters.end()); // libpq wants a zero behind each
    std::vector<const char *> values;
    for (const std::string &value : ended)
        values.push_back(value.c_str());
    return read(PQexecPrepared(m_link, name, int(values.size()), values.data(), nullptr, nullptr, 0));
}

PgFloor::Answer PgFloor::run(const std::string &sql)
{
    return read(PQexec(m_link, sql.c_str()));
}

void PgFloor::copy(const std::string &into, const std::string &lines)
{
    run("COPY " + into + " FROM STDIN");
    constexpr size_t Piece = 1 << 20;
    for (size_t from = 0; from < lines.size(); from += Piece)
        if (PQputCopyData(m_link, lines.data() + from, int(std::min(Piece, lines.size() - from))) != 1)
            throw std::runtime_error(PQerrorMessage(m_link));
    if (PQputCopyEnd(m_link, nullptr) != 1)
        throw std::runtime_error(PQerrorMessage(m_link));
    while (PGresult *result = PQgetResult(m_link))
        read(result);
}

} // namespace bench
