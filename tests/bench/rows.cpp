#include "rows.h"

#include <QJsonDocument>

#include <cstdio>
#include <set>

namespace bench {

namespace {

struct Shape {
    const char *name;
    const char *columns;
    int count;
};
constexpr std::array<Shape, TableCount> Shapes = {{
    {"event", "id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome, "
              "occurred_at, recorded_at, actor, station, body", 17},
    {"customer", "id, rooftop_id, name, match_key, city, region, zones, refused, duty_trail, duty_at", 10},
    {"contact_point", "customer_id, kind, value, rooftop_id, label", 5},
    {"lead", "id, rooftop_id, customer_id, status, source, owner, vehicle, stock, vin, arrived_at, plan_id, plan_version, "
             "steps_done, attempts, reached, marks, last_attempt_at, last_reply_at, waiting_reply, promise_at, promise_by, "
             "appointment_at, story, story_at", 24},
    {"queue", "customer_id, rooftop_id, lead_id, owner, band, gate, due_at, medium, step, steps", 10},
    {"intake_key", "rooftop_id, value, customer_id", 3},
    {"search_doc", "customer_id, rooftop_id, body", 3},
}};

std::string insertInto(const Shape &shape)
{
    std::string sql = std::string("INSERT INTO ") + shape.name + " (" + shape.columns + ") VALUES (?";
    for (int i = 1; i < shape.count; ++i)
        sql += ",?";
    return sql + ")";
}

Cell cell(const QString &text)
{
    return {Cell::Type::Text, 0, text.toStdString()};
}

Cell cell(qint64 number)
{
    return {Cell::Type::Number, number, {}};
}

Cell orNull(const QString &text)
{
    return text.isEmpty() ? Cell{} : cell(text);
}

void bind(FloorStatement &statement, const Cell &value)
{
    switch (value.type) {
    case Cell::Type::Null: statement.null(); return;
    case Cell::Type::Number: statement.number(value.number); return;
    case Cell::Type::Text: statement.text(value.text); return;
    }
}

TableRow leadRow(const beback::LeadRow &l, const QString &customer)
{
    return {LeadTable,
            {cell(l.id.toString()), cell(1), cell(customer), cell(l.status), cell(l.source), cell(l.owner), cell(l.vehicle),
             cell(l.stock), cell(l.vin), cell(l.arrivedAt.us), cell(l.planId), cell(l.planVersion), cell(l.stepsDone),
             cell(l.attempts), cell(l.reached), cell(l.marks), cell(l.lastAttemptAt.us), cell(l.lastReplyAt.us),
             cell(l.waitingReply), cell(l.promiseAt.us), cell(l.promiseBy), cell(l.appointmentAt.us), cell(l.story), cell(l.storyAt.us)}};
}

Row rowAt(sqlite3_stmt *statement)
{
    Row row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        switch (sqlite3_column_type(statement, i)) {
        case SQLITE_NULL: row.push_back({}); break;
        case SQLITE_INTEGER: row.push_back({Cell::Type::Number, sqlite3_column_int64(statement, i), {}}); break;
        default:
            row.push_back({Cell::Type::Text, 0, reinterpret_cast<const char *>(sqlite3_column_text(statement, i))});
        }
    }
    return row;
}

} // namespace

const char *nameOf(Table table)
{
    return Shapes[table].name;
}

const char *columnsOf(Table table)
{
    return Shapes[table].columns;
}

RowWriter::RowWriter(FloorDb &db)
    : m_gate(db, "INSERT INTO queue_gate (rooftop_id, owner, band, gate, rows) VALUES (?,?,?,?,1) "
                 "ON CONFLICT (rooftop_id, owner, band, gate) DO UPDATE SET rows = rows + 1")
{
    for (size_t i = 0; i < TableCount; ++i)
        m_insert[i] = std::make_unique<FloorStatement>(db, insertInto(Shapes[i]).c_str());
}

