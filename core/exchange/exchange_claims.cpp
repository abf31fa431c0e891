// Who is handed to whom: asks the shared database, and lets the history decide.

#include "core/exchange/exchange.h"
#include "core/exchange/own_clock.h"
#include "core/exchange/trip.h"
#include "core/plan/whereabouts.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int HandOutTries = 5; // people whose row in the queue was wrong, one after the other
constexpr Duration DueSlack = std::chrono::minutes(1);     // the server's time is known to half a round trip

} // namespace

// Where people may be called now, by the server's clock: this computer's may be wrong.
QStringList Exchange::openPlaces() const
{
    const Instant now = serverNow();
    QStringList open;
    const RuleBook &rules = m_plans.rules();
    for (const QString &place : everyPlace(rules))
        if (isOpen(hoursOf({place}, rules), now))
            open << place;
    return open;
}

// A lease counts from before it was asked for: whatever this clock says, and however long the answer took, this desk lets
// go before somebody else can be given them.
Claim Exchange::byOwnClock(Claim claim, const Asked &asked, Duration lease)
{
    claim.until = asked.own + std::min(lease, claim.until - asked.server) - LeaseMargin;
    return claim;
}

Instant Exchange::ownEnd(Instant until) const
{
    return m_clock.now() + (until - serverNow()) - LeaseMargin;
}

Result<std::optional<Claim>> Exchange::claimNext(Duration lease)
{
    for (int attempt = 0; attempt < HandOutTries; ++attempt) {
        BEBACK_TRY(batch, nextBatch());
        BEBACK_CHECK(own_store::settleClock(m_own, m_clock));
        const Asked asked = asking();
        mayBeStale(batch);
        const auto next = within(m_bytesSent, [&] {
            return m_shared->pushAndClaim(m_origin, batch.events, batch.rows, openPlaces(), lease);
        });
        if (!next) {
            BEBACK_CHECK(mend(next.error()));
            continue;
        }
        const auto claim = take(batch, *next, asked, lease);
        if (!claim && next->granted) // this disk is full, say: nobody has to wait for the lease to run out
            (void)m_shared->release(next->granted->claim.customer);
        if (!claim || *claim || !next->granted)
            return claim;
    }
    return Error{Code::Busy, tr("The queue is being put in order. Ask for the next person again."), {}};
}

Result<std::optional<Claim>> Exchange::take(const Batch &batch, const SharedStore::Next &next, const Asked &asked, Duration lease)
{
    BEBACK_CHECK(taken(batch, next.pushed));
    if (!next.granted)
        return std::optional<Claim>();
    BEBACK_CHECK(keepApart(next.granted->events));
    return handOut(*next.granted, asked, lease);
}

// The history decides, not the row that was picked by: where folding it says that this person is not due, the row is put
// right and they are given back.
Result<std::optional<Claim>> Exchange::handOut(const SharedStore::Granted &granted, const Asked &asked, Duration lease)
{
    const CustomerId customer = granted.claim.customer;
    const Claim claim = byOwnClock(granted.claim, asked, lease);
    bool due = false;
    BEBACK_CHECK(m_own.inTransaction("claim", [&]() -> Result<void> {
        BEBACK_CHECK(own_store::adopt(m_own, m_person.rooftop, customer, granted.events, m_plans, serverNow()));
        BEBACK_TRY(row, m_own.statement("history/queue_read"));
        BEBACK_CHECK(row.bind(":customer_id", customer).exec());
        if (row.next()) {
            Columns c = row.columns();
            const LeadId lead = c.id<LeadId>();
            c.skip(); // owner
            const bool stuck = c.integer() == int(Band::Stuck);
            c.skip(); // gate
            due = lead == claim.lead && !stuck && c.instant() <= serverNow() + DueSlack;
        }
        return due ? own_store::noteClaim(m_own, m_person.rooftop, claim, m_person.login, asked.own) : Result<void>();
    }, Connection::Commit::Fetchable));
    if (due)
        return std::optional(claim);
    BEBACK_CHECK(refold({customer}));
    BEBACK_CHECK(m_shared->release(customer));
    return std::optional<Claim>();
}

// What people call somebody, as far as this desk knows.
QString Exchange::nameOf(const QString &login)
{
    auto select = m_own.statement("people/users");
    if (!select || !select->bind(":rooftop_id", m_person.rooftop).exec())
        return login;
    while (select->next()) {
        Columns c = select->columns();
        const QString candidate = c.text(), name = c.text();
        if (candidate == login)
            return name;
    }
    return login;
}

// The time as the site reads it.
QString Exchange::timeOf(Instant at)
{
    QString zone;
    if (auto select = m_own.statement("people/rooftop_read"); select && select->bind(":id", m_person.rooftop).exec() && select->next()) {
        Columns c = select->columns();
        for (int i = 0; i < 5; ++i)
            c.skip();
        zone = c.text();
    }
    return wording::dayAndTime(at, zones::isKnown(zone) ? zone : QStringLiteral("UTC"), serverNow());
}

Error Exchange::withSomebody(const SharedStore::Holder &holder)
{
    if (!holder.trip.isEmpty())
        return {Code::Conflict, tr("%1 has taken them along until %2.").arg(nameOf(holder.login), timeOf(holder.claim.until)), {}};
    return {Code::Conflict, tr("%1 is working on this person now.").arg(nameOf(holder.login)), {}};
}

Result<Claim> Exchange::claim(CustomerId customer, Duration lease)
{
    BEBACK_CHECK(own_store::settleClock(m_own, m_clock));
    const Asked asked = asking();
    BEBACK_TRY(holder, m_shared->claimPerson(customer, lease));
    if (!holder)
        return Error{Code::NotFound, tr("This person has no open lead. Reopen one first."), {}};
    if (!holder->mine)
        return withSomebody(*holder);
    const Claim claim = byOwnClock(holder->claim, asked, lease);
    BEBACK_CHECK(bring({customer.toString()}));
    BEBACK_CHECK(own_store::noteClaim(m_own, m_person.rooftop, claim, m_person.login, asked.own));
    return claim;
}

Result<Claim> Exchange::renew(const Claim &claim, Duration lease)
{
    BEBACK_CHECK(own_store::settleClock(m_own, m_clock));
    const Asked asked = asking();
    BEBACK_TRY(until, m_shared->renew(claim, lease));
    if (!until)
        return Error{Code::Stale, tr("The lease on this person ended before it was renewed. What you record is kept."), {}};
    Claim renewed = claim;
    renewed.until = *until;
    renewed = byOwnClock(renewed, asked, lease);
    BEBACK_CHECK(own_store::noteClaim(m_own, m_person.rooftop, renewed, m_person.login, asked.own));
    return renewed;
}

Result<void> Exchange::release(CustomerId customer)
{
    return m_shared->release(customer);
}

} // namespace beback
