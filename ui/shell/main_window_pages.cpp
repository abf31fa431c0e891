// The way into the rooms: which store, who is at the desk, and what is said when a store cannot be opened.
#include "core/desk/deliver.h"
#include "ui/away/away_session.h"
#include "ui/hour/hour_session.h"
#include "ui/intake/intake_room.h"
#include "ui/lead/lead_deeds.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/plans/manager_rooms.h"
#include "ui/shell/alert_watch.h"
#include "ui/shell/bottom_strip.h"
#include "ui/shell/first_run.h"
#include "ui/shell/join_form.h"
#include "ui/shell/key_bindings.h"
#include "ui/shell/main_window.h"
#include "ui/shell/search_panel.h"
#include "ui/shell/sign_in.h"
#include "ui/shell/top_strip.h"

#include <QMenu>
#include <QStackedWidget>

namespace beback::ui {

namespace {

constexpr quint64 DemoSeed = 1; // the same world on every computer, so that it can be talked about

QString fileUrl(const QString &path)
{
    return QStringLiteral("sqlite:") + path;
}

} // namespace

FirstRun &MainWindow::firstRun()
{
    if (m_first)
        return *m_first;
    m_first = new FirstRun(m_seams);
    m_pages->addWidget(m_first);
    connect(m_first, &FirstRun::demoAsked, this, [this](int customers) {
        deliver(m_desk.createDemo(m_start.storeUrl, customers, DemoSeed), this, [this](const Result<DeskOpened> &answer) { opened(answer); });
    });
    connect(m_first, &FirstRun::emptyAsked, this, [this](const RooftopFacts &rooftop, const Agent &first) {
        m_start.login = first.login;
        deliver(m_desk.createEmpty(m_start.storeUrl, rooftop, first), this, [this](const Result<DeskOpened> &answer) { opened(answer); });
    });
    connect(m_first, &FirstRun::fileAsked, this, [this](const QString &path) { open(fileUrl(path), false); });
    connect(m_first, &FirstRun::quitAsked, this, &QWidget::close);
    connect(m_first, &FirstRun::joinAsked, this, &MainWindow::join);
    return *m_first;
}

SignIn &MainWindow::whoIsThere()
{
    if (m_who)
        return *m_who;
    m_who = new SignIn;
    m_pages->addWidget(m_who);
    connect(m_who, &SignIn::chosen, this, &MainWindow::signIn);
    return *m_who;
}

StoreProblem &MainWindow::storeProblem()
{
    if (m_problem)
        return *m_problem;
    m_problem = new StoreProblem;
    m_pages->addWidget(m_problem);
    connect(m_problem, &StoreProblem::againAsked, this, [this] { open(m_start.storeUrl, true); });
    connect(m_problem, &StoreProblem::otherAsked, this, [this] {
        m_seams.chooser->files(this, tr("Open a Beback file"), tr("Beback files (*.beback *.sqlite *.db);;All files (*)"),
                               [this](const QStringList &paths) { open(fileUrl(paths.first()), false); });
    });
    connect(m_problem, &StoreProblem::copyAsked, this, [this](const QString &details) { m_seams.paper->copy(details); });
    return *m_problem;
}

void MainWindow::begin(const Start &start)
{
    m_start = start;
    if (isShared(start.storeUrl))
        return openShared(start.storeUrl);
    if (!start.named && openRemembered())
        return;
    if (start.opening)
        deliver(*start.opening, this, [this](const Result<DeskOpened> &answer) { opened(answer); });
    else if (start.exists)
        open(start.storeUrl, true);
    else
        showPage(&firstRun());
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
}

void MainWindow::open(const QString &storeUrl, bool create)
{
    m_start.storeUrl = storeUrl;
    deliver(m_desk.open(storeUrl, create), this, [this](const Result<DeskOpened> &answer) { opened(answer); });
}

void MainWindow::opened(const Result<DeskOpened> &answer)
{
    if (!answer) {
        const Error &error = answer.error();
        if (error.code == Code::Conflict && !error.detail.isEmpty()) { // its leads were moved there, see needNotMoved()
            showPage(&firstRun());
            m_first->showJoinForm(JoinEntry::of(QUrl(error.detail)));
            return m_first->showProblem(tr("The leads are in a shared database now"), error.message);
        }
        if (m_first && m_pages->currentWidget() == m_first)
            return m_first->showProblem(problemHeading(error.code), error.message);
        return showProblem(error);
    }
    m_opened = *answer;
    if (m_first)
        m_first->setBusy({});
    if (!m_opened.signedIn.isEmpty())
        return signIn(m_opened.signedIn);
    // A file without people was begun and never set up.
    if (m_opened.agents.isEmpty()) {
        showPage(&firstRun());
        return m_first->showEmptyForm();
    }
    const auto knows = [this](const QString &login) {
        return std::any_of(m_opened.agents.cbegin(), m_opened.agents.cend(), [&](const Agent &a) { return a.login == login; });
    };
    if (knows(m_start.login))
        return signIn(m_start.login);
    if (m_opened.agents.size() == 1)
        return signIn(m_opened.agents.first().login);
    askWho();
}

void MainWindow::askWho()
{
    showPage(&whoIsThere());
    m_who->show(m_opened.rooftop.name, m_opened.agents, m_opened.lastLogin);
}

void MainWindow::signIn(const QString &login)
{
    deliver(m_desk.signIn(login), this, [this](const Result<Agent> &agent) {
        if (agent)
            return startWork(*agent);
        showProblem(agent.error());
    });
}

void MainWindow::showProblem(const Error &error)
{
    storeProblem().show(error, m_start.storeUrl);
    showPage(m_problem);
}

void MainWindow::startWork(const Agent &agent)
{
    const RooftopFacts &rooftop = m_opened.rooftop;
    const QString zone = zones::isKnown(rooftop.zone) ? rooftop.zone : QStringLiteral("UTC");
    m_opened.rooftop.zone = zone;
    m_work->setZone(zone);
    m_deeds->setStoreZone(zone);
    m_search->setZone(zone, &m_clock);
    m_top->setPerson(agent.name, m_person);
    m_bottom->setWell(true);
    QString place = rooftop.city.isEmpty() ? rooftop.name : tr("%1, %2").arg(rooftop.name, rooftop.city);
    if (m_opened.demo)
        place = tr("%1 (made-up customers)").arg(place);
    m_bottom->setRooftop(place);
    setWindowTitle(tr("%1 – Beback").arg(rooftop.name));
    showPage(m_rooms);
    showLink();
    showRooms(agent.role == QLatin1String("manager"));
    enter(Room::Work);
    m_session->begin(agent, !m_opened.signedIn.isEmpty(), zone);
    m_hour->begin();
    m_away->begin(!m_opened.signedIn.isEmpty());
    m_alerts->begin(agent);
    setManagedZone(zone);
    if (m_intake) {
        m_intake->setZone(zone);
        m_intake->begin();
    }
    m_tick.start();
    tick();
    showAway(); // last: the line may have said already that nothing is here any more
}

void MainWindow::endWork()
{
    m_tick.stop();
    m_hour->end();
    m_away->end();
    leaveHour();
    offerHour();
    if (m_managing)
        m_managing->flush();
    m_session->end();
    m_alerts->end();
    m_bottom->clear();
    endManaging();
}

void MainWindow::signOut()
{
    endWork();
    m_start.login.clear();
    askWho();
}

void MainWindow::buildPersonMenu()
{
    m_person = new QMenu(this);
    m_somebodyElse = m_person->addAction(tr("Somebody else at this desk…"), this, &MainWindow::signOut);
    m_leave = m_person->addAction(tr("Leave this database…"), this, &MainWindow::askToLeave);
    m_leave->setVisible(false);
    m_leave->setObjectName(QStringLiteral("person.leave"));
    m_somebodyElse->setObjectName(QStringLiteral("person.somebody"));
    m_beginHour = m_person->addAction(tr("Begin an Hour of Power"), this, [this] { act(Act::HourOfPower); });
    m_person->addAction(tr("Set the Hour of Power…"), this, &MainWindow::askForHour);
    m_takeAlong = m_person->addAction(tr("Take leads along…"), this, [this] { act(Act::TakeAlong); });
    m_takeAlong->setObjectName(QStringLiteral("person.away"));
    m_takeAlong->setVisible(false);
    m_person->addSeparator();
    m_person->addAction(tr("Settings"), this, [this] { enter(Room::Settings); });
    m_person->addAction(tr("All keys"), this, [this] { act(Act::Keys); });
    m_person->addSeparator();
    m_person->addAction(tr("Quit"), this, &QWidget::close);
}

} // namespace beback::ui
