#pragma once

#include "app/session.h"
#include "core/report/csv_text.h"
#include "core/report/chart.h"

#include <QJsonArray>
#include <QJsonObject>

namespace beback::app {

// A report, ready to be printed in any of the ways there are.
struct WrittenReport {
    QJsonObject json;
    QString csv, text;
};

// One kind of report, each in its own file: its name on the command line, and how it is read and written.
struct ReportKind {
    QString name;
    QString summary;
    Result<WrittenReport> (*write)(Session &session, const QString &about); // `about`: the word behind the name; empty: none
    bool takesWord = false; // one may stand there
    // Instead of `write`: of a chart, which takes the options of a filter.
    Result<WrittenReport> (*writeChart)(Session &session, const QString &id, const ChartFilter &filter) = nullptr;
};
ReportKind answersReportKind();
ReportKind attemptsPerLeadReport();
ReportKind campaignReport();
ReportKind capacityReport();
ReportKind hourOfPowerReport();
ReportKind solutionsReport();
ReportKind todayReport();
QVector<ReportKind> chartReports(); // one of each chart; attempts-per-lead is above

} // namespace beback::app
