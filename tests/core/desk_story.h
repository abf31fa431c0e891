#pragma once

#include "core/base/random.h"
#include "core/history/corrections.h"
#include "core/history/fold.h"
#include "core/plan/branch.h"
#include "core/plan/next_step.h"

#include "sample_customer.h"

#include <QJsonArray>

namespace beback::sample {

using namespace Qt::StringLiterals;

// One thing done at a desk, as the events it was written as.
struct Act {
    CustomerState before;
    QVector<Event> written;
    bool late = false; // by a laptop that was away: older than what the others wrote meanwhile
};

// One person's history as a store writes it: what is asked for is done or something else is, people answer, come or do not,
// refuse, move, change their minds, and what was written is taken back. Outcomes change plans as in the recorder.
class DeskStory
{
public:
    DeskStory(quint64 seed, const PlanBook &plans) : m_random(seed), m_plans(plans)
    {
        m_now = utc("2026-01-05T15:00:00Z") + std::chrono::minutes(upTo(2 * 365 * 24 * 60));
        m_customer = m_random.id<CustomerId>(m_now);
        write({arrival()}, false);
    }

    const QVector<Event> &events() const { return m_events; }
    const CustomerState &state() const { return m_state; }
    int upTo(int most) { return int(m_random.below(quint64(most) + 1)); }
    bool chance(int percent) { return m_random.below(100) < quint64(percent); }

    Act act()
    {
        m_now = m_now + std::chrono::minutes(chance(30) ? upTo(15) : chance(70) ? upTo(3 * 24 * 60) : upTo(30 * 24 * 60));
        if (m_state.leads.isEmpty() || chance(4))
            return write({arrival()}, false);
        const LeadState lead = anyLead();
        const bool late = chance(4);
        return write(chance(50) ? askedFor(lead) : somethingElse(lead), late);
    }

    // Does the step that is asked for, when it is due: nobody answers, or somebody does.
    Act doNext(const NextForCustomer &next)
    {
        m_now = std::max(m_now + std::chrono::minutes(1), next.step.dueAt);
        const LeadState lead = *m_state.lead(next.lead);
        if (next.step.medium == Medium::Visit && lead.unsoldSince.us > 0)
            return write({objection(lead)}, false);
        const Outcome outcome = next.step.medium == Medium::Visit  ? Outcome::Missed
                                : next.step.medium != Medium::Call ? Outcome::Sent
                                : chance(50)                       ? Outcome::Reached
                                                                   : Outcome::NoAnswer;
        return write({touch(lead, next.step.medium, outcome, next.step)}, false);
    }

    void shuffle(QVector<Event> &events)
    {
        for (qsizetype i = events.size() - 1; i > 0; --i)
            events.swapItemsAt(i, qsizetype(m_random.below(quint64(i + 1))));
    }

private:
    template <class List> auto any(const List &list) { return *(std::cbegin(list) + qsizetype(m_random.below(quint64(list.size())))); }
    const LeadState &anyLead() { return m_state.leads.at(upTo(int(m_state.leads.size()) - 1)); }
    std::optional<NextStep> stepOf(const LeadState &lead) const
    {
        return nextStep(m_state, lead, m_plans.find(lead.planId, lead.planVersion), m_plans);
    }

    Act write(QVector<EventDraft> drafts, bool late)
    {
        Act act{m_state, {}, late};
        Hlc at = Hlc::next(m_last, m_now);
        if (late)
            at = {m_events.at(upTo(int(m_events.size()) - 1)).hlc.value + 1};
        for (const EventDraft &draft : withBranches(std::move(drafts), m_state, m_plans)) {
            Event event;
            event.id = m_random.id<EventId>(m_now);
            event.rooftop = {1};
            event.customer = m_customer;
            event.lead = draft.lead;
            event.hlc = at;
            event.kind = draft.kind;
            event.kindText = toText(draft.kind);
            event.medium = draft.medium;
            event.outcome = draft.outcome;
            event.occurredAt = late ? at.instant() : draft.occurredAt.value_or(m_now);
            event.recordedAt = m_now;
            event.actor = QStringLiteral("priya");
            event.body = draft.body;
            if (draft.causedBy)
                event.body.insert(QLatin1String("because"), act.written.at(*draft.causedBy).id.toString());
            at.value += 1;
            m_last = std::max(m_last, event.hlc);
            act.written << event;
        }
        m_events += act.written;
        m_state = fold(m_events);
        return act;
    }

    EventDraft draft(EventKind kind, LeadId lead, const QJsonObject &body = {}) const
    {
        EventDraft draft;
        draft.customer = m_customer;
        draft.lead = lead;
        draft.kind = kind;
        draft.actor = QStringLiteral("priya");
        draft.body = body;
        return draft;
    }

