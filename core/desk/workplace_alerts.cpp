// A deal that may still be saved: an agent calls, a manager answers.
#include "core/desk/event_drafts.h"
#include "core/desk/guide_deeds.h"
#include "core/desk/workplace.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

Result<RecordReceipt> Workplace::raiseAlert(CustomerId id, LeadId lead, const QString &deal, const QString &login)
{
    BEBACK_TRY(recorded, m_recorder->record(id, [&](const CustomerState &state) -> Result<QVector<EventDraft>> {
        const LeadState *known = state.lead(lead);
        if (!known)
            return Error{Code::NotFound, tr("This person has no such lead."), {}};
        if (known->alert && known->alert->isOpen())
            return Error{Code::Conflict, tr("A manager was called about this lead already and has not answered yet."), {}};
        return QVector<EventDraft>{alertDraft(id, lead, deal.trimmed(), m_clock.now(), login)};
    }));
    return receiptOf(recorded, lead);
}

Result<RecordReceipt> Workplace::moveAlert(CustomerId id, LeadId lead, EventKind kind, const QString &answer, const QString &text, const QString &login)
{
    BEBACK_CHECK(mustBeManager(login, tr("Only a manager answers this.")));
    BEBACK_TRY(recorded, m_recorder->record(id, [&](const CustomerState &state) -> Result<QVector<EventDraft>> {
        const LeadState *known = state.lead(lead);
        if (!known || !known->alert)
            return Error{Code::NotFound, tr("Nobody called for a manager about this lead."), {}};
        if (!known->alert->isOpen())
            return Error{Code::Conflict, tr("%1 has answered this already.").arg(known->alert->answeredBy), {}};
        EventDraft draft = draftOf(id, lead, kind, login);
        put(draft.body, "alert", known->alert->event.toString());
        put(draft.body, "answer", answer);
        put(draft.body, "text", text.trimmed());
        return QVector<EventDraft>{draft};
    }));
    return receiptOf(recorded, lead);
}

Result<RecordReceipt> Workplace::seeAlert(CustomerId customer, LeadId lead, const QString &login)
{
    return moveAlert(customer, lead, EventKind::AlertSeen, {}, {}, login);
}

Result<RecordReceipt> Workplace::answerAlert(CustomerId customer, LeadId lead, AlertAnswer answer, const QString &text, const QString &login)
{
    if (answer == AlertAnswer::Offer && text.trimmed().isEmpty())
        return Error{Code::Invalid, tr("What do you offer? The agent says it to them as it stands there."), {}};
    return moveAlert(customer, lead, EventKind::AlertAnswered, toText(answer), text, login);
}

Result<QVector<AlertOnDesk>> Workplace::alerts()
{
    return readAlerts(*m_db, m_station.rooftop, m_clock.now());
}

} // namespace beback
