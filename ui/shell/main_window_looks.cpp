// What needs a look, worked off on a manager's screen.
#include "core/desk/deliver.h"
#include "ui/lead/work_session.h"
#include "ui/shell/looks_pane.h"
#include "ui/shell/main_window.h"
#include "ui/today/today_room.h"
#include "ui/widgets/toast.h"

namespace beback::ui {

void MainWindow::workOffLooks()
{
    deliver(m_desk.looks(), this, [this](const Result<QVector<Look>> &looks) {
        if (pane())
            return; // something else was opened meanwhile
        if (!looks)
            return m_toast->say(looks.error().message);
        if (looks->isEmpty())
            return m_toast->say(tr("Somebody looked at it already."));
        showLooks(*looks);
    });
}

void MainWindow::showLooks(const QVector<Look> &looks)
{
    auto *form = new LooksPane(this, looks);
    m_sheet = form;
    const auto answered = [form](const Result<void> &done) {
        if (!done)
            return form->setProblem(tr("Not kept"), done.error().message);
        form->next();
    };
    connect(form, &LooksPane::letInAsked, this, [this, form, answered](const Look &look, const QString &reason) {
        deliver(m_desk.letIn({look.event}, reason), form, answered);
    });
    connect(form, &LooksPane::doneAsked, this, [this, form, answered](const Look &look, const QString &reason) {
        deliver(m_desk.lookDone(look.event, toText(look.what), reason), form, answered);
    });
    connect(form, &LooksPane::openAsked, this, [this](CustomerId customer, LeadId lead) {
        enter(Room::Work);
        m_session->look(customer, lead);
    });
    connect(form, &Pane::closed, this, [this, form] {
        if (form->done() > 0 && m_todayRoom)
            m_todayRoom->refresh();
    });
    form->open();
}

} // namespace beback::ui
