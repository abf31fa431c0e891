#include "ui/lead/customer_words.h"

#include "core/plan/wish_words.h"
#include "core/time/wording.h"
#include "ui/lead/glyph_label.h"
#include "ui/lead/lead_header.h"
#include "ui/models/terms.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>

namespace beback::ui {

CustomerWords::CustomerWords(QWidget *parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void CustomerWords::show(const LeadView &view, Instant now)
{
    const LeadState *lead = view.leadState();
    delete m_body;
    m_body = nullptr;
    m_empty = true;
    if (!lead)
        return;
    m_body = new QWidget;
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    m_column->addWidget(m_body);
    addArranged(view, *lead, now);
    addAgreed(view, now);
    add(QStringLiteral("dialog-messages"), tr("They wrote"), lead->comments, true);
    add(QStringLiteral("clock"), tr("When they want it"), lead->timeframe);
    QStringList also;
    for (const Vehicle &vehicle : lead->alsoWanted) {
        const QString facts = vehicleFacts(vehicle);
        also << (facts.isEmpty() ? vehicle.label() : tr("%1, %2").arg(vehicle.label(), facts));
    }
    add(QStringLiteral("tag"), tr("Also looked at"), also.join(QStringLiteral("; ")));
    add(QStringLiteral("dialog-information"), tr("About consent they say"), lead->consentSaid, true);
    add(QStringLiteral("dialog-information"), tr("Recording"), view.recordingNotice);
    add(QStringLiteral("dialog-warning"), tr("Mended on the way in"), lead->warnings.join(QLatin1Char(' ')));
    setHidden(m_empty);
}

void CustomerWords::addArranged(const LeadView &view, const LeadState &lead, Instant now)
{
    if (lead.promise)
        add(QStringLiteral("clock"), tr("Promised"),
            tr("%1, %2").arg(terms::medium(lead.promise->medium), wording::dayAndTime(lead.promise->at, view.zone, now)));
    if (lead.appointment)
        add(QStringLiteral("view-calendar"), tr("Appointment"),
            tr("%1, %2").arg(wording::dayAndTime(lead.appointment->at, view.zone, now), lead.appointment->what));
}

void CustomerWords::addAgreed(const LeadView &view, Instant now)
{
    const Wish &wish = view.customer.wish;
    const QString said = wishText(wish), words = wish.text.isEmpty() ? QString() : tr("“%1”").arg(wish.text);
    add(QStringLiteral("user"), tr("They wish"), said.isEmpty() ? words : words.isEmpty() ? said : tr("%1: %2").arg(said, words));
    for (const Consent &given : view.customer.consents)
        add(QStringLiteral("dialog-ok-apply"), given.medium == Medium::Call ? tr("Agree to calls") : tr("Agree to texts"),
            tr("%1: “%2”").arg(wording::day(given.at, view.zone, now), given.how));
}

void CustomerWords::add(const QString &icon, const QString &head, const QString &text, bool quoted)
{
    if (text.trimmed().isEmpty())
        return;
    m_empty = false;
    auto *grid = static_cast<QGridLayout *>(m_body->layout());
    const int row = grid->rowCount();
    auto *glyph = new GlyphLabel;
    glyph->setGlyph(icon, std::nullopt);
    auto *name = new TextLabel(head, Type::Label, Ink::Muted);
    auto *said = new TextLabel(quoted ? tr("“%1”").arg(text.simplified()) : text, Type::Body);
    said->setWordWrap(true);
    said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(glyph, row, 0, Qt::AlignTop);
    grid->addWidget(name, row, 1, Qt::AlignTop);
    grid->addWidget(said, row, 2);
}

} // namespace beback::ui
