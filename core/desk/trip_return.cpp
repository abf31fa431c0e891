#include "core/desk/trip_return.h"

#include <algorithm>

namespace beback {

int othersSince(const QVector<Event> &events, const QString &login, Instant begun)
{
    return int(std::count_if(events.cbegin(), events.cend(),
                             [&](const Event &event) { return event.actor != login && event.recordedAt >= begun; }));
}

} // namespace beback
