#pragma once

#include "core/history/look.h"

namespace beback {

// What a trip came to, once its leases are given back.
struct TripReturn {
    int sent = 0;      // entries of this desk that went out since it began
    int came = 0;      // entries of others about those who were along
    int givenBack = 0; // people the shared database still held for it
    QVector<Look> look; // what of it needs a look: those of the list everybody works off (core/exchange/looks.h) that are about it
};

// Pure. `events` with every field: when they were recorded is what counts. `begun` by the shared database's clock.
int othersSince(const QVector<Event> &events, const QString &login, Instant begun);

} // namespace beback
