#include "core/history/fold.h"

#include "core/history/corrections.h"
#include "core/history/deal_alert.h"
#include "core/history/person_fold.h"
#include "core/history/plan_over.h"
#include "core/history/story_fold.h"

#include <algorithm>

namespace beback {

namespace {

QString text(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

Instant instantOf(const Event &event, const char *key)
{
    bool ok = false;
    const Instant at = Instant::fromIso(text(event, key), &ok);
    return ok ? at : Instant{};
}

class Folder
{
public:
    Folder(CustomerState &state, const QSet<EventId> &cleared) : m_state(state), m_cleared(cleared) {}

    void apply(const Event &event)
    {
        if (const auto happened = dutyEventOf(event))
            m_state.dutyEvents << *happened;
        switch (event.kind) {
        case EventKind::LeadArrived: return leadArrived(event);
        case EventKind::LeadResent: return leadResent(event);
        case EventKind::CustomerEdited: return person_fold::edited(m_state, event);
        case EventKind::ContactPointSet: return person_fold::pointSet(m_state, event);
        case EventKind::ContactPointRemoved: return person_fold::pointRemoved(m_state, text(event, "point"));
        case EventKind::DoNotContactSet: return refuse(event, text(event, "point"),
                                                       mediumFromText(text(event, "medium")), text(event, "reason"));
        case EventKind::ConsentGiven: return person_fold::agreed(m_state, event);
        case EventKind::WishSet:
            m_state.wish = Wish::fromBody(event.body);
            return;
        default: break;
        }
        if (LeadState *lead = leadOf(event))
            applyToLead(event, *lead);
    }

private:
    void applyToLead(const Event &event, LeadState &lead)
    {
        switch (event.kind) {
        case EventKind::Attempt: return attempt(event, lead);
        case EventKind::Reply: return reply(event, lead);
        case EventKind::Skipped: return skipped(event, lead);
        case EventKind::AppointmentSet:
            story_fold::visitSet(lead, event, instantOf(event, "at"));
            lead.appointment = Appointment{event.id, instantOf(event, "at"), text(event, "what"), false};
            came(event, lead);
            return;
        case EventKind::AppointmentCancelled:
            if (lead.appointment && lead.appointment->event == EventId::fromString(text(event, "appointment"))) {
                story_fold::visitEnded(lead, event, StoryVisit::Became::Cancelled);
                lead.appointment.reset();
            }
            return;
        case EventKind::PlanChosen:
            return planChosen(event, lead);
        case EventKind::ObjectionRaised:
            lead.objection = objectionFromText(text(event, "objection"));
            story_fold::objected(lead, event);
            lead.objectionSaid = text(event, "text");
            lead.objectionAt = event.occurredAt;
            lead.unsoldSince = {};
            return;
        case EventKind::AlertRaised:
        case EventKind::AlertSeen:
        case EventKind::AlertAnswered: return moveAlert(lead.alert, event);
        case EventKind::LeadClosed:
            lead.unsoldSince = {};
            lead.status = leadStatusFromText(text(event, "status"));
            lead.closedReason = text(event, "reason");
            lead.closedAt = event.occurredAt;
            if (event.outcome == Outcome::BoughtElsewhere)
                lead.boughtElsewhereAt = event.occurredAt;
            if (lead.status == LeadStatus::Sold)
                lead.boughtAt = event.occurredAt;
            lead.promise.reset();
            lead.nudge.reset();
            story_fold::visitEnded(lead, event, StoryVisit::Became::Replaced);
            lead.appointment.reset();
            lead.waitingReply.reset();
            return;
        case EventKind::LeadReopened:
            lead.status = LeadStatus::Open;
            lead.closedReason.clear();
            lead.closedAt = {};
            return;
        case EventKind::Assigned: lead.owner = text(event, "to"); return;
        case EventKind::Nudged:
            if (lead.status == LeadStatus::Open)
                lead.nudge = Nudge{event.id, event.occurredAt, event.actor, text(event, "reason")};
            return;
        case EventKind::Noted:
            if (event.body.value(QLatin1String("coach")).toBool())
                lead.coachNotes << CoachNote{event.id, event.occurredAt, event.actor, text(event, "to"), text(event, "text")};
            return;
        default: return; // Corrected, LetIn and unknown kinds change no state
        }
    }

    // A campaign spreads its people over days: whose day is still to come begins then.
    static void planChosen(const Event &event, LeadState &lead)
    {
        lead.planId = text(event, "plan");
        lead.planVersion = event.body.value(QLatin1String("version")).toInt();
        lead.planStartedAt = std::max(event.occurredAt, instantOf(event, "begins"));
        lead.stepsDone = 0;
        if (const QString campaign = text(event, "campaign"); !campaign.isEmpty())
            lead.campaign = CampaignNews{campaign, text(event, "title"), text(event, "says"), lead.planStartedAt, instantOf(event, "until")};
        else if (lead.campaign)
            lead.campaign->over = true;
    }

    static void came(const Event &event, LeadState &lead) { lead.askedAt = std::max(lead.askedAt, event.occurredAt); }

    LeadState *leadOf(const Event &event)
    {
        for (LeadState &lead : m_state.leads)
            if (lead.id == event.lead)
                return &lead;
        return nullptr;
    }

    void leadArrived(const Event &event)
    {
        if (leadOf(event))
            return;
        LeadDraft draft = LeadDraft::fromBody(event.body);
        person_fold::arrived(m_state, draft);
        LeadState lead;
        lead.id = event.lead;
        lead.arrivedBy = event.id;
        lead.arrivedAt = event.occurredAt;
        lead.requestedAt = draft.requestedAt.value_or(event.occurredAt);
        lead.askedAt = std::min(lead.requestedAt, event.occurredAt);
        lead.source = draft.source;
        lead.vendor = draft.vendor;
        lead.comments = draft.comments;
        lead.timeframe = draft.timeframe;
        lead.consentSaid = draft.consentSaid;
        lead.warnings = draft.warnings;
        lead.wanted = draft.wanted;
        lead.alsoWanted = draft.alsoWanted;
        lead.trade = draft.trade;
        lead.owner = draft.ownerLogin;
        lead.planId = draft.planId;
        lead.planVersion = event.body.value(QLatin1String("plan_version")).toInt();
        lead.planStartedAt = event.occurredAt;
        m_state.leads << std::move(lead);
    }

    void leadResent(const Event &event)
    {
        person_fold::resent(m_state, LeadDraft::fromBody(event.body));
        if (LeadState *lead = leadOf(event)) {
            ++lead->resent;
            came(event, *lead);
        }
    }

    void refuse(const Event &event, const QString &point, std::optional<Medium> medium, const QString &reason)
    {
        // Whoever writes that they want no more of these is answered by that: nobody owes them a word, least of all a call.
        for (LeadState &lead : m_state.leads)
            if (lead.waitingReply && (medium ? lead.waitingReply == medium : point.isEmpty()))
                lead.waitingReply.reset();
        if (point.isEmpty())
            m_state.consents.removeIf([&](const Consent &given) { return !medium || given.medium == *medium; });
        if (!m_cleared.contains(event.id))
            m_state.doNotContact << DoNotContact{event.id, point, medium, event.occurredAt, reason};
    }

    void attempt(const Event &event, LeadState &lead)
    {
        const Medium medium = event.medium.value_or(Medium::Call);
        const QString department = text(event, "department");
        m_state.touches << Touch{event.occurredAt, medium, isAnswered(event.outcome) ? event.occurredAt : Instant{}, department};
        if (!department.isEmpty()) // counts for what they can bear, and is no work of ours
            return outcome(event, lead);
        // Whoever writes down late what they did before they were asked has not done what they were asked for.
        if (lead.nudge && event.occurredAt >= lead.nudge->at)
            lead.nudge.reset();
        lead.coachNotes.removeIf([&](const CoachNote &note) { return note.to == event.actor && event.occurredAt >= note.at; });
        const QJsonObject answers = event.body.value(QLatin1String("answers")).toObject();
        for (auto it = answers.begin(); it != answers.end(); ++it)
            lead.answers.insert(it.key(), GivenAnswer{it->toString(), event.occurredAt});
        ++lead.attempts;
        ++lead.attemptsByMedium[size_t(medium)];
        lead.lastAttemptAt = std::max(lead.lastAttemptAt, event.occurredAt);
        lead.lastAttemptMedium = medium;
        if (medium == Medium::Call)
            lead.lastCallAt = std::max(lead.lastCallAt, event.occurredAt);
        const bool answered = isAnswered(event.outcome);
        if (answered) {
            ++lead.reached;
            lead.lastReachedAt = std::max(lead.lastReachedAt, event.occurredAt);
        }
        lead.marks << AttemptMark{medium, answered, false};
        story_fold::touched(lead, event);
        // Calling somebody who wrote, and not getting through, is no answer to them yet.
        const bool missed = event.outcome == Outcome::NoAnswer || event.outcome == Outcome::Busy || event.outcome == Outcome::WrongNumber;
        if (!missed || lead.waitingReply == Medium::Call)
            lead.waitingReply.reset();
        if (lead.promise && keeps(*lead.promise, medium, answered, event.occurredAt))
            lead.promise.reset();
        if (const Instant next = instantOf(event, "next_at"); next.us > 0) {
            const auto nextMedium = mediumFromText(text(event, "next_medium"));
            lead.promise = Promise{event.id, next, nextMedium.value_or(Medium::Call), event.actor};
        }
        stepDone(event, lead);
        outcome(event, lead);
    }

    static void stepDone(const Event &event, LeadState &lead)
    {
        const int step = event.body.value(QLatin1String("step")).toInt();
        if (step > 0 && text(event, "plan") == lead.planId)
            lead.stepsDone = std::max(lead.stepsDone, step);
    }

    void outcome(const Event &event, LeadState &lead)
    {
        switch (event.outcome) {
        case Outcome::WrongNumber:
            if (const QString point = text(event, "point"); !point.isEmpty())
                refuse(event, point, {}, QStringLiteral("wrong number"));
            return;
        case Outcome::Bounced: // a number that takes no texts may still be called
            if (const QString point = text(event, "point"); !point.isEmpty())
                refuse(event, point, event.medium, QStringLiteral("bounced"));
            return;
        case Outcome::AskedToStop: // nothing narrower was said: the person, by every medium
            refuse(event, text(event, "stop_point"), mediumFromText(text(event, "stop_medium")), text(event, "note"));
            return;
        case Outcome::BoughtElsewhere:
            lead.boughtElsewhereAt = event.occurredAt;
            [[fallthrough]];
        case Outcome::NotInterested:
            lead.stepsDone = PlanOver; // the plan ends; long-term contact goes on until they ask to stop
            return;
        case Outcome::Kept:
            story_fold::cameIn(lead, event);
            lead.appointment.reset();
            ++lead.visits;
            came(event, lead);
            lead.unsoldSince = event.occurredAt;
            return;
        case Outcome::Missed:
            story_fold::visitEnded(lead, event, StoryVisit::Became::Missed);
            lead.appointment.reset();
            return;
        default:
            return;
        }
    }

    void reply(const Event &event, LeadState &lead)
    {
        const Medium medium = event.medium.value_or(Medium::Text);
        lead.lastReplyAt = std::max(lead.lastReplyAt, event.occurredAt);
        lead.waitingReply = medium;
        came(event, lead);
        person_fold::answered(m_state, medium, event.occurredAt);
        if (const qsizetype touch = story_fold::replied(lead, event); touch >= 0)
            answeredTouch(lead, touch, event.occurredAt);
    }

    // Marks are the touches of the story in the same order, and between them what was left out.
    static void answeredTouch(LeadState &lead, qsizetype touch, Instant at)
    {
        for (AttemptMark &mark : lead.marks) {
            if (mark.skipped || touch-- > 0)
                continue;
            if (!mark.answered) {
                mark.answered = true;
                ++lead.reached;
                lead.lastReachedAt = std::max(lead.lastReachedAt, at);
            }
            return;
        }
    }

    static void skipped(const Event &event, LeadState &lead)
    {
        lead.marks << AttemptMark{event.medium.value_or(Medium::Call), false, true};
        story_fold::skipped(lead, event);
        lead.promise.reset();
        lead.waitingReply.reset();
        lead.nudge.reset(); // or the next step would be handed out at once, and the one after it
        stepDone(event, lead);
    }

    CustomerState &m_state;
    const QSet<EventId> &m_cleared;
};

} // namespace

bool keeps(const Promise &promise, Medium medium, bool answered, Instant at)
{
    return answered || at >= promise.at || (medium == promise.medium && at >= promise.at - PromiseNear);
}

CustomerState fold(QVector<Event> events)
{
    CustomerState state;
    if (events.isEmpty())
        return state;
    if (!std::is_sorted(events.cbegin(), events.cend(), canonicallyBefore))
        std::sort(events.begin(), events.end(), canonicallyBefore);
    const auto same = [](const Event &a, const Event &b) { return a.id == b.id; };
    if (std::adjacent_find(events.cbegin(), events.cend(), same) != events.cend()) // else the caller's list stays shared
        events.erase(std::unique(events.begin(), events.end(), same), events.end());
    state.id = events.first().customer;
    state.rooftop = events.first().rooftop;

    const QSet<EventId> gone = takenBack(events);
    const QSet<EventId> cleared = clearedRefusals(events, gone);
    Folder folder(state, cleared);
    for (const Event &event : std::as_const(events)) {
        if (event.kind == EventKind::Unknown)
            continue;
        ++state.events;
        state.upTo = std::max(state.upTo, event.hlc);
        if (!gone.contains(event.id))
            folder.apply(event);
    }
    return state;
}

} // namespace beback
