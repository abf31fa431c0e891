// The charts and the page of today, as a manager's window asks for them.
#include "core/desk/desk_ask.h"

namespace beback {

QFuture<Result<ChartPage>> Desk::charts(ChartFilter filter, std::optional<QString> alone)
{
    return m_body->count([filter, alone](Workplace &at, const QString &login, Connection *from) { return at.charts(filter, login, from, alone); });
}

QFuture<Result<QVector<ChartLead>>> Desk::chartLeads(QVector<LeadId> leads)
{
    return m_body->count([leads](Workplace &at, const QString &login, Connection *from) { return at.chartLeads(leads, login, from); });
}

QFuture<Result<TodayPage>> Desk::todayPage()
{
    return m_body->count([](Workplace &at, const QString &login, Connection *from) { return at.todayPage(login, from); });
}

QFuture<Result<MondayPage>> Desk::mondayPage()
{
    return m_body->count([](Workplace &at, const QString &login, Connection *from) { return at.mondayPage(login, from); });
}

} // namespace beback
