#pragma once

#include "lead_maker.h"
#include "pg_floor.h"

#include <QCryptographicHash>

namespace bench {

// Loads made-up leads past the guard, by COPY with the triggers off, and adds what the guard would have made of them: the
// numbers in the feed with their chain, and the count of each person's events.
class PgLoader
{
public:
    explicit PgLoader(PgFloor &administrator);
    void load(LeadMaker &maker, int leads);

private:
    void add(const std::vector<TableRow> &customer);
    void addToFeed(const Row &event);
    void flush();
    void finish(const LeadMaker &maker);

    PgFloor &m_db;
    std::array<std::string, TableCount> m_lines;
    std::string m_feed, m_heads;
    QByteArray m_chain;
    std::int64_t m_seq = 0;
};

} // namespace bench
