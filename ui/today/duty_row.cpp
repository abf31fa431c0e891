#include "ui/today/duty_row.h"

#include "core/time/wording.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace beback::ui {

namespace {

TextLabel *wrapped(Type type)
{
    auto *label = new TextLabel(type);
    label->setWordWrap(true);
    return label;
}

} // namespace

DutyDeed deedOf(const Duty &duty)
{
    if (duty.kind == Duty::Kind::Monday)
        return DutyDeed::ReadPage;
    if (duty.kind == Duty::Kind::Quarantine)
        return DutyDeed::Mend;
    if (!duty.customer.isNull())
        return DutyDeed::Look;
    return duty.leads.isEmpty() ? DutyDeed::Nothing : DutyDeed::ListLeads;
}

DutyRow::DutyRow(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(metrics::PadSide), scaled(9), scaled(metrics::PadSide), scaled(9));
    row->setSpacing(scaled(10));
    m_icon = new IconLabel;
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *said = new QVBoxLayout;
    said->setSpacing(scaled(2));
    row->addLayout(said, 1);
    m_title = wrapped(Type::Strong);
    m_due = wrapped(Type::LabelStrong);
    m_why = wrapped(Type::Label);
    for (TextLabel *label : {m_title, m_due, m_why})
        said->addWidget(label);
    auto *deeds = new QHBoxLayout;
    deeds->setSpacing(scaled(8));
    said->addLayout(deeds);
    m_open = new KeyButton;
    m_done = new KeyButton(tr("Done"));
    m_leaveOut = new KeyButton(tr("Leave out…"));
    m_leaveOut->setLook(ButtonLook::Flat);
    for (KeyButton *button : buttons())
        deeds->addWidget(button);
    deeds->addStretch();
    connect(m_open, &KeyButton::clicked, this, &DutyRow::openAsked);
    connect(m_done, &KeyButton::clicked, this, &DutyRow::doneAsked);
    connect(m_leaveOut, &KeyButton::clicked, this, &DutyRow::leaveOutAsked);
}

void DutyRow::show(const Duty &duty, int number, const QString &zone, Instant now)
{
    m_duty = duty;
    m_overdue = duty.isOverdue(now);
    name(number);
    m_icon->setIcon(QStringLiteral("user"));
    m_icon->setInk(m_overdue ? Ink::Danger : Ink::Muted);
    m_title->setText(duty.text);
    const QString due = wording::dayAndTime(duty.due, zone, now);
    const QString by = m_overdue ? tr("Was due %1", "a day and a time").arg(due) : tr("Due %1", "a day and a time").arg(due);
    m_due->setText(duty.who.isEmpty() ? tr("%1, for whichever manager is first", "when it is due").arg(by) : by);
    m_due->setInk(m_overdue ? Ink::Danger : Ink::Muted);
    m_why->setText(duty.why);
    m_why->setInk(m_overdue ? Ink::Text : Ink::Muted); // muted is too pale on the soft danger
    m_why->setVisible(!duty.why.isEmpty());
    const DutyDeed deed = deedOf(duty);
    m_open->setText(deed == DutyDeed::ReadPage ? tr("Save the page…") : deed == DutyDeed::Mend ? tr("Fix") : tr("Open"));
    m_open->setVisible(deed != DutyDeed::Nothing);
    m_done->setVisible(deed != DutyDeed::Mend);
    m_leaveOut->setVisible(deed != DutyDeed::Mend);
    for (KeyButton *button : buttons()) {
        button->setAccessibleName(tr("%1: %2", "what the button does, about what").arg(button->text(), duty.text));
        button->setAccessibleDescription(m_due->text());
        button->updateGeometry();
    }
    update();
}

KeyButton *DutyRow::foremost() const
{
    return m_done->isHidden() ? m_open : m_done;
}

void DutyRow::name(int number)
{
    const QString base = QStringLiteral("today.duty.%1").arg(number);
    setObjectName(base + QStringLiteral(".row"));
    m_title->setObjectName(base + QStringLiteral(".title"));
    m_due->setObjectName(base + QStringLiteral(".due"));
    m_why->setObjectName(base + QStringLiteral(".why"));
    m_open->setObjectName(base + QStringLiteral(".open"));
    m_done->setObjectName(base + QStringLiteral(".done"));
    m_leaveOut->setObjectName(base + QStringLiteral(".leave_out"));
}

void DutyRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter p(this);
    if (m_overdue)
        p.fillRect(rect(), theme.dangerSoft);
    p.fillRect(0, 0, width(), 1, theme.border);
}

} // namespace beback::ui
