#include "ui/lead/lead_header.h"

#include "core/time/wording.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>

namespace beback::ui {

namespace {

QHBoxLayout *row(QVBoxLayout *column)
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    column->addLayout(line);
    return line;
}

// Takes what is left, and gives way first.
void giveWay(QWidget *widget)
{
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    policy.setHorizontalStretch(1);
    widget->setSizePolicy(policy);
}

Tone toneOfAge(const QString &chip)
{
    return chip.startsWith(QLatin1String("Day")) ? Tone::Neutral : Tone::Good;
}

// Senders write a bare figure, which means miles; anything else is shown as they wrote it.
QString mileage(const QString &odometer)
{
    bool figure = false;
    const qlonglong miles = odometer.toLongLong(&figure);
    if (!figure)
        return odometer;
    return QCoreApplication::translate("beback::ui::LeadHeader", "%1 mi")
        .arg(QLocale(QLocale::English, QLocale::UnitedStates).toString(miles));
}

} // namespace

QString vehicleFacts(const Vehicle &vehicle)
{
    QStringList facts;
    for (const QString &fact : {vehicle.color, vehicle.stock, mileage(vehicle.odometer)})
        if (!fact.isEmpty())
            facts << fact;
    if (vehicle.priceCents) {
        const bool whole = *vehicle.priceCents % 100 == 0;
        facts << QLocale(QLocale::English, QLocale::UnitedStates)
                     .toCurrencyString(double(*vehicle.priceCents) / 100.0, QString(), whole ? 0 : 2);
    }
    return facts.join(QStringLiteral(", "));
}

LeadHeader::LeadHeader(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);

    auto *first = row(column);
    m_name = new ElidedLabel(Type::Name);
    m_name->setObjectName(QStringLiteral("lead.name"));
    giveWay(m_name);
    m_age = new ChipLabel;
    m_held = new ChipLabel;
    m_held->setObjectName(QStringLiteral("lead.held"));
    m_more = new KeyButton(QStringLiteral("overflow-menu"), tr("More"), {});
    m_more->setLook(ButtonLook::Flat);
    m_more->setAccessibleName(tr("What else can be done about this lead"));
    m_more->setObjectName(QStringLiteral("lead.more"));
    m_place = new TextLabel(Type::Label, Ink::Muted);
    m_time = new TextLabel(Type::Title);
    first->addWidget(m_name);
    first->addWidget(m_age);
    first->addWidget(m_held);
    first->addWidget(m_more);
    first->addStretch();
    first->addWidget(m_place);
    first->addWidget(m_time);

    auto *second = row(column);
    m_vehicle = new TextLabel(Type::LabelStrong);
    m_vehicle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // its facts follow at once
    m_details = new ElidedLabel(Type::Label);
    m_trade = new ElidedLabel(Type::Label, Ink::Muted);
    giveWay(m_details);
    giveWay(m_trade);
    m_hours = new TextLabel(Type::Label, Ink::Muted);
    auto *vehicle = new QHBoxLayout;
    vehicle->setSpacing(0);
    vehicle->addWidget(m_vehicle);
    vehicle->addWidget(m_details, 1);
    second->addLayout(vehicle);
    second->addWidget(m_trade);
    second->addStretch();
    second->addWidget(m_hours);

    auto *third = row(column);
    m_arrived = new ElidedLabel(Type::Label, Ink::Muted);
    giveWay(m_arrived);
    third->addWidget(m_arrived);
    third->addStretch();
}

void LeadHeader::setRoomy(bool roomy)
{
    m_name->setType(roomy ? Type::Figure : Type::Name);
    m_time->setType(roomy ? Type::Name : Type::Title);
    m_place->setType(roomy ? Type::Body : Type::Label);
    layout()->setSpacing(roomy ? 4 : 2);
}

void LeadHeader::setMenu(QMenu *menu)
{
    connect(m_more, &KeyButton::clicked, menu, [this, menu] {
        menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - menu->sizeHint().width(), m_more->height() + 2)));
    });
}

void LeadHeader::show(const LeadView &view, Instant now)
{
    const QString name = view.customer.name.display();
    m_name->setText(name.isEmpty() ? tr("Name not known") : name);
    m_age->setChip({toneOfAge(view.ageChip), toneOfAge(view.ageChip) == Tone::Good ? QStringLiteral("flash") : QString(), view.ageChip});
    setHeld(view, now);
    setVehicle(view.leadState());
    m_place->setText(view.zoneGuessed ? (view.place.isEmpty() ? tr("Zone not known, store time") : tr("%1, zone guessed").arg(view.place))
                                      : view.place);
    m_hours->setText(view.callsUntil);
    m_arrived->setText(view.arrived);
    m_zone = view.zone;
    m_more->setVisible(true);
    setNow(now);
}

void LeadHeader::setHeld(const LeadView &view, Instant now)
{
    if (view.heldBy.isEmpty())
        return m_held->setChip({});
    if (view.outUntil.us > 0 && !m_storeZone.isEmpty())
        return m_held->setChip({Tone::Neutral, QStringLiteral("object-locked"),
                                tr("Out with %1 until %2").arg(view.heldBy, wording::dayAndTime(view.outUntil, m_storeZone, now))});
    const bool timed = view.heldSince.us > 0 && !m_storeZone.isEmpty();
    m_held->setChip({Tone::Neutral, QStringLiteral("object-locked"),
                     timed ? tr("With %1 since %2").arg(view.heldBy, wording::dayAndTime(view.heldSince, m_storeZone, now))
                           : tr("With %1").arg(view.heldBy)});
}

void LeadHeader::setNow(Instant now)
{
    m_time->setText(wording::clockTime(now, m_zone));
    m_time->setAccessibleName(tr("Their time: %1").arg(m_time->text()));
}

void LeadHeader::setVehicle(const LeadState *lead)
{
    const bool known = lead && !lead->wanted.isEmpty();
    m_vehicle->setType(known ? Type::LabelStrong : Type::Label);
    m_vehicle->setText(known ? lead->wanted.label() : tr("No vehicle named"));
    m_vehicle->setInk(known ? Ink::Text : Ink::Muted);
    const QString facts = known ? vehicleFacts(lead->wanted) : QString();
    m_details->setText(facts.isEmpty() ? QString() : QStringLiteral(", ") + facts);
    m_details->setVisible(!m_details->text().isEmpty());
    QString trade;
    if (lead && lead->trade) {
        const QString about = vehicleFacts(*lead->trade);
        trade = tr("Trade: %1").arg(about.isEmpty() ? lead->trade->label() : lead->trade->label() + QStringLiteral(", ") + about);
    }
    m_trade->setText(trade);
    m_trade->setVisible(!trade.isEmpty());
}

} // namespace beback::ui
