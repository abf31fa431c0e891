#include "core/exchange/own_store.h"

#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/history/row_store.h"
#include "core/plan/next_step.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace beback::own_store {

namespace {

Result<QStringList> texts(Statement &select)
{
    BEBACK_CHECK(select.exec());
    QStringList found;
    while (select.next())
        found << select.columns().text();
    BEBACK_CHECK(select.finished());
    return found;
}

Result<QVector<Event>> wholeEvents(Statement &select)
{
    BEBACK_CHECK(select.exec());
    QVector<Event> events;
    while (select.next())
        events << event_store::wholeFrom(select.columns());
    BEBACK_CHECK(select.finished());
    return events;
}

Result<void> takeOver(Connection &own, const Event &event)
{
    BEBACK_TRY(add, own.statement("exchange/adopt"));
    return event_store::bindWhole(add, event).exec();
}

Result<void> putHeld(Connection &own, RooftopId rooftop, const QString &event, const QString &why)
{
    BEBACK_TRY(put, own.statement("exchange/flag_put"));
    return put.bind(":event_id", event).bind(":rooftop_id", rooftop).bind(":flag", why).bind(":held", true).exec();
}

Result<void> countAgain(Connection &own, const QVector<Event> &events)
{
    QStringList ids;
    for (const Event &event : events)
        ids << event.id.toString();
    BEBACK_TRY(remove, own.statement("exchange/back_there"));
    return remove.bindList(":ids", ids).exec();
}

// What a manager let in counts here from now on, too.
Result<void> letIn(Connection &own, const Event &event)
{
    if (event.kind != EventKind::LetIn)
        return {};
    BEBACK_TRY(update, own.statement("exchange/let_in"));
    return update.bind(":event_id", event.body.value(QLatin1String("event")).toString()).exec();
}

// Writes what these events, all there are about a customer, amount to. `before`: the rows there are; null: none.
Result<void> derive(Connection &own, RooftopId rooftop, CustomerId customer, QVector<Event> events, const DerivedRows *before,
                    const PlanBook &plans)
{
    const CustomerState state = fold(std::move(events));
    return row_store::write(own, rooftop, customer, before, deriveRows(state, nextForCustomer(state, plans), plans.rules()));
}

} // namespace

