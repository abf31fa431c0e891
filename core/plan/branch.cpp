#include "core/plan/branch.h"

#include "core/history/objection.h"

namespace beback {

namespace {

QString body(const EventDraft &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

// Asked "have you taken delivery?", anything but a yes leaves something to save.
QString boughtElsewhere(const EventDraft &event)
{
    const QString delivered = event.body.value(QLatin1String("answers")).toObject().value(QLatin1String("delivered")).toString();
    return delivered.trimmed().toLower() == QLatin1String("yes") ? QStringLiteral("bought_elsewhere_delivered")
                                                                  : QStringLiteral("bought_elsewhere_open");
}

QString ofAttempt(const EventDraft &event)
{
    switch (event.outcome) {
    case Outcome::Kept: return QStringLiteral("visited");
    case Outcome::Missed: return QStringLiteral("missed");
    case Outcome::BoughtElsewhere: return boughtElsewhere(event);
    case Outcome::NotInterested: return QStringLiteral("not_interested");
    case Outcome::WrongNumber: return QStringLiteral("wrong_number");
    default: return {};
    }
}

// A closed lead goes nowhere; one that is sold begins what follows a sale.
bool mayBranch(const LeadState &lead, const QString &what)
{
    return lead.status == LeadStatus::Open || what == QLatin1String("sold");
}

EventDraft choice(const EventDraft &cause, qsizetype causedBy, const Plan &plan, const QString &what)
{
    EventDraft draft;
    draft.customer = cause.customer;
    draft.lead = cause.lead;
    draft.kind = EventKind::PlanChosen;
    draft.actor = cause.actor;
    draft.occurredAt = cause.occurredAt;
    draft.causedBy = int(causedBy);
    draft.body = {{QStringLiteral("plan"), plan.id}, {QStringLiteral("version"), plan.version}, {QStringLiteral("name"), plan.name}, {QStringLiteral("reason"), what}};
    return draft;
}

bool settlesThePlan(const EventDraft &draft, LeadId lead)
{
    const bool closed = draft.kind == EventKind::LeadClosed && body(draft, "status") != QLatin1String("sold");
    return draft.lead == lead && (closed || draft.kind == EventKind::PlanChosen);
}

} // namespace

QStringList branch::all()
{
    static const QStringList names = [] {
        QStringList list{QStringLiteral("appointment_set"), QStringLiteral("missed"), QStringLiteral("visited"),
                         QStringLiteral("sold"), QStringLiteral("bought_elsewhere_open"), QStringLiteral("bought_elsewhere_delivered"),
                         QStringLiteral("not_interested"), QStringLiteral("wrong_number")};
        for (const Objection objection : AllObjections)
            list << QStringLiteral("objection_") + toText(objection);
        return list;
    }();
    return names;
}

QString branch::of(const EventDraft &event)
{
    switch (event.kind) {
    case EventKind::Attempt: return ofAttempt(event);
    case EventKind::ObjectionRaised:
        if (event.body.contains(QLatin1String("of"))) // to a deal made elsewhere, which has plans of its own
            return {};
        return QStringLiteral("objection_") + body(event, "objection");
    case EventKind::AppointmentSet: return QStringLiteral("appointment_set");
    case EventKind::LeadClosed: return body(event, "status") == QLatin1String("sold") ? QStringLiteral("sold") : QString();
    default: return {};
    }
}

QVector<EventDraft> withBranches(QVector<EventDraft> drafts, const CustomerState &before, const PlanBook &plans)
{
    QHash<LeadId, const Plan *> on;
    QHash<LeadId, EventDraft> chosen; // by lead: the last word counts
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        const LeadState *lead = before.lead(drafts[i].lead);
        const QString what = lead ? branch::of(drafts[i]) : QString();
        if (what.isEmpty() || !mayBranch(*lead, what))
            continue;
        if (!on.contains(lead->id))
            on.insert(lead->id, plans.find(lead->planId, lead->planVersion));
        const Plan *next = plans.branch(on.value(lead->id), what);
        if (!next)
            continue;
        on.insert(lead->id, next);
        chosen.insert(lead->id, choice(drafts[i], i, *next, what));
    }
    for (const EventDraft &draft : std::as_const(chosen))
        if (std::none_of(drafts.cbegin(), drafts.cend(), [&](const EventDraft &other) { return settlesThePlan(other, draft.lead); }))
            drafts << draft;
    return drafts;
}

} // namespace beback
