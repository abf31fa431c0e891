#pragma once

#include "core/exchange/shared_store.h"
#include "core/history/recorder.h"

namespace beback {

// A desk's own file that is not what it believes to be: a copy, an older backup, one written under a wrong clock; or a shared
// database that is an older backup of itself. Puts the file right so that everything recorded in it is sent once. Thread:
// the own store's connection's.
class OwnRepair
{
public:
    OwnRepair(Connection &own, SharedStore &shared, RooftopId rooftop, Random &random, const PlanBook &plans)
        : m_own(own), m_shared(shared), m_rooftop(rooftop), m_random(random), m_plans(plans)
    {
    }

    enum class Found {
        Nothing,
        Copy,          // another copy of this file went on: what the database lacks goes on under a number of its own
        RestoredServer // the database lacks what it confirmed: it is sent again
    };
    // After a greeting; `confirmed` as it was before. After Copy the desk has another origin and must greet again.
    // `suspect`: something else showed that this is a copy.
    // Errors: Conflict, where both tell different things about the same entry: nothing was changed.
    Result<Found> look(const SharedStore::Greeting &greeting, qint64 confirmed, bool suspect);

    // Own events that are not sent and lie ahead of the server's time are stamped anew, in their order. About whom.
    Result<QVector<CustomerId>> settleStamps(Instant serverNow);

    // What others recorded about this customer counts here and is not in the shared database, since that was restored: no longer does it
    // count here either, until their computers send it again, or rows worked out here would be refused for good. What they refused
    // counts all the same: it is recorded once more, by `login`, and goes out from here. How many were set aside.
    Result<int> setAside(CustomerId customer, Recorder &recorder, const QString &login);
    // The shared database and the file of another computer were both restored, and it recorded something else under the numbers of what
    // was lost there. What this desk has of the lost is set aside, as setAside() says, and moved to numbers nobody has. About whom.
    Result<QVector<CustomerId>> makeRoom(OriginId other, Recorder &recorder, const QString &login);

private:
    using Known = QHash<EventId, Event>; // what the database has of them, without the bodies
    Result<void> fork(OriginId from, Instant now);
    Result<Known> compared();
    Result<void> askAbout(const QVector<Event> &events, Known &known);
    Result<void> renumber(const Known &known, Instant now);
    Result<void> place(EventId event, OriginId origin, qint64 n);
    Result<void> stamp(const Event &event);
    Result<void> keepRefusals(CustomerId customer, const QSet<QString> &saidBy, Recorder &recorder, const QString &login);
    Result<QSet<QString>> lackingThere(const QStringList &events);
    Error contradiction() const;

    Connection &m_own;
    SharedStore &m_shared;
    RooftopId m_rooftop;
    Random &m_random;
    const PlanBook &m_plans;
};

} // namespace beback
