#include "crew.h"

namespace bench {

Crew::Crew(int size, const std::function<Job(int)> &make) : m_size(size), m_busy(size)
{
    for (int i = 0; i < size; ++i)
        m_threads.emplace_back([this, i, make] { work(i, make); });
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_busy == 0; });
}

Crew::~Crew()
{
    {
        const std::lock_guard lock(m_mutex);
        m_leaving = true;
    }
    m_go.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void Crew::arrive()
{
    if (--m_busy == 0)
        m_done.notify_all();
}

void Crew::work(int i, const std::function<Job(int)> &make)
{
    Job job;
    const auto guarded = [this](const Job &what) {
        try {
            what();
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failed = std::current_exception();
        }
    };
    guarded([&] { job = make(i); });
    std::unique_lock lock(m_mutex);
    arrive();
    for (int seen = 0;;) {
        m_go.wait(lock, [&] { return m_leaving || m_round > seen; });
        if (m_leaving)
            return;
        seen = m_round;
        lock.unlock();
        guarded([&] { if (job) job(); });
        lock.lock();
        arrive();
    }
}

Seconds Crew::round()
{
    std::unique_lock lock(m_mutex);
    if (m_failed)
        std::rethrow_exception(m_failed);
    const auto begin = std::chrono::steady_clock::now();
    m_busy = m_size;
    ++m_round;
    m_go.notify_all();
    m_done.wait(lock, [this] { return m_busy == 0; });
    const Seconds took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (m_failed)
        std::rethrow_exception(m_failed);
    return took;
}

} // namespace bench
