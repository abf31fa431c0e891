#pragma once

#include "core/desk/desk_body.h"

#include <QCoreApplication>

namespace beback {

// How a Desk asks its threads. Private to core/desk.

inline Error notOpen()
{
    return {Code::Unavailable, QCoreApplication::translate("beback", "No store is open yet."), {}};
}

template <class Job> auto Desk::Body::ask(Job job) -> QFuture<decltype(job(std::declval<Workplace &>()))>
{
    using Answer = decltype(job(std::declval<Workplace &>()));
    return desk.run([this, job = std::move(job)]() -> Answer {
        if (!place)
            return notOpen();
        return job(*place);
    });
}

template <class Job, class Otherwise>
auto Desk::Body::askShared(Job job, Otherwise otherwise, SharedLink::Turn turn)
    -> QFuture<decltype(otherwise(std::declval<Workplace &>()))>
{
    using Answer = decltype(otherwise(std::declval<Workplace &>()));
    SharedLink *shared = link;
    if (!shared || !shared->isOnline())
        return ask(std::move(otherwise));
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    const auto give = [promise](Answer answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
    shared->attempt(std::move(job), give, [this, give, otherwise = std::move(otherwise)]() mutable {
        desk.post([this, give, otherwise = std::move(otherwise)]() mutable { give(place ? otherwise(*place) : Answer(notOpen())); });
    }, turn);
    return future;
}

} // namespace beback
