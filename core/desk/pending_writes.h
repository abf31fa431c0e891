#pragma once

#include "core/base/clock.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace beback {

// What a person saved and the desk thread has still to write: who gives a lead back on the line waits for it, or another desk would be
// handed the person before it is known there. Any thread. Private to core/desk.
class PendingWrites
{
public:
    static constexpr auto Within = std::chrono::seconds(2); // the own file is on this computer
    using Token = std::shared_ptr<void>; // as long as it lives, one more waits

    Token begin()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_waiting;
        return {this, [](PendingWrites *writes) { writes->end(); }};
    }
    // False: some still wait after so long, as where the own file is busy.
    bool waitForNone(Duration atMost)
    {
        std::unique_lock lock(m_mutex);
        return m_none.wait_for(lock, atMost, [this] { return m_waiting == 0; });
    }

private:
    void end()
    {
        const std::scoped_lock lock(m_mutex);
        if (--m_waiting == 0)
            m_none.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_none;
    int m_waiting = 0;
};

} // namespace beback
