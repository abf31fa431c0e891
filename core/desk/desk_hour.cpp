// Who is handed out next, and the Hour of Power.
#include "core/desk/desk_ask.h"

namespace beback {

namespace {

Error notShared()
{
    return {Code::Unavailable,
            QCoreApplication::translate("beback", "The shared database does not answer, and the hour is set there. Try again "
                                                  "when it is back."),
            {}};
}

} // namespace

// The next one: told to everybody who looks at the list, and shown.
template <class There, class Here> QFuture<Result<std::optional<LeadView>>> Desk::Body::claimShared(There there, Here here)
{
    return askShared(
        [this, there](SharedPlace &at) -> Result<std::optional<LeadView>> {
            BEBACK_TRY(view, there(at));
            if (SharedLink *shared = link)
                shared->nudge(); // what went out with it is confirmed by reading the feed
            if (view)
                announce({view->customer.id});
            return view;
        },
        [this, here](Workplace &at) -> Result<std::optional<LeadView>> {
            if (link)
                return at.nextHeld(login);
            BEBACK_TRY(claim, here(at, login));
            if (!claim)
                return std::optional<LeadView>();
            BEBACK_TRY(view, at.view(claim->customer, claim->lead, login));
            announce({claim->customer});
            return std::optional(view);
        });
}

QFuture<Result<std::optional<LeadView>>> Desk::claimNext()
{
    return m_body->claimShared([](SharedPlace &at) { return at.claimNext(); },
                               [](Workplace &at, const QString &login) { return at.queue().claimNext(login); });
}

QFuture<Result<HourToday>> Desk::hourToday()
{
    return m_body->askShared([](SharedPlace &at) { return at.hourToday(); },
                             [body = m_body.get()](Workplace &at) { return at.hours().today(at.hourWhere(), body->login); });
}

QFuture<Result<HourToday>> Desk::setHour(QString login, std::optional<QTime> time)
{
    return m_body->askShared(
        [login, time](SharedPlace &at) -> Result<HourToday> {
            BEBACK_CHECK(at.setHour(login, time));
            return at.hourToday();
        },
        [body = m_body.get(), login, time](Workplace &at) -> Result<HourToday> {
            if (body->link)
                return notShared();
            BEBACK_TRY(by, at.user(body->login));
            BEBACK_CHECK(at.setHour(by, login, time));
            return at.hours().today(at.hourWhere(), body->login);
        });
}

QFuture<Result<HourView>> Desk::hour(Instant begun)
{
    return m_body->askShared([begun](SharedPlace &at) { return at.hour(begun); },
                             [body = m_body.get(), begun](Workplace &at) { return at.hours().view(at.hourWhere(), body->login, begun); });
}

QFuture<Result<QVector<QueueItem>>> Desk::hourList(int limit)
{
    return m_body->askShared([limit](SharedPlace &at) { return at.hourList(limit); },
                             [body = m_body.get(), limit](Workplace &at) { return at.hourList(body->login, limit); });
}

QFuture<Result<std::optional<LeadView>>> Desk::claimInHour()
{
    return m_body->claimShared(
        [](SharedPlace &at) { return at.claimInHour(); },
        [](Workplace &at, const QString &login) { return at.claimInHour(login); });
}

} // namespace beback
