// Many leads given to somebody, and that taken back.
#include "core/desk/event_drafts.h"
#include "core/desk/workplace.h"
#include "core/history/event_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Result<void> mayAssign(Workplace &place, const QString &login)
{
    BEBACK_TRY(agent, place.user(login));
    if (agent.role != QLatin1String("manager"))
        return Error{Code::Denied, tr("Only a manager gives leads to somebody. Ask one of yours to."), {}};
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

// What is to be written about one person. Empty: all of these are closed, or theirs already.
QVector<EventDraft> draftsFor(const CustomerState &state, const QVector<LeadId> &leads, const QString &to, const QString &reason, const QString &by)
{
    QVector<EventDraft> drafts;
    for (const LeadId lead : leads) {
        const LeadState *known = state.lead(lead);
        if (!known || known->status != LeadStatus::Open || known->owner == to)
            continue;
        EventDraft draft = draftOf(state.id, lead, EventKind::Assigned, by);
        draft.body = {{QStringLiteral("to"), to}, {QStringLiteral("reason"), reason}};
        drafts << draft;
    }
    return drafts;
}

} // namespace

Result<Assigned> Workplace::assignLeads(const QVector<LeadId> &leads, const QString &to, const QString &reason, const QString &by)
{
    BEBACK_CHECK(mayAssign(*this, by));
    if (reason.trimmed().isEmpty())
        return Error{Code::Invalid, tr("Why are they given to somebody else? Give a reason; it stands on their history."), {}};
    if (leads.size() > MostAssigned)
        return Error{Code::Invalid, tr("At most %1 leads are given to somebody at once. Choose fewer.").arg(MostAssigned), {}};
    if (!to.isEmpty())
        BEBACK_CHECK(user(to));
    BEBACK_TRY(people, byPerson(*m_db, leads));
    Assigned all;
    for (auto person = people.cbegin(); person != people.cend(); ++person) {
        BEBACK_TRY(events, m_db->inTransaction("assign", [&]() -> Result<QVector<EventId>> {
            BEBACK_TRY(state, customer(person.key()));
            const QVector<EventDraft> drafts = draftsFor(state, *person, to, reason.trimmed(), by);
            if (drafts.isEmpty())
                return QVector<EventId>();
            BEBACK_TRY(recorded, m_recorder->record(drafts));
            return recorded.events.mid(0, drafts.size()); // ours come first
        }));
        all.events += events;
        all.changed += int(events.size());
        all.left += int(person->size() - events.size());
    }
    return all;
}

Result<int> Workplace::undoAssign(const QVector<EventId> &events, const QString &by)
{
    BEBACK_CHECK(mayAssign(*this, by));
    for (const EventId id : events) {
        BEBACK_TRY(event, event_store::byId(*m_db, id));
        if (!event)
            return Error{Code::NotFound, tr("That entry is not on the history."), {}};
        if (event->kind != EventKind::Assigned)
            return Error{Code::Invalid, tr("That entry gave no lead to anybody. Take it back on the history of its person."), {}};
    }
    int undone = 0;
    for (const EventId id : events) {
        const auto recorded = m_recorder->undo(id, by, tr("taken back"));
        if (!recorded && recorded.error().code != Code::Conflict) // somebody took it back before
            return recorded.error();
        undone += bool(recorded);
    }
    return undone;
}

} // namespace beback
