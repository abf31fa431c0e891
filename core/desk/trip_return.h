#pragma once

#include "core/history/event.h"

#include <QHash>

namespace beback {

// One thing that somebody should look at after a trip: what happened away and what happened here do not quite go together. Both are
// on the history, and nothing of either was lost.
struct TripLook {
    enum class Kind {
        NotCounted,    // kept by the shared database, and counted nowhere: somebody had no right to it
        Late,          // somebody else had been given the person before
        AfterOptOut,   // contacted after they had asked, elsewhere, not to be
        BothContacted, // by somebody else too, while they were away
    };
    Kind kind = Kind::BothContacted;
    CustomerId customer;
    LeadId lead;
    QString sentence; // with the person's name
    friend bool operator==(const TripLook &, const TripLook &) = default;
};

// What a trip came to, once its leases are given back.
struct TripReturn {
    int sent = 0;      // entries of this desk that went out since it began
    int came = 0;      // entries of others about those who were along
    int givenBack = 0; // people the shared database still held for it
    QVector<TripLook> look;
};

// What to look at about one person, at most one of each kind. `events`: all there are, in canonical order; `begun`: when the trip
// did; `flags`: what the shared database remarked about events; `names`: of logins. Pure.
struct TripFacts {
    QString login, customer; // whose trip; the customer's name
    Instant begun;
    QHash<EventId, QString> flags;
    QHash<QString, QString> names;
};
QVector<TripLook> tripLooks(const QVector<Event> &events, const TripFacts &facts);
int othersSince(const QVector<Event> &events, const TripFacts &facts);

} // namespace beback
