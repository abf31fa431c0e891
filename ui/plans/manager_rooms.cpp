#include "ui/plans/manager_rooms.h"

#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>

namespace beback::ui {

ManagerRooms::ManagerRooms(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    m_switch = new SegmentedControl;
    m_switch->setObjectName(QStringLiteral("manager.rooms"));
    m_switch->setAccessibleName(tr("What to look after"));
    row->addWidget(m_switch);
    row->addStretch();
    m_rooms = new QStackedWidget;
    column->addLayout(row);
    column->addWidget(new Rule);
    column->addWidget(m_rooms, 1);
    connect(m_switch, &SegmentedControl::currentChanged, this, &ManagerRooms::choose);
}

void ManagerRooms::add(const QString &name, QWidget *room, Ways ways)
{
    m_ways << std::move(ways);
    m_rooms->addWidget(room);
    m_switch->addSegment({name, {}, {}, {}, {}, false});
    if (m_rooms->count() == 1)
        m_switch->setCurrentIndex(0);
}

void ManagerRooms::setCurrent(QWidget *room)
{
    m_switch->setCurrentIndex(m_rooms->indexOf(room));
}

void ManagerRooms::refresh()
{
    m_ways.at(m_rooms->currentIndex()).refresh();
}

void ManagerRooms::flush()
{
    m_ways.at(m_rooms->currentIndex()).flush();
}

void ManagerRooms::choose(int index)
{
    if (index < 0 || index == m_rooms->currentIndex())
        return;
    flush();
    m_rooms->setCurrentIndex(index);
    refresh();
}

void ManagerRooms::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().bg);
}

} // namespace beback::ui
