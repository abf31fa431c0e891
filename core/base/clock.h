#pragma once

#include <QString>

#include <chrono>
#include <compare>
#include <limits>

namespace beback {

using Duration = std::chrono::microseconds;

// A point in time: microseconds since 1970-01-01 UTC. 0 means "none" only where a header says so.
struct Instant {
    qint64 us = 0;

    friend auto operator<=>(Instant a, Instant b) = default;
    friend Instant operator+(Instant a, Duration d) { return {a.us + d.count()}; }
    friend Instant operator-(Instant a, Duration d) { return {a.us - d.count()}; }
    friend Duration operator-(Instant a, Instant b) { return Duration(a.us - b.us); }

    QString toIso() const;                          // "2026-11-23T16:42:00.000000Z"; the fraction only when not zero
    static Instant fromIso(const QString &text, bool *ok = nullptr); // needs a zone ("Z" or ±hh:mm)
};

// Later than everything, also than what clocks that go ahead wrote down.
inline constexpr Instant EndOfTime{std::numeric_limits<qint64>::max()};

// The only source of "now". Thread: any.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    // Time since an arbitrary start that also runs while the machine sleeps; for leases and timers, never shown.
    virtual Duration sinceBoot() const = 0;
    // Which start of the computer sinceBoot() counts from. Empty: not known, or sinceBoot() has nothing to do with now().
    virtual QString bootId() const { return QStringLiteral("one"); }
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
    Duration sinceBoot() const override;
    QString bootId() const override;
};

// Stands still until told otherwise: tests, the demo world, `--at` in a training database.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start) : m_now(start) {}
    Instant now() const override { return m_now; }
    Duration sinceBoot() const override { return Duration(m_now.us); }
    void set(Instant now) { m_now = now; }
    void advance(Duration d) { m_now = m_now + d; }

private:
    Instant m_now;
};

} // namespace beback
