#pragma once

#include "core/base/clock.h"

#include <algorithm>

namespace beback {

// How much goes over the line in one call. A call that was cut took too much for this line: half as much the next time. One
// that took a small part of its deadline lets the next take twice as much; one that just made it does not.
class Portion
{
public:
    Portion(int most, int least) : Portion(most, least, most) {}
    Portion(int most, int least, int atFirst) : m_most(most), m_least(least), m_size(atFirst) {}

    int size() const { return m_size; }
    void cut() { m_size = std::max(m_least, m_size / 2); }
    // `deadline` zero or less: none.
    void went(Duration took, Duration deadline)
    {
        if (deadline.count() <= 0 || took < deadline / 4)
            m_size = std::min(m_most, m_size * 2);
    }

private:
    int m_most, m_least, m_size;
};

} // namespace beback
