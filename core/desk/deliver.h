#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace beback {

// Calls `then(result)` in the receiver's thread when the future is done; never when the receiver is gone by then.
// (QFuture::then(context, …) of Qt 6.4 aborts in that case.) Thread: the receiver's.
template <class T, class Then> void deliver(QFuture<T> future, QObject *receiver, Then then)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace beback