void RowWriter::write(const TableRow &row)
{
    FloorStatement &insert = *m_insert[row.table];
    for (const Cell &value : row.cells)
        bind(insert, value);
    insert.run();
    if (row.table == QueueTable) {
        for (const size_t column : {1u, 3u, 4u, 5u})
            bind(m_gate, row.cells[column]);
        m_gate.run();
    }
}

TableRow eventRow(const beback::Event &e)
{
    return {EventTable,
            {cell(e.id.toString()), cell(e.rooftop.value), cell(e.customer.toString()), orNull(e.lead.isNull() ? QString() : e.lead.toString()),
             cell(e.origin.toString()), cell(e.n), cell(e.hlc.value), cell(e.kindText), cell(e.version),
             e.medium ? cell(beback::toText(*e.medium)) : Cell{}, cell(beback::toText(e.direction)),
             cell(beback::toText(e.outcome)), cell(e.occurredAt.us), cell(e.recordedAt.us), cell(e.actor), cell(e.station),
             cell(QString::fromUtf8(QJsonDocument(e.body).toJson(QJsonDocument::Compact)))}};
}

std::vector<TableRow> derivedRows(const beback::CustomerState &state, const beback::DerivedRows &rows)
{
    const QString id = state.id.toString();
    std::vector<TableRow> all;
    const beback::CustomerRow &c = rows.customer;
    all.push_back({CustomerTable, {cell(id), cell(1), cell(c.name), cell(c.matchKey), cell(c.city), cell(c.region),
                                   cell(c.zones), cell(c.refused), cell(c.dutyTrail), cell(c.dutyAt.us)}});
    for (const beback::PointRow &p : rows.points)
        all.push_back({PointTable, {cell(id), cell(p.kind), cell(p.value), cell(1), cell(p.label)}});
    for (const beback::LeadRow &lead : rows.leads)
        all.push_back(leadRow(lead, id));
    if (rows.queue) {
        const beback::QueueRow &q = *rows.queue;
        all.push_back({QueueTable, {cell(id), cell(1), cell(q.lead.toString()), cell(q.owner), cell(q.band), cell(q.gate),
                                    cell(q.dueAt.us), cell(q.medium), cell(q.step), cell(q.steps)}});
    }
    for (const QString &key : rows.keys)
        all.push_back({KeyTable, {cell(1), cell(key), cell(id)}});
    all.push_back({SearchTable, {cell(id), cell(1), cell(rows.search)}});
    return all;
}

std::vector<TableRow> rowsOfStore(FloorDb &db)
{
    std::vector<TableRow> all;
    std::set<std::string> known;
    std::array<std::unique_ptr<FloorStatement>, TableCount> byCustomer;
    for (size_t i = CustomerTable; i < TableCount; ++i) {
        const std::string sql = std::string("SELECT ") + Shapes[i].columns + " FROM " + Shapes[i].name + " WHERE "
            + (i == CustomerTable ? "id" : i == LeadTable || i == KeyTable ? "rooftop_id = 1 AND customer_id" : "customer_id")
            + " = ?";
        if (i == KeyTable) // no index by customer: read once, below
            continue;
        byCustomer[i] = std::make_unique<FloorStatement>(db, sql.c_str());
    }
    sqlite3_stmt *events = nullptr;
    const std::string sql = std::string("SELECT ") + Shapes[EventTable].columns + " FROM event ORDER BY n";
    sqlite3_prepare_v2(db.handle(), sql.c_str(), -1, &events, nullptr);
    while (sqlite3_step(events) == SQLITE_ROW) {
        TableRow event{EventTable, rowAt(events)};
        const std::string customer = event.cells[2].text;
        all.push_back(std::move(event));
        if (!known.insert(customer).second)
            continue;
        for (size_t i = CustomerTable; i < TableCount; ++i) {
            if (!byCustomer[i])
                continue;
            byCustomer[i]->text(customer);
            while (byCustomer[i]->step())
                all.push_back({Table(i), rowAt(byCustomer[i]->handle())});
            byCustomer[i]->reset();
        }
    }
    sqlite3_finalize(events);
    return all;
}

} // namespace bench
