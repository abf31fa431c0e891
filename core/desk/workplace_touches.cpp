// What other departments did, taken in from their lists.
#include "core/desk/workplace.h"
#include "core/intake/find_person.h"
#include "core/intake/touch_list.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

constexpr qsizetype InOneTransaction = 200;

LeadDraft asLead(const OthersTouch &touch)
{
    LeadDraft lead;
    lead.points = touch.points;
    return lead;
}

// The lead it is told of: the newest that is open, else the newest.
const LeadState *leadFor(const CustomerState &customer)
{
    const LeadState *found = customer.leads.isEmpty() ? nullptr : &customer.leads.constLast();
    for (const LeadState &lead : customer.leads)
        if (lead.status == LeadStatus::Open)
            found = &lead;
    return found;
}

// The same touch, from a list that was taken in before.
bool isKnown(const CustomerState &customer, const OthersTouch &touch)
{
    return std::any_of(customer.touches.cbegin(), customer.touches.cend(), [&](const Touch &known) {
        return known.at == touch.at && known.medium == touch.medium && known.department == touch.department;
    });
}

EventDraft draftOf(const CustomerState &customer, const LeadState &lead, const OthersTouch &touch, const QString &login)
{
    EventDraft draft;
    draft.customer = customer.id;
    draft.lead = lead.id;
    draft.kind = EventKind::Attempt;
    draft.actor = login;
    draft.medium = touch.medium;
    draft.direction = Direction::Out;
    draft.outcome = touch.outcome;
    draft.occurredAt = touch.at;
    draft.body = {{QStringLiteral("department"), touch.department}, {QStringLiteral("point"), touch.points.first().key()}};
    if (!touch.note.isEmpty())
        draft.body.insert(QLatin1String("note"), touch.note);
    return draft;
}

} // namespace

Result<TouchesTaken> Workplace::takeTouches(const QVector<OthersTouch> &touches, const QString &login, bool dryRun)
{
    TouchesTaken taken;
    for (qsizetype begin = 0; begin < touches.size(); begin += InOneTransaction) {
        TouchesTaken before = taken;
        BEBACK_CHECK(m_db->inTransaction("touches", [&]() -> Result<void> {
            taken = before; // it may be tried again
            for (const OthersTouch &touch : touches.mid(begin, InOneTransaction))
                BEBACK_CHECK(takeTouch(touch, login, dryRun, taken));
            return {};
        }));
    }
    return taken;
}

Result<void> Workplace::takeTouch(const OthersTouch &touch, const QString &login, bool dryRun, TouchesTaken &taken)
{
    BEBACK_TRY(found, findPerson(*m_db, m_station.rooftop, asLead(touch)));
    const PersonMatch *person = found.best();
    if (!person || person->points == 0) {
        taken.strangers << touch.row;
        return {};
    }
    BEBACK_TRY(state, customer(person->customer));
    const LeadState *lead = leadFor(state);
    if (!lead || isKnown(state, touch)) {
        ++taken.known;
        return {};
    }
    ++taken.taken;
    if (dryRun)
        return {};
    BEBACK_CHECK(m_recorder->record(draftOf(state, *lead, touch, login)));
    return {};
}

} // namespace beback
