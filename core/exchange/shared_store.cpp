#include "core/exchange/shared_store.h"

#include "core/exchange/packing.h"
#include "core/exchange/wire.h"
#include "core/history/event_store.h"
#include "core/store/migrator.h"
#include "core/store/prepare_ahead.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <limits>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QString arrayOf(const QStringList &values)
{
    QStringList quoted;
    for (QString value : values)
        quoted << QLatin1Char('"') + value.remove(QLatin1Char('"')).remove(QLatin1Char('\\')) + QLatin1Char('"');
    return QLatin1Char('{') + quoted.join(QLatin1Char(',')) + QLatin1Char('}');
}

template <class IdType> QVector<IdType> idsFrom(const QString &parted)
{
    QVector<IdType> ids;
    for (const QString &id : parted.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        ids << IdType::fromString(id);
    return ids;
}

SharedStore::Pushed pushedFrom(Columns &c)
{
    SharedStore::Pushed pushed;
    pushed.lastN = c.int64();
    pushed.stale = idsFrom<CustomerId>(c.text());
    pushed.held = idsFrom<EventId>(c.text());
    return pushed;
}

Statement &bindPlaces(Statement &call, const own_store::Places &after, int limit)
{
    call.bind(":after_0", after.doNotContact.seq).bind(":chain_0", after.doNotContact.chain);
    return call.bind(":after", after.rooftop.seq).bind(":chain", after.rooftop.chain).bind(":limit", limit);
}

SharedStore::FeedRow rowFrom(Columns &c)
{
    SharedStore::FeedRow row;
    row.feed = c.integer();
    row.seq = c.int64();
    row.event = c.text();
    row.customer = c.text();
    row.chain = c.text();
    row.held = c.boolean();
    return row;
}

} // namespace

Result<std::unique_ptr<SharedStore>> SharedStore::connect(const StoreUrl &url)
{
    BEBACK_TRY(db, Connection::open(url, Connection::Mode::ReadWrite));
    // What a desk asks when it connects, exchanges, goes away and comes back.
    (void)prepareAhead(*db, {"store/ledger_exists", "store/ledger_read", "exchange/who", "exchange/handshake", "exchange/feed_end", "exchange/site_facts",
                             "hour/settings", "rule/planned_by", "exchange/pull", "exchange/push_and_pull", "exchange/push_and_claim", "exchange/news",
                             "exchange/histories", "exchange/refold", "exchange/check_out", "exchange/check_in", "exchange/looks_flagged",
                             "exchange/looks_met", "people/users", "rule/count", "words/count", "stock/version"});
    BEBACK_TRY(version, Migrator::version(*db));
    if (version == 0)
        return Error{Code::NotFound, tr("There is no store in %1 yet. Its administrator makes one with: beback init").arg(url.display()), {}};
    const int mine = Migrator::newest(Engine::Postgresql);
    if (version > mine)
        return Error{Code::Newer, tr("The store in %1 is of a newer Beback than this one. Install that one here; what is recorded "
                                     "meanwhile is kept.").arg(url.display()), {}};
    if (version < mine)
        return Error{Code::Newer, tr("This Beback is newer than the store in %1. Its administrator brings it up to date with: "
                                     "beback init; what is recorded meanwhile is kept.").arg(url.display()), {}};
    return std::unique_ptr<SharedStore>(new SharedStore(std::move(db)));
}

bool SharedStore::isBroken() const
{
    return m_db->isBroken();
}

Result<std::optional<SharedPerson>> SharedStore::who()
{
    BEBACK_TRY(select, m_db->statement("exchange/who"));
    BEBACK_CHECK(select.exec());
    if (!select.next()) {
        BEBACK_CHECK(select.finished());
        return std::optional<SharedPerson>();
    }
    Columns c = select.columns();
    SharedPerson person;
    person.login = c.text();
    person.name = c.text();
    person.role = c.text();
    person.rooftop = {c.integer()};
    return std::optional(person);
}

Result<SharedStore::Greeting> SharedStore::handshake(OriginId origin, const QString &station, const Clock &clock)
{
    BEBACK_TRY(call, m_db->statement("exchange/handshake"));
    const Duration asked = clock.sinceBoot();
    BEBACK_CHECK(call.bind(":origin", origin).bind(":station", station).exec());
    if (!call.next())
        return Error{Code::Internal, QStringLiteral("The database did not answer the greeting."), {}};
    m_greetedBoot = asked + (clock.sinceBoot() - asked) / 2;
    Columns c = call.columns();
    Greeting greeting;
    greeting.person.login = c.text();
    greeting.person.name = c.text();
    greeting.person.role = c.text();
    greeting.person.rooftop = {c.integer()};
    greeting.lastN = c.int64();
    greeting.lastId = c.id<EventId>();
    greeting.serverTime = m_greetedAt = c.instant();
    return greeting;
}

