// What people ask of us and agree to.
#include "core/desk/workplace.h"
#include "core/time/wording.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

EventDraft draftOf(CustomerId customer, EventKind kind, const QString &login)
{
    EventDraft draft;
    draft.customer = customer;
    draft.kind = kind;
    draft.actor = login;
    return draft;
}

} // namespace

Result<RecordReceipt> Workplace::setWish(CustomerId id, const Wish &wish, const QString &login)
{
    if (wish.after.isValid() && wish.before.isValid() && wish.after >= wish.before)
        return Error{Code::Invalid, tr("The hours they asked for end before they begin."), {}};
    Wish kept = wish;
    kept.text = wish.text.simplified();
    EventDraft draft = draftOf(id, EventKind::WishSet, login);
    draft.body = kept.toBody();
    return recordDraft(draft);
}

Result<RecordReceipt> Workplace::giveConsent(CustomerId id, Medium medium, const QString &how, const QString &login)
{
    if (how.trimmed().isEmpty())
        return Error{Code::Invalid, tr("How did they agree? Their words, or where it stands; it is kept as the proof."), {}};
    BEBACK_TRY(recorded, m_recorder->record(id, [&](const CustomerState &state) -> Result<QVector<EventDraft>> {
        if (const DoNotContact *refusal = state.refusal({}, medium))
            return Error{Code::Conflict,
                         tr("On %1 they asked not to be contacted. A manager has to take that back first, because they say so.")
                             .arg(wording::date(zones::local(refusal->since, m_rooftop.zone).date, day())),
                         {}};
        EventDraft draft = draftOf(id, EventKind::ConsentGiven, login);
        draft.body = {{QStringLiteral("medium"), toText(medium)}, {QStringLiteral("how"), how.simplified()}};
        return QVector<EventDraft>{draft};
    }));
    RecordReceipt receipt;
    receipt.event = recorded.events.first();
    receipt.customer = id;
    receipt.next = recorded.next;
    return receipt;
}

} // namespace beback
