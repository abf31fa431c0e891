#include "core/desk/desk_thread.h"

namespace beback {

DeskThread::DeskThread(const QString &name) : m_worker(new QObject)
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DeskThread::~DeskThread()
{
    // Queued after every job; quit() alone would leave those behind.
    post([this] {
        delete m_worker;
        m_thread.quit();
    });
    m_thread.wait();
}

void DeskThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_worker, std::move(job), Qt::QueuedConnection);
}

} // namespace beback
