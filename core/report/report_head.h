#pragma once

#include "core/report/workbook.h"

namespace beback {

// What stands at the head of every report that leaves the program: whose numbers these are, as of when, and what was asked for.
struct ReportHead {
    QString store; // "Cedar Hill Motors, Wichita"
    QString zone;  // the store's
    Instant at;    // as of when
    QString filter; // in words, filterText(); empty: nothing was asked for
    std::optional<ChartFilter> charts = {}; // of several of them: each says of what time it is
};
QString storeText(const QString &name, const QString &city);
QString asOfText(const ReportHead &head); // "Monday, Nov 16 2026, 11:42 am"
// `chart`: the one that leaves the program; null: all of the page.
ReportHead reportHead(const ChartPage &page, const Chart *chart, const QString &store, const QString &zone);

// These charts of a page as a spreadsheet: the sentences first, then a sheet a chart. One chart, or several.
Workbook workbookOf(const QVector<Chart> &charts, const ReportHead &head);
// Any other report. `says`: what it is about, and what it says besides its tables, in lines.
Workbook workbookOf(const QVector<Table> &tables, const QString &title, const QString &says, const ReportHead &head);

} // namespace beback
