#pragma once

#include "core/exchange/wire.h"
#include "tests/support/shared_world.h"

namespace beback::test {

// For tests that speak to the shared database in a desk's name but past its exchange: to lose the answer, or to send again.

inline OriginId originOf(SharedPlace &desk)
{
    const auto numbers = own_store::numbers(desk.own().db());
    return numbers ? numbers->origin : OriginId();
}

inline QJsonArray asSent(const QVector<Event> &events)
{
    QJsonArray array;
    for (const Event &event : events)
        array << wire::toJson(event);
    return array;
}

} // namespace beback::test
