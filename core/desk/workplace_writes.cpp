#include "core/desk/timeline.h"
#include "core/desk/workplace.h"
#include "core/history/event_store.h"
#include "core/intake/normalize.h"
#include "core/intake/person_zones.h"
#include "core/plan/permission.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

void put(QJsonObject &body, const char *key, const QString &value)
{
    if (!value.isEmpty())
        body.insert(QLatin1String(key), value);
}

EventDraft draftOf(CustomerId customer, LeadId lead, EventKind kind, const QString &login)
{
    EventDraft draft;
    draft.customer = customer;
    draft.lead = lead;
    draft.kind = kind;
    draft.actor = login;
    return draft;
}

Result<void> needText(const QString &text, const char *sentence)
{
    if (text.trimmed().isEmpty())
        return Error{Code::Invalid, tr(sentence), {}};
    return {};
}

QJsonObject attemptBody(const RecordRequest &request, const LeadState &lead, const std::optional<NextStep> &step)
{
    QJsonObject body;
    // The plan moves on when its own step was done by its own medium; any other touch is extra.
    if (step && step->step > 0 && step->medium == request.medium && request.department.isEmpty()) {
        body.insert(QLatin1String("plan"), lead.planId);
        body.insert(QLatin1String("step"), step->step);
    }
    put(body, "department", request.department.trimmed().toLower());
    put(body, "point", request.pointKey);
    put(body, "note", request.note.trimmed());
    put(body, "why", request.why);
    put(body, "result", request.result);
    put(body, "words", request.words);
    if (request.epoch > 0) // under which claim: tells a late attempt from one in time
        body.insert(QLatin1String("epoch"), request.epoch);
    if (request.hour) // also of an hour begun by hand, which nothing else tells of
        body.insert(QLatin1String("hour"), request.hour->toIso());
    if (request.resultCame)
        body.insert(QLatin1String("came"), *request.resultCame);
    if (request.talkSeconds)
        body.insert(QLatin1String("talk_s"), *request.talkSeconds);
    if (request.nextAt)
        body.insert(QLatin1String("next_at"), request.nextAt->toIso());
    QJsonObject answers;
    for (auto it = request.answers.cbegin(); it != request.answers.cend(); ++it)
        answers.insert(it.key(), it.value());
    if (!answers.isEmpty())
        body.insert(QLatin1String("answers"), answers);
    return body;
}

Result<void> needFit(Outcome outcome, Medium medium)
{
    if (outcome == Outcome::None)
        return Error{Code::Invalid, tr("What came of it? An attempt needs an outcome."), {}};
    if (fits(outcome, medium))
        return {};
    QStringList can;
    for (const Outcome other : outcomesOf(medium))
        can << outcomeText(other);
    return Error{Code::Invalid,
                 tr("“%1” cannot come of this touch (%2). Choose one of these: %3.")
                     .arg(outcomeText(outcome), mediumText(medium), can.join(QStringLiteral(", "))),
                 {}};
}

constexpr auto SlipWithin = std::chrono::minutes(10);

bool refuses(const Event &event)
{
    return event.kind == EventKind::DoNotContactSet || event.outcome == Outcome::AskedToStop;
}

EventDraft attemptOf(const RecordRequest &request, const CustomerState &state, const LeadState &lead,
                     const PlanBook &plans, bool lapsed, const QString &login)
{
    EventDraft draft = draftOf(request.customer, request.lead, EventKind::Attempt, login);
    draft.medium = request.medium;
    draft.direction = Direction::Out;
    draft.outcome = request.outcome;
    draft.body = attemptBody(request, lead, nextStep(state, lead, plans.find(lead.planId, lead.planVersion), plans));
    if (request.pointKey.isEmpty())
        if (const ContactPoint *point = usablePoint(state, request.medium))
            put(draft.body, "point", point->key());
    if (lapsed)
        draft.body.insert(QLatin1String("lease"), QStringLiteral("lapsed"));
    return draft;
}