    EventDraft arrival()
    {
        // Florida's and Oklahoma's caps, Alabama's holidays, Indiana, Guam, and numbers that belong elsewhere.
        static const QStringList areas = {u"520"_s, u"305"_s, u"405"_s, u"205"_s, u"219"_s, u"671"_s, u"808"_s, u"212"_s, u"800"_s, u"928"_s, u"787"_s, u"412"_s};
        static const QStringList regions = {u"AZ"_s, u"FL"_s, u"OK"_s, u"AL"_s, u"IN"_s, u"GU"_s, u"HI"_s, u"NY"_s, u""_s, u""_s, u"PA"_s, u"LA"_s};
        LeadDraft lead;
        lead.name.full = QStringLiteral("Elena Ruiz");
        QStringList numbers;
        for (int i = upTo(2); i > 0; --i) {
            numbers << QStringLiteral("+1%1555010%2").arg(any(areas)).arg(upTo(3));
            lead.points << phone(qPrintable(numbers.last()), chance(30) ? "home" : "mobile");
        }
        if (chance(70))
            lead.points << email(qPrintable(QStringLiteral("elena%1@example.com").arg(upTo(2))));
        if (chance(60)) {
            lead.address.street = QStringLiteral("12 Mesquite St");
            lead.address.city = QStringLiteral("Somewhere");
        }
        lead.address.region = any(regions);
        lead.zones = zones::candidates(numbers, {}, lead.address.region);
        const auto plans = m_plans.all();
        lead.planId = chance(60) ? QStringLiteral("fresh-internet") : chance(5) ? QStringLiteral("gone") : any(plans)->id;
        EventDraft arrived = draft(EventKind::LeadArrived, m_random.id<LeadId>(m_now), lead.toBody());
        if (const Plan *plan = m_plans.newest(lead.planId))
            arrived.body.insert(QLatin1String("plan_version"), plan->version);
        return arrived;
    }

    EventDraft touch(const LeadState &lead, Medium medium, Outcome outcome, const std::optional<NextStep> &step)
    {
        EventDraft touch = draft(EventKind::Attempt, lead.id);
        touch.medium = medium;
        touch.outcome = outcome;
        if (step && step->step > 0 && step->medium == medium) {
            touch.body.insert(QLatin1String("plan"), lead.planId);
            touch.body.insert(QLatin1String("step"), step->step);
        }
        if (step && !step->pointKey.isEmpty() && step->medium == medium)
            touch.body.insert(QLatin1String("point"), step->pointKey);
        return touch;
    }

    EventDraft objection(const LeadState &lead)
    {
        return draft(EventKind::ObjectionRaised, lead.id, {{QStringLiteral("objection"), toText(any(AllObjections))}});
    }

    Instant soon() { return m_now + std::chrono::minutes(10 + upTo(12 * 24 * 60)); }

    // The touch that is asked for, or another one, with whatever came of it.
    QVector<EventDraft> askedFor(const LeadState &lead)
    {
        const auto step = stepOf(lead);
        if (step && step->dueAt - m_now < std::chrono::hours(24 * 45))
            m_now = std::max(m_now, step->dueAt);
        const Medium medium = step && chance(85) ? step->medium : any(AllMedia);
        EventDraft done = touch(lead, medium, any(outcomesOf(medium)), step);
        if (done.outcome == Outcome::AskedToStop && chance(60))
            done.body.insert(QLatin1String("stop_medium"), toText(medium));
        if (done.outcome == Outcome::BoughtElsewhere && chance(50))
            done.body.insert(QLatin1String("answers"), QJsonObject{{QStringLiteral("delivered"), QStringLiteral("yes")}});
        if (done.outcome == Outcome::CallBack || chance(8)) {
            done.body.insert(QLatin1String("next_at"), soon().toIso());
            done.body.insert(QLatin1String("next_medium"), toText(any(AllMedia)));
        }
        if (chance(5))
            done.body = {{QStringLiteral("department"), QStringLiteral("service")}};
        QVector<EventDraft> drafts{done};
        const auto follows = [&drafts](EventDraft draft) {
            draft.causedBy = 0;
            drafts << draft;
        };
        if (done.outcome == Outcome::Kept && chance(50))
            follows(objection(lead));
        else if (done.outcome == Outcome::Kept && chance(40))
            follows(draft(EventKind::LeadClosed, lead.id, {{QStringLiteral("status"), QStringLiteral("sold")}}));
        return drafts;
    }

