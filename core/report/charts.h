#pragma once

#include "core/report/report_facts.h"

namespace beback {

// The charts there are, each from the same facts and in a file of its own (core/report/chart_*.cpp). Pure; any thread.
Chart attemptsPerLeadChart(const ReportFacts &facts);  // "attempts-per-lead"
Chart underMinimumChart(const ReportFacts &facts);     // "under-minimum-by-person"
Chart neglectChart(const ReportFacts &facts);          // "neglect"
Chart touchesByPersonChart(const ReportFacts &facts);  // "touches-by-person"
Chart reachedByAttemptChart(const ReportFacts &facts); // "reached-by-attempt"
Chart answersByHourChart(const ReportFacts &facts);    // "answers-by-hour"
Chart touchesByMediumChart(const ReportFacts &facts);  // "media"
Chart answersByMediumChart(const ReportFacts &facts);  // "answers-by-medium"

struct ChartKind {
    QString id;    // Chart::id
    QString name;  // "Answers by hour and weekday"
    QString about; // what it is about, for a list of reports: "how often calls are answered, by hour and weekday"
    Chart (*draw)(const ReportFacts &facts);
};
QVector<ChartKind> chartKinds(); // in the order they are listed

// Every chart, as far as `filter` leaves things in, with what it can be set to. `zone`: the site's. Errors: those of
// readReportFacts(). Thread: the connection's.
Result<ChartPage> readCharts(Connection &db, RooftopId rooftop, const ChartFilter &filter, const QString &zone, Instant now);

// What the list below a chart shows of these leads: each once, in this order; those that are not there any more are left out. A
// page: of more than ChartLeadsAtOnce the first are read.
inline constexpr int ChartLeadsAtOnce = 50;
Result<QVector<ChartLead>> readChartLeads(Connection &db, RooftopId rooftop, const QVector<LeadId> &leads, const QString &zone, Instant now);

} // namespace beback