// Why somebody went beyond a rule of the house. A law and a wish of theirs are nobody's to overrule.
Result<void> takeOverruling(EventDraft &draft, const RecordRequest &request, const CustomerState &state, const RuleBook &rules, Instant now)
{
    if (request.overrule.trimmed().isEmpty())
        return {};
    const Permission stands = mayContact(state, rules, request.medium, request.pointKey, now);
    if (stands.verdict == Permission::Verdict::Blocked && !stands.house)
        return Error{Code::Denied, tr("%1. Nobody may overrule that.").arg(stands.reason), {}};
    if (!stands.house)
        return Error{Code::Invalid, tr("No rule of the house stands against this, so there is nothing to overrule. Leave the reason out."), {}};
    draft.body.insert(QLatin1String("overruled"), QJsonObject{{QStringLiteral("rule"), stands.reason}, {QStringLiteral("reason"), request.overrule.trimmed()}});
    return {};
}

EventDraft optOutDraft(CustomerId id, const QString &pointKey, std::optional<Medium> medium, const QString &reason, const QString &login)
{
    EventDraft draft = draftOf(id, {}, EventKind::DoNotContactSet, login);
    put(draft.body, "point", pointKey);
    if (medium)
        put(draft.body, "medium", toText(*medium));
    put(draft.body, "reason", reason.trimmed());
    return draft;
}

// `act`: the place of what is undone when somebody takes it back, among what was recorded.
EventDraft objectionDraft(const RecordRequest &request, const QString &login)
{
    EventDraft draft = draftOf(request.customer, request.lead, EventKind::ObjectionRaised, login);
    put(draft.body, "objection", toText(*request.objection));
    put(draft.body, "text", request.objectionSaid.trimmed());
    return draft;
}

// The touch, and what the visit came to.
QVector<EventDraft> draftsOf(const RecordRequest &request, const CustomerState &state, const LeadState &lead, const PlanBook &plans,
                             bool lapsed, const QString &login)
{
    QVector<EventDraft> drafts;
    if (request.outcome != Outcome::None)
        drafts << attemptOf(request, state, lead, plans, lapsed, login);
    const auto follow = [&drafts](EventDraft draft) {
        if (!drafts.isEmpty())
            draft.causedBy = 0;
        drafts << draft;
    };
    if (request.objection)
        follow(objectionDraft(request, login));
    if (request.sold) {
        EventDraft draft = draftOf(request.customer, request.lead, EventKind::LeadClosed, login);
        draft.body.insert(QLatin1String("status"), toText(LeadStatus::Sold));
        follow(draft);
    }
    return drafts;
}

// A visit that ended without a sale is not done with before somebody said why.
Result<void> needObjection(const CustomerState &state, const LeadState &lead, LeadStatus status)
{
    if (status != LeadStatus::Lost || lead.unsoldSince.us == 0 || state.refusal({}, {}))
        return {};
    return Error{Code::Invalid, tr("They came in and did not buy. Write down what kept them before the lead is closed."), {}};
}

RecordReceipt receiptOf(const Recorded &recorded, LeadId lead, int act = 0)
{
    RecordReceipt receipt;
    receipt.event = recorded.events.at(act);
    receipt.customer = recorded.customer;
    receipt.lead = lead;
    receipt.next = recorded.next;
    return receipt;
}

} // namespace

Result<RecordReceipt> Workplace::recordDraft(const EventDraft &draft)
{
    BEBACK_TRY(recorded, m_recorder->record(draft));
    return receiptOf(recorded, draft.lead);
}

