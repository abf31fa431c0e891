// A trip away from the shared database.
#include "core/desk/desk_ask.h"

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error needsNoTrip()
{
    return {Code::Invalid, tr("Everything is in a file on this computer and goes along with it. Nothing has to be taken along."), {}};
}

using Give = std::function<void(Result<AwayView>)>;

// Part after part, so that whoever waits for another answer waits for one part at most.
void bringOn(SharedLink &link, const AwayView &view, const Give &give)
{
    if (!view.trip || view.trip->isWhole())
        return give(view);
    link.attempt(
        [](SharedPlace &at) { return at.bringPart(); },
        [&link, give, left = view.leftBehind](Result<AwayView> next) {
            if (!next)
                return give(next.error());
            next->leftBehind = left;
            bringOn(link, *next, give);
        },
        [give] {
            give(Error{Code::Unavailable, tr("The line broke before everybody was here. It goes on by itself when the shared database answers again."), {}});
        });
}

} // namespace

QFuture<Result<AwayView>> Desk::away()
{
    return m_body->ask([body = m_body.get()](Workplace &at) -> Result<AwayView> {
        if (!body->link)
            return needsNoTrip();
        return at.away(body->login);
    });
}

QFuture<Result<AwayView>> Desk::takeAlong(int leads, int hours, QVector<LeadId> named)
{
    auto promise = std::make_shared<QPromise<Result<AwayView>>>();
    QFuture<Result<AwayView>> future = promise->future();
    promise->start();
    const Give give = [body = m_body.get(), promise](Result<AwayView> answer) {
        if (answer)
            body->announce({});
        promise->addResult(std::move(answer));
        promise->finish();
    };
    SharedLink *link = m_body->link;
    if (!link) {
        give(needsNoTrip());
        return future;
    }
    TripWish wish;
    wish.leads = named.isEmpty() ? leads : int(named.size());
    wish.lasts = std::chrono::hours(hours);
    wish.named = std::move(named);
    link->attempt(
        [wish](SharedPlace &at) { return at.checkOut(wish); },
        [link, give](Result<AwayView> view) {
            if (!view)
                return give(view.error());
            bringOn(*link, *view, give);
        },
        [give] { give(Error{Code::Unavailable, tr("The shared database does not answer, and it has to lease whoever is taken along. Try again when it is back."), {}}); });
    return future;
}

QFuture<Result<TripReturn>> Desk::giveBackRest()
{
    SharedLink *link = m_body->link;
    if (!link)
        return m_body->ask([](Workplace &) -> Result<TripReturn> { return needsNoTrip(); });
    return link->run([body = m_body.get()](SharedPlace &at) -> Result<TripReturn> {
        body->pending.waitForNone(PendingWrites::Within);
        auto back = at.giveBackRest();
        if (back)
            body->announce({});
        return back;
    });
}

QFuture<Result<TripReturn>> Desk::comeBack()
{
    SharedLink *link = m_body->link;
    if (!link)
        return m_body->ask([](Workplace &) -> Result<TripReturn> { return needsNoTrip(); });
    return link->run([body = m_body.get()](SharedPlace &at) -> Result<TripReturn> {
        body->pending.waitForNone(PendingWrites::Within);
        auto back = at.comeBack();
        if (back)
            body->announce({});
        return back;
    });
}

} // namespace beback
