#include "ui/shell/bottom_strip.h"

#include "ui/style/theme.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_cap_label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace beback::ui {

namespace {

constexpr int Dot = 8;

}

BottomStrip::BottomStrip(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(scaled(metrics::BottomStrip));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 12, 0);
    row->setSpacing(16);
    m_icon = new IconLabel(QStringLiteral("network-disconnect"), Ink::Warning);
    m_place = new TextLabel(Type::Label);
    m_place->setTextFormat(Qt::RichText);
    m_place->setObjectName(QStringLiteral("strip.place"));
    m_more = new ElidedLabel(Type::Label, Ink::Muted);
    m_more->setObjectName(QStringLiteral("strip.more"));
    m_rooftop = new ElidedLabel(Type::Label, Ink::Muted);
    for (ElidedLabel *label : {m_more, m_rooftop})
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_password = new LinkButton;
    m_password->setObjectName(QStringLiteral("strip.password"));
    m_password->setInk(Ink::Warning);
    connect(m_password, &LinkButton::clicked, this, &BottomStrip::passwordAsked);
    m_carried = new LinkButton;
    m_carried->setObjectName(QStringLiteral("strip.trip"));
    connect(m_carried, &LinkButton::clicked, this, &BottomStrip::tripAsked);
    m_saved = new TextLabel(Type::Label, Ink::Muted);
    m_saved->setObjectName(QStringLiteral("strip.saved"));
    m_waiting = new ChipLabel;
    m_waiting->setObjectName(QStringLiteral("strip.waiting"));
    m_certificate = new ChipLabel;
    m_certificate->setObjectName(QStringLiteral("strip.certificate"));
    m_lead = new TextLabel(Type::Label, Ink::Muted);
    m_keys = new TextLabel(tr("Keys"), Type::Label, Ink::Muted);
    m_key = new KeyCapLabel;
    auto *place = new QHBoxLayout;
    place->setSpacing(4);
    place->addWidget(m_icon);
    place->addWidget(m_place);
    row->addLayout(place);
    for (QWidget *part : {static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_carried), static_cast<QWidget *>(m_rooftop),
                          static_cast<QWidget *>(m_saved), static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_certificate)})
        row->addWidget(part);
    row->addStretch();
    row->addWidget(m_lead);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(4);
    keys->addWidget(m_keys);
    keys->addWidget(m_key);
    row->addLayout(keys);
    clear();
}

void BottomStrip::setLink(const LinkState &state, const QString &zone, Instant now)
{
    m_link = state;
    m_zone = zone;
    m_now = now;
    apply();
}

void BottomStrip::setTrip(const StripTrip &trip)
{
    if (m_trip == trip)
        return;
    m_trip = trip;
    apply();
}

void BottomStrip::clear()
{
    m_link = {};
    m_trip = {};
    m_zone.clear();
    apply();
}

void BottomStrip::setNow(Instant now)
{
    m_now = now;
    if (m_link.mode == LinkState::Mode::Online && m_link.waiting > 0)
        apply();
}

void BottomStrip::setWell(bool well)
{
    m_well = well;
    update();
}

void BottomStrip::apply()
{
    const LinkFacts facts = m_zone.isEmpty() ? LinkFacts() : linkFacts(m_link, m_zone, m_now, m_trip);
    m_icon->setVisible(isOffline());
    m_place->setContentsMargins(isOffline() ? 0 : Dot + 4, 0, 0, 0);
    m_place->setText(facts.place.isEmpty() ? QString() : QStringLiteral("<span style='font-weight:600'>%1</span>").arg(facts.place.toHtmlEscaped()));
    m_place->setAccessibleName(facts.place);
    m_more->setText(facts.more.join(QLatin1Char(' ')));
    m_more->setVisible(!facts.more.isEmpty());
    m_password->setText(facts.link);
    m_password->setVisible(!facts.link.isEmpty());
    m_carried->setText(facts.trip);
    m_carried->setVisible(!facts.trip.isEmpty());
    m_rooftop->setVisible(!isOffline()); // what stops and what goes on matters more then
    m_waiting->setChip(facts.chip.isEmpty() ? paint::Chip{} : paint::Chip{facts.isStuck ? Tone::Warning : Tone::Info, QStringLiteral("state-sync"), facts.chip});
    m_certificate->setChip(facts.certificate.isEmpty() ? paint::Chip{}
                                                       : paint::Chip{Tone::Warning, QStringLiteral("dialog-warning"), facts.certificate});
    m_certificate->setToolTip(tr("Somebody between this computer and the database could read along. Join again with a certificate "
                                 "this computer can check."));
    ink();
    update();
}

void BottomStrip::ink()
{
    const Ink quiet = isOffline() ? Ink::Warning : Ink::Muted;
    m_place->setInk(isOffline() ? Ink::Warning : Ink::Text);
    m_carried->setInk(isOffline() ? Ink::Warning : Ink::Accent);
    for (TextLabel *label : {static_cast<TextLabel *>(m_more), static_cast<TextLabel *>(m_rooftop), m_saved, m_lead, m_keys})
        label->setInk(quiet);
}

void BottomStrip::setRooftop(const QString &text)
{
    m_rooftop->setText(text);
}

void BottomStrip::setSaved(const QString &text)
{
    m_saved->setText(text);
}

void BottomStrip::setOnLead(const QString &text)
{
    m_lead->setText(text);
}

void BottomStrip::setKey(const QString &key)
{
    m_key->setKey(key);
    m_key->setVisible(!key.isEmpty());
}

// The size of text is changed while the window is open.
void BottomStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        setFixedHeight(scaled(metrics::BottomStrip));
    }
}

void BottomStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter p(this);
    p.fillRect(rect(), isOffline() ? theme.warningSoft : theme.bg);
    p.fillRect(0, 0, width(), 1, isOffline() ? theme.warning : theme.border);
    if (m_place->text().isEmpty() || isOffline())
        return;
    p.setRenderHint(QPainter::Antialiasing);
    const QPoint at = m_place->pos();
    QRectF dot(at.x(), at.y() + (m_place->height() - Dot) / 2.0, Dot, Dot);
    if (m_link.mode == LinkState::Mode::Connecting) { // hollow: nobody answered yet
        p.setPen(QPen(theme.edge, 1.5));
        dot.adjust(0.75, 0.75, -0.75, -0.75);
    } else {
        p.setPen(Qt::NoPen);
        p.setBrush(m_well ? theme.success : theme.danger);
    }
    p.drawEllipse(dot);
}

void BottomStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->position().x() >= m_keys->x() - 8)
        Q_EMIT keysAsked();
}

} // namespace beback::ui
