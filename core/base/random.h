#pragma once

#include "core/base/clock.h"

#include <QUuid>

namespace beback {

// The only source of chance. Not for secrets. Thread: one at a time.
class Random
{
public:
    virtual ~Random() = default;
    virtual quint64 next() = 0; // 64 even bits

    quint64 below(quint64 bound); // 0 <= x < bound; bound > 0
    double unit();                // 0 <= x < 1
    // UUID version 7 (RFC 9562): milliseconds first, so that new rows land side by side in an index.
    // Never order by it: order is the hybrid logical clock's.
    QUuid uuid(Instant now);
    template <class IdType> IdType id(Instant now) { return IdType(uuid(now)); }
};

class SystemRandom final : public Random
{
public:
    quint64 next() override;
};

// The same seed gives the same sequence everywhere (splitmix64, Steele et al. 2014).
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_state(seed) {}
    quint64 next() override;

private:
    quint64 m_state;
};

} // namespace beback
