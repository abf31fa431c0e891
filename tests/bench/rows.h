#pragma once

#include "core/history/derived_rows.h"
#include "core/history/event.h"
#include "floor.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace bench {

struct Cell {
    enum class Type { Null, Number, Text } type = Type::Null;
    std::int64_t number = 0;
    std::string text;
};
using Row = std::vector<Cell>;

// The tables a lead has rows in, in the order they are written.
enum Table { EventTable, CustomerTable, PointTable, LeadTable, QueueTable, KeyTable, SearchTable, TableCount };

const char *nameOf(Table table);
const char *columnsOf(Table table); // parted by ", "

// One row of one table.
struct TableRow {
    Table table = EventTable;
    Row cells;
};

// Writes rows through the C API, each table by its prepared statement; a queue row also counts at its gate.
class RowWriter
{
public:
    explicit RowWriter(FloorDb &db);
    void write(const TableRow &row);

private:
    std::array<std::unique_ptr<FloorStatement>, TableCount> m_insert;
    FloorStatement m_gate;
};

TableRow eventRow(const beback::Event &event);
// All derived rows of one customer.
std::vector<TableRow> derivedRows(const beback::CustomerState &state, const beback::DerivedRows &rows);

// Every row of a store that leads brought, customer after customer in the order they came: what a floor writes again.
std::vector<TableRow> rowsOfStore(FloorDb &db);

} // namespace bench
