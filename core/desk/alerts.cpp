#include "core/desk/alerts.h"

#include "core/history/deal_alert.h"
#include "core/history/taken_back.h"

#include <QJsonDocument>

namespace beback {

namespace {

constexpr Duration Shown = std::chrono::hours(24);

} // namespace

QString toText(AlertAnswer answer)
{
    return answer == AlertAnswer::Offer ? QStringLiteral("offer") : QStringLiteral("release");
}

Result<QVector<AlertOnDesk>> readAlerts(Connection &db, RooftopId rooftop, Instant now)
{
    const Instant since = now - Shown;
    BEBACK_TRY(gone, takenBackSince(db, rooftop, since));
    BEBACK_TRY(select, db.statement("lead/alerts"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    QMap<LeadId, AlertOnDesk> byLead;
    QMap<LeadId, std::optional<DealAlert>> last;
    while (select.next()) {
        Columns c = select.columns();
        Event event;
        event.id = c.id<EventId>();
        event.customer = c.id<CustomerId>();
        event.lead = c.id<LeadId>();
        event.kind = eventKindFromText(c.text());
        event.occurredAt = c.instant();
        event.actor = c.text();
        event.body = QJsonDocument::fromJson(c.utf8()).object();
        if (gone.contains(event.id) || gone.contains(EventId::fromString(event.body.value(QLatin1String("because")).toString())))
            continue;
        moveAlert(last[event.lead], event);
        AlertOnDesk &shown = byLead[event.lead];
        shown.customer = event.customer;
        shown.lead = event.lead;
        shown.name = c.text();
        shown.vehicle = c.text();
    }
    BEBACK_CHECK(select.finished());
    QVector<AlertOnDesk> alerts;
    for (AlertOnDesk &shown : byLead)
        if (last[shown.lead]) {
            shown.alert = *last[shown.lead];
            alerts << shown;
        }
    std::sort(alerts.begin(), alerts.end(), [](const AlertOnDesk &a, const AlertOnDesk &b) {
        return std::tuple(!a.alert.isOpen(), a.alert.until, a.lead) < std::tuple(!b.alert.isOpen(), b.alert.until, b.lead);
    });
    return alerts;
}

} // namespace beback
