// A trip away from the shared database: taking people along, and coming back.
#include "core/desk/shared_place.h"

#include "core/history/event_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

// The feeds are read to their ends first: who is taken along, and where do-not-contact stands, is as new as it can be.
Result<AwayView> SharedPlace::checkOut(const TripWish &wish)
{
    BEBACK_CHECK(m_exchange->sync());
    BEBACK_CHECK(own_store::noteRead(m_own->db(), 0, m_own->clock().now()));
    BEBACK_TRY(out, m_exchange->checkOut(wish));
    BEBACK_TRY(view, m_own->away(m_login));
    for (const LeftBehind &left : std::as_const(out.left))
        view.leftBehind << tr("Lead %1: %2").arg(left.lead.toString().left(13), leftBehindText(left, m_own->rooftop().zone, m_exchange->serverNow()));
    return view;
}

Result<AwayView> SharedPlace::bringPart()
{
    BEBACK_CHECK(m_exchange->bringPart());
    return m_own->away(m_login);
}

Result<AwayView> SharedPlace::takeAlong(const TripWish &wish)
{
    BEBACK_TRY(view, checkOut(wish));
    const QStringList left = view.leftBehind;
    while (view.trip && !view.trip->isWhole()) {
        BEBACK_TRY(after, bringPart());
        view = std::move(after);
    }
    view.leftBehind = left;
    return view;
}

// The own histories, with everybody's entries in them, tell what came.
Result<TripReturn> SharedPlace::lookBack(const Trip &trip)
{
    TripReturn found;
    const Instant now = m_exchange->serverNow();
    TripScope scope;
    scope.login = m_login;
    scope.since = now - (m_own->clock().now() - trip.begun); // what others recorded bears the time of their computers, not of this one
    BEBACK_TRY(numbers, own_store::numbers(m_own->db()));
    scope.origin = numbers.origin;
    BEBACK_TRY(people, m_own->users(true));
    for (const Agent &agent : std::as_const(people))
        scope.names.insert(agent.login, agent.name);
    for (const TripLead &lead : trip.leads) {
        BEBACK_TRY(events, event_store::wholeOfCustomer(m_own->db(), m_own->rooftopId(), lead.customer));
        found.came += othersSince(events, m_login, scope.since);
        scope.customers << lead.customer.toString();
    }
    if (!scope.customers.isEmpty()) {
        BEBACK_TRY(looks, readTripLooks(m_exchange->shared().db(), m_own->rooftopId(), m_own->rooftop().zone, now, scope));
        found.look = std::move(looks);
    }
    found.sent = int(std::max<qint64>(0, numbers.confirmed - trip.begunN));
    return found;
}

Result<TripReturn> SharedPlace::comeBack(const QVector<CustomerId> &customers)
{
    BEBACK_TRY(trip, own_store::trip(m_own->db(), m_own->clock()));
    if (!trip)
        return Error{Code::NotFound, tr("Nobody is along, so there is nothing to come back from."), {}};
    BEBACK_CHECK(m_exchange->sync());
    BEBACK_TRY(found, lookBack(*trip));
    BEBACK_TRY(back, m_exchange->checkIn(customers));
    found.givenBack = back;
    return found;
}

// Naming nobody would end the trip.
Result<TripReturn> SharedPlace::giveBackRest()
{
    BEBACK_TRY(trip, own_store::trip(m_own->db(), m_own->clock()));
    QVector<CustomerId> rest;
    if (trip)
        for (const TripLead &lead : std::as_const(trip->leads))
            if (!lead.isBrought)
                rest << lead.customer;
    return rest.isEmpty() && trip && !trip->leads.isEmpty() ? Result<TripReturn>(TripReturn()) : comeBack(rest);
}

Result<std::optional<TripReturn>> SharedPlace::comeBackIfOver()
{
    BEBACK_TRY(trip, own_store::trip(m_own->db(), m_own->clock()));
    if (!trip || !trip->isOver(m_own->clock().now()))
        return std::optional<TripReturn>();
    BEBACK_TRY(back, comeBack());
    return std::optional(back);
}

Result<bool> SharedPlace::bringsMore()
{
    BEBACK_TRY(trip, own_store::trip(m_own->db(), m_own->clock()));
    if (!trip || !trip->isGranted || trip->isWhole())
        return false;
    BEBACK_TRY(after, m_exchange->bringPart());
    return !after.isWhole();
}

} // namespace beback
