#include "ui/shell/top_strip.h"

#include "ui/shell/brand_mark.h"
#include "ui/shell/room_tab.h"
#include "ui/shell/today_label.h"
#include "ui/style/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace beback::ui {

QString shortName(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return name;
    return parts.first() + QLatin1Char(' ') + parts.last().left(1) + QLatin1Char('.');
}

TopStrip::TopStrip(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(scaled(metrics::TopStrip));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(new BrandMark);
    auto *brand = new TextLabel(QStringLiteral("Beback"), Type::Title);
    row->addWidget(brand);
    row->addSpacing(8);
    m_tabs = new QHBoxLayout;
    m_tabs->setSpacing(0);
    row->addLayout(m_tabs);
    m_rooms = new QButtonGroup(this);
    row->addStretch(1);
    m_search = new SearchField(tr("Name, phone, e-mail, stock number"));
    m_search->setObjectName(QStringLiteral("search.field"));
    m_search->setAccessibleName(tr("Search everywhere"));
    m_search->setMaximumWidth(scaled(270));
    m_search->setMinimumWidth(120);
    row->addWidget(m_search, 20);
    row->addStretch(1);
    m_today = new TodayLabel;
    m_ready = new SegmentedControl;
    m_ready->setObjectName(QStringLiteral("strip.ready"));
    m_ready->setAccessibleName(tr("Ready for leads, or on a pause"));
    m_ready->addSegment({tr("Ready"), {}, {}, {}, {}, true});
    m_ready->addSegment({tr("Pause"), QStringLiteral("media-playback-pause"), {}, {}, {}, false});
    m_person = new KeyButton(QStringLiteral("user"), {}, {});
    m_person->setLook(ButtonLook::Flat);
    m_person->setObjectName(QStringLiteral("strip.person"));
    row->addWidget(m_today);
    row->addWidget(m_ready);
    row->addWidget(m_person);
    connect(m_ready, &SegmentedControl::activated, this, [this](int index) { Q_EMIT readyAsked(index == 0); });
    connect(m_rooms, &QButtonGroup::idClicked, this, &TopStrip::roomAsked);
    setToday({});
}

void TopStrip::setRooms(const QStringList &names, const QStringList &tips)
{
    for (QAbstractButton *tab : m_rooms->buttons()) {
        m_rooms->removeButton(tab);
        delete tab;
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto *tab = new RoomTab(names[i]);
        tab->setToolTip(tips.value(i));
        m_rooms->addButton(tab, int(i));
        m_tabs->addWidget(tab);
    }
    setRoom(0);
}

void TopStrip::setRoom(int index)
{
    if (QAbstractButton *tab = m_rooms->button(index))
        tab->setChecked(true);
}

void TopStrip::setToday(TodayCount today)
{
    m_today->show(today.touches, std::max(today.list, today.touches));
    m_today->setAccessibleName(tr("Today %1 of %2 touches").arg(today.touches).arg(std::max(today.list, today.touches)));
}

void TopStrip::setReady(bool ready)
{
    m_ready->setCurrentIndex(ready ? 0 : 1);
}

void TopStrip::setPerson(const QString &name, QMenu *menu)
{
    m_person->setText(shortName(name));
    m_person->setAccessibleName(tr("%1, menu").arg(name));
    m_person->disconnect(this);
    connect(m_person, &KeyButton::clicked, this, [this, menu] {
        menu->popup(m_person->mapToGlobal(QPoint(m_person->width() - menu->sizeHint().width(), m_person->height() + 4)));
    });
}

void TopStrip::setKeys(const QString &search, const QString &ready)
{
    m_search->setKey(search);
    m_ready->setToolTip(ready.isEmpty() ? QString() : tr("Ready or pause (%1)").arg(ready));
}

// The size of text is changed while the window is open.
void TopStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        setFixedHeight(scaled(metrics::TopStrip));
        m_search->setMaximumWidth(scaled(270));
    }
}

void TopStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().bg);
    p.fillRect(0, height() - 1, width(), 1, Theme::current().border);
}

} // namespace beback::ui
