// Going away with leads and coming back, in the window; and a computer that was taken out of its database.
#include "ui/away/away_page.h"
#include "ui/away/away_session.h"
#include "ui/away/away_words.h"
#include "ui/away/return_pane.h"
#include "ui/away/take_pane.h"
#include "ui/away/taken_out_page.h"
#include "ui/away/trip_pane.h"
#include "ui/charts/charts_room.h"
#include "ui/lead/work_session.h"
#include "ui/shell/bottom_strip.h"
#include "ui/shell/first_run.h"
#include "ui/shell/key_bindings.h"
#include "ui/shell/main_window.h"
#include "ui/shell/search_panel.h"
#include "ui/shell/top_strip.h"
#include "ui/today/today_room.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QStackedWidget>

namespace beback::ui {

void MainWindow::connectAway()
{
    m_away = new AwaySession(m_desk, m_clock, this);
    connect(m_away, &AwaySession::changed, this, &MainWindow::showAway);
    connect(m_away, &AwaySession::diallingChanged, m_session, &WorkSession::readAgain);
    connect(m_away, &AwaySession::took, this, [this](const AwayView &view) {
        const QString took = away_words::tookText(view, m_opened.rooftop.zone, m_clock.now());
        auto *form = qobject_cast<TakePane *>(m_sheet.data());
        if (form && !view.leftBehind.isEmpty())
            return form->showLeftBehind(took, view.leftBehind);
        if (form)
            form->finish();
        m_toast->say(took);
    });
    connect(m_away, &AwaySession::notTaken, this, [this](const Error &error) {
        auto *form = qobject_cast<TakePane *>(m_sheet.data());
        if (!form)
            return m_toast->say(error.message);
        if (!m_away->hasTrip())
            return form->showProblem(error);
        form->finish(); // some are leased: what there is of them is shown, and how it goes on
        m_sheet.clear();
        showTrip();
    });
    connect(m_away, &AwaySession::gaveBack, this, [this](int people) { m_toast->say(tr("%n leads no longer held for the trip. The others are along.", nullptr, people)); });
    connect(m_away, &AwaySession::cameBack, this, &MainWindow::showReturn);
    connect(m_away, &AwaySession::cameBack, m_session, &WorkSession::renewClaims);
    connect(m_away, &AwaySession::gaveBack, m_session, &WorkSession::renewClaims); // one of the rest may be in hand
    connect(m_away, &AwaySession::notBack, this, [this](const Error &error) {
        if (auto *form = qobject_cast<TripPane *>(m_sheet.data()))
            return form->showProblem(error);
        m_toast->say(error.message);
    });
    connect(m_bottom, &BottomStrip::tripAsked, this, &MainWindow::takeAlong);
}

// Whoever has leads along sees them; else it is asked how many to take.
void MainWindow::takeAlong()
{
    if (pane())
        return;
    if (!m_away->isShared())
        return m_toast->say(tr("Everything is in a file on this computer and goes along with it."));
    if (m_away->hasTrip() && !m_away->isTaking())
        return showTrip();
    if (m_away->isTaking())
        return m_toast->say(tr("They are being brought."));
    if (m_away->link().mode != LinkState::Mode::Online || !m_away->view())
        return m_toast->say(tr("The shared database does not answer, and it has to lease whoever is taken along. Try again when it is back."));
    auto *form = new TakePane(this, m_session->page(), *m_away->view(), m_opened.rooftop.zone, m_clock.now());
    m_sheet = form;
    connect(form, &TakePane::takeAsked, m_away, &AwaySession::take);
    form->open();
}

void MainWindow::showTrip()
{
    auto *form = new TripPane(this, m_opened.rooftop.zone);
    m_sheet = form;
    connect(form, &TripPane::openAsked, this, [this](CustomerId customer, LeadId lead) {
        enter(Room::Work);
        m_session->take(customer, lead);
    });
    connect(form, &TripPane::endAsked, m_away, &AwaySession::comeBack);
    connect(form, &TripPane::goOnAsked, m_away, &AwaySession::goOn);
    connect(form, &TripPane::giveBackRestAsked, m_away, &AwaySession::giveBackRest);
    form->show(*m_away->view(), m_away->isAway(), m_away->isTaking(), m_clock.now());
    form->open();
}

void MainWindow::showAway()
{
    m_bottom->setTrip(m_away->strip());
    m_takeAlong->setVisible(m_away->isShared());
    m_takeAlong->setText((m_away->hasTrip() ? tr("What is with you…") : tr("Take leads along…")) + QLatin1Char('\t') + m_keys->text(Act::TakeAlong));
    m_search->setAway(m_away->isAway());
    if (m_away->link().takenOut && m_away->isShared())
        return showTakenOut(m_away->link().trouble);
    if (m_awayPage && m_room->currentWidget() == m_awayPage && !m_away->isAway() && m_away->link().mode == LinkState::Mode::Online)
        enter(m_wished); // it opens by itself
    if (!m_away->view())
        return;
    if (auto *form = qobject_cast<TakePane *>(m_sheet.data()))
        form->showProgress(*m_away->view());
    if (auto *form = qobject_cast<TripPane *>(m_sheet.data()); form && form->isVisible())
        form->show(*m_away->view(), m_away->isAway(), m_away->isTaking(), m_clock.now());
}

void MainWindow::showReturn(const TripReturn &back)
{
    if (auto *form = qobject_cast<TripPane *>(m_sheet.data()))
        form->finish();
    if (back.look.isEmpty() || (pane() && pane()->isVisible()))
        return m_toast->say(away_words::backText(back));
    auto *form = new ReturnPane(this, back);
    m_sheet = form;
    connect(form, &ReturnPane::openAsked, this, [this](CustomerId customer, LeadId lead) {
        enter(Room::Work);
        m_session->look(customer, lead);
    });
    form->open();
}

// Those that count everybody, and have nothing from before to show.
bool MainWindow::waitsForLine(Room room) const
{
    if (!m_away->isAway())
        return false;
    return (room == Room::Today && !(m_todayRoom && m_todayRoom->hasRead())) || (room == Room::Charts && !(m_charts && m_charts->hasRead()));
}

void MainWindow::showAwayPage(Room room)
{
    if (!m_awayPage) {
        m_awayPage = new AwayPage;
        m_room->addWidget(m_awayPage);
        connect(m_awayPage, &AwayPage::workAsked, this, [this] { enter(Room::Work); });
    }
    m_wished = room;
    m_awayPage->show(room == Room::Today ? tr("Today") : tr("Charts"), m_away->link().host);
    m_room->setCurrentWidget(m_awayPage);
    m_top->setRoom(int(m_shown.indexOf(room)));
}

// Nothing of anybody is here any more, so there is nothing to go on with.
void MainWindow::showTakenOut(QString sentence)
{
    if (m_pages->currentWidget() == m_takenOut && m_takenOut)
        return;
    if (pane())
        pane()->finish();
    endWork();
    if (!m_takenOut) {
        m_takenOut = new TakenOutPage;
        m_pages->addWidget(m_takenOut);
        connect(m_takenOut, &TakenOutPage::closeAsked, this, &QWidget::close);
        connect(m_takenOut, &TakenOutPage::joinAsked, this, [this] { askPassword(); });
    }
    showPage(m_takenOut);
    m_takenOut->show(sentence);
}

} // namespace beback::ui
