#include "core/report/charts_read.h"

#include <algorithm>

namespace beback {

QHash<LeadId, qsizetype> placesOf(const ReportFacts &facts)
{
    QHash<LeadId, qsizetype> places;
    places.reserve(facts.leads.size());
    for (qsizetype place = 0; place < facts.leads.size(); ++place)
        places.insert(facts.leads[place].id, place);
    return places;
}

QVector<LeadId> leadsAt(const QVector<LeadId> &leads, const Tally &tally)
{
    QVector<qsizetype> places = tally.places;
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    QVector<LeadId> found;
    for (const qsizetype place : std::as_const(places))
        found << leads[place];
    return found;
}

bool leavesIn(const ChartFilter &filter, const QString &who, const QString &plan, const QString &source)
{
    const auto fits = [](const QString &asked, const QString &one) { return asked.isEmpty() || asked == one; };
    return fits(filter.person, who) && fits(filter.plan, plan) && fits(filter.source, source);
}

} // namespace beback
