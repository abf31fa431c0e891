#include "core/history/deal_alert.h"

namespace beback {

namespace {

QString text(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

} // namespace

void moveAlert(std::optional<DealAlert> &alert, const Event &event)
{
    if (event.kind == EventKind::AlertRaised) {
        alert = DealAlert();
        alert->event = event.id;
        alert->at = event.occurredAt;
        alert->until = Instant::fromIso(text(event, "until"));
        alert->by = event.actor;
        alert->deal = text(event, "deal");
        return;
    }
    const bool moves = event.kind == EventKind::AlertSeen || event.kind == EventKind::AlertAnswered;
    if (!moves || !alert || !alert->isOpen() || alert->event != EventId::fromString(text(event, "alert")))
        return;
    if (alert->seenBy.isEmpty()) {
        alert->seenBy = event.actor;
        alert->seenAt = event.occurredAt;
    }
    if (event.kind == EventKind::AlertSeen)
        return;
    alert->answer = text(event, "answer");
    alert->answerText = text(event, "text");
    alert->answeredBy = event.actor;
    alert->answeredAt = event.occurredAt;
}

} // namespace beback
