// The rooms of managers in the window: plans, campaigns, and what they ask of it.
#include "ui/campaigns/campaigns_room.h"
#include "ui/lead/work_session.h"
#include "ui/plans/manager_rooms.h"
#include "ui/plans/plans_room.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/toast.h"

#include <QStackedWidget>

namespace beback::ui {

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

Pane *MainWindow::managedPane() const
{
    if (m_plans && m_plans->pane())
        return m_plans->pane();
    return m_campaigns ? m_campaigns->pane() : nullptr;
}

void MainWindow::setManagedZone(const QString &zone)
{
    if (!m_managing)
        return;
    m_plans->setZone(zone);
    m_campaigns->setZone(zone);
}

} // namespace beback::ui
