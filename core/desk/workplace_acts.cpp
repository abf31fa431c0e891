// What a manager does with many leads at once, and that taken back.
#include "core/desk/event_drafts.h"
#include "core/desk/workplace.h"
#include "core/history/event_store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <variant>

namespace beback {

namespace {

using Kind = ManagerAct::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Result<void> mayAct(Workplace &place, const QString &login)
{
    return place.mustBeManager(login, tr("Only a manager does this with the leads of others. Ask one of yours to."));
}

QString whyText(Kind kind)
{
    switch (kind) {
    case Kind::Give: return tr("Why are they given to somebody else? Give a reason; it stands on their history.");
    case Kind::Nudge: return tr("Why should they be worked now? Give a reason; whoever works them reads it.");
    case Kind::ChangePlan: return tr("Why do they change their plan? Give a reason; it stands on their history.");
    case Kind::Coach: return tr("The note is empty.");
    }
    return {};
}

// By person: everybody takes persons in one order.
Result<QMap<CustomerId, QVector<LeadId>>> byPerson(Connection &db, const QVector<LeadId> &leads)
{
    QMap<CustomerId, QVector<LeadId>> people;
    for (const LeadId lead : leads) {
        BEBACK_TRY(find, db.statement("lead/find_lead"));
        BEBACK_CHECK(find.bind(":id", lead).exec());
        if (!find.next()) {
            BEBACK_CHECK(find.finished());
            return Error{Code::NotFound, tr("There is no lead %1. Look at the list again: it may have changed.").arg(lead.toString()), {}};
        }
        QVector<LeadId> &theirs = people[find.columns().id<CustomerId>()];
        if (!theirs.contains(lead))
            theirs << lead;
    }
    return people;
}

int leadsOf(const ManagerAct &act)
{
    return int(QSet<LeadId>(act.leads.cbegin(), act.leads.cend()).size());
}

// A note is for somebody who has to do with the lead.
bool worksOn(const LeadState &lead, const QString &login)
{
    return lead.owner == login
           || std::any_of(lead.storyTouches.cbegin(), lead.storyTouches.cend(), [&](const StoryTouch &touch) { return touch.actor == login; });
}

// What is to be written about one lead by an act, or why nothing is.
class Drafter
{
public:
    using Drafted = std::variant<EventDraft, LeftBecause>;

    // `plan`: of ChangePlan.
    Drafter(const ManagerAct &act, Plan plan, const QString &by) : m_act(act), m_plan(std::move(plan)), m_by(by), m_text(act.text.trimmed()) {}

    Drafted of(CustomerId customer, const LeadState &lead) const
    {
        if (m_act.kind == Kind::Coach)
            return coach(customer, lead);
        if (lead.status != LeadStatus::Open)
            return LeftBecause::Closed;
        switch (m_act.kind) {
        case Kind::Give: return give(customer, lead);
        case Kind::Nudge: return nudge(customer, lead);
        default: return changePlan(customer, lead);
        }
    }

private:
    Drafted give(CustomerId customer, const LeadState &lead) const
    {
        if (lead.owner == m_act.to)
            return LeftBecause::Same;
        if (m_act.from && lead.owner != *m_act.from)
            return LeftBecause::Moved;
        EventDraft draft = draftOf(customer, lead.id, EventKind::Assigned, m_by);
        draft.body = {{QStringLiteral("to"), m_act.to}, {QStringLiteral("reason"), m_text}};
        return draft;
    }

    Drafted nudge(CustomerId customer, const LeadState &lead) const
    {
        if (lead.nudge && lead.nudge->reason == m_text)
            return LeftBecause::Same;
        EventDraft draft = draftOf(customer, lead.id, EventKind::Nudged, m_by);
        draft.body = {{QStringLiteral("to"), lead.owner}, {QStringLiteral("reason"), m_text}};
        return draft;
    }

    Drafted changePlan(CustomerId customer, const LeadState &lead) const
    {
        if (lead.planId == m_plan.id && lead.planVersion == m_plan.version)
            return LeftBecause::Same;
        return planDraft(customer, lead.id, m_plan, m_text, m_by);
    }

    Drafted coach(CustomerId customer, const LeadState &lead) const
    {
        const QString to = m_act.to.isEmpty() ? lead.owner : m_act.to;
        if (to.isEmpty())
            return LeftBecause::Nobodys;
        if (!worksOn(lead, to))
            return LeftBecause::NotTheirs;
        if (stands(lead, to))
            return LeftBecause::Same;
        EventDraft draft = draftOf(customer, lead.id, EventKind::Noted, m_by);
        draft.body = {{QStringLiteral("text"), m_text}, {QStringLiteral("coach"), true}, {QStringLiteral("to"), to}};
        return draft;
    }

