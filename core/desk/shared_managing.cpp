// What a manager asks of a shared database: the page of today, what is done with many leads at once, duties, and views of the charts.
#include "core/desk/shared_place.h"

#include "core/exchange/own_store.h"
#include "core/history/event_store.h"
#include "core/report/charts.h"
#include "core/report/duty_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

// What was said about duties is noted in the own store, too.
Result<void> noteWords(Workplace &own, Connection &there, RooftopId rooftop)
{
    BEBACK_TRY(words, readDutyWords(there, rooftop, dutiesSince(own.rooftop().zone, own.clock().now())));
    return own.takeDuties(words);
}

} // namespace

Result<TodayPage> SharedPlace::todayPage()
{
    return m_own->todayPage(m_login, &m_exchange->shared().db());
}

Result<MondayPage> SharedPlace::mondayPage()
{
    return m_own->mondayPage(m_login, &m_exchange->shared().db());
}

CampaignsShared SharedPlace::campaigns()
{
    const auto bring = [this](const QVector<CustomerId> &customers) {
        QStringList ids;
        for (const CustomerId customer : customers)
            ids << customer.toString();
        return m_exchange->bring(ids);
    };
    return {m_exchange->shared().db(), bring, [this] { return sendAll(); }, [this] { return m_exchange->serverNow(); }};
}

// As long as it goes on. What the line does not take now is sent later, as ever.
Result<QVector<CustomerId>> SharedPlace::sendAll()
{
    QVector<CustomerId> changed;
    for (qint64 before = -1;;) {
        BEBACK_TRY(some, sendRecorded());
        changed += some;
        BEBACK_TRY(numbers, own_store::numbers(m_own->db()));
        if (numbers.confirmed >= numbers.last)
            return changed;
        if (numbers.confirmed == before)
            return Error{Code::Unavailable,
                         QCoreApplication::translate("beback", "What this desk recorded is not all in the shared database yet. Ask again in a while, and it goes on."),
                         {}};
        before = numbers.confirmed;
    }
}

// Leads that are not there are not here either, and that is said then.
Result<Acted> SharedPlace::actAll(const QVector<ManagerAct> &acts)
{
    QStringList customers;
    for (const ManagerAct &act : acts) {
        BEBACK_CHECK(m_own->checkAct(act, m_login)); // before anybody is read
        for (qsizetype from = 0; from < act.leads.size(); from += ChartLeadsAtOnce) {
            BEBACK_TRY(some, readChartLeads(m_exchange->shared().db(), m_exchange->person().rooftop, act.leads.mid(from, ChartLeadsAtOnce),
                                            m_own->rooftop().zone, m_own->clock().now()));
            for (const ChartLead &lead : std::as_const(some))
                customers << lead.customer.toString();
        }
    }
    customers.removeDuplicates();
    BEBACK_CHECK(m_exchange->bring(customers));
    return m_own->actAll(acts, m_login);
}

Result<int> SharedPlace::undoActs(const QVector<EventId> &events)
{
    BEBACK_TRY(undone, undoEach(events));
    if (undone.brokenOff)
        return undoBrokenOff(undone);
    return undone.undone;
}

Result<ActsUndone> SharedPlace::undoEach(const QVector<EventId> &events)
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
    return m_own->undoEach(events, m_login);
}

Result<QVector<Duty>> SharedPlace::duties()
{
    Connection &there = m_exchange->shared().db();
    BEBACK_TRY(duties, m_own->duties(m_login, &there));
    BEBACK_CHECK(noteWords(*m_own, there, m_exchange->person().rooftop));
    return duties;
}

Result<DutyWord> SharedPlace::sayDuty(const DutyWord &word)
{
    Connection &there = m_exchange->shared().db();
    BEBACK_TRY(kept, m_own->dutyToSay(word, m_login, &there));
    BEBACK_CHECK(putDutyWord(there, m_exchange->person().rooftop, kept));
    (void)noteWords(*m_own, there, m_exchange->person().rooftop); // it is said, whether it can be read again at once or not
    return kept;
}

Result<QVector<SavedView>> SharedPlace::savedViews()
{
    BEBACK_TRY(views, m_own->savedViews(m_login, &m_exchange->shared().db()));
    BEBACK_CHECK(m_own->takeViews(views));
    return views;
}

Result<void> SharedPlace::saveView(const SavedView &view, bool over)
{
    BEBACK_TRY(kept, m_own->viewToSave(view, m_login));
    BEBACK_CHECK(putView(m_exchange->shared().db(), m_exchange->person().rooftop, kept, over));
    (void)savedViews(); // it is saved, whether it can be read again at once or not
    return {};
}

Result<void> SharedPlace::removeView(const QString &name)
{
    BEBACK_CHECK(m_own->savedViews(m_login)); // whether this person may
    BEBACK_CHECK(beback::removeView(m_exchange->shared().db(), m_exchange->person().rooftop, name));
    (void)savedViews();
    return {};
}

} // namespace beback
