#pragma once

#include "app/session.h"

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
};
ReportKind answersReportKind();
ReportKind attemptsPerLeadReport();
ReportKind campaignReport();
ReportKind capacityReport();
ReportKind hourOfPowerReport();

// A line of CSV (RFC 4180). What a spreadsheet would take for a formula is told apart by an apostrophe.
QString csvLine(const QStringList &fields);

} // namespace beback::app
