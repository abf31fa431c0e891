#include "ui/shell/main_window.h"

#include "core/desk/deliver.h"
#include "core/time/wording.h"
#include "ui/away/away_session.h"
#include "ui/charts/charts_room.h"
#include "ui/hour/hour_session.h"
#include "ui/intake/intake_room.h"
#include "ui/lead/lead_deeds.h"
#include "ui/lead/queue_pane.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/plans/manager_rooms.h"
#include "ui/rules/rules_room.h"
#include "ui/settings/settings_room.h"
#include "ui/shell/bottom_strip.h"
#include "ui/shell/first_run.h"
#include "ui/shell/key_bindings.h"
#include "ui/shell/search_panel.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/sign_in.h"
#include "ui/shell/spoken_language.h"
#include "ui/shell/top_strip.h"
#include "ui/today/today_room.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/toast.h"
#include "ui/words/words_room.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

const QString GeometryKey = QStringLiteral("window/geometry");

}

MainWindow::MainWindow(Desk &desk, const Clock &clock, Seams seams, QWidget *parent)
    : QMainWindow((loadTranslations(), parent)), // before the first text is made
      m_desk(desk), m_clock(clock), m_seams(std::move(seams)),
      m_keys(new KeyBindings(this, m_seams.memory)), m_session(new WorkSession(desk, clock, this)),
      m_deeds(new LeadDeeds(desk, clock, *m_session, this)), m_hour(new HourSession(desk, clock, *m_session, this))
{
    setWindowTitle(QStringLiteral("Beback"));
    setMinimumSize(1024, 620);
    resize(1366, 768);
    build();
    connectSession();
    connectRooms();
    connectShared();
    connectAway();
    connectHour();
    connectAlerts();
    buildPersonMenu();
    applyKeys();
    connect(m_keys, &KeyBindings::acted, this, &MainWindow::act);
    connect(m_keys, &KeyBindings::changed, this, &MainWindow::applyKeys);
    restoreGeometry(m_seams.memory->value(GeometryKey).toByteArray());
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &MainWindow::tick);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_pages = new QStackedWidget;
    setCentralWidget(m_pages);
    buildRooms();
    m_pages->addWidget(new QWidget); // blank until it is known what to show
    m_pages->addWidget(m_rooms);
    m_search = new SearchPanel(m_top->search(), this);
    m_toast = new Toast(this);
    m_toast->setInsets(12, metrics::BottomStrip + 10);
    m_toast->keepWithin(m_work->queue());
}

void MainWindow::buildRooms()
{
    m_rooms = new QWidget;
    auto *column = new QVBoxLayout(m_rooms);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopStrip;
    m_bottom = new BottomStrip;
    m_work = new WorkRoom(m_clock, m_seams, *m_keys);
    m_room = new QStackedWidget; // the other rooms are built when they are first entered
    m_room->addWidget(m_work);
    column->addWidget(m_top);
    column->addWidget(m_room, 1);
    column->addWidget(m_bottom);
    showRooms(false);
}

void MainWindow::connectRooms()
{
    connect(m_top, &TopStrip::roomAsked, this, [this](int tab) { enter(m_shown.value(tab)); });
    connect(m_top, &TopStrip::readyAsked, this, [this](bool ready) { m_session->setReady(ready); });
    connect(m_bottom, &BottomStrip::keysAsked, this, &MainWindow::showSheet);
    connect(m_search, &SearchPanel::sought, this, &MainWindow::search);
    connect(m_search, &SearchPanel::open, this, [this](CustomerId customer, LeadId lead) {
        enter(Room::Work);
        m_session->look(customer, lead);
    });
    connect(m_toast, &Toast::acted, this, [this] { act(Act::Undo); });
    connect(m_work, &WorkRoom::saveAsked, m_session, &WorkSession::save);
    connect(m_work, &WorkRoom::draftChanged, this, [this](LeadId lead, const TouchDraft &draft) { m_session->drafts().keep(lead, draft); });
    connect(m_work, &WorkRoom::takeAsked, this, [this](CustomerId customer) { m_session->take(customer); });
    connect(m_work, &WorkRoom::lookAsked, m_session, &WorkSession::look);
    connect(m_work, &WorkRoom::backAsked, m_session, &WorkSession::back);
    connect(m_work, &WorkRoom::readyAsked, this, [this] { m_session->setReady(true); });
    connect(m_work, &WorkRoom::alertAsked, m_session, &WorkSession::raiseAlert);
    connect(m_work, &WorkRoom::undoAsked, m_session, &WorkSession::undo);
    connect(m_work, &WorkRoom::deedAsked, m_deeds, &LeadDeeds::open);
    connect(m_deeds, &LeadDeeds::anywayAsked, m_work, &WorkRoom::callAnyway);
    connect(m_work, &WorkRoom::leadsInAsked, this, [this] { enter(Room::LeadsIn); });
    connect(m_work, &WorkRoom::problemActed, this, [this] {
        m_work->showProblem({}, {}, {});
        m_session->saveAgain();
    });
    connect(m_work, &WorkRoom::said, this, [this](const QString &text) { m_toast->say(text); });
    connect(&m_desk, &Desk::watchedFolderTrouble, this, [this](const QString &sentence) { intake().showFolderTrouble(sentence); });
}

