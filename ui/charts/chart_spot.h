#pragma once

#include "core/report/chart.h"

namespace beback::ui {

// One place in a chart: a mark, of one series or of all of them.
struct ChartSpot {
    int series = -1; // -1: all of them, and always where there is only one
    int mark = -1;   // -1: nowhere
    bool isValid() const { return mark >= 0; }
    friend bool operator==(const ChartSpot &, const ChartSpot &) = default;
};

// What stands at a place. Pure.
namespace chart_spots {

int marks(const Chart &chart); // how many there are
const ChartMark &mark(const Chart &chart, ChartSpot spot); // of all series: that of the first
ChartSpot find(const Chart &chart, const QString &series, const QString &mark); // `series` empty: all; not there: nowhere
QString seriesKey(const Chart &chart, ChartSpot spot); // empty: of all
QString markKey(const Chart &chart, ChartSpot spot);   // empty: nowhere

bool hasParts(const Chart &chart);        // several series that add up to a bar or a row
double total(const Chart &chart, int mark); // of all series
int count(const Chart &chart, ChartSpot spot);
bool isCompared(const Chart &chart); // with the period before
// What the place was in the period before; of a whole bar its parts together. None: not compared, or nothing can be said.
std::optional<double> before(const Chart &chart, ChartSpot spot);
bool isTooFew(const Chart &chart, ChartSpot spot); // of all series: in each of them
QVector<LeadId> leads(const Chart &chart, ChartSpot spot); // each once, series by series
ChartSpot firstWorthLooking(const Chart &chart); // the first that counts anything and can be relied on; none: the first
int underMinimum(const Chart &chart);     // how many marks lie before the minimum

} // namespace chart_spots

} // namespace beback::ui
