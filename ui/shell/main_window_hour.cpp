// The Hour of Power in the window: offered, shown instead of everything else, and what came of it at its end.
#include "core/time/wording.h"
#include "ui/hour/hour_session.h"
#include "ui/hour/hour_strip.h"
#include "ui/hour/score_page.h"
#include "ui/hour/score_pane.h"
#include "ui/hour/set_hour_pane.h"
#include "ui/hour/then_pane.h"
#include "ui/lead/lead_deeds.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/shell/key_bindings.h"
#include "ui/shell/main_window.h"
#include "ui/shell/search_panel.h"
#include "ui/shell/top_strip.h"
#include "ui/widgets/toast.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace beback::ui {

void MainWindow::connectHour()
{
    connect(m_hour, &HourSession::offered, this, &MainWindow::offerHour);
    connect(m_hour, &HourSession::offerGone, this, &MainWindow::offerHour);
    connect(m_hour, &HourSession::started, this, &MainWindow::showHour);
    connect(m_hour, &HourSession::changed, this, [this] {
        if (!m_score || !m_hour->isRunning())
            return;
        if (m_hour->view()) {
            m_score->show(*m_hour->view());
            m_then->setOthers(m_hour->view()->others);
        }
        m_then->show(m_hour->list(), m_session->lead() ? m_session->lead()->customer.id : CustomerId());
    });
    connect(m_hour, &HourSession::replied, this, [this](const QString &sentence) { m_hourStrip->setReply(sentence); });
    connect(m_hour, &HourSession::lastLead, this, [this] { m_hourStrip->setLastLead(true); });
    connect(m_hour, &HourSession::ended, this, &MainWindow::showScore);
    connect(m_hour, &HourSession::said, this, [this](const QString &text) { m_toast->say(text); });
    connect(m_session, &WorkSession::readyChanged, this, [this](bool ready) {
        if (m_hourStrip)
            m_hourStrip->setReady(ready);
        if (ready && m_scorePage && m_room->currentWidget() == m_scorePage)
            enter(Room::Work);
    });
    connect(m_work, &WorkRoom::offerTaken, m_hour, &HourSession::start);
    connect(m_work, &WorkRoom::offerDeclined, m_hour, &HourSession::decline);
}

// Beside what is going on: nobody's lead is taken out of their hands for it.
void MainWindow::offerHour()
{
    if (m_hour->state() != HourSession::State::Offered)
        return m_work->showOffer({}, {}, {}, {});
    const QString until = wording::clockTime(m_hour->span().end, m_opened.rooftop.zone), key = m_keys->text(Act::HourOfPower);
    m_work->showOffer(tr("It is time for your Hour of Power, until %1").arg(until),
                      m_session->isReady() ? tr("Follow-up only, no notices but customers’ replies. It begins with your next lead.")
                                           : tr("Follow-up only, no notices but customers’ replies."),
                      key.isEmpty() ? tr("Begin now") : tr("Begin now (%1)").arg(key), tr("Not today"));
}

void MainWindow::showHour()
{
    if (!m_hourStrip) {
        m_hourStrip = new HourStrip;
        m_score = new ScorePane;
        m_then = new ThenPane;
        static_cast<QVBoxLayout *>(m_rooms->layout())->insertWidget(0, m_hourStrip);
        connect(m_hourStrip, &HourStrip::replyAsked, m_hour, &HourSession::takeReply);
        connect(m_hourStrip, &HourStrip::breakAsked, this, [this] { act(Act::ReadyPause); });
        connect(m_hourStrip, &HourStrip::endAsked, m_hour, &HourSession::stop);
    }
    offerHour();
    m_search->leave();
    m_toast->dismiss();
    m_hourStrip->setKeys(m_keys->text(Act::TheirReply), m_keys->text(Act::ReadyPause));
    m_hourStrip->setReply({});
    m_hourStrip->setLastLead(false);
    m_hourStrip->setReady(true);
    m_score->clear();
    m_then->show({}, {});
    m_then->setOthers({});
    enter(Room::Work);
    m_top->hide();
    m_hourStrip->show();
    m_work->focusOn(m_score, m_then);
    showHourClock();
}

void MainWindow::leaveHour()
{
    if (!m_hourStrip || m_hourStrip->isHidden())
        return;
    m_hourStrip->hide();
    m_top->show();
    m_work->unfocus();
}

void MainWindow::showHourClock()
{
    if (!m_hour->isRunning() || !m_score)
        return;
    const QString until = wording::clockTime(m_hour->span().end, m_opened.rooftop.zone);
    const bool over = m_hour->state() == HourSession::State::LastLead;
    m_score->showClock(m_hour->left(), over ? tr("over since %1").arg(until) : tr("left until %1").arg(until));
}

void MainWindow::showScore(const HourView &view)
{
    leaveHour();
    if (m_session->isReady())
        return; // somebody went on in that very moment
    if (!m_scorePage) {
        m_scorePage = new ScorePage;
        m_room->addWidget(m_scorePage);
        connect(m_scorePage, &ScorePage::backAsked, this, [this] {
            enter(Room::Work);
            m_session->setReady(true);
        });
    }
    m_scorePage->setKey(m_keys->text(Act::ReadyPause));
    m_scorePage->show(view, m_opened.rooftop.zone);
    m_room->setCurrentWidget(m_scorePage);
    m_scorePage->focusOn();
}

void MainWindow::askForHour()
{
    if (pane())
        return;
    auto *form = new SetHourPane(this, m_hour->today(), m_session->agent().role == QLatin1String("manager"), m_opened.rooftop.zone);
    m_sheet = form;
    connect(form, &SetHourPane::chosen, this, [this](bool everybody, std::optional<QTime> at) {
        m_hour->setHour(everybody ? QString() : m_session->agent().login, at);
    });
    form->open();
}

// Follow-up alone: what would lead away from it waits.
bool MainWindow::actInHour(Act act)
{
    if (!m_hour->isRunning())
        return false;
    switch (act) {
    case Act::TheirReply: return m_hour->takeReply();
    case Act::HourOfPower: return true;
    case Act::Room1:
    case Act::Room2:
    case Act::Room3:
    case Act::Room4:
    case Act::Room5:
    case Act::Room6:
    case Act::Room7:
    case Act::Room8:
    case Act::Search:
    case Act::TakeAlong:
    case Act::AddLead: m_toast->say(tr("That waits until the hour is over. Esc ends it.")); return true;
    default: return false;
    }
}

// Esc that nobody else wanted ends the hour, and asks nothing.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier && m_hour->isRunning() && !pane())
        return m_hour->stop();
    QMainWindow::keyPressEvent(event);
}

} // namespace beback::ui
