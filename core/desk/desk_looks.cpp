// What needs a look, as a manager's window reads it and works it off.
#include "core/desk/desk_ask.h"

namespace beback {

namespace {

Error unanswered()
{
    return {Code::Unavailable,
            QCoreApplication::translate("beback", "What needs a look lies in the shared database, and it does not answer. Try again when it is back."), {}};
}

} // namespace

QFuture<Result<QVector<Look>>> Desk::looks()
{
    return m_body->askShared([](SharedPlace &at) { return at.looks(); },
                             [body = m_body.get()](Workplace &) -> Result<QVector<Look>> {
                                 if (body->link)
                                     return unanswered();
                                 return QVector<Look>();
                             });
}

QFuture<Result<void>> Desk::lookDone(EventId event, QString what, QString reason)
{
    return m_body->askShared(
        [event, what, reason](SharedPlace &at) -> Result<void> {
            const auto named = lookFromText(what);
            if (!named)
                return Error{Code::Invalid, QCoreApplication::translate("beback", "Nothing that needs a look is called \"%1\".").arg(what), {}};
            return at.lookDone(event, *named, reason);
        },
        [](Workplace &) -> Result<void> { return unanswered(); });
}

QFuture<Result<void>> Desk::letIn(QVector<EventId> events, QString reason)
{
    return m_body->askShared(
        [body = m_body.get(), events, reason](SharedPlace &at) -> Result<void> {
            auto done = at.letIn(events, reason);
            body->announce({});
            return done;
        },
        [](Workplace &) -> Result<void> { return unanswered(); });
}

} // namespace beback
