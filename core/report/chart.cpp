#include "core/report/chart.h"

#include <algorithm>

namespace beback {

bool Chart::isEmpty() const
{
    return std::all_of(series.cbegin(), series.cend(), [](const ChartSeries &one) {
        return std::all_of(one.marks.cbegin(), one.marks.cend(), [](const ChartMark &mark) { return mark.count == 0 && mark.of == 0; });
    });
}

const Chart *ChartPage::find(const QString &id) const
{
    const auto found = std::find_if(charts.cbegin(), charts.cend(), [&](const Chart &chart) { return chart.id == id; });
    return found == charts.cend() ? nullptr : &*found;
}

} // namespace beback
