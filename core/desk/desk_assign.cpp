// Many leads given to somebody by a manager, and that taken back.
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

// What changed is told to whoever looks, and goes out.
template <class Body> void tell(Body *body)
{
    body->announce({});
    if (SharedLink *shared = body->link)
        shared->nudge();
}

} // namespace

QFuture<Result<Assigned>> Desk::assignLeads(QVector<LeadId> leads, QString to, QString reason)
{
    return m_body->askShared(
        [body = m_body.get(), leads, to, reason](SharedPlace &at) -> Result<Assigned> {
            auto assigned = at.assignLeads(leads, to, reason);
            tell(body);
            return assigned;
        },
        [body = m_body.get(), leads, to, reason](Workplace &at) -> Result<Assigned> {
            if (body->link && !to.isEmpty())
                BEBACK_CHECK(at.user(to)); // so that what is not found below is a lead
            auto assigned = at.assignLeads(leads, to, reason, body->login);
            tell(body);
            return !assigned && body->link && assigned.error().code == Code::NotFound ? Result<Assigned>(notAllCarried()) : assigned;
        });
}

QFuture<Result<int>> Desk::undoAssign(QVector<EventId> events)
{
    return m_body->askShared(
        [body = m_body.get(), events](SharedPlace &at) -> Result<int> {
            auto undone = at.undoAssign(events);
            tell(body);
            return undone;
        },
        [body = m_body.get(), events](Workplace &at) -> Result<int> {
            auto undone = at.undoAssign(events, body->login);
            tell(body);
            return !undone && body->link && undone.error().code == Code::NotFound ? Result<int>(notAllCarried()) : undone;
        });
}

} // namespace beback
