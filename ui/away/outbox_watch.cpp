#include "ui/away/outbox_watch.h"

namespace beback::ui {

void OutboxWatch::note(const LinkState &state, Instant now)
{
    const bool isOnline = state.mode == LinkState::Mode::Online;
    if (!isOnline) {
        m_of = state.waiting;
        m_moved = now;
    } else {
        if (!m_isOnline || state.waiting < m_left)
            m_moved = now;
        if (m_of > 0 && m_isOnline && state.waiting > m_left)
            m_of += state.waiting - m_left; // recorded meanwhile
        if (state.waiting == 0)
            m_of = 0;
    }
    m_isOnline = isOnline;
    m_left = state.waiting;
    m_oldest = state.oldestWaiting;
}

Instant OutboxWatch::stuckSince(Instant now) const
{
    if (!m_isOnline || m_left == 0 || m_oldest.us <= 0)
        return {};
    const Instant since = std::max(m_oldest, m_moved);
    return now - since > StuckAfter ? since : Instant();
}

} // namespace beback::ui
