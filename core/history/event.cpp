#include "core/history/event.h"

#include <QHash>

namespace beback {

namespace {

struct KindName {
    EventKind kind;
    const char *name;
};

constexpr KindName KindNames[] = {
    {EventKind::LeadArrived, "lead_arrived"},
    {EventKind::LeadResent, "lead_resent"},
    {EventKind::CustomerEdited, "customer_edited"},
    {EventKind::ContactPointSet, "contact_point_set"},
    {EventKind::ContactPointRemoved, "contact_point_removed"},
    {EventKind::Attempt, "attempt"},
    {EventKind::Reply, "reply"},
    {EventKind::AppointmentSet, "appointment_set"},
    {EventKind::AppointmentCancelled, "appointment_cancelled"},
    {EventKind::Noted, "noted"},
    {EventKind::Skipped, "skipped"},
    {EventKind::PlanChosen, "plan_chosen"},
    {EventKind::LeadClosed, "lead_closed"},
    {EventKind::LeadReopened, "lead_reopened"},
    {EventKind::Assigned, "assigned"},
    {EventKind::DoNotContactSet, "dnc_set"},
    {EventKind::DoNotContactCleared, "dnc_clear"},
    {EventKind::ConsentGiven, "consent_given"},
    {EventKind::WishSet, "wish_set"},
    {EventKind::ObjectionRaised, "objection"},
    {EventKind::AlertRaised, "alert_raised"},
    {EventKind::AlertSeen, "alert_seen"},
    {EventKind::AlertAnswered, "alert_answered"},
    {EventKind::Nudged, "nudged"},
    {EventKind::LetIn, "let_in"},
    {EventKind::Corrected, "corrected"},
};

} // namespace

Hlc Hlc::next(Hlc last, Instant now)
{
    return {std::max(last.value + 1, (now.us / 1000) << 16)};
}

QString toText(EventKind kind)
{
    for (const KindName &entry : KindNames)
        if (entry.kind == kind)
            return QLatin1String(entry.name);
    return QStringLiteral("unknown");
}

EventKind eventKindFromText(const QString &text)
{
    for (const KindName &entry : KindNames)
        if (text == QLatin1String(entry.name))
            return entry.kind;
    return EventKind::Unknown;
}

bool canonicallyBefore(const Event &a, const Event &b)
{
    if (a.hlc != b.hlc)
        return a.hlc < b.hlc;
    return a.id < b.id;
}

} // namespace beback
