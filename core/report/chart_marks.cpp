#include "core/report/chart_marks.h"

#include "core/report/measures.h"

#include <algorithm>
#include <tuple>

namespace beback {

ChartPeriod periodOf(const ReportFacts &facts, int count, int of)
{
    ChartPeriod period;
    period.days = facts.filter.days;
    period.count = count;
    period.of = of;
    return period;
}

ChartMark markOf(const ReportFacts &facts, const QString &key, const QString &label, const Tally &tally)
{
    ChartMark mark;
    mark.key = key;
    mark.label = label;
    mark.count = tally.count;
    mark.of = tally.of;
    mark.value = tally.count;
    QVector<qsizetype> places = tally.places;
    std::sort(places.begin(), places.end()); // facts have the longest untouched first
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (const qsizetype place : std::as_const(places))
        mark.leads << facts.leads[place].id;
    return mark;
}

ChartMark shareOf(const ReportFacts &facts, const QString &key, const QString &label, const Tally &tally, int least)
{
    ChartMark mark = markOf(facts, key, label, tally);
    mark.value = tally.of > 0 ? double(tally.count) / tally.of : 0;
    mark.tooFew = tally.of < least;
    if (tally.of > 0) {
        const ShareInterval interval = shareInterval(tally.count, tally.of);
        mark.low = interval.low;
        mark.high = interval.high;
    }
    return mark;
}

void mostFirst(QVector<ChartMark> &marks)
{
    std::sort(marks.begin(), marks.end(), [](const ChartMark &a, const ChartMark &b) {
        return std::tie(b.count, a.label, a.key) < std::tie(a.count, b.label, b.key);
    });
}

} // namespace beback
