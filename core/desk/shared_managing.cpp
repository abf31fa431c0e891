// What a manager asks of a shared database: the page of today, and many leads given to somebody.
#include "core/desk/shared_place.h"

#include "core/history/event_store.h"
#include "core/report/charts.h"

namespace beback {

Result<TodayPage> SharedPlace::todayPage()
{
    return m_own->todayPage(m_login, &m_exchange->shared().db());
}

// Leads that are not there are not here either, and that is said then.
Result<Assigned> SharedPlace::assignLeads(const QVector<LeadId> &leads, const QString &to, const QString &reason)
{
    QStringList customers;
    for (qsizetype from = 0; from < std::min<qsizetype>(leads.size(), MostAssigned); from += ChartLeadsAtOnce) {
        BEBACK_TRY(some, readChartLeads(m_exchange->shared().db(), m_exchange->person().rooftop, leads.mid(from, ChartLeadsAtOnce),
                                        m_own->rooftop().zone, m_own->clock().now()));
        for (const ChartLead &lead : std::as_const(some))
            customers << lead.customer.toString();
    }
    customers.removeDuplicates();
    BEBACK_CHECK(m_exchange->bring(customers));
    return m_own->assignLeads(leads, to, reason, m_login);
}

Result<int> SharedPlace::undoAssign(const QVector<EventId> &events)
{
    QStringList customers;
    for (const EventId id : events) {
        BEBACK_TRY(own, event_store::byId(m_own->db(), id));
        BEBACK_TRY(event, own ? Result<std::optional<Event>>(own) : event_store::byId(m_exchange->shared().db(), id));
        if (event)
            customers << event->customer.toString();
    }
    customers.removeDuplicates();
    BEBACK_CHECK(m_exchange->bring(customers));
    return m_own->undoAssign(events, m_login);
}

} // namespace beback
