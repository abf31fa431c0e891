// Views of the charts, as a manager's window reads, saves and removes them.
#include "core/desk/desk_ask.h"

namespace beback {

QFuture<Result<QVector<SavedView>>> Desk::savedViews()
{
    return m_body->askShared([](SharedPlace &at) { return at.savedViews(); },
                             [body = m_body.get()](Workplace &at) { return at.savedViews(body->login); });
}

QFuture<Result<void>> Desk::saveView(SavedView view, bool over)
{
    return m_body->askShared([view, over](SharedPlace &at) { return at.saveView(view, over); },
                             [view, over, body = m_body.get()](Workplace &at) { return at.saveView(view, over, body->login); });
}

QFuture<Result<void>> Desk::removeView(QString name)
{
    return m_body->askShared([name](SharedPlace &at) { return at.removeView(name); },
                             [name, body = m_body.get()](Workplace &at) { return at.removeView(name, body->login); });
}

} // namespace beback
