#include "core/store/call_watch.h"

#include <sys/socket.h>

namespace beback {

CallWatch::~CallWatch()
{
    if (!m_thread.joinable())
        return;
    {
        std::lock_guard lock(m_mutex);
        m_leaving = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void CallWatch::begin(int socket)
{
    if (socket < 0 || m_deadline <= Duration(0))
        return;
    bool wake = false;
    {
        std::lock_guard lock(m_mutex);
        m_socket = socket;
        m_until = Steady::now() + m_deadline;
        wake = *m_until < m_sleepsUntil;
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    if (wake)
        m_wake.notify_one();
}

void CallWatch::end()
{
    std::lock_guard lock(m_mutex);
    m_until.reset(); // the thread is not woken for that: a short call costs two locks and nothing else
    m_socket = -1;
}

void CallWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_leaving) {
        if (!m_until) {
            m_sleepsUntil = Steady::time_point::max();
            m_wake.wait(lock);
        } else if (Steady::now() < *m_until) {
            m_sleepsUntil = *m_until;
            m_wake.wait_until(lock, m_sleepsUntil);
        } else {
            m_fired = true;
            ::shutdown(m_socket, SHUT_RDWR); // not close(): the number stays the library's
            m_until.reset();
        }
    }
}

} // namespace beback
