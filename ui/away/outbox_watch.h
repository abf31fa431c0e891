#pragma once

#include "core/desk/desk_types.h"

namespace beback::ui {

// How sending goes, told from what the line says of itself: what waited when it came back, and whether anything moves. Pure but for
// what it remembers.
class OutboxWatch
{
public:
    static constexpr Duration StuckAfter = std::chrono::minutes(1);

    void note(const LinkState &state, Instant now);
    // The one that goes out now and of how many, while what waited without the line is being sent; 0: nothing of that.
    int sending() const { return m_of == 0 ? 0 : std::min(m_of, m_of - m_left + 1); }
    int of() const { return m_isOnline && m_left > 0 ? m_of : 0; }
    // Since when nothing was sent though the line is there; us 0: less than a minute, or there is nothing to be sent.
    Instant stuckSince(Instant now) const;

private:
    bool m_isOnline = false;
    int m_left = 0, m_of = 0;
    Instant m_oldest, m_moved; // moved: when one was sent, or the line came back
};

} // namespace beback::ui
