// A deal that may still be saved, on a manager's screen: heard, seen, answered.
#include "core/desk/deliver.h"
#include "core/time/wording.h"
#include "ui/lead/work_session.h"
#include "ui/shell/alert_pane.h"
#include "ui/shell/alert_watch.h"
#include "ui/shell/main_window.h"
#include "ui/today/today_room.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace beback::ui {

void MainWindow::connectAlerts()
{
    m_alerts = new AlertWatch(m_desk, this);
    m_alert = new Banner(Tone::Danger);
    m_alert->setSquare(true);
    m_alert->setObjectName(QStringLiteral("window.alert"));
    m_alert->hide();
    static_cast<QVBoxLayout *>(m_rooms->layout())->insertWidget(1, m_alert); // below the top strip
    connect(m_alerts, &AlertWatch::changed, this, &MainWindow::showAlert);
    connect(m_alerts, &AlertWatch::raised, this, [this](const AlertOnDesk &alert) {
        QApplication::beep();
        QApplication::alert(this);
        if (!alert.alert.seenBy.isEmpty())
            return; // another manager has it already
        // It is on this screen now: the agent sees who has it.
        deliver(m_desk.seeAlert(alert.customer, alert.lead), this, [](const Result<RecordReceipt> &) {});
    });
    connect(m_alerts, &AlertWatch::overtaken, this, [this](const AlertOnDesk &alert) {
        m_toast->say(tr("%1 answered first about %2: the agent has that answer, not yours.").arg(nameOf(alert.alert.answeredBy), alert.name));
    });
    connect(m_alert, &Banner::acted, this, [this] { answerAlert(); });
}

void MainWindow::showAlert()
{
    m_alert->setVisible(!m_alerts->open().isEmpty());
    if (m_alerts->open().isEmpty())
        return;
    const AlertOnDesk &first = m_alerts->open().first();
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(first.alert.until - m_clock.now()).count();
    const QString clock = wording::talkTime(int(left < 0 ? -left : left));
    const qsizetype more = m_alerts->open().size() - 1;
    QString sentence = left < 0 ? tr("%1 over the time. %2 is on the phone with them.").arg(clock, nameOf(first.alert.by))
                                : tr("%1 left to answer. %2 is on the phone with them.").arg(clock, nameOf(first.alert.by));
    if (more > 0)
        sentence += QLatin1Char(' ') + tr("%n more after this one.", nullptr, int(more));
    const QString vehicle = first.vehicle.isEmpty() ? QString() : tr(", who looked at the %1").arg(first.vehicle);
    m_alert->setText(tr("Save a deal: %1%2, bought elsewhere").arg(first.name, vehicle), sentence);
    m_alert->setButton(tr("Answer…"));
}

QString MainWindow::nameOf(const QString &login) const
{
    for (const Agent &agent : m_opened.agents)
        if (agent.login == login)
            return agent.name;
    return login;
}

void MainWindow::answerAlert(LeadId lead)
{
    const QVector<AlertOnDesk> &open = m_alerts->open();
    const auto asked = std::find_if(open.cbegin(), open.cend(), [&](const AlertOnDesk &one) { return lead.isNull() || one.lead == lead; });
    if (pane())
        return;
    if (asked == open.cend()) {
        m_toast->say(tr("Somebody answered it already."));
        if (m_todayRoom)
            m_todayRoom->refresh();
        return;
    }
    const AlertOnDesk alert = *asked;
    auto *form = new AlertPane(this, alert, nameOf(alert.alert.by), wording::clockTime(alert.alert.at, m_opened.rooftop.zone));
    m_sheet = form;
    connect(form, &AlertPane::done, this, [this, alert, form](AlertAnswer answer, const QString &text) {
        form->setBusy(true);
        deliver(m_desk.answerAlert(alert.customer, alert.lead, answer, text), form, [this, form, alert](const Result<RecordReceipt> &receipt) {
            if (!receipt)
                return form->setProblem(tr("Not answered"), receipt.error().message);
            form->finish();
            m_alerts->noteAnswered(alert.alert.event);
            m_toast->say(tr("Answered: %1").arg(alert.name));
        });
    });
    form->open();
}

} // namespace beback::ui
