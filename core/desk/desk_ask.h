#pragma once

#include "core/desk/desk_body.h"

#include <QCoreApplication>

namespace beback {

// How a Desk asks its threads. Private to core/desk.

inline Error notOpen()
{
    return {Code::Unavailable, QCoreApplication::translate("beback", "No store is open yet."), {}};
}

inline constexpr Duration CountDeadline = std::chrono::seconds(60); // of one question over everybody's history

inline Error notCounted()
{
    return {Code::Unavailable,
            QCoreApplication::translate("beback", "The shared database does not answer, and this desk has only the people it carries, so nothing is counted. "
                                                  "It goes on when it is back."),
            {}};
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

template <class Job> auto Desk::Body::count(Job job) -> QFuture<decltype(job(std::declval<Workplace &>(), QString(), std::declval<Connection *>()))>
{
    using Answer = decltype(job(std::declval<Workplace &>(), QString(), std::declval<Connection *>()));
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    const auto give = [promise](Answer answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
    desk.post([this, give, job = std::move(job)] { // who asks is known in the desk's thread alone
        if (!place)
            return give(notOpen());
        SharedLink *shared = link;
        std::optional<StoreUrl> there;
        if (shared)
            there = shared->shared();
        const bool away = shared && !shared->isOnline();
        intake.post([this, give, job, who = login, there, away] {
            if (away)
                return give(notCounted());
            const auto own = intakePlace();
            if (!own)
                return give(own.error());
            if (!there)
                return give(job(**own, who, nullptr));
            const auto db = Connection::open(*there, Connection::Mode::ReadWrite); // it only reads; there is no other mode
            if (!db)
                return give(db.error());
            (*db)->setDeadline(CountDeadline);
            give(job(**own, who, db->get()));
        });
    });
    return future;
}

} // namespace beback
