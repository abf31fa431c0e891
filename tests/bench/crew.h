#pragma once

#include "bench.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace bench {

// Some threads that do the same at once, each with what it made for itself first: a connection belongs to the thread that
// opened it, and opening is not what is measured.
class Crew
{
public:
    using Job = std::function<void()>;
    // `make(i)` is called in the thread of worker i, and so is the job it returns, once a round.
    Crew(int size, const std::function<Job(int)> &make);
    ~Crew();
    Crew(const Crew &) = delete;
    Crew &operator=(const Crew &) = delete;

    Seconds round(); // from the common start to the last one's end; throws what a worker threw

private:
    void work(int i, const std::function<Job(int)> &make);
    void arrive();

    std::mutex m_mutex;
    std::condition_variable m_go, m_done;
    int m_size, m_round = 0, m_busy;
    bool m_leaving = false;
    std::exception_ptr m_failed;
    std::vector<std::thread> m_threads;
};

} // namespace bench
