#include "core/desk/workplace.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr int Page = 500; // leads read at once

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

EventDraft freed(const Workplace::LeadRef &lead, const QString &login, const QString &by)
{
    EventDraft draft;
    draft.customer = lead.customer;
    draft.lead = lead.lead;
    draft.kind = EventKind::Assigned;
    draft.actor = by;
    draft.body.insert(QLatin1String("to"), QString());
    draft.body.insert(QLatin1String("reason"), tr("%1 no longer works here").arg(login));
    return draft;
}

} // namespace

Result<QVector<Workplace::LeadRef>> Workplace::openLeadsOf(const QString &login, LeadId after)
{
    BEBACK_TRY(select, m_db->statement("lead/open_of_owner"));
    select.bind(":rooftop_id", m_station.rooftop).bind(":owner", login);
    select.bind(":after", after.isNull() ? QString() : after.toString()).bind(":limit", Page);
    BEBACK_CHECK(select.exec());
    QVector<LeadRef> found;
    while (select.next()) {
        Columns c = select.columns();
        const LeadId lead = c.id<LeadId>();
        found << LeadRef{c.id<CustomerId>(), lead};
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<int> Workplace::freeLeadsOf(const QString &login, const QString &by)
{
    return m_db->inTransaction("free leads", [&]() -> Result<int> {
        int count = 0;
        LeadId after;
        for (;;) {
            BEBACK_TRY(page, openLeadsOf(login, after));
            for (const LeadRef &lead : page) {
                BEBACK_CHECK(m_recorder->record(freed(lead, login, by)));
                BEBACK_CHECK(m_queue->release(lead.customer, login));
            }
            count += int(page.size());
            if (page.size() < Page)
                return count;
            after = page.last().lead;
        }
    });
}

Result<int> Workplace::disableUser(const Agent &agent, const QString &by)
{
    return m_db->inTransaction("disable", [&]() -> Result<int> {
        BEBACK_CHECK(setUser(agent, false));
        return freeLeadsOf(agent.login, by);
    });
}

} // namespace beback
