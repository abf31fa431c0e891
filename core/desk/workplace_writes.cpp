#include "core/desk/event_drafts.h"
#include "core/desk/timeline.h"
#include "core/desk/workplace.h"
#include "core/history/event_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Result<void> needText(const QString &text, const char *sentence)
{
    if (text.trimmed().isEmpty())
        return Error{Code::Invalid, tr(sentence), {}};
    return {};
}

constexpr auto SlipWithin = std::chrono::minutes(10);

bool refuses(const Event &event)
{
    return event.kind == EventKind::DoNotContactSet || event.outcome == Outcome::AskedToStop;
}

// A visit that ended without a sale is not done with before somebody said why.
Result<void> needObjection(const CustomerState &state, const LeadState &lead, LeadStatus status)
{
    if (status != LeadStatus::Lost || lead.unsoldSince.us == 0 || state.refusal({}, {}))
        return {};
    return Error{Code::Invalid, tr("They came in and did not buy. Write down what kept them before the lead is closed."), {}};
}

} // namespace

Result<RecordReceipt> Workplace::recordDraft(const EventDraft &draft)
{
    BEBACK_TRY(recorded, m_recorder->record(draft));
    return receiptOf(recorded, draft.lead);
}

// One's own slip may be mended by oneself, anybody's by a manager. An opt-out is more than a slip after ten minutes: then
// only a manager ends it.
Result<void> Workplace::mayUndo(EventId id, const QString &login)
{
    BEBACK_TRY(event, event_store::byId(*m_db, id));
    BEBACK_TRY(agent, user(login));
    if (event && event->kind == EventKind::LetIn) // everybody counts it by now
        return Error{Code::Denied, tr("What was let in stays in. Take back the entry itself, if it is wrong."), {}};
    if (!event || agent.role == QLatin1String("manager"))
        return {};
    if (event->actor != login)
        return Error{Code::Denied, tr("Only %1 or a manager can take this back.").arg(event->actor), {}};
    if (refuses(*event) && m_clock.now() - event->recordedAt > SlipWithin)
        return Error{Code::Denied, tr("They asked not to be contacted. Only a manager can end that."), {}};
    return {};
}

Result<RecordReceipt> Workplace::undo(EventId event, const QString &login)
{
    BEBACK_CHECK(mayUndo(event, login));
    BEBACK_TRY(recorded, m_recorder->undo(event, login, tr("taken back")));
    return receiptOf(recorded, recorded.next ? recorded.next->lead : LeadId());
}

// A plan says of each of its steps who may leave it out.
Result<void> Workplace::maySkip(const Plan &plan, PlanStep::Skip who, const QString &login)
{
    if (who == PlanStep::Skip::Anybody)
        return {};
    if (who == PlanStep::Skip::Nobody)
        return Error{Code::Denied, tr("The plan “%1” lets nobody leave this step out. Do it, or move the lead to another plan.").arg(plan.name), {}};
    BEBACK_TRY(agent, user(login));
    if (agent.role == QLatin1String("manager"))
        return {};
    return Error{Code::Denied, tr("The plan “%1” lets only a manager leave this step out. Do it, or ask a manager.").arg(plan.name), {}};
}

Result<RecordReceipt> Workplace::skip(CustomerId id, LeadId lead, const QString &reason, const QString &login)
{
    BEBACK_CHECK(needText(reason, "Why is this step skipped? Give a reason; a manager will see it."));
    return m_db->inTransaction("skip", [&]() -> Result<RecordReceipt> {
        BEBACK_TRY(recorded, m_recorder->record(id, [&](const CustomerState &state) -> Result<QVector<EventDraft>> {
            const LeadState *leadState = state.lead(lead);
            if (!leadState)
                return Error{Code::NotFound, tr("This person has no such lead."), {}};
            EventDraft draft = draftOf(id, lead, EventKind::Skipped, login);
            put(draft.body, "reason", reason.trimmed());
            const Plan *plan = m_plans.find(leadState->planId, leadState->planVersion);
            const auto step = nextStep(state, *leadState, plan, m_plans);
            if (const PlanStep *planned = plan && step && step->step > 0 ? &plan->steps.at(step->step - 1) : nullptr)
                BEBACK_CHECK(maySkip(*plan, planned->skip, login));
            if (step)
                draft.medium = step->medium;
            if (step && step->step > 0) {
                draft.body.insert(QLatin1String("plan"), leadState->planId);
                draft.body.insert(QLatin1String("step"), step->step);
            }
            return QVector<EventDraft>{draft};
        }));
        BEBACK_CHECK(m_queue->release(id, login));
        return receiptOf(recorded, lead);
    });
}

Result<RecordReceipt> Workplace::note(CustomerId id, LeadId lead, const QString &text, const QString &login)
{
    BEBACK_CHECK(needText(text, "The note is empty."));
    EventDraft draft = draftOf(id, lead, EventKind::Noted, login);
    put(draft.body, "text", text.trimmed());
    return recordDraft(draft);
}

