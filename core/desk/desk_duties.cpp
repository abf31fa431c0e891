// What a manager says in the window about what managers have to do themselves.
#include "core/desk/desk_ask.h"

namespace beback {

QFuture<Result<DutyWord>> Desk::sayDuty(DutyWord word)
{
    return m_body->askShared([word](SharedPlace &at) { return at.sayDuty(word); },
                             [word, body = m_body.get()](Workplace &at) { return at.sayDuty(word, body->login); });
}

} // namespace beback
