// A trip away from the shared database: taking people along, and coming back.
#include "core/desk/shared_place.h"

#include "core/exchange/own_clock.h"
#include "core/history/event_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QStringList ownIds(const QVector<Event> &events, const TripFacts &facts)
{
    QStringList ids;
    for (const Event &event : events)
        if (event.actor == facts.login && event.occurredAt >= facts.begun)
            ids << event.id.toString();
    return ids;
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

// What needs a look is worked out from the histories as they are now, with everybody's entries in them.
Result<TripReturn> SharedPlace::lookBack(const Trip &trip)
{
    TripReturn found;
    TripFacts facts;
    facts.login = m_login;
    facts.begun = trip.begun;
    BEBACK_TRY(people, m_own->users(true));
    for (const Agent &agent : std::as_const(people))
        facts.names.insert(agent.login, agent.name);
    QVector<QVector<Event>> histories;
    QStringList own;
    for (const TripLead &lead : trip.leads) {
        BEBACK_TRY(events, event_store::ofCustomer(m_own->db(), m_own->rooftopId(), lead.customer));
        own += ownIds(events, facts);
        found.came += othersSince(events, facts);
        if (!events.isEmpty())
            histories << events;
    }
    BEBACK_TRY(flags, m_exchange->shared().flags(own));
    for (const SharedStore::Flag &flag : std::as_const(flags))
        facts.flags.insert(flag.event, flag.flag);
    for (const QVector<Event> &events : std::as_const(histories)) {
        BEBACK_TRY(state, m_own->customer(events.first().customer));
        facts.customer = state.name.display();
        found.look += tripLooks(events, facts);
    }
    return found;
}

Result<TripReturn> SharedPlace::comeBack(const QVector<CustomerId> &customers)
{
    BEBACK_CHECK(own_store::settleClock(m_own->db(), m_own->clock()));
    BEBACK_TRY(trip, own_store::trip(m_own->db()));
    if (!trip)
        return Error{Code::NotFound, tr("Nobody is along, so there is nothing to come back from."), {}};
    BEBACK_CHECK(m_exchange->sync());
    BEBACK_TRY(found, lookBack(*trip));
    BEBACK_TRY(numbers, own_store::numbers(m_own->db()));
    found.sent = int(std::max<qint64>(0, numbers.confirmed - trip->begunN));
    BEBACK_TRY(back, m_exchange->checkIn(customers));
    found.givenBack = back;
    return found;
}

// Naming nobody would end the trip.
Result<TripReturn> SharedPlace::giveBackRest()
{
    BEBACK_TRY(trip, own_store::trip(m_own->db()));
    QVector<CustomerId> rest;
    if (trip)
        for (const TripLead &lead : std::as_const(trip->leads))
            if (!lead.isBrought)
                rest << lead.customer;
    return rest.isEmpty() && trip && !trip->leads.isEmpty() ? Result<TripReturn>(TripReturn()) : comeBack(rest);
}

Result<std::optional<TripReturn>> SharedPlace::comeBackIfOver()
{
    BEBACK_CHECK(own_store::settleClock(m_own->db(), m_own->clock()));
    BEBACK_TRY(trip, own_store::trip(m_own->db()));
    if (!trip || !trip->isOver(m_own->clock().now()))
        return std::optional<TripReturn>();
    BEBACK_TRY(back, comeBack());
    return std::optional(back);
}

Result<bool> SharedPlace::bringsMore()
{
    BEBACK_TRY(trip, own_store::trip(m_own->db()));
    if (!trip || !trip->isGranted || trip->isWhole())
        return false;
    BEBACK_TRY(after, m_exchange->bringPart());
    return !after.isWhole();
}

} // namespace beback
