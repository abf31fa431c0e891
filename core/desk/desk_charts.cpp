// The charts and the page of today, as a manager's window asks for them.
#include "core/desk/desk_ask.h"

namespace beback {

namespace {

// In the intake thread: counting takes its time, and what is recorded meanwhile does not wait for it. Who asks is known in the
// desk's thread alone.
template <class Body, class Job> auto beside(Body *body, Job job) -> QFuture<decltype(job(std::declval<Workplace &>(), QString()))>
{
    using Answer = decltype(job(std::declval<Workplace &>(), QString()));
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    const auto give = [promise](Answer answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
    body->desk.post([body, give, job = std::move(job)] {
        if (!body->place)
            return give(notOpen());
        body->intake.post([body, give, job, login = body->login] {
            const auto place = body->intakePlace();
            give(place ? job(**place, login) : Answer(place.error()));
        });
    });
    return future;
}

} // namespace

QFuture<Result<ChartPage>> Desk::charts(ChartFilter filter)
{
    SharedLink *shared = m_body->link;
    if (shared && shared->isOnline())
        return m_body->askShared([filter](SharedPlace &at) { return at.charts(filter); },
                                 [filter, body = m_body.get()](Workplace &at) { return at.charts(filter, body->login); });
    return beside(m_body.get(), [filter](Workplace &at, const QString &login) { return at.charts(filter, login); });
}

QFuture<Result<QVector<ChartLead>>> Desk::chartLeads(QVector<LeadId> leads)
{
    SharedLink *shared = m_body->link;
    if (shared && shared->isOnline())
        return m_body->askShared([leads](SharedPlace &at) { return at.chartLeads(leads); },
                                 [leads, body = m_body.get()](Workplace &at) { return at.chartLeads(leads, body->login); });
    return beside(m_body.get(), [leads](Workplace &at, const QString &login) { return at.chartLeads(leads, login); });
}

QFuture<Result<TodayPage>> Desk::todayPage()
{
    SharedLink *shared = m_body->link;
    if (shared && shared->isOnline())
        return m_body->askShared([](SharedPlace &at) { return at.todayPage(); },
                                 [body = m_body.get()](Workplace &at) { return at.todayPage(body->login); });
    return beside(m_body.get(), [](Workplace &at, const QString &login) { return at.todayPage(login); });
}

} // namespace beback