// Whoever writes that they want to hear no more is believed at once, by whatever words the rules name; taking that back is the
// undo of this very entry.
Result<RecordReceipt> Workplace::reply(CustomerId id, LeadId lead, Medium medium, const QString &text, const QString &login)
{
    EventDraft draft = draftOf(id, lead, EventKind::Reply, login);
    draft.medium = medium;
    draft.direction = Direction::In;
    put(draft.body, "text", text.trimmed());
    const auto asked = m_plans.rules().asksToStop(text);
    if (!asked)
        return recordDraft(draft);
    const std::optional<Medium> spared = asked->all ? std::nullopt : std::optional(asked->medium.value_or(medium));
    BEBACK_TRY(recorded, m_recorder->record(QVector<EventDraft>{draft, optOutDraft(id, {}, spared, tr("They wrote: %1").arg(text.trimmed()), login)}));
    RecordReceipt receipt = receiptOf(recorded, lead, 1);
    receipt.besides = spared ? tr("They asked for no more of these: %1. Kept from now on.").arg(mediumText(*spared).toLower())
                             : tr("They asked not to be contacted. Kept from now on.");
    return receipt;
}

Result<RecordReceipt> Workplace::setAppointment(CustomerId id, LeadId lead, Instant at, const QString &what, const QString &login)
{
    if (at <= m_clock.now())
        return Error{Code::Invalid, tr("That time is past. Choose a later one."), {}};
    EventDraft draft = draftOf(id, lead, EventKind::AppointmentSet, login);
    draft.medium = Medium::Visit;
    draft.body.insert(QLatin1String("at"), at.toIso());
    put(draft.body, "what", what.trimmed());
    return recordDraft(draft);
}

Result<RecordReceipt> Workplace::closeLead(CustomerId id, LeadId lead, LeadStatus status, const QString &reason, const QString &login)
{
    if (status == LeadStatus::Open)
        return recordDraft(draftOf(id, lead, EventKind::LeadReopened, login));
    if (status != LeadStatus::Sold)
        BEBACK_CHECK(needText(reason, "Why is this lead closed? Give a reason; a manager will see it."));
    return m_db->inTransaction("close", [&]() -> Result<RecordReceipt> {
        BEBACK_TRY(recorded, m_recorder->record(id, [&](const CustomerState &state) -> Result<QVector<EventDraft>> {
            const LeadState *known = state.lead(lead);
            if (!known)
                return Error{Code::NotFound, tr("This person has no such lead."), {}};
            if (known->status == status)
                return Error{Code::Conflict, tr("This lead is closed already."), {}};
            BEBACK_CHECK(needObjection(state, *known, status));
            EventDraft draft = draftOf(id, lead, EventKind::LeadClosed, login);
            draft.body.insert(QLatin1String("status"), toText(status));
            put(draft.body, "reason", reason.trimmed());
            return QVector<EventDraft>{draft};
        }));
        BEBACK_CHECK(m_queue->release(id, login));
        return receiptOf(recorded, lead);
    });
}

Result<const Plan *> Workplace::planNamed(const QString &plan)
{
    if (const Plan *found = m_plans.newest(plan))
        return found;
    QStringList known;
    for (const Plan *one : m_plans.all())
        known << one->id;
    return Error{Code::NotFound, tr("There is no plan “%1”. There are: %2.").arg(plan, known.join(QStringLiteral(", "))), {}};
}

Result<RecordReceipt> Workplace::choosePlan(CustomerId id, LeadId lead, const QString &plan, const QString &reason, const QString &login)
{
    BEBACK_CHECK(needText(reason, "Why does this lead change its plan? Give a reason; a manager will see it."));
    BEBACK_TRY(chosen, planNamed(plan));
    return recordDraft(planDraft(id, lead, *chosen, reason, login));
}

Result<RecordReceipt> Workplace::setContactPoint(CustomerId id, ContactPoint::Type type, const QString &raw,
                                                 const QString &label, const QString &replaces, const QString &login)
{
    BEBACK_TRY(state, customer(id));
    BEBACK_TRY(drafts, contactPointDrafts(state, type, raw, label, replaces, login));
    BEBACK_TRY(recorded, m_recorder->record(drafts));
    RecordReceipt receipt;
    receipt.event = recorded.events.first();
    receipt.customer = id;
    receipt.next = recorded.next;
    return receipt;
}

Result<RecordReceipt> Workplace::removeContactPoint(CustomerId id, const QString &pointKey, const QString &reason, const QString &login)
{
    BEBACK_CHECK(needText(reason, "Why is it removed? Give a reason, for example: wrong number."));
    EventDraft draft = draftOf(id, {}, EventKind::ContactPointRemoved, login);
    put(draft.body, "point", pointKey);
    put(draft.body, "reason", reason.trimmed());
    return recordDraft(draft);
}

Result<RecordReceipt> Workplace::setDoNotContact(CustomerId id, const QString &pointKey, std::optional<Medium> medium,
                                                 const QString &reason, const QString &login)
{
    return recordDraft(optOutDraft(id, pointKey, medium, reason, login));
}

} // namespace beback
