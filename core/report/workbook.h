#pragma once

#include "core/base/result.h"
#include "core/report/table.h"

namespace beback {

// A report as a spreadsheet. Values; any thread.
struct Workbook {
    QString title; // at the head of the first sheet: what it shows, as a sentence
    struct Line {
        QString name, text; // "As of" "Monday, Nov 16 at 11:42 am"
    };
    QVector<Line> about; // below it, and how everything is counted
    QVector<Table> tables; // a sheet each, with the chart a spreadsheet can draw of it
    Instant at; // when it was made: the same numbers make the same file
};

// The file (XLSX). Numbers are numbers, shares are percent, and text is text whatever it begins with: no cell holds a formula. A share
// of which there is too little to say anything is left empty, as in the window; what it was counted from stays. Errors: Unavailable,
// where no temporary file can be written.
Result<QByteArray> xlsxOf(const Workbook &book);

} // namespace beback
