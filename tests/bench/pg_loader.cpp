#include "pg_loader.h"

#include <cstdio>

namespace bench {

namespace {

constexpr int AtOnce = 10000; // customers a COPY

// The columns of table event; see rows.cpp.
enum { Id = 0, CustomerId = 2, HlcColumn = 6, Kind = 7, RecordedAt = 13, Actor = 14, Body = 16 };

void append(std::string &line, const Cell &cell)
{
    switch (cell.type) {
    case Cell::Type::Null: line += "\\N"; return;
    case Cell::Type::Number: line += std::to_string(cell.number); return;
    case Cell::Type::Text:
        for (const char c : cell.text) {
            if (c == '\\')
                line += "\\\\";
            else if (c == '\n')
                line += "\\n";
            else if (c == '\t')
                line += "\\t";
            else
                line += c;
        }
    }
}

} // namespace

PgLoader::PgLoader(PgFloor &administrator) : m_db(administrator) {}

void PgLoader::addToFeed(const Row &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_chain);
    for (const int column : {Id, Actor, Kind, HlcColumn, Body}) {
        const Cell &cell = event[size_t(column)];
        hash.addData(QByteArray::fromStdString(cell.type == Cell::Type::Number ? std::to_string(cell.number) : cell.text));
    }
    m_chain = hash.result().toHex();
    m_feed += "1\t" + std::to_string(++m_seq) + '\t' + event[Id].text + '\t' + event[CustomerId].text + '\t'
              + m_chain.toStdString() + '\t' + std::to_string(event[RecordedAt].number) + '\n';
}

void PgLoader::add(const std::vector<TableRow> &customer)
{
    int events = 0;
    for (const TableRow &row : customer) {
        std::string &lines = m_lines[row.table];
        for (size_t i = 0; i < row.cells.size(); ++i) {
            if (i > 0)
                lines += '\t';
            append(lines, row.cells[i]);
        }
        lines += '\n';
        if (row.table == EventTable) {
            addToFeed(row.cells);
            ++events;
        }
    }
    m_heads += customer.front().cells[CustomerId].text + "\t1\t" + std::to_string(events) + "\tf\n";
}

void PgLoader::flush()
{
    m_db.run("BEGIN");
    for (size_t i = 0; i < TableCount; ++i) {
        m_db.copy(std::string(nameOf(Table(i))) + " (" + columnsOf(Table(i)) + ")", m_lines[i]);
        m_lines[i].clear();
    }
    m_db.copy("feed (feed, seq, event_id, customer_id, chain, received_at)", m_feed);
    m_db.copy("customer_head (customer_id, rooftop_id, events, stale)", m_heads);
    m_feed.clear();
    m_heads.clear();
    m_db.run("COMMIT");
}

// The index of the search is made at the end, as it would be on a store that was moved in. bench_due: to put the queue back
// before the next measurement.
void PgLoader::finish(const LeadMaker &maker)
{
    const std::string origin = maker.origin().toString().toStdString(), last = std::to_string(maker.lastN());
    m_db.run("INSERT INTO feed_head VALUES (1, " + std::to_string(m_seq) + ", '" + m_chain.toStdString() + "', 0);"
             "INSERT INTO replica VALUES ('" + origin + "', 'desk1', 'bench', " + last + ", TRUE, 0);"
             "INSERT INTO queue_gate SELECT DISTINCT rooftop_id, owner, band, gate, 1 FROM queue;"
             "CREATE TABLE bench_due AS SELECT customer_id, due_at FROM queue;"
             "ALTER TABLE bench_due ADD PRIMARY KEY (customer_id);"
             "CREATE TABLE bench_loaded AS SELECT last_seq FROM feed_head;"
             "CREATE INDEX search_doc_trigrams ON search_doc USING gin (body gin_trgm_ops) WITH (gin_pending_list_limit = 512);"
             "ALTER TABLE search_doc OWNER TO beback_owner");
    m_db.run("VACUUM (ANALYZE, FREEZE)");
    m_db.run("CHECKPOINT");
}

void PgLoader::load(LeadMaker &maker, int leads)
{
    m_db.run("SET session_replication_role = replica");
    m_db.run("DROP INDEX search_doc_trigrams");
    for (int i = 0; i < leads; ++i) {
        add(maker.customer(i));
        if (i % AtOnce == AtOnce - 1 || i == leads - 1) {
            flush();
            std::fprintf(stderr, "\rloading %d leads: %d", leads, i + 1);
        }
    }
    finish(maker);
    std::fprintf(stderr, "\r%60s\r", "");
}

} // namespace bench
