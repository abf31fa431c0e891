// What needs a look in a shared database, and a desk that was taken out of it.
#include "core/desk/shared_place.h"

#include "core/store/sealed_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool isManager(const SharedPerson &person)
{
    return person.role == QLatin1String("manager");
}

} // namespace

// The file is cleaned once more: somebody may have been reading when it was done first.
Result<void> SharedPlace::mayComeIn()
{
    BEBACK_TRY(taken, taken_out::read(m_own->db()));
    m_takenOut = taken.has_value();
    if (!taken)
        return {};
    BEBACK_CHECK(taken_out::eraseRemains(m_own->db()));
    own_seal::drop(m_own->db().url().path);
    return Error{Code::Denied, taken_out::sentence(*taken, m_own->rooftop().zone), QStringLiteral("taken out")};
}

Result<std::unique_ptr<SharedPlace>> SharedPlace::joinAnew(const StoreUrl &shared, const Clock &clock, Random &random)
{
    BEBACK_TRY(url, ownStoreOf(shared));
    if (QFileInfo::exists(url.path)) {
        std::unique_ptr<SharedPlace> place(new SharedPlace(shared));
        BEBACK_CHECK(place->openOwn(clock, random));
        BEBACK_TRY(taken, taken_out::read(place->m_own->db()));
        const bool hasNoKey = taken && place->m_own->db().isSealed(); // it was destroyed with the taking out
        if (!hasNoKey)
            BEBACK_CHECK(taken_out::joinAnew(place->m_own->db()));
        place.reset();
        BEBACK_TRY(begun, hasNoKey ? setAside(url.path) : Result<bool>(true));
        if (!begun)
            return Error{Code::Busy, tr("Another Beback on this computer has this desk's file open. Close it and join again."), {}};
    }
    return open(shared, clock, random);
}

Result<QVector<Look>> SharedPlace::looks()
{
    const SharedPerson &person = m_exchange->person();
    BEBACK_TRY(looks, readLooks(m_exchange->shared().db(), person.rooftop, m_own->rooftop().zone, m_exchange->serverNow()));
    if (!isManager(person))
        looks.removeIf([&person](const Look &look) { return look.actor != person.login; });
    return looks;
}

Result<Look> SharedPlace::lookOf(EventId event, std::optional<Look::What> what)
{
    BEBACK_TRY(all, looks());
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const Look &look) { return look.event == event && (!what || look.what == *what); });
    if (found == all.cend())
        return Error{Code::NotFound, tr("Nothing of that needs a look any more. Look at the list again: somebody may have been faster."), {}};
    return *found;
}

Result<void> SharedPlace::lookDone(EventId event, Look::What what, const QString &reason)
{
    BEBACK_TRY(look, lookOf(event, what));
    return beback::lookDone(m_exchange->shared().db(), look, reason);
}

Result<void> SharedPlace::letIn(const QVector<EventId> &events, const QString &reason)
{
    const QString why = reason.trimmed();
    if (!isManager(m_exchange->person()))
        return Error{Code::Denied, tr("Only a manager lets in what is held. Ask one of yours to."), {}};
    if (why.isEmpty() || why.size() > 500)
        return Error{Code::Invalid, tr("Why is it let in? Give a reason, of at most 500 characters; it stands on the history."), {}};
    QVector<Look> let;
    QStringList customers;
    BEBACK_TRY(all, looks());
    for (const Look &look : std::as_const(all)) // in the order they happened
        if (look.isHeld && events.contains(look.event)) {
            if (!look.mayBeLetIn())
                return Error{Code::Invalid, tr("What nobody can read, and what is about a person of another site, stays out."), {}};
            let << look;
            customers << look.customer.toString();
        }
    if (let.size() < events.size())
        return Error{Code::NotFound, tr("Not all of that is held any more. Look at the list again: somebody may have been faster."), {}};
    customers.removeDuplicates();
    BEBACK_CHECK(m_exchange->bring(customers));
    for (const Look &look : std::as_const(let)) {
        EventDraft draft;
        draft.customer = look.customer;
        draft.lead = look.lead;
        draft.kind = EventKind::LetIn;
        draft.actor = m_login;
        draft.body = {{QStringLiteral("event"), look.event.toString()}, {QStringLiteral("reason"), why}};
        BEBACK_CHECK(m_own->recorder().record(draft));
    }
    BEBACK_CHECK(m_exchange->sync()); // which finds them stale, and folds them anew
    return m_exchange->bring(customers);
}

} // namespace beback
