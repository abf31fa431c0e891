#pragma once

#include "core/report/report_facts.h"

namespace beback {

class PlanBook;
struct WordShelf;

// The charts there are, each from the same facts and in a file of its own (core/report/chart_*.cpp). Pure; any thread.
Chart attemptsPerLeadChart(const ReportFacts &facts);  // "attempts-per-lead"
Chart underMinimumChart(const ReportFacts &facts);     // "under-minimum-by-person"
Chart neglectChart(const ReportFacts &facts);          // "neglect"
Chart touchesByPersonChart(const ReportFacts &facts);  // "touches-by-person"
Chart reachedByAttemptChart(const ReportFacts &facts); // "reached-by-attempt"
Chart answersByHourChart(const ReportFacts &facts);    // "answers-by-hour"
Chart touchesByMediumChart(const ReportFacts &facts);  // "media"
Chart answersByMediumChart(const ReportFacts &facts);  // "answers-by-medium"
Chart evidenceChart(const ReportFacts &facts);         // "evidence"
Chart burstsChart(const ReportFacts &facts);           // "bursts"
Chart streaksChart(const ReportFacts &facts);          // "streaks"
Chart objectionsChart(const ReportFacts &facts);       // "objections"
Chart funnelChart(const ReportFacts &facts);           // "funnel"
Chart speedToLeadChart(const ReportFacts &facts);      // "speed-to-lead"
Chart reachedBySpeedChart(const ReportFacts &facts);   // "reached-by-speed"
Chart skippedChart(const ReportFacts &facts);          // "skipped"

// What a chart has that asks the store for more than the facts.
struct ChartReading {
    Connection &db;
    RooftopId rooftop;
    const PlanBook &plans;   // those the site works by
    const WordShelf &words;  // those it says
    const ReportFacts &facts; // with the filter, the zone, the people and the moment
};
// Charts of what is read besides. Errors: those of the store. Thread: the connection's.
Result<Chart> dutiesChart(const ChartReading &reading);       // "duties"
Result<Chart> loadChart(const ChartReading &reading);         // "load"
Result<Chart> hoursChart(const ChartReading &reading);        // "hour-of-power"
Result<Chart> campaignsChart(const ChartReading &reading);    // "campaigns"
Result<Chart> wordingsChart(const ChartReading &reading);     // "wordings"
Result<Chart> guideAnswersChart(const ChartReading &reading); // "guide-answers"

struct ChartKind {
    QString id;    // Chart::id
    QString name;  // "Answers by hour and weekday"
    QString about; // what it is about, for a list of reports: "how often calls are answered, by hour and weekday"
    Chart (*draw)(const ReportFacts &facts) = nullptr;                // of the facts alone; null: it is read
    Result<Chart> (*read)(const ChartReading &reading) = nullptr; // null: it is drawn
    Chart::Range range = Chart::Range::Days;
    bool asksLeads = true, asksMedium = true; // as of Chart
};
QVector<ChartKind> chartKinds(); // in the order they are listed

// Every chart, as far as `filter` leaves things in, beside the same days before, with what it can be set to. Of those that are read
// (ChartKind::read), each of which asks the store for more, `alone` names the only one that is wanted; none: all of them. `zone`: the
// site's. Errors: those of readReportFacts(), and those of a chart that cannot be read. Thread: the connection's.
Result<ChartPage> readCharts(Connection &db, RooftopId rooftop, const PlanBook &plans, const WordShelf &words, const ChartFilter &filter,
                             const QString &zone, Instant now, const std::optional<QString> &alone = {});

// What the list below a chart shows of these leads: each once, in this order; those that are not there any more are left out. A
// page: of more than `most` the first are read.
inline constexpr int ChartLeadsAtOnce = 50;
Result<QVector<ChartLead>> readChartLeads(Connection &db, RooftopId rooftop, const QVector<LeadId> &leads, const QString &zone, Instant now,
                                          int most = ChartLeadsAtOnce);

} // namespace beback