Result<DeskNumbers> numbers(Connection &own)
{
    BEBACK_TRY(select, own.statement("exchange/desk"));
    BEBACK_CHECK(select.exec());
    DeskNumbers found;
    if (select.next()) {
        Columns c = select.columns();
        found.origin = c.id<OriginId>();
        found.last = c.int64();
        found.confirmed = c.int64();
        found.lastHlc = {c.int64()};
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<OriginId> makeOrigin(Connection &own, Random &random, Instant now)
{
    return own.inTransaction("origin", [&]() -> Result<OriginId> {
        BEBACK_TRY(counters, event_store::counters(own, random, now));
        return counters.origin;
    });
}

Result<void> setNumbers(Connection &own, const DeskNumbers &numbers)
{
    BEBACK_TRY(put, own.statement("exchange/desk_put"));
    put.bind(":origin", numbers.origin).bind(":last_n", numbers.last).bind(":confirmed_n", numbers.confirmed);
    return put.bind(":last_hlc", numbers.lastHlc.value).exec();
}

Result<QVector<Event>> ownAfter(Connection &own, qint64 n, int limit)
{
    BEBACK_TRY(select, own.statement("exchange/own_after"));
    select.bind(":n", n).bind(":limit", limit);
    return wholeEvents(select);
}

Result<QVector<Event>> ahead(Connection &own, Hlc limit)
{
    BEBACK_TRY(select, own.statement("exchange/ahead"));
    select.bind(":hlc", limit.value);
    return wholeEvents(select);
}

Result<Hlc> newestStamp(Connection &own, Hlc limit)
{
    BEBACK_TRY(select, own.statement("exchange/newest_stamp"));
    BEBACK_CHECK(select.bind(":hlc", limit.value).exec());
    return select.next() ? Hlc{select.columns().int64()} : Hlc{};
}

Result<QVector<Outgoing>> outgoing(Connection &own, int limit)
{
    BEBACK_TRY(select, own.statement("exchange/outbox"));
    BEBACK_CHECK(select.bind(":limit", limit).exec());
    QVector<Outgoing> found;
    while (select.next()) {
        Columns c = select.columns();
        const qint64 last = c.int64();
        Outgoing one{event_store::wholeFrom(c), false};
        one.isLast = one.event.n == last;
        found << std::move(one);
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<QVector<Event>> outbox(Connection &own, int limit)
{
    BEBACK_TRY(found, outgoing(own, limit));
    QVector<Event> events;
    for (const Outgoing &one : std::as_const(found))
        events << one.event;
    return events;
}

Result<Waiting> waiting(Connection &own)
{
    BEBACK_TRY(select, own.statement("exchange/outbox_count"));
    BEBACK_CHECK(select.exec());
    Waiting found;
    if (select.next()) {
        Columns c = select.columns();
        found.events = c.integer();
        found.oldest = c.instant();
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<void> confirmUpTo(Connection &own, qint64 n)
{
    BEBACK_TRY(update, own.statement("exchange/confirm"));
    return update.bind(":n", n).exec();
}

Result<qint64> largestOwn(Connection &own, const QStringList &eventIds)
{
    BEBACK_TRY(select, own.statement("exchange/confirmed"));
    BEBACK_CHECK(select.bindList(":ids", eventIds).exec());
    return select.next() ? select.columns().int64() : qint64(0);
}

Result<Cursor> cursor(Connection &own, int feed)
{
    BEBACK_TRY(select, own.statement("exchange/cursor"));
    BEBACK_CHECK(select.bind(":feed", feed).exec());
    Cursor found;
    if (select.next()) {
        Columns c = select.columns();
        found.begun = true;
        found.seq = c.int64();
        found.chain = c.text();
        found.readAt = c.instant();
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<void> noteRead(Connection &own, int feed, Instant at)
{
    return own.inTransaction("read", [&]() -> Result<void> {
        BEBACK_TRY(put, own.statement("exchange/cursor_read"));
        return put.bind(":feed", feed).bind(":at", at).exec();
    }, Connection::Commit::Fetchable);
}

Result<void> setCursor(Connection &own, int feed, const Cursor &cursor)
{
    BEBACK_TRY(put, own.statement("exchange/cursor_put"));
    return put.bind(":feed", feed).bind(":seq", cursor.seq).bind(":chain", cursor.chain).exec();
}

Result<Places> places(Connection &own, RooftopId rooftop)
{
    BEBACK_TRY(doNotContact, cursor(own, 0));
    BEBACK_TRY(ofRooftop, cursor(own, rooftop.value));
    return Places{doNotContact, ofRooftop};
}

Result<void> resetCursors(Connection &own)
{
    BEBACK_TRY(reset, own.statement("exchange/cursors_reset"));
    return reset.exec();
}

Result<qint64> knownOf(Connection &own, RooftopId rooftop, CustomerId customer)
{
    BEBACK_TRY(select, own.statement("exchange/known_of"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":customer_id", customer).exec());
    return select.next() ? select.columns().int64() : qint64(0);
}

Result<QStringList> carriedOf(Connection &own, RooftopId rooftop, const QStringList &customerIds)
{
    BEBACK_TRY(select, own.statement("exchange/carried_of"));
    select.bind(":rooftop_id", rooftop).bindList(":ids", customerIds);
    return texts(select);
}

Result<QStringList> unknownEvents(Connection &own, const QStringList &eventIds)
{
    BEBACK_TRY(select, own.statement("exchange/unknown_events"));
    select.bindList(":ids", eventIds);
    return texts(select);
}

Result<QVector<OriginId>> inTheWayOf(Connection &own, const QVector<Event> &events)
{
    QJsonArray places;
    for (const Event &event : events)
        places << QJsonArray{event.origin.toString(), event.n, event.id.toString()};
    BEBACK_TRY(select, own.statement("exchange/in_the_way"));
    BEBACK_CHECK(select.bind(":places", QString::fromUtf8(QJsonDocument(places).toJson(QJsonDocument::Compact))).exec());
    QVector<OriginId> origins;
    while (select.next())
        origins << select.columns().id<OriginId>();
    BEBACK_CHECK(select.finished());
    return origins;
}

Result<QMultiHash<CustomerId, EventId>> ofOrigin(Connection &own, OriginId origin, qint64 before)
{
    BEBACK_TRY(select, own.statement("exchange/of_origin"));
    BEBACK_CHECK(select.bind(":origin", origin).bind(":aside", before).exec());
    QMultiHash<CustomerId, EventId> found;
    while (select.next()) {
        Columns c = select.columns();
        const EventId event = c.id<EventId>();
        found.insert(c.id<CustomerId>(), event);
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<void> deriveAnew(Connection &own, RooftopId rooftop, CustomerId customer, const PlanBook &plans)
{
    BEBACK_TRY(events, event_store::ofCustomer(own, rooftop, customer));
    BEBACK_TRY(before, row_store::read(own, rooftop, customer));
    return derive(own, rooftop, customer, std::move(events), before == DerivedRows{} ? nullptr : &before, plans);
}

Result<void> hold(Connection &own, RooftopId rooftop, const QVector<EventId> &events, const PlanBook &plans)
{
    return own.inTransaction("hold", [&]() -> Result<void> {
        QSet<CustomerId> customers;
        for (const EventId id : events) {
            BEBACK_CHECK(putHeld(own, rooftop, id.toString(), QStringLiteral("held")));
            BEBACK_TRY(event, event_store::byId(own, id));
            if (event)
                customers.insert(event->customer);
        }
        // At once: what is recorded next takes the rows for what the history amounts to.
        for (const CustomerId customer : std::as_const(customers))
            BEBACK_CHECK(deriveAnew(own, rooftop, customer, plans));
        return {};
    });
}

Result<QStringList> othersOf(Connection &own, RooftopId rooftop, CustomerId customer)
{
    BEBACK_TRY(select, own.statement("exchange/others_of"));
    select.bind(":rooftop_id", rooftop).bind(":customer_id", customer);
    return texts(select);
}

Result<void> setAside(Connection &own, RooftopId rooftop, CustomerId customer, const QStringList &eventIds, const PlanBook &plans)
{
    return own.inTransaction("set_aside", [&]() -> Result<void> {
        for (const QString &event : eventIds)
            BEBACK_CHECK(putHeld(own, rooftop, event, QStringLiteral("not_there")));
        return deriveAnew(own, rooftop, customer, plans);
    });
}

Result<void> noteClaim(Connection &own, RooftopId rooftop, const Claim &claim, const QString &login, Instant since)
{
    return own.inTransaction("claim", [&]() -> Result<void> {
        BEBACK_TRY(put, own.statement("exchange/claim_put"));
        put.bind(":customer_id", claim.customer).bind(":rooftop_id", rooftop).bind(":lead_id", claim.lead);
        put.bind(":login", login).bind(":epoch", claim.epoch).bind(":until", claim.until).bind(":since", since);
        return put.exec();
    });
}

Result<void> adopt(Connection &own, RooftopId rooftop, CustomerId customer, const QVector<Event> &events,
                   const PlanBook &plans, Instant serverNow)
{
    return own.inTransaction("adopt", [&]() -> Result<void> {
        BEBACK_TRY(carried, carriedOf(own, rooftop, {customer.toString()}));
        Hlc newest;
        for (const Event &event : events) {
            BEBACK_CHECK(takeOver(own, event));
            BEBACK_CHECK(letIn(own, event));
            if (event.hlc.instant() <= serverNow + ClockTolerance)
                newest = std::max(newest, event.hlc);
        }
        if (!carried.isEmpty())
            BEBACK_CHECK(countAgain(own, events));
        {
            BEBACK_TRY(seen, own.statement("exchange/clock_seen"));
            BEBACK_CHECK(seen.bind(":hlc", newest.value).exec());
        }
        return carried.isEmpty() ? derive(own, rooftop, customer, events, nullptr, plans) // they are all there is
                                 : deriveAnew(own, rooftop, customer, plans);
    });
}

} // namespace beback::own_store
