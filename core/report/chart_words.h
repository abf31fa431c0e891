#pragma once

#include "core/history/medium.h"
#include "core/report/chart.h"

namespace beback::chart_words {

// Words the charts' sentences share. A sentence about numbers is a headline and has no full stop; one that says there is nothing
// has. Private to core/report.

bool isNarrow(const ChartFilter &filter);             // a person, plan or source is asked for: "none" may only mean none of these
QString rangeName(int days);                          // "last 90 days", "today"
QString inRange(int days);                            // "in the last 90 days", "today"
QString openLeads(const ChartFilter &filter);         // "open leads", "leads open 14 days or longer"
QString openFor(int openDays);                        // "open 14 days or longer"; openDays > 0
QString openLead(const ChartFilter &filter);          // of one: "open lead"
QString noOpenLead(const ChartFilter &filter);        // "No lead is open."
QString noLeadCame(const ChartFilter &filter);        // "No lead came in the last 90 days."
QString noTouch(const ChartFilter &filter);           // "Nobody was contacted in the last 90 days."
QString byMedium(const ChartFilter &filter, const QString &word); // "attempts", "attempts by text"
QString mediumName(Medium medium);                    // "Call"
QString mediaName(Medium medium);                     // "Calls"
QString touches(Medium medium, int count);            // "a call", "calls"; of 1 and of any other number
QString percent(double share);                        // "17 %"
QString hourName(int hour);                           // "9 am"; 24 is midnight
QString hoursName(int from, int until);               // "5 to 7 pm", "11 am to 1 pm"
QString weekdayName(int weekday);                     // 1: "Mon"

} // namespace beback::chart_words
