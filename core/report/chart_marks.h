#pragma once

#include "core/report/report_facts.h"

namespace beback {

// How marks are put together from what was counted. Private to core/report.

// What one mark counts.
struct Tally {
    int count = 0;
    int of = 0;                // of a share, or a row: among how many
    QVector<qsizetype> places; // in ReportFacts::leads, of what was counted; a lead may come again
    void add(qsizetype lead)
    {
        ++count;
        places << lead;
    }
};

// Of a chart of the days asked for: what it counts in all, of a share among how many. See ChartPeriod.
ChartPeriod periodOf(const ReportFacts &facts, int count, int of = 0);

// With the leads behind it, each once, the longest untouched first; its value is the count.
ChartMark markOf(const ReportFacts &facts, const QString &key, const QString &label, const Tally &tally);
// The same as a share, with its interval; of fewer than `least`: too few.
ChartMark shareOf(const ReportFacts &facts, const QString &key, const QString &label, const Tally &tally, int least = 1);
// The one with most first; then by label.
void mostFirst(QVector<ChartMark> &marks);

} // namespace beback