void MainWindow::connectSession()
{
    connect(m_session, &WorkSession::leadShown, this, [this] {
        if (const LeadView *view = m_session->lead())
            m_work->showLead(*view, m_session->drafts().draft(view->lead).value_or(TouchDraft()));
        tick();
    });
    connect(m_session, &WorkSession::leadUpdated, this, [this] { m_work->updateLead(*m_session->lead()); });
    connect(m_session, &WorkSession::loading, m_work, &WorkRoom::showLoading);
    connect(m_session, &WorkSession::nobody, this, [this] { m_work->showNobody(m_session->page()); });
    connect(m_session, &WorkSession::unreachable, m_work, &WorkRoom::showUnreachable);
    connect(m_session, &WorkSession::paused, m_work, &WorkRoom::showPaused);
    connect(m_session, &WorkSession::readyChanged, m_top, &TopStrip::setReady);
    connect(m_session, &WorkSession::queueChanged, m_work, &WorkRoom::showQueue);
    connect(m_session, &WorkSession::todayChanged, m_top, &TopStrip::setToday);
    connect(m_session, &WorkSession::said, this, [this](const QString &text, bool undoable) {
        if (m_hour->isRunning() && undoable)
            return; // what is saved is in the strip; the hour is quiet
        m_toast->say(text, undoable ? tr("Undo") : QString(), undoable ? m_keys->text(Act::Undo) : QString());
    });
    connect(m_session, &WorkSession::savedAt, this, [this](Instant at) {
        const QString time = QLocale().toString(zones::local(at, m_opened.rooftop.zone).time, QStringLiteral("h:mm:ss"));
        if (m_well)
            m_bottom->setSaved(m_link.mode == LinkState::Mode::Offline ? tr("Saved here %1").arg(time) : tr("Everything saved %1").arg(time));
        m_work->showKept(time);
    });
    connect(m_session, &WorkSession::saving, this, [this](bool waiting) {
        if (waiting)
            m_bottom->setSaved(tr("Saving"));
    });
    connect(m_session, &WorkSession::failed, this, [this](const Error &error, bool again) {
        m_well = !again;
        m_work->showProblem(again ? tr("Something is not saved yet") : tr("That did not work"), error.message,
                            again ? tr("Save again") : tr("Close"));
        m_bottom->setWell(m_well);
        if (again)
            m_bottom->setSaved(tr("Not everything is saved"));
    });
    connect(m_session, &WorkSession::mended, this, [this] {
        m_well = true;
        m_work->showProblem({}, {}, {});
        m_bottom->setWell(true);
    });
}

IntakeRoom &MainWindow::intake()
{
    if (m_intake)
        return *m_intake;
    m_intake = new IntakeRoom(m_desk, m_clock, m_seams);
    m_room->addWidget(m_intake);
    connect(m_intake, &IntakeRoom::said, this, [this](const QString &text) { m_toast->say(text); });
    connect(m_intake, &IntakeRoom::addAsked, this, [this] { m_deeds->open(LeadDeed::AddLead, {}); });
    connect(m_intake, &IntakeRoom::lookAsked, this, [this](CustomerId customer, LeadId lead) {
        enter(Room::Work);
        m_session->look(customer, lead);
    });
    m_intake->setZone(m_opened.rooftop.zone);
    m_intake->begin();
    return *m_intake;
}

RulesRoom &MainWindow::rules()
{
    if (m_rules)
        return *m_rules;
    m_rules = new RulesRoom(m_desk);
    m_room->addWidget(m_rules);
    connect(m_rules, &RulesRoom::said, this, [this](const QString &text) { m_toast->say(text); });
    return *m_rules;
}

void MainWindow::showRooms(bool manager)
{
    m_shown = {Room::Work, Room::LeadsIn};
    QStringList names{tr("Work"), tr("Leads in")};
    if (manager) {
        m_shown.prepend(Room::Today);
        names.prepend(tr("Today"));
        m_shown << Room::Charts << Room::Plans << Room::Words << Room::Rules;
        names << tr("Charts") << tr("Plans") << tr("Words") << tr("Rules");
    }
    m_shown << Room::Settings;
    m_top->setRooms(names << tr("Settings"), {});
}

QWidget *MainWindow::widgetOf(Room room)
{
    switch (room) {
    case Room::Work: break;
    case Room::LeadsIn: return &intake();
    case Room::Plans: return &managing();
    case Room::Rules: return &rules();
    case Room::Words: return &wordsRoom();
    case Room::Charts: return &charts();
    case Room::Today: return &todayRoom();
    case Room::Settings:
        if (!m_settings)
            m_room->addWidget(m_settings = new SettingsRoom(*m_keys, m_seams));
        return m_settings;
    }
    return m_work;
}

