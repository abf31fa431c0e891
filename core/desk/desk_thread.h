#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace beback {

// One thread that does jobs in the order they came. What was asked for is done before it ends.
class DeskThread
{
public:
    explicit DeskThread(const QString &name);
    ~DeskThread(); // drains; blocks until the last job is done

    // `job` runs in the thread and returns a Result. Thread: any.
    template <class Job> auto run(Job job) -> QFuture<decltype(job())>
    {
        using Answer = decltype(job());
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        ++m_waiting;
        post([this, promise, job = std::move(job)]() mutable {
            promise->addResult(job());
            promise->finish();
            --m_waiting;
        });
        return future;
    }
    void post(std::function<void()> job);
    int waiting() const { return m_waiting; } // jobs asked for and not done

    QObject *context() { return m_worker; } // lives in the thread: for timers

private:
    QThread m_thread;
    QObject *m_worker; // deleted in its thread
    std::atomic<int> m_waiting = 0;
};

} // namespace beback
