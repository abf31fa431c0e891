#include "core/desk/workplace.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr int Page = 100; // leads freed in one transaction

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
    int count = 0;
    LeadId after;
    for (;;) {
        BEBACK_TRY(page, openLeadsOf(login, after));
        if (page.isEmpty())
            return count;
        after = page.last().lead;
        // Persons are locked in one order by everybody, and none of them long.
        std::sort(page.begin(), page.end(), [](const LeadRef &a, const LeadRef &b) { return a.customer < b.customer; });
        BEBACK_CHECK(m_db->inTransaction("free leads", [&]() -> Result<void> {
            for (const LeadRef &lead : page) {
                BEBACK_CHECK(m_recorder->record(freed(lead, login, by)));
                BEBACK_CHECK(m_queue->release(lead.customer, login));
            }
            return {};
        }));
        count += int(page.size());
    }
}

Result<int> Workplace::disableUser(const Agent &agent, const QString &by)
{
    BEBACK_CHECK(setUser(agent, false)); // first: from here on nobody gives them another
    return freeLeadsOf(agent.login, by);
}

} // namespace beback
