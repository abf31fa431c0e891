#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace beback {

// Ends a call that lasts too long: a server that stands still, or a line that died without saying so, would hold its
// thread for ever. When a guarded call is not over within the deadline, its socket is shut down, so that the library
// waiting on it returns with an error. One watcher a connection; its thread sleeps while nothing is called.
class CallWatch
{
public:
    ~CallWatch();

    // From the next call on. Zero or less: no deadline.
    void setDeadline(Duration deadline) { m_deadline = deadline; }
    Duration deadline() const { return m_deadline; }

    // Between these two the socket may be shut down. Calls do not nest.
    void begin(int socket);
    void end();
    // Was a call ended by the watch? Stays so: the connection is lost.
    bool hasFired() const { return m_fired; }

private:
    using Steady = std::chrono::steady_clock;
    void run();

    Duration m_deadline{0};
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Steady::time_point> m_until; // of the call that runs now
    int m_socket = -1;
    Steady::time_point m_sleepsUntil{}; // when the thread looks next; max: when it is woken
    bool m_leaving = false;
    std::atomic<bool> m_fired = false;
};

} // namespace beback
