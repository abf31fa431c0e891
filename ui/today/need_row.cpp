#include "ui/today/need_row.h"

#include "ui/today/today_words.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace beback::ui {

namespace {

using Kind = NeedsYou::Kind;

QString iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Alert: return QStringLiteral("notifications");
    case Kind::Promise: return QStringLiteral("clock");
    case Kind::Reply: return QStringLiteral("mail-message");
    case Kind::Visit: return QStringLiteral("appointment-new");
    case Kind::NewLeads: return QStringLiteral("flash");
    case Kind::OwnStep: return QStringLiteral("user");
    case Kind::Neglected: return QStringLiteral("flag");
    case Kind::Overload: return QStringLiteral("system-users");
    case Kind::Overridden: return QStringLiteral("dialog-messages");
    case Kind::Look: return QStringLiteral("document-swap");
    case Kind::Quarantine: return QStringLiteral("document-open");
    }
    return {};
}

Ink inkOf(const NeedsYou &need)
{
    if (need.urgent)
        return Ink::Danger;
    return need.kind == Kind::Alert || need.kind == Kind::Promise || need.kind == Kind::Reply || need.kind == Kind::NewLeads ? Ink::Warning : Ink::Muted;
}

TextLabel *wrapped(Type type)
{
    auto *label = new TextLabel(type);
    label->setWordWrap(true);
    return label;
}

} // namespace

NeedDeed deedOf(const NeedsYou &need)
{
    if (need.kind == Kind::Alert && !need.lead.isNull())
        return NeedDeed::Answer;
    if (need.kind == Kind::Look)
        return NeedDeed::WorkOff;
    if (need.kind == Kind::Quarantine)
        return NeedDeed::Mend;
    if (need.leads.size() < 2 && !need.customer.isNull())
        return NeedDeed::Look;
    if (!leadsOf(need).isEmpty())
        return NeedDeed::ListLeads;
    return need.person.isEmpty() ? NeedDeed::Nothing : NeedDeed::SeeChart;
}

QVector<LeadId> leadsOf(const NeedsYou &need)
{
    return need.leads.isEmpty() && !need.lead.isNull() ? QVector<LeadId>{need.lead} : need.leads;
}

QString deedText(const NeedsYou &need)
{
    const int leads = int(leadsOf(need).size());
    switch (deedOf(need)) {
    case NeedDeed::Answer: return NeedRow::tr("Answer");
    case NeedDeed::Look: return need.kind == Kind::Overridden ? NeedRow::tr("Read") : NeedRow::tr("Open");
    case NeedDeed::ListLeads: return leads == 1 ? NeedRow::tr("Open") : NeedRow::tr("Open %1", "how many leads").arg(today_words::number(leads));
    case NeedDeed::WorkOff: return NeedRow::tr("Look", "through what needs one");
    case NeedDeed::Mend: return NeedRow::tr("Fix");
    case NeedDeed::SeeChart: return NeedRow::tr("See the chart");
    case NeedDeed::Nothing: break;
    }
    return {};
}

NeedRow::NeedRow(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(metrics::PadSide), scaled(9), scaled(metrics::PadSide), scaled(9));
    row->setSpacing(scaled(10));
    m_icon = new IconLabel;
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *said = new QVBoxLayout;
    said->setSpacing(0);
    row->addLayout(said, 1);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(8));
    said->addLayout(head);
    m_title = wrapped(Type::Strong);
    m_clock = new TextLabel(Type::Strong, Ink::Danger);
    m_detail = wrapped(Type::Label);
    m_button = new KeyButton;
    head->addWidget(m_title, 1);
    head->addWidget(m_clock, 0, Qt::AlignTop);
    said->addWidget(m_detail);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
}

void NeedRow::show(const NeedsYou &need, int number, Instant now)
{
    m_need = need;
    name(number);
    m_icon->setIcon(iconOf(need.kind));
    m_icon->setInk(inkOf(need));
    m_title->setText(need.title);
    m_detail->setText(need.detail);
    m_detail->setInk(need.urgent ? Ink::Text : Ink::Muted); // muted is too pale on the soft danger
    m_detail->setVisible(!need.detail.isEmpty());
    const QString deed = deedText(need);
    m_button->setText(deed);
    m_button->setLook(deedOf(need) == NeedDeed::Answer ? ButtonLook::Danger : ButtonLook::Normal);
    m_button->setAccessibleName(tr("%1: %2", "what the button does, about what").arg(deed, need.title));
    m_button->setAccessibleDescription(need.detail);
    m_button->setVisible(hasDeed());
    m_button->updateGeometry();
    m_clock->setVisible(need.until.has_value());
    setNow(now);
    update();
}

void NeedRow::name(int number)
{
    const QString base = QStringLiteral("today.need.%1").arg(number);
    m_button->setObjectName(base);
    m_title->setObjectName(base + QStringLiteral(".title"));
    m_clock->setObjectName(base + QStringLiteral(".clock"));
    m_detail->setObjectName(base + QStringLiteral(".detail"));
    setObjectName(base + QStringLiteral(".row"));
}

void NeedRow::setNow(Instant now)
{
    if (!m_need.until)
        return;
    const QString left = today_words::left(*m_need.until - now);
    if (m_clock->text() != left)
        m_clock->setText(left);
}

bool NeedRow::isOf(const NeedsYou &need) const
{
    return need.kind == m_need.kind && need.customer == m_need.customer && need.lead == m_need.lead && need.person == m_need.person;
}

// The place of the keyboard is seen from the other end of the room as well.
void NeedRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter p(this);
    if (m_need.urgent)
        p.fillRect(rect(), theme.dangerSoft);
    else if (m_button->hasFocus())
        p.fillRect(rect(), theme.hover);
    p.fillRect(0, 0, width(), 1, theme.border);
}

} // namespace beback::ui
