#include "ui/charts/chart_spot.h"

#include <algorithm>

namespace beback::ui::chart_spots {

namespace {

// The series a place is of.
QVector<const ChartSeries *> seriesOf(const Chart &chart, ChartSpot spot)
{
    QVector<const ChartSeries *> wanted;
    for (int i = 0; i < chart.series.size(); ++i)
        if (spot.series < 0 || spot.series == i)
            wanted << &chart.series[i];
    return wanted;
}

} // namespace

int marks(const Chart &chart)
{
    return chart.series.isEmpty() ? 0 : int(chart.series.first().marks.size());
}

const ChartMark &mark(const Chart &chart, ChartSpot spot)
{
    return chart.series[std::max(0, spot.series)].marks[spot.mark];
}

ChartSpot find(const Chart &chart, const QString &series, const QString &mark)
{
    ChartSpot spot;
    for (int i = 0; i < chart.series.size(); ++i)
        if (!series.isEmpty() && chart.series[i].key == series)
            spot.series = i;
    if (!series.isEmpty() && spot.series < 0)
        return {};
    if (chart.series.size() == 1)
        spot.series = -1;
    for (int i = 0; i < marks(chart); ++i)
        if (chart.series.first().marks[i].key == mark)
            spot.mark = i;
    return spot.isValid() ? spot : ChartSpot();
}

QString seriesKey(const Chart &chart, ChartSpot spot)
{
    return spot.isValid() && spot.series >= 0 ? chart.series[spot.series].key : QString();
}

QString markKey(const Chart &chart, ChartSpot spot)
{
    return spot.isValid() ? mark(chart, spot).key : QString();
}

bool hasParts(const Chart &chart)
{
    return chart.hasParts();
}

double total(const Chart &chart, int mark)
{
    double sum = 0;
    for (const ChartSeries &one : chart.series)
        sum += one.marks[mark].value;
    return sum;
}

int count(const Chart &chart, ChartSpot spot)
{
    int sum = 0;
    for (const ChartSeries *one : seriesOf(chart, spot))
        sum += one->marks[spot.mark].count;
    return sum;
}

bool isCompared(const Chart &chart)
{
    return chart.period && chart.period->isCompared();
}

std::optional<double> before(const Chart &chart, ChartSpot spot)
{
    if (!isCompared(chart))
        return std::nullopt;
    if (spot.series >= 0 || chart.series.size() == 1)
        return mark(chart, spot).before;
    if (!hasParts(chart))
        return std::nullopt;
    double sum = 0;
    for (const ChartSeries &one : chart.series)
        sum += one.marks[spot.mark].before.value_or(0);
    return sum;
}

bool isTooFew(const Chart &chart, ChartSpot spot)
{
    const auto wanted = seriesOf(chart, spot);
    return std::all_of(wanted.cbegin(), wanted.cend(), [&](const ChartSeries *one) { return one->marks[spot.mark].tooFew; });
}

QVector<LeadId> leads(const Chart &chart, ChartSpot spot)
{
    return chart.leadsAt(spot.mark, spot.series);
}

ChartSpot firstWorthLooking(const Chart &chart)
{
    const bool separate = chart.series.size() > 1 && !hasParts(chart);
    const int whole = separate ? 0 : -1;
    for (int i = 0; i < marks(chart); ++i)
        if (const ChartSpot spot{whole, i}; count(chart, spot) > 0 && !isTooFew(chart, spot))
            return spot;
    return marks(chart) > 0 ? ChartSpot{whole, 0} : ChartSpot();
}

int underMinimum(const Chart &chart)
{
    if (!chart.minimum)
        return 0;
    for (int i = 0; i < marks(chart); ++i)
        if (chart.series.first().marks[i].key.toInt() >= *chart.minimum)
            return i;
    return marks(chart);
}

} // namespace beback::ui::chart_spots
