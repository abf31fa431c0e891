// What came of a touch: the one write an agent makes all day.
#include "core/desk/event_drafts.h"
#include "core/desk/guide_deeds.h"
#include "core/desk/message_facts.h"
#include "core/desk/timeline.h"
#include "core/desk/word_facts.h"
#include "core/desk/workplace.h"
#include "core/plan/permission.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
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
    put(body, "words", request.subject.isEmpty() ? request.words : request.subject + QStringLiteral("\n\n") + request.words);
    put(body, "subject", request.subject);
    put(body, "wording", request.wording);
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
    if (!request.solutions.isEmpty())
        body.insert(QLatin1String("solutions"), QJsonArray::fromStringList(request.solutions));
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

EventDraft attemptOf(const RecordRequest &request, const CustomerState &state, const LeadState &lead, const std::optional<NextStep> &step,
                     bool lapsed, const QString &login)
{
    EventDraft draft = draftOf(request.customer, request.lead, EventKind::Attempt, login);
    draft.medium = request.medium;
    draft.direction = Direction::Out;
    draft.outcome = request.outcome;
    draft.body = attemptBody(request, lead, step);
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

// The touch, and what the visit came to.
QVector<EventDraft> draftsOf(const RecordRequest &request, const CustomerState &state, const LeadState &lead, const std::optional<NextStep> &step,
                             bool lapsed, const QString &login)
{
    QVector<EventDraft> drafts;
    if (request.outcome != Outcome::None)
        drafts << attemptOf(request, state, lead, step, lapsed, login);
    const auto follow = [&drafts](EventDraft draft) {
        if (!drafts.isEmpty())
            draft.causedBy = 0;
        drafts << draft;
    };
    if (request.objection)
        follow(objectionDraft(request, lead, login));
    if (request.sold) {
        EventDraft draft = draftOf(request.customer, request.lead, EventKind::LeadClosed, login);
        draft.body.insert(QLatin1String("status"), toText(LeadStatus::Sold));
        follow(draft);
    }
    return drafts;
}

const QString Unseen = QStringLiteral("unseen"); // what was kept in spite of the check, beside the kinds of findings
const QString BoughtElsewhereGuide = QStringLiteral("bought-elsewhere");

// The conversation this call was; null: it was none.
const Guide *guideOf(const GuideBook &guides, const RecordRequest &request, const std::optional<NextStep> &step, const LeadState &lead)
{
    if (request.medium != Medium::Call || !isAnswered(request.outcome) || !request.department.isEmpty() || !step)
        return nullptr;
    if (request.outcome == Outcome::BoughtElsewhere)
        return guides.find(BoughtElsewhereGuide);
    return guides.forCall(step->words, lead.planId);
}

// Did words of ours go out by this, whatever came of them?
bool wrote(const RecordRequest &request)
{
    return !request.words.isEmpty() && request.medium != Medium::Call && request.medium != Medium::Visit && request.department.isEmpty();
}

// Said to be sent, and nobody can see what it was.
bool sentUnseen(const RecordRequest &request)
{
    return isWritten(request.medium) && request.outcome == Outcome::Sent && request.words.trimmed().isEmpty() && request.department.isEmpty();
}

// Nothing empty goes out, whichever way it is recorded. Where words are not given there is a reason, and managers see it.
// `wording`: what they were made from.
Result<QStringList> checkedWords(const WordShelf &shelf, const std::optional<WordTemplate> &wording, const RecordRequest &request, const CustomerState &state, const LeadState &lead, const QVector<Event> &events, const RooftopFacts &rooftop,
                                 const Agent &writer, const std::optional<NextStep> &step, Instant now)
{
    const bool excused = !request.checkReason.trimmed().isEmpty();
    if (sentUnseen(request) && !excused)
        return Error{Code::Invalid, tr("What was written? Without its words nobody can see whether it asked anything. Give them, or say why they cannot be given."), {}};
    if (!wrote(request))
        return sentUnseen(request) ? QStringList{Unseen} : QStringList();
    MessageFacts facts = messageFacts(state, lead, events, rooftop, writer, step, now);
    for (const DoNotContact &refusal : state.doNotContact) // they want no more of just these
        facts.confirmsStop = facts.confirmsStop || (refusal.point.isEmpty() && refusal.medium == request.medium && now - refusal.since <= ConfirmWithin);
    facts.phrases = shelf.phrases;
    if (wording)
        facts.mustAsk = prepareWords(shelf.messages, *wording, wordFacts(state, lead, rooftop, writer, now)).mustAsk;
    const QVector<Finding> findings = checkMessage({request.medium, request.subject, request.words}, facts);
    if (const QVector<Finding> stands = standingBlocks(findings, excused); !stands.isEmpty())
        return Error{Code::Invalid, tr("This does not go out: %1. %2").arg(stands.first().fact, stands.first().suggestion), {}};
    return excused ? blockKinds(findings) : QStringList();
}

} // namespace