Instant SharedStore::now(const Clock &clock) const
{
    return m_setTo ? *m_setTo : m_greetedAt + (clock.sinceBoot() - m_greetedBoot);
}

Result<void> SharedStore::setClock(Instant at)
{
    BEBACK_TRY(call, m_db->statement("exchange/set_clock"));
    BEBACK_CHECK(call.bind(":at", QString::number(at.us)).exec());
    m_setTo = at;
    return {};
}

Result<SharedStore::Pushed> SharedStore::push(OriginId origin, const QJsonArray &events, const QJsonArray &rows)
{
    BEBACK_TRY(call, m_db->statement("exchange/push"));
    call.bind(":origin", origin).bind(":events", QString::fromUtf8(wire::compact(events)));
    BEBACK_CHECK(call.bind(":rows", QString::fromUtf8(wire::compact(rows))).exec());
    if (!call.next())
        return Error{Code::Internal, QStringLiteral("The database did not say what it took."), {}};
    Columns c = call.columns();
    return pushedFrom(c);
}

Result<SharedStore::Next> SharedStore::pushAndClaim(OriginId origin, const QJsonArray &events, const QJsonArray &rows,
                                                    const QStringList &open, Duration lease)
{
    BEBACK_TRY(call, m_db->statement("exchange/push_and_claim"));
    call.bind(":origin", origin).bind(":events", QString::fromUtf8(wire::compact(events)));
    call.bind(":rows", QString::fromUtf8(wire::compact(rows))).bind(":open", arrayOf(open));
    BEBACK_CHECK(call.bind(":lease", qint64(lease.count())).exec());
    Next next;
    while (call.next()) {
        Columns c = call.columns();
        next.pushed = pushedFrom(c);
        Granted given;
        given.claim.customer = c.id<CustomerId>();
        if (given.claim.customer.isNull())
            return next;
        given.claim.lead = c.id<LeadId>();
        given.claim.epoch = c.int64();
        given.claim.until = c.instant();
        given.known = c.int64();
        if (!next.granted)
            next.granted = given;
        next.granted->events << event_store::wholeFrom(c);
    }
    BEBACK_CHECK(call.finished());
    return next;
}

Result<std::optional<SharedStore::Holder>> SharedStore::claimPerson(CustomerId customer, Duration lease)
{
    BEBACK_TRY(call, m_db->statement("exchange/claim_person"));
    BEBACK_CHECK(call.bind(":customer_id", customer).bind(":lease", qint64(lease.count())).exec());
    if (!call.next()) {
        BEBACK_CHECK(call.finished());
        return std::optional<Holder>();
    }
    Columns c = call.columns();
    Holder holder;
    holder.mine = c.boolean();
    holder.login = c.text();
    holder.claim.customer = customer;
    holder.claim.lead = c.id<LeadId>();
    holder.claim.epoch = c.int64();
    holder.claim.until = c.instant();
    holder.trip = c.text();
    return std::optional(holder);
}

Result<std::optional<Instant>> SharedStore::renew(const Claim &claim, Duration lease)
{
    BEBACK_TRY(call, m_db->statement("exchange/renew"));
    call.bind(":customer_id", claim.customer).bind(":epoch", claim.epoch);
    BEBACK_CHECK(call.bind(":lease", qint64(lease.count())).exec());
    if (!call.next())
        return std::optional<Instant>();
    return call.columns().instantOrNone();
}

Result<void> SharedStore::release(CustomerId customer)
{
    BEBACK_TRY(call, m_db->statement("exchange/release"));
    return call.bind(":customer_id", customer).exec();
}

Result<QVector<SharedStore::Along>> SharedStore::checkOut(const QString &trip, const QVector<LeadId> &named, int count,
                                                          const QStringList &open, Duration lease)
{
    QStringList leads;
    for (const LeadId lead : named)
        leads << lead.toString();
    BEBACK_TRY(call, m_db->statement("exchange/check_out"));
    call.bind(":trip", trip).bind(":leads", arrayOf(leads)).bind(":count", count).bind(":open", arrayOf(open));
    BEBACK_CHECK(call.bind(":lease", qint64(lease.count())).exec());
    QVector<Along> along;
    while (call.next()) {
        Columns c = call.columns();
        Along one;
        one.claim.customer = c.id<CustomerId>();
        one.claim.lead = c.id<LeadId>();
        one.claim.epoch = c.int64();
        one.claim.until = c.instant();
        one.why = c.text();
        one.login = c.text();
        along << one;
    }
    BEBACK_CHECK(call.finished());
    return along;
}

