#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

namespace beback::exchange_sim {

// A computer's two clocks beside the true time, which the schedule moves: the one on the wall, which somebody may set, and the one
// that counts since its boot, through suspend too.
class SimClock final : public Clock
{
public:
    explicit SimClock(const Instant &truth) : m_truth(truth), m_booted(truth) {}

    Instant now() const override { return m_truth + off; }
    Duration sinceBoot() const override { return m_truth - m_booted - m_asleep; }
    QString bootId() const override { return QString::number(m_boots); }
    void startAgain() // it was switched off and on
    {
        ++m_boots;
        m_booted = m_truth;
        m_asleep = {};
    }
    // A faulty one: it stood still while the machine slept.
    void missed(Duration asleep) { m_asleep += asleep; }

    Duration off{0}; // what the wall clock is ahead

private:
    const Instant &m_truth;
    Instant m_booted;
    Duration m_asleep{0};
    int m_boots = 1;
};

// Begins anew at every step, so that what a step makes up hangs on that step alone.
class SimRandom final : public Random
{
public:
    quint64 next() override { return m_chance.next(); }
    void begin(quint64 seed, quint64 salt) { m_chance = SeededRandom(SeededRandom(seed * 1'000'003 + salt).next()); }

private:
    SeededRandom m_chance{1};
};

} // namespace beback::exchange_sim
