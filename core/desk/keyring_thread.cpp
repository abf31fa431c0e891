#include "core/desk/keyring_thread.h"

#include <QCoreApplication>
#include <QMutex>
#include <QThread>

namespace beback::keyring_thread {

namespace {

QMutex mutex;
QThread *thread = nullptr;
QObject *inThread = nullptr;

void end()
{
    const QMutexLocker lock(&mutex);
    if (!thread)
        return;
    thread->quit();
    thread->wait();
    delete thread;
    thread = nullptr;
    inThread = nullptr; // it went with the thread
}

} // namespace

QObject *worker()
{
    const QMutexLocker lock(&mutex);
    if (thread)
        return inThread;
    thread = new QThread;
    thread->setObjectName(QStringLiteral("keyring"));
    inThread = new QObject;
    inThread->moveToThread(thread);
    QObject::connect(thread, &QThread::finished, inThread, &QObject::deleteLater);
    thread->start();
    qAddPostRoutine(end);
    return inThread;
}

} // namespace beback::keyring_thread