Result<int> SharedStore::checkIn(const QString &trip, const QVector<CustomerId> &customers)
{
    QStringList ids;
    for (const CustomerId customer : customers)
        ids << customer.toString();
    BEBACK_TRY(call, m_db->statement("exchange/check_in"));
    BEBACK_CHECK(call.bind(":trip", trip).bind(":customers", arrayOf(ids)).exec());
    return call.next() ? call.columns().integer() : 0;
}

Result<QVector<SharedStore::FeedRow>> SharedStore::pull(const own_store::Places &after, int limit)
{
    BEBACK_TRY(call, m_db->statement("exchange/pull"));
    BEBACK_CHECK(bindPlaces(call, after, limit).exec());
    QVector<FeedRow> rows;
    while (call.next()) {
        Columns c = call.columns();
        rows << rowFrom(c);
    }
    BEBACK_CHECK(call.finished());
    return rows;
}

Result<SharedStore::Exchanged> SharedStore::pushAndPull(OriginId origin, const QJsonArray &events, const QJsonArray &rows,
                                                        const own_store::Places &after, int limit)
{
    BEBACK_TRY(call, m_db->statement("exchange/push_and_pull"));
    const bool packs = events.size() >= packing::WorthIt;
    call.bind(":origin", origin).bind(":events", QString::fromUtf8(packs ? packing::events(events) : wire::compact(events)));
    call.bind(":rows", QString::fromUtf8(packs ? packing::rows(rows) : wire::compact(rows)));
    BEBACK_CHECK(bindPlaces(call, after, limit).exec());
    Exchanged exchanged;
    for (bool isFirst = true; call.next(); isFirst = false) {
        Columns c = call.columns();
        const Pushed pushed = pushedFrom(c);
        if (isFirst)
            exchanged.pushed = pushed;
        FeedRow row = rowFrom(c);
        if (row.seq > 0) // nothing new: one row without any
            exchanged.news << std::move(row);
    }
    BEBACK_CHECK(call.finished());
    return exchanged;
}

Result<own_store::Cursor> SharedStore::feedEnd(int feed)
{
    BEBACK_TRY(call, m_db->statement("exchange/feed_end"));
    BEBACK_CHECK(call.bind(":feed", feed).exec());
    own_store::Cursor end;
    if (call.next()) {
        Columns c = call.columns();
        end.seq = c.int64();
        end.chain = c.text();
    }
    BEBACK_CHECK(call.finished());
    return end;
}

Result<QVector<SharedStore::History>> SharedStore::histories(const QStringList &customerIds)
{
    return historyPage(customerIds, nullptr, std::numeric_limits<int>::max());
}

Result<QVector<SharedStore::History>> SharedStore::historyPage(const QStringList &customerIds, const Event *after, int limit)
{
    BEBACK_TRY(select, m_db->statement("exchange/histories"));
    select.bind(":customers", customerIds.join(QLatin1Char(',')));
    select.bind(":after_customer", after ? after->customer.toString() : QString());
    select.bind(":after_hlc", after ? after->hlc.value : 0).bind(":after_id", after ? after->id.toString() : QString());
    BEBACK_CHECK(select.bind(":limit", limit).exec());
    QVector<History> found;
    while (select.next()) {
        Columns c = select.columns();
        const qint64 known = c.int64();
        Event event = event_store::wholeFrom(c);
        if (found.isEmpty() || found.last().customer != event.customer)
            found << History{event.customer, known, {}};
        found.last().events << std::move(event);
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<QVector<Event>> SharedStore::news(const QStringList &eventIds)
{
    return eventsOf("exchange/news", eventIds);
}

Result<QVector<Event>> SharedStore::known(const QStringList &eventIds)
{
    return eventsOf("exchange/known", eventIds);
}

Result<QVector<Event>> SharedStore::eventsOf(const char *statement, const QStringList &ids)
{
    BEBACK_TRY(select, m_db->statement(statement));
    BEBACK_CHECK(select.bind(":ids", ids.join(QLatin1Char(','))).exec());
    QVector<Event> events;
    while (select.next())
        events << event_store::wholeFrom(select.columns());
    BEBACK_CHECK(select.finished());
    return events;
}

Result<QVector<CustomerId>> SharedStore::stale(int limit)
{
    BEBACK_TRY(select, m_db->statement("exchange/stale"));
    BEBACK_CHECK(select.bind(":limit", limit).exec());
    QVector<CustomerId> found;
    while (select.next())
        found << select.columns().id<CustomerId>();
    BEBACK_CHECK(select.finished());
    return found;
}

Result<bool> SharedStore::refold(CustomerId customer, qint64 known, const QJsonObject &rows)
{
    BEBACK_TRY(call, m_db->statement("exchange/refold"));
    call.bind(":customer_id", customer).bind(":base", known);
    BEBACK_CHECK(call.bind(":rows", QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact))).exec());
    return call.next() && call.columns().boolean();
}

} // namespace beback
