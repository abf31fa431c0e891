#pragma once

#include "app/session.h"
#include "core/report/filter_words.h"
#include "core/report/monday.h"
#include "core/report/saved_view.h"
#include "core/report/table.h"

#include <QJsonArray>
#include <QJsonObject>

namespace beback::app {

// A report, ready to be written in any of the ways there are.
struct WrittenReport {
    QJsonObject json;
    Table table; // CSV, and what a spreadsheet and paper show
    QString text;
    QString filter = {};                 // in words, where it takes one
    QString title = {};                  // above it on paper and in a spreadsheet; empty: what its kind is about
    std::optional<Table> paper = {};     // of it what people read on paper; none: `table`
    QString counted = {};                // how it is counted, below it on paper
    std::optional<Chart> chart = {};     // of a chart, which is drawn
    std::optional<MondayPage> monday = {}; // of a page that is laid out by itself
    std::optional<TodayPage> today = {};   // likewise
};
// Whose page it is, of a report about the day or the week: on a desk of a shared database its person, elsewhere nobody has signed in
// and `login` says it. Errors: Invalid, without one; Denied, at a desk of somebody else.
Result<QString> whoAsks(Session &session, const QString &report, const QString &login);
// Columns that are known by their keys alone.
QVector<TableColumn> columnsOf(const QStringList &keys);

// One kind of report, each in its own file: its name on the command line, and how it is read and written.
struct ReportKind {
    QString name;
    QString summary;
    Result<WrittenReport> (*write)(Session &session, const QString &about); // `about`: the word behind the name; empty: none
    bool takesWord = false; // one may stand there
    // Of a chart, which takes the options of a filter. Beside `write`: what is drawn of it.
    Result<WrittenReport> (*writeChart)(Session &session, const QString &id, const ChartFilter &filter) = nullptr;
};
ReportKind answersReportKind();
ReportKind attemptsPerLeadReport();
ReportKind campaignReport();
ReportKind capacityReport();
ReportKind hourOfPowerReport();
ReportKind mondayReport();
ReportKind savedViewsReport();
ReportKind solutionsReport();
ReportKind todayReport();
QVector<ReportKind> chartReports(); // one of each chart; attempts-per-lead is above
// What a chart is asked under this name. Errors: NotFound, naming the views there are; Denied, at a desk of an agent.
Result<SavedView> savedViewOf(Session &session, const QString &name);
// The page on which this chart is, with what was asked. Errors: NotFound, for somebody or something that is not there; Denied, at a desk
// of an agent.
Result<ChartPage> chartPageOf(Session &session, const QString &id, const ChartFilter &filter);
// The leads behind one of its marks, in the order in which the window lists them.
struct LeadsAsked {
    QString mark; // as it stands in the table, or its key
    QString part; // name or key of a series; empty: all of them
};
Result<WrittenReport> writeChartLeads(Session &session, const QString &id, const ChartFilter &filter, const LeadsAsked &asked);
Result<WrittenReport> writeChart(Session &session, const QString &id, const ChartFilter &filter);

} // namespace beback::app
