// Who is taken along on a trip, and given back.

#include "core/exchange/exchange.h"
#include "core/plan/whereabouts.h"
#include "core/queue/gates.h"

#include <QCoreApplication>
#include <QSet>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int BroughtAtOnce = 10; // people: on a slow line, what a cut takes back
constexpr Duration LeastLeft = std::chrono::minutes(1); // of a trip that is still worth asking for

Error nobodyToTake(const QVector<LeftBehind> &left)
{
    if (left.isEmpty())
        return {Code::NotFound, tr("Nobody can be taken along: nobody who is free may be contacted until then."), {}};
    return {Code::NotFound, tr("None of these can be taken along: somebody else has them, or nothing is to be done about them."), {}};
}

// Of these, or of everybody along where none is named.
Result<void> endClaims(Connection &own, const Trip &trip, const QString &login, const QVector<CustomerId> &customers)
{
    QSet<CustomerId> named(customers.cbegin(), customers.cend());
    return own.inTransaction("given back", [&]() -> Result<void> {
        BEBACK_TRY(release, own.statement("queue/release"));
        for (const TripLead &lead : trip.leads)
            if (named.isEmpty() || named.contains(lead.customer))
                BEBACK_CHECK(release.bind(":customer_id", lead.customer).bind(":login", login).exec());
        return {};
    });
}

} // namespace

// Where people may be called at some moment until then, by the server's clock.
QStringList Exchange::placesOpenUntil(Instant until) const
{
    const Instant now = serverNow();
    QStringList open;
    for (const QString &place : everyPlace(m_plans.rules()))
        if (gateOpensAt(place, m_plans.rules(), now) <= now + (until - m_clock.now()))
            open << place;
    return open;
}

Result<CheckedOut> Exchange::checkOut(const TripWish &wish)
{
    BEBACK_TRY(before, own_store::trip(m_own, m_clock));
    if (before && (before->isWhole() || before->isOver(m_clock.now() + LeastLeft)))
        return Error{Code::Conflict,
                     QCoreApplication::translate("beback", "%n lead(s) are along already, until %1. Come back from that trip first.", nullptr,
                                                 int(before->leads.size()))
                         .arg(timeOf(before->until)),
                     {}};
    if (before)
        return before->isGranted ? Result<CheckedOut>(CheckedOut{*before, {}}) : ask(*before);
    BEBACK_CHECK(checkWish(wish));
    BEBACK_TRY(numbers, own_store::numbers(m_own));
    Trip trip;
    trip.begun = m_clock.now();
    trip.id = m_random.uuid(trip.begun).toString(QUuid::WithoutBraces);
    trip.until = trip.begun + wish.lasts - LeaseMargin;
    trip.begunN = numbers.last;
    trip.wanted = wish.named.isEmpty() ? wish.leads : int(wish.named.size());
    trip.named = wish.named;
    BEBACK_CHECK(own_store::beginTrip(m_own, m_person.rooftop, m_person.login, trip));
    return ask(trip);
}

// Where the answer is lost, the trip stays as it is: the next call asks for the same.
Result<CheckedOut> Exchange::ask(Trip trip)
{
    const Asked asked = asking();
    const Duration lease = std::min<Duration>(trip.until + LeaseMargin - asked.own, std::chrono::hours(MostHours));
    const auto along = m_shared->checkOut(trip.id, trip.named, trip.wanted, placesOpenUntil(trip.until), lease);
    if (!along) {
        if (along.error().code != Code::Unavailable && along.error().code != Code::Busy)
            BEBACK_CHECK(own_store::leaveTrip(m_own, trip, m_person.login, {}));
        return along.error();
    }
    CheckedOut out;
    QVector<Claim> claims;
    for (const SharedStore::Along &one : *along) {
        if (!one.why.isEmpty()) {
            out.left << LeftBehind{one.claim.lead, one.why, nameOf(one.login), one.claim.until};
            continue;
        }
        if (trip.of(one.claim.customer)) // two of their leads were named
            continue;
        Claim claim = byOwnClock(one.claim, asked, lease);
        claim.until = std::min(claim.until, trip.until);
        claims << claim;
        trip.leads << TripLead{claim.customer, claim.lead, claim.epoch, false};
    }
    if (claims.isEmpty()) {
        BEBACK_CHECK(own_store::leaveTrip(m_own, trip, m_person.login, {}));
        return nobodyToTake(out.left);
    }
    trip.isGranted = true;
    BEBACK_CHECK(own_store::grantTrip(m_own, m_person.rooftop, m_person.login, trip, claims));
    out.trip = trip;
    return out;
}

// The history decides, not the row that was picked by.
Result<bool> Exchange::hasWork(CustomerId customer)
{
    BEBACK_TRY(row, m_own.statement("history/queue_read"));
    BEBACK_CHECK(row.bind(":customer_id", customer).exec());
    if (!row.next())
        return false;
    Columns c = row.columns();
    c.skip(); // lead
    c.skip(); // owner
    return Band(c.integer()) != Band::Stuck;
}

Result<Trip> Exchange::bringPart()
{
    BEBACK_TRY(trip, own_store::trip(m_own, m_clock));
    if (!trip)
        return Error{Code::NotFound, tr("Nobody is along. Take some leads along first."), {}};
    QStringList some;
    for (const TripLead &lead : std::as_const(trip->leads))
        if (!lead.isBrought && some.size() < BroughtAtOnce)
            some << lead.customer.toString();
    if (some.isEmpty())
        return *trip;
    BEBACK_CHECK(bring(some));
    QVector<CustomerId> idle;
    for (const QString &id : std::as_const(some)) {
        BEBACK_TRY(works, hasWork(CustomerId::fromString(id)));
        if (!works)
            idle << CustomerId::fromString(id);
    }
    BEBACK_CHECK(own_store::noteBrought(m_own, *trip, some));
    if (!idle.isEmpty()) {
        BEBACK_TRY(put, refold(idle));
        Q_UNUSED(put)
        BEBACK_TRY(back, checkIn(idle));
        Q_UNUSED(back)
    }
    BEBACK_TRY(after, own_store::trip(m_own, m_clock));
    if (!after)
        return nobodyToTake({});
    return *after;
}

Result<int> Exchange::checkIn(const QVector<CustomerId> &customers)
{
    BEBACK_TRY(trip, own_store::trip(m_own, m_clock));
    if (!trip)
        return 0;
    // Here first: with the plug pulled before the end of it nobody holds them, and they are still along, to be given back again.
    BEBACK_CHECK(endClaims(m_own, *trip, m_person.login, customers));
    BEBACK_TRY(count, m_shared->checkIn(trip->id, customers));
    BEBACK_CHECK(own_store::leaveTrip(m_own, *trip, m_person.login, customers));
    return count;
}

} // namespace beback
