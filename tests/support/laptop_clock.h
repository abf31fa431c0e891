#pragma once

#include "core/base/clock.h"

namespace beback::test {

// A computer that is taken along: time passes while nobody waits, somebody sets its clock, and it is started again.
class LaptopClock final : public Clock
{
public:
    Instant now() const override { return m_right.now() + m_passed + m_ahead; }
    Duration sinceBoot() const override { return m_right.sinceBoot() + m_passed - m_started; }
    QString bootId() const override { return QString::number(m_boots); }

    void pass(Duration time) { m_passed += time; } // it runs, or sleeps
    void setAhead(Duration by) { m_ahead = by; }
    void startAgain()
    {
        m_started = m_right.sinceBoot() + m_passed;
        ++m_boots;
    }

private:
    SystemClock m_right;
    Duration m_passed{0}, m_ahead{0}, m_started{0};
    int m_boots = 1;
};

} // namespace beback::test
