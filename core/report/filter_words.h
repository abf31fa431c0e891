#pragma once

#include "core/report/chart.h"

#include <QString>

namespace beback {

// What charts are asked, in words: the same where it is chosen and on what leaves the program. Any thread.

QString daysName(int days);     // "Last 90 days", "Today"
QString openName(int openDays); // "Open 14 days or longer"; 0: "Open or new"
// All of it: "Last 90 days; open 14 days or longer; held or made by Luis Ortega; attempts by call"
QString filterText(const ChartFilter &filter, const ChartChoices &choices);

} // namespace beback