void MainWindow::enter(Room room)
{
    if (!m_shown.contains(room))
        return m_toast->say(tr("That room is for managers."));
    if (waitsForLine(room))
        return showAwayPage(room);
    if (room == Room::LeadsIn && m_intake)
        m_intake->refresh();
    if (m_managing)
        m_managing->flush();
    if (m_words && room != Room::Words && m_room->currentWidget() == m_words)
        m_words->flush();
    m_room->setCurrentWidget(widgetOf(room));
    if (room == Room::Plans)
        m_managing->refresh();
    if (room == Room::Rules)
        m_rules->refresh();
    if (room == Room::Charts)
        m_charts->refresh();
    if (room == Room::Today)
        m_todayRoom->refresh();
    if (room == Room::Words) {
        if (const LeadView *lead = m_session->lead()) // whoever is in hand
            m_words->setCustomer(lead->customer.id, lead->customer.name.display());
        m_words->refresh();
    }
    m_top->setRoom(int(m_shown.indexOf(room)));
}

bool MainWindow::inWork() const
{
    return m_pages->currentWidget() == m_rooms && m_room->currentWidget() == m_work;
}

Pane *MainWindow::pane() const
{
    if (m_sheet)
        return m_sheet;
    if (Pane *open = managedPane())
        return open;
    return m_deeds->pane();
}

void MainWindow::act(Act act)
{
    if (m_pages->currentWidget() != m_rooms)
        return;
    if (Pane *open = pane(); open && open->isVisible()) {
        if (act == Act::SaveNext)
            open->accept();
        return;
    }
    if (actInHour(act))
        return;
    switch (act) {
    case Act::HourOfPower: return m_hour->start();
    case Act::TakeAlong: return takeAlong();
    case Act::Room1: return enter(Room::Work);
    case Act::Room2: return enter(Room::LeadsIn);
    case Act::Room3: return enter(Room::Settings);
    case Act::Room4: return enter(Room::Plans);
    case Act::Room5: return enter(Room::Rules);
    case Act::Room6: return enter(Room::Words);
    case Act::Room7: return enter(Room::Charts);
    case Act::Room8: return enter(Room::Today);
    case Act::Search:
        m_top->search()->setFocus(Qt::ShortcutFocusReason);
        return m_top->search()->selectAll();
    case Act::Keys: return showSheet();
    case Act::ReadyPause: return m_session->setReady(!m_session->isReady());
    case Act::AddLead: return m_deeds->open(LeadDeed::AddLead, {});
    case Act::Undo:
        m_toast->dismiss();
        return m_session->undoLast();
    default: break;
    }
    if (inWork())
        m_work->act(act);
}

void MainWindow::search(const QString &fragment)
{
    deliver(m_desk.search(fragment, SearchPanel::Most), this,
            [this, fragment, mine = ++m_searchGeneration](const Result<QVector<SearchHit>> &hits) {
                if (mine != m_searchGeneration)
                    return;
                if (hits)
                    m_search->showHits(fragment, *hits);
                else
                    m_search->showProblem(hits.error().message);
            });
}

void MainWindow::showSheet()
{
    if (pane())
        return;
    auto *sheet = new ShortcutSheet(this, *m_keys);
    m_sheet = sheet;
    connect(sheet, &ShortcutSheet::changeAsked, this, [this] { enter(Room::Settings); });
    sheet->open();
}

void MainWindow::applyKeys()
{
    m_top->setKeys(m_keys->text(Act::Search), m_keys->text(Act::ReadyPause));
    m_bottom->setKey(m_keys->text(Act::Keys));
    if (m_beginHour)
        m_beginHour->setText(tr("Begin an Hour of Power") + QLatin1Char('\t') + m_keys->text(Act::HourOfPower));
    offerHour();
    if (m_takeAlong)
        showAway();
}

void MainWindow::tick()
{
    m_hour->tick();
    m_bottom->setTrip(m_away->strip());
    showAlert();
    showHourClock();
    m_work->tick();
    m_bottom->setNow(m_clock.now());
    m_bottom->setOnLead(m_session->lead() ? tr("This lead %1").arg(wording::talkTime(
                                                int(std::chrono::duration_cast<std::chrono::seconds>(m_work->timeOnLead()).count())))
                                          : QString());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // What is held goes back, what was entered is kept; the desk finishes both before it ends.
    m_seams.memory->keep(GeometryKey, saveGeometry());
    m_tick.stop();
    m_hour->end();
    m_away->end();
    if (m_managing)
        m_managing->flush();
    m_session->end();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (!m_top || event->type() != QEvent::FontChange)
        return;
    // The size of text was changed. Qt passes a font on only to those without one of their own; a label of another size
    // would keep it.
    for (TextLabel *label : findChildren<TextLabel *>()) {
        QEvent news(QEvent::FontChange);
        QCoreApplication::sendEvent(label, &news);
    }
}

} // namespace beback::ui