Result<RecordReceipt> Workplace::record(const RecordRequest &asked, const QString &login)
{
    RecordRequest request = asked;
    if (request.outcome != Outcome::None || !(request.objection || request.sold))
        BEBACK_CHECK(needFit(request.outcome, request.medium));
    if (request.objection && request.sold)
        return Error{Code::Invalid, tr("Either they bought, or something kept them: not both."), {}};
    if (request.outcome == Outcome::None && !request.overrule.isEmpty())
        return Error{Code::Invalid, tr("There is no touch here that could overrule a rule. Leave the reason out."), {}};
    if (request.nextAt && *request.nextAt <= m_clock.now())
        return Error{Code::Invalid, tr("The promised time is in the past. Choose a later one."), {}};
    GuideDeeds deeds;
    BEBACK_TRY(saved, m_db->inTransaction("save", [&]() -> Result<RecordReceipt> {
        // An attempt made after somebody else was given the person is kept like any other, and says so.
        BEBACK_TRY(epoch, m_queue->epochOf(request.customer));
        const bool lapsed = request.epoch > 0 && epoch != request.epoch;
        const bool words = wrote(asked); // to be looked at beside what they got before
        BEBACK_TRY(writer, words ? user(login) : Result<Agent>(Agent()));
        BEBACK_TRY(events, words ? history(asked.customer) : Result<QVector<Event>>(QVector<Event>()));
        BEBACK_TRY(recorded, m_recorder->record(request.customer, [&](const CustomerState &state) -> Result<QVector<EventDraft>> {
            request = asked; // called again where the store was busy
            const LeadState *lead = state.lead(request.lead);
            if (!lead)
                return Error{Code::NotFound, tr("This person has no such lead."), {}};
            const auto step = nextStep(state, *lead, m_plans.find(lead->planId, lead->planVersion), m_plans);
            BEBACK_TRY(kept, checkedWords(*m_words, wording(request.wording), request, state, *lead, events, m_rooftop, writer, step, m_clock.now()));
            const Guide *guide = guideOf(m_words->guides, request, step, *lead);
            if (guide) {
                BEBACK_TRY(taken, takeAnswers(request, state, *lead, *guide, m_clock.now(), login));
                deeds = taken;
            }
            QVector<EventDraft> drafts = draftsOf(request, state, *lead, step, lapsed, login);
            if (request.outcome != Outcome::None)
                keepAnswers(drafts.first().body, request, guide);
            noteKept(drafts.first(), kept, request.checkReason);
            for (EventDraft &draft : deeds.drafts) {
                if (draft.kind != EventKind::DoNotContactSet) // who asked to hear no more has asked, whatever becomes of the call
                    draft.causedBy = 0;
                drafts << draft;
            }
            BEBACK_CHECK(takeOverruling(drafts.first(), request, state, m_plans.rules(), m_clock.now()));
            return drafts;
        }));
        RecordReceipt receipt = receiptOf(recorded, request.lead);
        BEBACK_CHECK(m_queue->release(request.customer, login));
        if (!asked.draft.isEmpty()) // or, after a crash in between, it would be shown again to be saved, and what is saved be there twice
            BEBACK_CHECK(setSetting(DraftSettings + asked.draft, {}));
        return receipt;
    }));
    saved.besides = deeds.besides;
    if (deeds.referral) { // the answer is on the history by now, whatever becomes of the lead
        const auto named = m_intake->take(*deeds.referral, tr("Referral"), login);
        saved.besides = named ? tr("A lead was added for %1.").arg(named->name) : tr("No lead was added for who they named: %1").arg(named.error().message);
    }
    return saved;
}


} // namespace beback
