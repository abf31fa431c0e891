#pragma once

#include "core/desk/desk.h"
#include "ui/shell/key_table.h"
#include "ui/shell/pane.h"
#include "ui/shell/seams.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QAction;
class QMenu;
class QStackedWidget;

namespace beback::ui {

class AlertWatch;
class AwayPage;
class AwaySession;
class Banner;
class BottomStrip;
class CampaignsRoom;
class FirstRun;
class HourSession;
class HourStrip;
class IntakeRoom;
class KeyBindings;
class LeadDeeds;
class ManagerRooms;
class PlansRoom;
class ChartsRoom;
class RulesRoom;
class TodayRoom;
class WordsRoom;
class ScorePage;
class ScorePane;
class SearchPanel;
class SettingsRoom;
class SignIn;
class StoreProblem;
class TakenOutPage;
class ThenPane;
class Toast;
class TopStrip;
class WorkRoom;
class WorkSession;

// The window: rooms between two strips. Before there is a room it shows how a store is chosen and who is at the desk.
// Thread: GUI; it never waits for the desk.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    // `desk` and `clock` must outlive the window.
    MainWindow(Desk &desk, const Clock &clock, Seams seams, QWidget *parent = nullptr);
    ~MainWindow() override;

    struct Start {
        QString storeUrl;  // where the store is, or will be made
        bool exists = true; // false: shows the first-run page instead of opening
        QString login;      // empty: whoever worked here last, or the page that asks
        std::optional<QFuture<Result<DeskOpened>>> opening = std::nullopt; // asked of the desk already, so that it works meanwhile
        bool named = true;  // false: nobody said which store; a shared database that was joined goes first
    };
    void begin(const Start &start);
    static bool remembersShared(const Memory &memory); // one was joined: it is opened where no store is named

    enum class Room { Work, LeadsIn, Settings, Plans, Rules, Words, Charts, Today };
    void enter(Room room);
    void act(Act act); // as if its key was pressed
    WorkSession &session() { return *m_session; }
    WorkRoom &work() { return *m_work; }
    AwaySession &away() { return *m_away; }
    HourSession &hour() { return *m_hour; }
    PlansRoom &plans();   // for managers; the same
    RulesRoom &rules();   // for managers; the same
    WordsRoom &wordsRoom(); // for managers; the same
    ChartsRoom &charts();   // for managers; the same
    TodayRoom &todayRoom(); // for managers; the same
    CampaignsRoom &campaigns(); // beside the plans
    ManagerRooms &managing();   // both, with the switch between them
    IntakeRoom &intake(); // built when it is first asked for; not before somebody signed in
    Pane *pane() const;

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildRooms();
    void connectSession();
    void connectRooms();
    void buildPersonMenu();
    void open(const QString &storeUrl, bool create);
    void opened(const Result<DeskOpened> &answer);
    void askWho();
    void signIn(const QString &login);
    void signOut();
    void endWork();
    void connectShared();
    bool openRemembered();
    void openShared(const QString &storeUrl);
    void askPassword(const QString &why = {});
    void join(const QUrl &url, const QString &password);
    void showLink();
    void askToLeave();
    void leaveShared();
    static bool isShared(const QString &storeUrl);
    void startWork(const Agent &agent);
    void showPage(QWidget *page);
    void showProblem(const Error &error); // why a store cannot be opened, or a person not sign in
    void search(const QString &fragment);
    void showSheet();
    void applyKeys();
    void tick();
    void connectHour();
    void connectAlerts();
    void showAlert();
    void answerAlert(LeadId lead = {}); // null: the one that is due first
    void workOffLooks(); // what needs a look, one after the other
    void showLooks(const QVector<Look> &looks);
    QString nameOf(const QString &login) const; // of somebody who works here
    void connectAway();
    void takeAlong(); // or what is along
    void showTrip();
    void showAway();
    void showReturn(const TripReturn &back);
    bool waitsForLine(Room room) const; // it cannot be shown while the shared database does not answer
    void showAwayPage(Room room);
    void showTakenOut(QString sentence);
    void showHour();
    void leaveHour();
    void showScore(const HourView &view);
    void showHourClock();
    void offerHour();
    void askForHour();
    bool actInHour(Act act); // true: done, or not to be done while it runs
    bool inWork() const;
    QWidget *widgetOf(Room room);
    Pane *managedPane() const;   // what asks something in the rooms of managers; null: nothing does
    void endManaging(); // what the next person is not to see, nor to find half typed
    void setManagedZone(const QString &zone);
    void showRooms(bool manager); // those this person may enter
    FirstRun &firstRun();
    SignIn &whoIsThere();
    StoreProblem &storeProblem();

    Desk &m_desk;
    const Clock &m_clock;
    Seams m_seams;
    Start m_start;
    DeskOpened m_opened;
    LinkState m_link;
    QUrl m_shared;             // of the shared database, without a password
    bool m_remembered = false; // it is opened again at the next start
    int m_keyringAsked = 0;
    KeyBindings *m_keys;
    WorkSession *m_session;
    LeadDeeds *m_deeds;
    HourSession *m_hour;
    QTimer m_tick;
    int m_searchGeneration = 0;
    bool m_well = true;

    QWidget *m_rooms = nullptr;
    QStackedWidget *m_pages = nullptr, *m_room = nullptr;
    TopStrip *m_top = nullptr;
    BottomStrip *m_bottom = nullptr;
    WorkRoom *m_work = nullptr;
    // Built when they are first shown: a start waits for none of them.
    QVector<Room> m_shown; // in the order of their tabs
    IntakeRoom *m_intake = nullptr;
    ManagerRooms *m_managing = nullptr; // with those below, or none of them
    PlansRoom *m_plans = nullptr;
    RulesRoom *m_rules = nullptr;
    WordsRoom *m_words = nullptr;
    ChartsRoom *m_charts = nullptr;
    TodayRoom *m_todayRoom = nullptr;
    CampaignsRoom *m_campaigns = nullptr;
    SettingsRoom *m_settings = nullptr;
    FirstRun *m_first = nullptr;
    SignIn *m_who = nullptr;
    StoreProblem *m_problem = nullptr;
    SearchPanel *m_search = nullptr;
    Toast *m_toast = nullptr;
    AwaySession *m_away = nullptr;
    AwayPage *m_awayPage = nullptr;     // built when they are first shown
    TakenOutPage *m_takenOut = nullptr;
    Room m_wished = Room::Work;         // in whose place the page is
    AlertWatch *m_alerts = nullptr; // calls for a manager
    Banner *m_alert = nullptr;
    // Of the Hour of Power; built when the first one begins.
    HourStrip *m_hourStrip = nullptr;
    ScorePane *m_score = nullptr;
    ThenPane *m_then = nullptr;
    ScorePage *m_scorePage = nullptr;
    QMenu *m_person = nullptr;
    QAction *m_beginHour = nullptr;
    QAction *m_somebodyElse = nullptr, *m_leave = nullptr, *m_takeAlong = nullptr;
    QPointer<Pane> m_sheet;
};

} // namespace beback::ui
