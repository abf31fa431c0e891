#include "core/desk/workplace.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr int Page = 100; // leads freed in one transaction

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

EventDraft freed(const Workplace::LeadRef &lead, const QString &reason, const QString &by)
{
    EventDraft draft;
    draft.customer = lead.customer;
    draft.lead = lead.lead;
    draft.kind = EventKind::Assigned;
    draft.actor = by;
    draft.body.insert(QLatin1String("to"), QString());
    draft.body.insert(QLatin1String("reason"), reason);
    return draft;
}

// Nothing is agreed with them, and nobody waits for an answer of ours: it makes no difference to them who writes next.
bool isOpenEnded(const LeadState &lead, Instant now)
{
    return !lead.promise && !lead.waitingReply && !(lead.appointment && lead.appointment->at > now) && lead.unsoldSince.us == 0;
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
    return giveToEverybody(login, tr("%1 no longer works here").arg(login), by, {});
}

Result<int> Workplace::passLeadsOf(const QString &login, int days, const QString &by)
{
    const Instant now = m_clock.now(), before = now - std::chrono::hours(24) * days;
    return giveToEverybody(login, days == 1 ? tr("Open for 1 day: follow-up goes on at the BDC") : tr("Open for %1 days: follow-up goes on at the BDC").arg(days), by,
                           [now, before](const LeadState &lead) { return lead.arrivedAt < before && isOpenEnded(lead, now); });
}

Result<int> Workplace::giveToEverybody(const QString &login, const QString &reason, const QString &by,
                                       const std::function<bool(const LeadState &)> &goes)
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
        int given = 0;
        BEBACK_CHECK(m_db->inTransaction("free leads", [&]() -> Result<void> {
            given = 0; // it may be tried again
            for (const LeadRef &lead : page) {
                if (goes) {
                    BEBACK_TRY(state, customer(lead.customer));
                    if (const LeadState *known = state.lead(lead.lead); !known || !goes(*known))
                        continue;
                }
                BEBACK_CHECK(m_recorder->record(freed(lead, reason, by)));
                BEBACK_CHECK(m_queue->release(lead.customer, login));
                ++given;
            }
            return {};
        }));
        count += given;
    }
}

Result<int> Workplace::disableUser(const Agent &agent, const QString &by)
{
    BEBACK_CHECK(setUser(agent, false)); // first: from here on nobody gives them another
    return freeLeadsOf(agent.login, by);
}

} // namespace beback
