#include "core/exchange/trip.h"

#include "core/exchange/own_clock.h"
#include "core/exchange/own_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QVector<LeadId> leadsFrom(const QString &text)
{
    QVector<LeadId> leads;
    for (const QString &id : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        leads << LeadId::fromString(id);
    return leads;
}

QString leadsText(const QVector<LeadId> &leads)
{
    QStringList ids;
    for (const LeadId lead : leads)
        ids << lead.toString();
    return ids.join(QLatin1Char(','));
}

} // namespace

Result<void> checkWish(const TripWish &wish)
{
    if (wish.leads < 1 || wish.leads > MostAlong || wish.named.size() > MostAlong)
        return Error{Code::Invalid, tr("From 1 to %1 leads can be taken along. Choose fewer.").arg(MostAlong), {}};
    if (wish.lasts < std::chrono::hours(1) || wish.lasts > std::chrono::hours(MostHours))
        return Error{Code::Invalid, tr("A trip lasts from 1 to %1 hours. Choose its hours in between; it can be taken again afterwards.").arg(MostHours), {}};
    return {};
}

int Trip::brought() const
{
    return int(std::count_if(leads.cbegin(), leads.cend(), [](const TripLead &lead) { return lead.isBrought; }));
}

const TripLead *Trip::of(CustomerId customer) const
{
    const auto found = std::find_if(leads.cbegin(), leads.cend(), [customer](const TripLead &lead) { return lead.customer == customer; });
    return found == leads.cend() ? nullptr : &*found;
}

namespace own_store {

namespace {

Result<void> readLeads(Connection &own, Trip &trip)
{
    BEBACK_TRY(select, own.statement("exchange/trip_leads"));
    BEBACK_CHECK(select.bind(":trip", trip.id).exec());
    while (select.next()) {
        Columns c = select.columns();
        TripLead lead;
        lead.customer = c.id<CustomerId>();
        lead.lead = c.id<LeadId>();
        lead.epoch = c.int64();
        lead.isBrought = c.boolean();
        trip.leads << lead;
    }
    return select.finished();
}

Result<void> put(Connection &own, RooftopId rooftop, const QString &login, const Trip &trip)
{
    BEBACK_TRY(put, own.statement("exchange/trip_put"));
    put.bind(":id", trip.id).bind(":rooftop_id", rooftop).bind(":login", login).bind(":begun_at", trip.begun);
    put.bind(":begun_n", trip.begunN).bind(":until", trip.until).bind(":wanted", trip.wanted);
    return put.bind(":named", leadsText(trip.named)).bind(":granted", trip.isGranted).exec();
}

Result<void> release(Connection &own, const QString &login, const QVector<CustomerId> &customers)
{
    BEBACK_TRY(release, own.statement("queue/release"));
    for (const CustomerId customer : customers)
        BEBACK_CHECK(release.bind(":customer_id", customer).bind(":login", login).exec());
    return {};
}

} // namespace

Result<std::optional<Trip>> trip(Connection &own, const Clock &clock)
{
    BEBACK_CHECK(settleClock(own, clock));
    std::optional<Trip> found;
    {
        BEBACK_TRY(select, own.statement("exchange/trip"));
        BEBACK_CHECK(select.exec());
        if (select.next()) {
            Columns c = select.columns();
            found.emplace();
            found->id = c.text();
            found->begun = c.instant();
            found->begunN = c.int64();
            found->until = c.instant();
            found->wanted = c.integer();
            found->named = leadsFrom(c.text());
            found->isGranted = c.boolean();
        }
        BEBACK_CHECK(select.finished());
    }
    if (found)
        BEBACK_CHECK(readLeads(own, *found));
    return found;
}

Result<void> beginTrip(Connection &own, RooftopId rooftop, const QString &login, const Trip &trip)
{
    return own.inTransaction("trip", [&] { return put(own, rooftop, login, trip); });
}

Result<void> grantTrip(Connection &own, RooftopId rooftop, const QString &login, const Trip &trip, const QVector<Claim> &claims)
{
    return own.inTransaction("trip", [&]() -> Result<void> {
        BEBACK_CHECK(put(own, rooftop, login, trip));
        int place = 0;
        for (const Claim &claim : claims) {
            {
                BEBACK_TRY(add, own.statement("exchange/trip_lead_put"));
                add.bind(":trip", trip.id).bind(":place", ++place).bind(":customer_id", claim.customer);
                BEBACK_CHECK(add.bind(":lead_id", claim.lead).bind(":epoch", claim.epoch).exec());
            }
            BEBACK_CHECK(noteClaim(own, rooftop, claim, login, trip.begun));
        }
        return {};
    });
}

Result<void> noteBrought(Connection &own, const Trip &trip, const QStringList &customers)
{
    return own.inTransaction("brought", [&]() -> Result<void> {
        BEBACK_TRY(note, own.statement("exchange/trip_leads_brought"));
        return note.bind(":trip", trip.id).bindList(":ids", customers).exec();
    });
}

Result<void> leaveTrip(Connection &own, const Trip &trip, const QString &login, const QVector<CustomerId> &customers)
{
    return own.inTransaction("trip ends", [&]() -> Result<void> {
        QVector<CustomerId> left = customers;
        QStringList ids;
        if (customers.isEmpty())
            for (const TripLead &lead : trip.leads)
                left << lead.customer;
        for (const CustomerId customer : std::as_const(left))
            ids << customer.toString();
        BEBACK_CHECK(release(own, login, left));
        {
            BEBACK_TRY(remove, own.statement("exchange/trip_leads_remove"));
            BEBACK_CHECK(remove.bind(":trip", trip.id).bindList(":ids", ids).exec());
        }
        Trip after = trip;
        after.leads.clear();
        BEBACK_CHECK(readLeads(own, after));
        if (!customers.isEmpty() && !after.leads.isEmpty())
            return {};
        for (const char *name : {"exchange/trip_leads_end", "exchange/trip_end"}) {
            BEBACK_TRY(remove, own.statement(name));
            BEBACK_CHECK(remove.bind(":trip", trip.id).exec());
        }
        return {};
    });
}

} // namespace own_store
} // namespace beback
