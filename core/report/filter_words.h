#pragma once

#include "core/report/chart.h"

#include <QString>

namespace beback {

// What charts are asked, in words: the same where it is chosen and on what leaves the program. Any thread.

QString daysName(int days);     // "Last 90 days", "Today"
QString openName(int openDays); // "Open 14 days or longer"; 0: "Open or new"
// Of what time a chart is: as daysName(), "Open leads, as of now", "The next four weeks", "This month so far".
QString rangeText(Chart::Range range, const ChartFilter &filter);
// All that counts in this chart: "Last 90 days; held or made by Luis Ortega; attempts by call".
QString filterText(const ChartFilter &filter, const ChartChoices &choices, const Chart &chart);
// All of it but the time, for several charts of which each takes what counts in it; empty: nothing is left out.
QString narrowText(const ChartFilter &filter, const ChartChoices &choices);

} // namespace beback
