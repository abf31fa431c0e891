// What a manager does with many leads at once, and that taken back.
#include "core/desk/desk_ask.h"

namespace beback {

namespace {

// Without the shared database a desk knows the people it carries, and no others.
Error notAllCarried()
{
    return {Code::Unavailable,
            QCoreApplication::translate("beback", "Not all of them are on this computer, and the shared database does not answer. Try again when it is back."),
            {}};
}

// A person who is not here, where the shared database would have them.
Result<Acted> asCarried(Result<Acted> done)
{
    if (!done)
        return done.error().code == Code::NotFound ? Result<Acted>(notAllCarried()) : done;
    if (done->brokenOff && done->brokenOff->code == Code::NotFound)
        done->brokenOff = notAllCarried();
    return done;
}

// What changed is told to whoever looks, and goes out.
template <class Body> void tell(Body *body)
{
    body->announce({});
    if (SharedLink *shared = body->link)
        shared->nudge();
}

} // namespace

QFuture<Result<Acted>> Desk::act(QVector<ManagerAct> acts)
{
    return m_body->askShared(
        [body = m_body.get(), acts](SharedPlace &at) -> Result<Acted> {
            auto done = at.actAll(acts);
            tell(body);
            return done;
        },
        [body = m_body.get(), acts](Workplace &at) -> Result<Acted> {
            for (const ManagerAct &act : acts) // so that what is not found below is a lead
                BEBACK_CHECK(at.checkAct(act, body->login));
            auto done = at.actAll(acts, body->login);
            tell(body);
            return body->link ? asCarried(done) : done;
        });
}

QFuture<Result<Acted>> Desk::assignLeads(QVector<LeadId> leads, QString to, QString reason)
{
    return act({giving(leads, to, reason)});
}

QFuture<Result<int>> Desk::undoActs(QVector<EventId> events)
{
    return m_body->askShared(
        [body = m_body.get(), events](SharedPlace &at) -> Result<int> {
            auto undone = at.undoActs(events);
            tell(body);
            return undone;
        },
        [body = m_body.get(), events](Workplace &at) -> Result<int> {
            auto undone = at.undoActs(events, body->login);
            tell(body);
            return !undone && body->link && undone.error().code == Code::NotFound ? Result<int>(notAllCarried()) : undone;
        });
}

QFuture<Result<LoadBalance>> Desk::loadBalance()
{
    return m_body->count([](Workplace &at, const QString &login, Connection *from) { return at.loadBalance(login, from); });
}

} // namespace beback