    // Or whoever does the rest of what broke off says it twice to some.
    bool stands(const LeadState &lead, const QString &to) const
    {
        return std::any_of(lead.coachNotes.cbegin(), lead.coachNotes.cend(),
                           [&](const CoachNote &note) { return note.to == to && note.by == m_by && note.text == m_text; });
    }

    const ManagerAct &m_act;
    Plan m_plan;
    const QString &m_by;
    QString m_text;
};

} // namespace

Result<void> Workplace::checkAct(const ManagerAct &act, const QString &by)
{
    BEBACK_CHECK(mayAct(*this, by));
    if (act.text.trimmed().isEmpty())
        return Error{Code::Invalid, whyText(act.kind), {}};
    if (act.leads.size() > MostAtOnce)
        return Error{Code::Invalid, tr("This is done with at most %1 leads at once. Choose fewer.").arg(MostAtOnce), {}};
    if (!act.to.isEmpty())
        BEBACK_CHECK(user(act.to));
    if (act.kind == Kind::ChangePlan)
        BEBACK_CHECK(planNamed(act.plan));
    return {};
}

Result<Acted> Workplace::act(const ManagerAct &act, const QString &by)
{
    BEBACK_CHECK(checkAct(act, by));
    Plan plan; // a copy: others may be read while this goes on
    if (act.kind == Kind::ChangePlan) {
        BEBACK_TRY(named, planNamed(act.plan));
        plan = *named;
    }
    const Drafter drafter(act, std::move(plan), by);
    BEBACK_TRY(people, byPerson(*m_db, act.leads));
    const auto actOn = [&](CustomerId person, const QVector<LeadId> &leads) -> Result<Acted> {
        Acted done;
        BEBACK_TRY(state, customer(person));
        QVector<EventDraft> drafts;
        for (const LeadId id : leads)
            if (const LeadState *lead = state.lead(id)) {
                auto drafted = drafter.of(state.id, *lead);
                if (const LeftBecause *why = std::get_if<LeftBecause>(&drafted)) {
                    ++done.because[*why];
                    continue;
                }
                drafts << std::get<EventDraft>(std::move(drafted));
                done.leads << id;
            }
        done.changed = int(drafts.size());
        done.left = int(leads.size() - drafts.size());
        if (drafts.isEmpty())
            return done;
        BEBACK_TRY(recorded, m_recorder->record(drafts));
        done.events = recorded.events.mid(0, drafts.size()); // ours come first
        return done;
    };
    Acted all;
    all.asked = leadsOf(act);
    for (auto person = people.cbegin(); person != people.cend(); ++person) {
        const auto done = m_db->inTransaction("act", [&] { return actOn(person.key(), *person); });
        if (!done)
            return brokenOff(all, done.error());
        all += *done;
    }
    return all;
}

Result<Acted> Workplace::actAll(const QVector<ManagerAct> &acts, const QString &by)
{
    for (const ManagerAct &one : acts) // before the first is done
        BEBACK_CHECK(checkAct(one, by));
    Acted all;
    for (const ManagerAct &one : acts)
        all.asked += leadsOf(one);
    for (const ManagerAct &one : acts) {
        const auto done = act(one, by);
        if (!done)
            return brokenOff(all, done.error());
        all += *done;
        if (all.brokenOff)
            break;
    }
    return all;
}

// Each is taken back by itself, so those before the one that failed stay taken back.
Result<ActsUndone> Workplace::undoEach(const QVector<EventId> &events, const QString &by)
{
    BEBACK_CHECK(mayAct(*this, by));
    for (const EventId id : events) {
        BEBACK_TRY(event, event_store::byId(*m_db, id));
        if (!event)
            return Error{Code::NotFound, tr("That entry is not on the history."), {}};
        if (!isManagerAct(*event))
            return Error{Code::Invalid, tr("That entry is not of this kind. Take it back on the history of its person."), {}};
    }
    ActsUndone all;
    all.asked = int(events.size());
    for (const EventId id : events) {
        const auto recorded = m_recorder->undo(id, by, tr("taken back"));
        if (!recorded && recorded.error().code != Code::Stale) { // else somebody took it back before
            if (all.gone == 0)
                return recorded.error();
            all.brokenOff = recorded.error();
            return all;
        }
        all.undone += bool(recorded);
        ++all.gone;
    }
    return all;
}

Result<int> Workplace::undoActs(const QVector<EventId> &events, const QString &by)
{
    BEBACK_TRY(undone, undoEach(events, by));
    if (undone.brokenOff)
        return undoBrokenOff(undone);
    return undone.undone;
}

Result<LoadBalance> Workplace::loadBalance(const QString &login, Connection *from)
{
    BEBACK_CHECK(mayAct(*this, login));
    return readLoadBalance(from ? *from : *m_db, m_station.rooftop, m_plans.rules(), m_rooftop.zone, m_clock.now());
}

} // namespace beback
