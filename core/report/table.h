#pragma once

#include "core/report/chart.h"

#include <variant>

namespace beback {

// A report as a table: what CSV, XLSX and paper are written from, so that all of them say the same. Values; any thread.

// Nothing, words, a number, or yes and no.
using TableCell = std::variant<std::monostate, QString, double, bool>;

struct TableColumn {
    QString key;  // "too_few": at the head of a CSV file; never translated
    QString head; // for people: "Too few"; empty: made from the key, see headOf()
    bool isShare = false; // 0 to 1, shown as percent
    bool forPeople = false; // left out of CSV, whose readers go by keys
};
QString headOf(const TableColumn &column); // "not_asked" -> "Not asked"

// How a spreadsheet draws the numbers of a table: each series a run of its rows.
struct TableChart {
    Chart::Shape shape = Chart::Shape::Bars; // Heat: the numbers themselves are colored
    bool isShare = false;
    QString title, axis;
    struct Series {
        QString name;
        int first = 0, last = 0; // rows
    };
    QVector<Series> series;
    int labels = 0, values = 0; // columns
};

struct Table {
    QString name; // of the sheet, for people
    QVector<TableColumn> columns;
    QVector<QVector<TableCell>> rows; // each with a cell for every column
    std::optional<TableChart> drawn;
    int doubtful = -1; // a column: where it says yes, the shares of the row say too little to be shown to people; -1: none
};

QString toText(const TableCell &cell); // numbers so that reading them gives the same again; yes: "1"
// RFC 4180, with the columns' keys at the head. Text a spreadsheet would take for a formula is told apart; numbers are left alone.
QString csvOf(const Table &table);

// The numbers of a chart, a line a series and mark; with those of the period before, where it is compared with that.
Table tableOf(const Chart &chart);
// Leads as the list below a chart shows them.
Table tableOf(const QVector<ChartLead> &leads);

} // namespace beback
