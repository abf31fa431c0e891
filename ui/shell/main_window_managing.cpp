// The rooms of managers in the window: plans, campaigns, and what they ask of it.
#include "ui/campaigns/campaigns_room.h"
#include "ui/charts/charts_room.h"
#include "ui/lead/work_session.h"
#include "ui/plans/manager_rooms.h"
#include "ui/plans/plans_room.h"
#include "ui/shell/main_window.h"
#include "ui/today/today_room.h"
#include "ui/widgets/toast.h"
#include "ui/words/words_room.h"

#include <QStackedWidget>
#include <QTimer>

namespace beback::ui {

namespace {

constexpr int WordsSoonMs = 10'000;

} // namespace

ManagerRooms &MainWindow::managing()
{
    if (m_managing)
        return *m_managing;
    m_managing = new ManagerRooms;
    m_room->addWidget(m_managing);
    m_managing->addRoom(tr("Plans"), m_plans = new PlansRoom(m_desk, m_clock));
    m_managing->addRoom(tr("Campaigns"), m_campaigns = new CampaignsRoom(m_desk, m_clock));
    const auto say = [this](const QString &text) { m_toast->say(text); };
    connect(m_plans, &PlansRoom::said, this, say);
    connect(m_campaigns, &CampaignsRoom::said, this, say);
    connect(m_campaigns, &CampaignsRoom::lookAsked, this, [this](CustomerId customer, LeadId lead) {
        enter(Room::Work);
        m_session->look(customer, lead);
    });
    setManagedZone(m_opened.rooftop.zone);
    return *m_managing;
}

PlansRoom &MainWindow::plans()
{
    managing();
    return *m_plans;
}

CampaignsRoom &MainWindow::campaigns()
{
    managing();
    return *m_campaigns;
}

WordsRoom &MainWindow::wordsRoom()
{
    if (m_words)
        return *m_words;
    m_words = new WordsRoom(m_desk, m_clock, m_seams.chooser);
    m_room->addWidget(m_words);
    connect(m_words, &WordsRoom::said, this, [this](const QString &text) { m_toast->say(text); });
    // Counting what became of every message is not done at every touch of somebody.
    auto *soon = new QTimer(m_words);
    soon->setSingleShot(true);
    soon->setInterval(WordsSoonMs);
    connect(soon, &QTimer::timeout, m_words, [this] {
        if (m_words->isVisible())
            m_words->refresh();
    });
    connect(&m_desk, &Desk::changed, soon, [soon] {
        if (!soon->isActive())
            soon->start();
    });
    return *m_words;
}

ChartsRoom &MainWindow::charts()
{
    if (m_charts)
        return *m_charts;
    m_charts = new ChartsRoom(m_desk, m_clock, m_seams.memory, m_seams.paper);
    m_room->addWidget(m_charts);
    connect(m_charts, &ChartsRoom::said, this, [this](const QString &text) { m_toast->say(text); });
    connect(m_charts, &ChartsRoom::lookAsked, this, [this](CustomerId customer, LeadId lead) {
        enter(Room::Work);
        m_session->look(customer, lead);
    });
    m_charts->setZone(m_opened.rooftop.zone);
    m_charts->setStore(storeText(m_opened.rooftop.name, m_opened.rooftop.city));
    return *m_charts;
}

TodayRoom &MainWindow::todayRoom()
{
    if (m_todayRoom)
        return *m_todayRoom;
    m_todayRoom = new TodayRoom(m_desk, m_clock);
    m_room->addWidget(m_todayRoom);
    connect(m_todayRoom, &TodayRoom::said, this, [this](const QString &text) { m_toast->say(text); });
    connect(m_todayRoom, &TodayRoom::answerAsked, this, &MainWindow::answerAlert);
    connect(m_todayRoom, &TodayRoom::looksAsked, this, &MainWindow::workOffLooks);
    connect(m_todayRoom, &TodayRoom::lookAsked, this, [this](CustomerId customer, LeadId lead) {
        enter(Room::Work);
        m_session->look(customer, lead);
    });
    connect(m_todayRoom, &TodayRoom::leadsAsked, this, [this](const QString &title, const QVector<LeadId> &leads) {
        charts().showLeads(title, leads);
        enter(Room::Charts);
    });
    connect(m_todayRoom, &TodayRoom::chartAsked, this, [this](const QString &id) {
        charts().chooseChart(id);
        enter(Room::Charts);
    });
    connect(m_todayRoom, &TodayRoom::roomAsked, this, [this](const QString &) { enter(Room::LeadsIn); });
    m_todayRoom->setZone(m_opened.rooftop.zone);
    m_todayRoom->setStore(storeText(m_opened.rooftop.name, m_opened.rooftop.city));
    return *m_todayRoom;
}

Pane *MainWindow::managedPane() const
{
    if (m_plans && m_plans->pane())
        return m_plans->pane();
    return m_campaigns ? m_campaigns->pane() : nullptr;
}

void MainWindow::endManaging()
{
    if (m_words)
        m_words->flush();
    for (QWidget *room : std::initializer_list<QWidget *>{m_words, m_charts, m_todayRoom})
        if (room) {
            m_room->removeWidget(room);
            room->deleteLater();
        }
    m_words = nullptr;
    m_charts = nullptr;
    m_todayRoom = nullptr;
}

void MainWindow::setManagedZone(const QString &zone)
{
    if (!m_managing)
        return;
    m_plans->setZone(zone);
    m_campaigns->setZone(zone);
}

} // namespace beback::ui
