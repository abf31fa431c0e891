#pragma once

#include "core/history/event.h"
#include "core/queue/queue.h"
#include "core/store/connection.h"

namespace beback {

// People taken along on a trip: leased to this desk until its end, whether the shared database answers meanwhile or not. A desk has
// one trip at most.

constexpr Duration LeaseMargin = std::chrono::seconds(30); // this desk stops before the server gives them to another
constexpr int MostAlong = 50;
constexpr int MostHours = 12;

struct TripWish {
    int leads = 0;          // 1 to MostAlong
    Duration lasts{0};      // 1 to MostHours hours
    QVector<LeadId> named;  // these and no others; none: the next in the order of the queue
};
// Errors: Invalid, saying what can be wished.
Result<void> checkWish(const TripWish &wish);

struct TripLead {
    CustomerId customer;
    LeadId lead;
    qint64 epoch = 0;
    bool isBrought = false; // the whole history is in the own store
};

struct Trip {
    QString id;
    Instant begun, until; // by this desk's own clock: before it was asked for, and before the shared database gives them to another
    qint64 begunN = 0;    // this desk's own events up to there were recorded before
    int wanted = 0;
    QVector<LeadId> named;
    bool isGranted = false; // false: nobody knows yet who was leased; the same call asks again
    QVector<TripLead> leads; // in the order they were given

    int brought() const;
    bool isWhole() const { return isGranted && brought() == leads.size(); }
    bool isOver(Instant now) const { return until <= now; }
    // Null: not along.
    const TripLead *of(CustomerId customer) const;
};

// Somebody who was named and stays here.
struct LeftBehind {
    LeadId lead;
    QString why;   // "closed" "refused" "held" "out" "full"
    QString with;  // held, out: the name of who has them
    Instant until; // the same: by the shared database's clock
};

struct CheckedOut {
    Trip trip;
    QVector<LeftBehind> left;
};

// Thread: the connection's.
namespace own_store {

// By `clock` as it is now: own_clock.h's settleClock() is a part of it.
Result<std::optional<Trip>> trip(Connection &own, const Clock &clock);
Result<void> beginTrip(Connection &own, RooftopId rooftop, const QString &login, const Trip &trip);
// Who was leased, each with a claim of their own; `claims` by this desk's clock.
Result<void> grantTrip(Connection &own, RooftopId rooftop, const QString &login, const Trip &trip, const QVector<Claim> &claims);
Result<void> noteBrought(Connection &own, const Trip &trip, const QStringList &customers);
// They are not along any more, and nothing holds them here. None named: the trip is at its end.
Result<void> leaveTrip(Connection &own, const Trip &trip, const QString &login, const QVector<CustomerId> &customers);

} // namespace own_store
} // namespace beback
