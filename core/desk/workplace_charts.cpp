// The charts, for managers.
#include "core/desk/workplace.h"

#include "core/report/charts.h"

#include <QCoreApplication>

namespace beback {

namespace {

Result<void> mayLook(Workplace &place, const QString &login)
{
    return place.mustBeManager(login,
                               QCoreApplication::translate("beback", "Only a manager looks at the charts of everybody's work. Ask one of yours to."));
}

} // namespace

Result<ChartPage> Workplace::charts(const ChartFilter &filter, const QString &login, Connection *from, const std::optional<QString> &alone)
{
    BEBACK_CHECK(mayLook(*this, login));
    // Counting has a place of its own, which nobody tells of plans and words that were changed at another.
    BEBACK_CHECK(freshPlans());
    BEBACK_CHECK(freshWords());
    return readCharts(from ? *from : *m_db, m_station.rooftop, m_plans, *m_words, filter, m_rooftop.zone, m_clock.now(), alone);
}

Result<QVector<ChartLead>> Workplace::chartLeads(const QVector<LeadId> &leads, const QString &login, Connection *from)
{
    BEBACK_CHECK(mayLook(*this, login));
    return readChartLeads(from ? *from : *m_db, m_station.rooftop, leads, m_rooftop.zone, m_clock.now());
}

} // namespace beback
