#pragma once

#include "ui/charts/chart_spot.h"

namespace beback::ui {

// Those with a place of their own in the window; what other charts are called is for the core to say.
namespace chart_ids {
inline constexpr char Attempts[] = "attempts-per-lead", UnderMinimum[] = "under-minimum-by-person", Neglect[] = "neglect", Touches[] = "touches-by-person",
                      Reached[] = "reached-by-attempt", Hours[] = "answers-by-hour", Media[] = "media", Answers[] = "answers-by-medium", Speed[] = "speed-to-lead", Skipped[] = "skipped", Duties[] = "duties", Load[] = "load", Hour[] = "hour-of-power",
                      Funnel[] = "funnel", Objections[] = "objections", Campaigns[] = "campaigns", BySpeed[] = "reached-by-speed",
                      Wordings[] = "wordings", Guides[] = "guide-answers", Evidence[] = "evidence", Bursts[] = "bursts", Streaks[] = "streaks";
}

// What the room of charts says about numbers, in one place: a number is worded alike above its bar, in its tip and over its leads.
namespace chart_text {

QString number(double value);                    // "1,234", "2.5"
QString percent(double share, int decimals = 0); // "22 %"
QString leads(int count);                        // "14 leads"
QString tooFew();                                // "too few to be sure"
QString value(const Chart &chart, const ChartMark &mark); // above a bar; of what is too few: empty
QString name(const Chart &chart, ChartSpot spot);  // "2 attempts", "Mon, 5 pm", "Luis Ortega, reached"
QString facts(const Chart &chart, ChartSpot spot); // "14 of 65 (22 %, likely 13 to 33 %)", "14 (never reached 10, reached 4)"
QString before(const Chart &chart, ChartSpot spot); // "30 days before: 22 % (8 of 36)"; empty: not compared with it
QString beforeHead(const Chart &chart);             // "30 days before"
QString tip(const Chart &chart, ChartSpot spot);   // all three, each on a line of its own
QString howToChoose(Chart::Shape shape); // what to click for the leads
QString rowHead(const Chart &chart);     // what the marks are, above their column in the table: "Attempts made"

// Where a chart stands in the list at the left.
struct Place {
    QString group, title;
    int order = 0;  // of the group
    int within = 0; // of the chart in it
};
Place place(const Chart &chart);

} // namespace chart_text

} // namespace beback::ui
