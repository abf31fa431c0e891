// Work without the shared database: with those who were taken along, and whoever else is held.
#include "core/base/disk.h"
#include "core/desk/away.h"
#include "core/desk/workplace.h"
#include "core/exchange/own_clock.h"
#include "core/exchange/own_store.h"
#include "core/queue/queue_order.h"
#include "core/queue/queue_reader.h"
#include "core/time/wording.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error unavailable(const QString &sentence, const QString &detail = {})
{
    return {Code::Unavailable, sentence, detail};
}

bool isCarried(const std::optional<Trip> &trip, CustomerId customer, Instant now)
{
    const TripLead *lead = trip && !trip->isOver(now) ? trip->of(customer) : nullptr;
    return lead && lead->isBrought;
}

// Nobody of those who are carried is due now.
QString whyNobody(const AwayView &away, const QString &zone, Instant now)
{
    if (away.trip && away.trip->isOver(now))
        return tr("The time of your trip is over, so nobody of it is handed out any more: somebody else may have them. What you recorded is "
                  "kept, and sent when the shared database answers.");
    if (away.carried.isEmpty())
        return tr("The shared database does not answer, and nobody else is held for you. What you record is kept; the queue goes on when it "
                  "is back.");
    if (!away.noDialling.isEmpty())
        return away.noDialling;
    for (const QueueItem &item : away.carried)
        if (item.band != Band::Stuck)
            return tr("Nobody you have along may be contacted now; the next is %1, %2.").arg(item.name, wording::dayAndTime(std::max(item.dueAt, now), zone, now));
    return tr("Nobody you have along may be contacted any more.");
}

} // namespace

// Each as the planner sees them now: what the step is, and whether it may be done at this moment.
Result<QVector<QueueItem>> Workplace::carried(const AwayView &away, const QString &login)
{
    const Instant now = m_clock.now();
    QVector<CustomerId> customers;
    if (away.trip)
        for (const TripLead &lead : away.trip->leads)
            if (isCarried(away.trip, lead.customer, now))
                customers << lead.customer;
    BEBACK_TRY(held, m_queue->heldBy(login));
    for (const Claim &claim : std::as_const(held))
        if (!customers.contains(claim.customer) && !(away.trip && away.trip->of(claim.customer)))
            customers << claim.customer;
    BEBACK_TRY(items, QueueReader(*m_db, m_station.rooftop, m_plans.rules(), now, login).these(customers));
    for (QueueItem &item : items) {
        BEBACK_TRY(state, customer(item.customer));
        const auto next = nextForCustomer(state, m_plans);
        item.mine = true;
        item.heldBy.clear();
        item.due = false;
        if (next && next->step.band != Band::Stuck && next->step.dueAt <= now) {
            const Permission stands = mayContact(state, m_plans.rules(), next->step.medium, next->step.pointKey, now);
            item.due = stands.allowed() && (away.noDialling.isEmpty() || !isDialled(next->step.medium));
            if (stands.until && !stands.allowed())
                item.dueAt = *stands.until;
        }
        item.overdue = item.overdue && item.due;
    }
    std::sort(items.begin(), items.end(), [&](const QueueItem &a, const QueueItem &b) {
        const bool along = isCarried(away.trip, a.customer, now), other = isCarried(away.trip, b.customer, now);
        if (along != other)
            return along;
        if (a.due != b.due)
            return a.due;
        if (a.due && queue_order::isBefore({a.band, a.dueAt}, {b.band, b.dueAt}, now))
            return true;
        if (a.due && queue_order::isBefore({b.band, b.dueAt}, {a.band, a.dueAt}, now))
            return false;
        return a.dueAt != b.dueAt ? a.dueAt < b.dueAt : a.customer < b.customer;
    });
    return items;
}

Result<AwayView> Workplace::away(const QString &login)
{
    AwayView view;
    BEBACK_TRY(trip, own_store::trip(*m_db, m_clock));
    view.trip = std::move(trip);
    BEBACK_TRY(cursor, own_store::cursor(*m_db, 0));
    BEBACK_TRY(age, setting(OptOutsAgeSetting));
    view.optOutsReadAt = cursor.readAt;
    view.optOutsMaxAge = optOutsMaxAge(age);
    view.noDialling = noDialling(view.optOutsReadAt, view.optOutsMaxAge, m_clock.now());
    BEBACK_TRY(waiting, own_store::waiting(*m_db));
    view.waiting = waiting.events;
    view.oldestWaiting = waiting.oldest;
    view.cannot = cannotBeDoneAway();
    view.isFileSealed = m_db->isSealed();
    view.isDiskEncrypted = isDiskEncrypted(m_db->url().path);
    BEBACK_TRY(items, carried(view, login));
    view.carried = std::move(items);
    return view;
}

Result<QueuePage> Workplace::awayPage(const QString &login, int limit)
{
    BEBACK_TRY(away, this->away(login));
    QueuePage page;
    for (const QueueItem &item : std::as_const(away.carried))
        (item.due ? page.nowCount : page.laterToday) += 1;
    page.mine = away.carried.mid(0, limit);
    if (page.nowCount == 0)
        page.because << Because{QStringLiteral("away"), tr("Other leads wait in the shared database, which does not answer"), 0, {}, {}};
    if (page.nowCount == 0 && !away.noDialling.isEmpty())
        page.because << Because{QStringLiteral("opt_outs_old"), away.noDialling, 0, {}, {}};
    return page;
}

Result<LeadView> Workplace::awayView(CustomerId customer, LeadId lead, const QString &login)
{
    BEBACK_TRY(view, this->view(customer, lead, login));
    BEBACK_TRY(cursor, own_store::cursor(*m_db, 0));
    BEBACK_TRY(age, setting(OptOutsAgeSetting));
    stopDialling(view, noDialling(cursor.readAt, optOutsMaxAge(age), m_clock.now()));
    return view;
}

// Recording gave them back; until the trip is over they can be handed out again, for what was promised for the same day.
Result<LeadView> Workplace::handOut(CustomerId customer, const QString &login)
{
    BEBACK_TRY(view, awayView(customer, {}, login));
    if (view.claim)
        return view;
    BEBACK_TRY(trip, own_store::trip(*m_db, m_clock));
    if (!isCarried(trip, customer, m_clock.now()))
        return view;
    const Claim claim{customer, view.lead, trip->of(customer)->epoch, trip->until};
    BEBACK_CHECK(own_store::noteClaim(*m_db, m_station.rooftop, claim, login, m_clock.now()));
    return awayView(customer, view.lead, login);
}

Result<std::optional<LeadView>> Workplace::nextHeld(const QString &login)
{
    BEBACK_TRY(away, this->away(login));
    for (const QueueItem &item : std::as_const(away.carried))
        if (item.due) { // first those of the trip, then whoever is held besides
            BEBACK_TRY(view, handOut(item.customer, login));
            return std::optional(view);
        }
    return unavailable(whyNobody(away, m_rooftop.zone, m_clock.now()));
}

Result<LeadView> Workplace::held(CustomerId customer, const QString &login)
{
    BEBACK_CHECK(own_store::settleClock(*m_db, m_clock));
    BEBACK_TRY(view, handOut(customer, login));
    if (view.claim)
        return view;
    return unavailable(tr("The shared database does not answer, so nobody can be claimed. They can be looked at."));
}

} // namespace beback
