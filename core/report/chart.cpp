#include "core/report/chart.h"

#include <QSet>

#include <algorithm>

namespace beback {

bool Chart::isEmpty() const
{
    return std::all_of(series.cbegin(), series.cend(), [](const ChartSeries &one) {
        return std::all_of(one.marks.cbegin(), one.marks.cend(), [](const ChartMark &mark) { return mark.count == 0 && mark.of == 0; });
    });
}

bool Chart::hasParts() const
{
    return (shape == Shape::Bars || shape == Shape::Rows) && !isShare && series.size() > 1;
}

QVector<LeadId> Chart::leadsAt(int mark, int ofSeries) const
{
    QVector<LeadId> all;
    QSet<LeadId> seen;
    for (int i = 0; i < series.size(); ++i)
        for (const LeadId lead : ofSeries < 0 || ofSeries == i ? series[i].marks[mark].leads : QVector<LeadId>())
            if (!seen.contains(lead)) {
                seen.insert(lead);
                all << lead;
            }
    return all;
}

const Chart *ChartPage::find(const QString &id) const
{
    const auto found = std::find_if(charts.cbegin(), charts.cend(), [&](const Chart &chart) { return chart.id == id; });
    return found == charts.cend() ? nullptr : &*found;
}

} // namespace beback