Result<RecordReceipt> Workplace::record(const RecordRequest &request, const QString &login)
{
    if (request.outcome != Outcome::None || !(request.objection || request.sold))
        BEBACK_CHECK(needFit(request.outcome, request.medium));
    if (request.objection && request.sold)
        return Error{Code::Invalid, tr("Either they bought, or something kept them: not both."), {}};
    if (request.outcome == Outcome::None && !request.overrule.isEmpty())
        return Error{Code::Invalid, tr("There is no touch here that could overrule a rule. Leave the reason out."), {}};
    if (request.nextAt && *request.nextAt <= m_clock.now())
        return Error{Code::Invalid, tr("The promised time is in the past. Choose a later one."), {}};
    return m_db->inTransaction("save", [&]() -> Result<RecordReceipt> {
        // An attempt made after somebody else was given the person is kept like any other, and says so.
        BEBACK_TRY(epoch, m_queue->epochOf(request.customer));
        const bool lapsed = request.epoch > 0 && epoch != request.epoch;
        BEBACK_TRY(recorded, m_recorder->record(request.customer, [&](const CustomerState &state) -> Result<QVector<EventDraft>> {
            const LeadState *lead = state.lead(request.lead);
            if (!lead)
                return Error{Code::NotFound, tr("This person has no such lead."), {}};
            QVector<EventDraft> drafts = draftsOf(request, state, *lead, m_plans, lapsed, login);
            BEBACK_CHECK(takeOverruling(drafts.first(), request, state, m_plans.rules(), m_clock.now()));
            return drafts;
        }));
        BEBACK_CHECK(m_queue->release(request.customer, login));
        return receiptOf(recorded, request.lead);
    });
}

// One's own slip may be mended by oneself, anybody's by a manager. An opt-out is more than a slip after ten minutes: then
// only a manager ends it.
Result<void> Workplace::mayUndo(EventId id, const QString &login)
{
    BEBACK_TRY(event, event_store::byId(*m_db, id));
    BEBACK_TRY(agent, user(login));
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

Result<RecordReceipt> Workplace::choosePlan(CustomerId id, LeadId lead, const QString &plan, const QString &reason, const QString &login)
{
    BEBACK_CHECK(needText(reason, "Why does this lead change its plan? Give a reason; a manager will see it."));
    const Plan *chosen = m_plans.newest(plan);
    if (!chosen) {
        QStringList known;
        for (const Plan *one : m_plans.all())
            known << one->id;
        return Error{Code::NotFound, tr("There is no plan “%1”. There are: %2.").arg(plan, known.join(QStringLiteral(", "))), {}};
    }
    EventDraft draft = draftOf(id, lead, EventKind::PlanChosen, login);
    draft.body = {{QStringLiteral("plan"), chosen->id}, {QStringLiteral("version"), chosen->version}, {QStringLiteral("name"), chosen->name},
                  {QStringLiteral("reason"), reason.trimmed()}};
    return recordDraft(draft);
}

Result<RecordReceipt> Workplace::setContactPoint(CustomerId id, ContactPoint::Type type, const QString &raw,
                                                 const QString &label, const QString &replaces, const QString &login)
{
    const bool phone = type == ContactPoint::Type::Phone;
    QStringList warnings;
    const QVector<ContactPoint> read = phone ? readPhones(raw, {}, &warnings) : readEmails(raw, &warnings);
    if (read.size() != 1 || read.first().value.isEmpty())
        return Error{Code::Invalid,
                     phone ? tr("“%1” is no phone number that can be dialed. Write it with its area code.").arg(raw.trimmed())
                           : tr("“%1” is no e-mail address. It needs a name, an @ and a domain.").arg(raw.trimmed()),
                     warnings.join(QLatin1Char(' '))};
    BEBACK_TRY(state, customer(id));
    ContactPoint point = read.first();
    point.label = label;
    EventDraft draft = draftOf(id, {}, EventKind::ContactPointSet, login);
    draft.body.insert(QLatin1String("point"), point.toJson());
    put(draft.body, "replaces", replaces);
    QVector<EventDraft> drafts{draft};
    // A new number may move the person to other zones: the strictest of what is then known, and of what was chosen by hand.
    QVector<ContactPoint> points{point};
    for (const ContactPoint &known : state.points)
        if (known.key() != replaces)
            points << known;
    QStringList zones = zonesOf(points, state.address);
    if (zonesAreChosen(state)) {
        zones += state.zones;
        zones.sort();
        zones.removeDuplicates();
    }
    if (!zones.isEmpty() && zones != state.zones) {
        EventDraft edited = draftOf(id, {}, EventKind::CustomerEdited, login);
        edited.body.insert(QLatin1String("zones"), QJsonArray::fromStringList(zones));
        drafts << edited;
    }
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