    QVector<EventDraft> somethingElse(const LeadState &lead)
    {
        switch (upTo(17)) {
        case 0:
        case 1: return reply(lead);
        case 2: {
            EventDraft set = draft(EventKind::AppointmentSet, lead.id, {{QStringLiteral("at"), soon().toIso()}});
            set.medium = Medium::Visit;
            return {set};
        }
        case 3:
            if (lead.appointment)
                return {draft(EventKind::AppointmentCancelled, lead.id, {{QStringLiteral("appointment"), lead.appointment->event.toString()}})};
            return {objection(lead)};
        case 4:
        case 5: return {skip(lead)};
        case 6: return {refusal(chance(30) ? std::nullopt : std::optional(any(AllMedia)))};
        case 7:
            if (!m_state.doNotContact.isEmpty())
                return {draft(EventKind::DoNotContactCleared, {}, {{QStringLiteral("sets"), QJsonArray{m_state.doNotContact.first().setBy.toString()}}})};
            return {objection(lead)};
        case 8:
        case 9:
        case 10: return undo();
        case 11: {
            const Plan *plan = any(m_plans.all());
            return {draft(EventKind::PlanChosen, lead.id, {{QStringLiteral("plan"), plan->id}, {QStringLiteral("version"), plan->version}})};
        }
        case 12: {
            static const QStringList ends = {u"sold"_s, u"lost"_s, u"lost"_s, u"duplicate"_s};
            return {draft(EventKind::LeadClosed, lead.id, {{QStringLiteral("status"), any(ends)}})};
        }
        case 13:
        case 14: return {draft(EventKind::LeadReopened, lead.id)};
        case 15: return {wish()};
        case 16: return {draft(EventKind::CustomerEdited, {}, {{QStringLiteral("zones"), QJsonArray{any(zones::listed())}}})};
        default: return {point()};
        }
    }

    QVector<EventDraft> reply(const LeadState &lead)
    {
        EventDraft wrote = draft(EventKind::Reply, lead.id);
        wrote.medium = any(AllMedia);
        if (!chance(15))
            return {wrote};
        return {wrote, refusal(wrote.medium)}; // STOP
    }

    EventDraft refusal(std::optional<Medium> medium)
    {
        EventDraft refused = draft(EventKind::DoNotContactSet, {});
        if (medium)
            refused.body.insert(QLatin1String("medium"), toText(*medium));
        if (!m_state.points.isEmpty() && chance(40))
            refused.body.insert(QLatin1String("point"), any(m_state.points).key());
        return refused;
    }

    EventDraft skip(const LeadState &lead)
    {
        EventDraft skipped = draft(EventKind::Skipped, lead.id, {{QStringLiteral("reason"), QStringLiteral("On vacation")}});
        if (const auto step = stepOf(lead)) {
            skipped.medium = step->medium;
            if (step->step > 0) {
                skipped.body.insert(QLatin1String("plan"), lead.planId);
                skipped.body.insert(QLatin1String("step"), step->step);
            }
        }
        return skipped;
    }

    // Anything but the first arrival and what takes something back itself; and nothing twice.
    QVector<EventDraft> undo()
    {
        const QSet<EventId> gone = takenBack(m_events);
        const Event &event = m_events.at(qsizetype(m_random.below(quint64(m_events.size()))));
        if (event.id == m_events.first().id || event.kind == EventKind::Corrected || gone.contains(event.id))
            return {draft(EventKind::Noted, event.lead, {{QStringLiteral("text"), QStringLiteral("Asked about winter tires.")}})};
        return {draft(EventKind::Corrected, event.lead, {{QStringLiteral("undoes"), event.id.toString()}})};
    }

    EventDraft wish()
    {
        EventDraft wished = draft(EventKind::WishSet, {}, {{QStringLiteral("text"), QStringLiteral("After work")}});
        if (chance(60))
            wished.body.insert(QLatin1String("medium"), toText(any(AllMedia)));
        if (chance(60))
            wished.body.insert(QLatin1String("after"), QStringLiteral("%1:30").arg(upTo(22), 2, 10, QLatin1Char('0')));
        return wished;
    }

    EventDraft point()
    {
        if (m_state.points.size() > 1 && chance(50))
            return draft(EventKind::ContactPointRemoved, {}, {{QStringLiteral("point"), any(m_state.points).key()}});
        const ContactPoint point = chance(70) ? phone("+15205550107", "mobile") : email("ruiz@example.com");
        return draft(EventKind::ContactPointSet, {}, {{QStringLiteral("point"), point.toJson()}});
    }

    SeededRandom m_random;
    const PlanBook &m_plans;
    Instant m_now;
    CustomerId m_customer;
    Hlc m_last;
    QVector<Event> m_events;
    CustomerState m_state;
};

} // namespace beback::sample
