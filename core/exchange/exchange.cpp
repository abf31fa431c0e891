#include "core/exchange/exchange.h"

#include "core/exchange/wire.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"

#include <QCoreApplication>
#include <QSet>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int BatchEvents = 500;
constexpr int FeedPage = 5000;
constexpr int BroughtAtOnce = 200;
constexpr int RefoldTries = 3;  // somebody else may write each time

} // namespace

Exchange::Exchange(Connection &own, const Clock &clock, Random &random, const PlanBook &plans, QString station)
    : m_own(own), m_clock(clock), m_random(random), m_plans(plans), m_station(std::move(station))
{
}

Result<void> Exchange::connect(const StoreUrl &shared)
{
    disconnect();
    m_url = shared;
    BEBACK_TRY(store, SharedStore::connect(shared));
    BEBACK_TRY(person, store->who());
    if (!person)
        return Error{Code::NotFound,
                     tr("Nobody works at %1 under the name you connect with. A manager can add you with: beback user add").arg(shared.display()),
                     {}};
    BEBACK_TRY(origin, own_store::makeOrigin(m_own, m_random, m_clock.now()));
    m_origin = origin;
    BEBACK_TRY(greeting, store->handshake(m_origin, m_station, m_clock));
    BEBACK_CHECK(checkOwnFile(greeting));
    m_person = greeting.person;
    m_shared = std::move(store);
    const auto started = startFeeds();
    if (!started)
        disconnect();
    return started;
}

void Exchange::disconnect()
{
    m_shared.reset();
}

Instant Exchange::serverNow() const
{
    return m_shared ? m_shared->now(m_clock) : m_clock.now();
}

// The database knows this desk's events up to some number. If the event of that number is another one here, or is not
// here, this file is a copy or an older state of itself; sending from it would give numbers twice.
Result<void> Exchange::checkOwnFile(const SharedStore::Greeting &greeting)
{
    BEBACK_TRY(numbers, own_store::numbers(m_own));
    if (greeting.lastN == 0)
        return {};
    bool same = numbers.last >= greeting.lastN;
    if (same) {
        BEBACK_TRY(event, event_store::byId(m_own, greeting.lastId));
        same = event && event->origin == m_origin && event->n == greeting.lastN;
    }
    if (!same)
        return Error{Code::Stale,
                     tr("This desk's own file is a copy or an older backup: the shared database has newer entries of this desk. "
                        "Move %1 away and start again; everything that was sent is in the shared database.")
                         .arg(m_own.url().display()),
                     {}};
    return {};
}

// A new desk reads the feeds from where they are: what it carries, it reads whole. Once only: a feed that was empty then is
// read from its beginning, however often this desk connects before it sees the first entry.
Result<void> Exchange::startFeeds()
{
    for (const int feed : {0, m_person.rooftop.value}) {
        BEBACK_TRY(at, own_store::cursor(m_own, feed));
        if (at.begun)
            continue;
        BEBACK_TRY(end, m_shared->feedEnd(feed));
        BEBACK_CHECK(own_store::setCursor(m_own, feed, end));
    }
    return {};
}

Result<QJsonObject> Exchange::rowsOf(CustomerId customer)
{
    BEBACK_TRY(events, event_store::ofCustomer(m_own, m_person.rooftop, customer));
    const CustomerState state = fold(std::move(events));
    return wire::toJson(deriveRows(state, nextForCustomer(state, m_plans)));
}

// The oldest part of the outbox, with the derived rows of those people none of whose events is left for a later part.
// One look at the own store, in which others of this desk write meanwhile: the rows say what these events amount to.
Result<Exchange::Batch> Exchange::nextBatch()
{
    return m_own.inTransaction("batch", [&] { return readBatch(); });
}

Result<Exchange::Batch> Exchange::readBatch()
{
    Batch batch;
    BEBACK_TRY(events, own_store::outbox(m_own, BatchEvents + 1));
    const bool more = events.size() > BatchEvents;
    for (const Event &event : events.mid(0, BatchEvents)) {
        batch.events << wire::toJson(event);
        batch.customers.insert(event.customer);
        batch.lastN = event.n;
    }
    for (const CustomerId customer : std::as_const(batch.customers)) {
        if (more)
            continue; // an outbox this long is settled by the fold at its end
        BEBACK_TRY(known, own_store::knownOf(m_own, m_person.rooftop, customer));
        BEBACK_TRY(rows, rowsOf(customer));
        batch.rows << QJsonObject{{QStringLiteral("customer_id"), customer.toString()},
                                  {QStringLiteral("base"), known},
                                  {QStringLiteral("rows"), rows}};
    }
    return batch;
}

Result<QVector<CustomerId>> Exchange::sync()
{
    BEBACK_TRY(first, pull());
    QSet<CustomerId> changed(first.cbegin(), first.cend());
    BEBACK_CHECK(push(changed));
    const QSet<CustomerId> stale = std::exchange(m_stale, {});
    BEBACK_CHECK(refold(QVector<CustomerId>(stale.cbegin(), stale.cend())));
    return QVector<CustomerId>(changed.cbegin(), changed.cend());
}

Result<void> Exchange::push(QSet<CustomerId> &changed)
{
    for (;;) {
        BEBACK_TRY(batch, nextBatch());
        if (batch.events.isEmpty())
            return {};
        BEBACK_TRY(pushed, m_shared->push(m_origin, batch.events, batch.rows));
        BEBACK_CHECK(taken(pushed));
        BEBACK_TRY(seen, pull());
        changed += QSet<CustomerId>(seen.cbegin(), seen.cend());
        BEBACK_TRY(numbers, own_store::numbers(m_own));
        if (numbers.confirmed < batch.lastN)
            return Error{Code::Corrupt,
                         tr("The shared database took entries and does not show them. Nothing is lost; tell your administrator."), {}};
    }
}

Result<void> Exchange::taken(const SharedStore::Pushed &pushed)
{
    for (const CustomerId customer : pushed.stale)
        m_stale.insert(customer);
    return pushed.held.isEmpty() ? Result<void>() : own_store::hold(m_own, m_person.rooftop, pushed.held);
}

// What the shared database knows of a person amounts to. None: something about them is still to be sent from here; that
// brings rows of its own.
Result<std::optional<Exchange::Settled>> Exchange::settledRowsOf(CustomerId customer)
{
    return m_own.inTransaction("fold", [&]() -> Result<std::optional<Settled>> {
        BEBACK_TRY(known, own_store::knownOf(m_own, m_person.rooftop, customer));
        BEBACK_TRY(events, event_store::ofCustomer(m_own, m_person.rooftop, customer));
        if (events.size() != known)
            return std::optional<Settled>();
        const CustomerState state = fold(std::move(events));
        return std::optional(Settled{known, wire::toJson(deriveRows(state, nextForCustomer(state, m_plans)))});
    });
}

Result<void> Exchange::refold(const QVector<CustomerId> &customers)
{
    for (const CustomerId customer : customers) {
        for (int attempt = 0; attempt < RefoldTries; ++attempt) {
            BEBACK_CHECK(bring({customer.toString()}));
            BEBACK_TRY(settled, settledRowsOf(customer));
            if (!settled)
                break;
            BEBACK_TRY(taken, m_shared->refold(customer, settled->known, settled->rows));
            if (taken)
                break; // otherwise it stays stale: whoever meets it next, or the sweep, folds it
        }
    }
    return {};
}

Result<QVector<CustomerId>> Exchange::pull()
{
    QSet<CustomerId> changed;
    BEBACK_CHECK(readFeed(0, changed));
    BEBACK_CHECK(readFeed(m_person.rooftop.value, changed));
    return QVector<CustomerId>(changed.cbegin(), changed.cend());
}

Result<void> Exchange::readFeed(int feed, QSet<CustomerId> &changed)
{
    for (;;) {
        BEBACK_TRY(cursor, own_store::cursor(m_own, feed));
        BEBACK_TRY(rows, m_shared->pull(feed, cursor, FeedPage));
        if (rows.isEmpty())
            return {};
        QStringList events, customers;
        QVector<SharedStore::FeedRow> held;
        qint64 expected = cursor.seq;
        for (const SharedStore::FeedRow &row : std::as_const(rows)) {
            if (row.seq != ++expected)
                return Error{Code::Corrupt, tr("The shared database skipped an entry. Nothing is lost; tell your administrator."),
                             QStringLiteral("feed %1 at %2").arg(feed).arg(row.seq)};
            events << row.event;
            customers << row.customer;
            changed.insert(CustomerId::fromString(row.customer));
            if (row.held)
                held << row;
        }
        customers.removeDuplicates();
        BEBACK_TRY(news, own_store::unknownEvents(m_own, events));
        if (!news.isEmpty()) {
            BEBACK_TRY(carried, own_store::carriedOf(m_own, m_person.rooftop, customers));
            BEBACK_CHECK(bring(carried));
        }
        BEBACK_CHECK(m_own.inTransaction("confirm", [&]() -> Result<void> {
            BEBACK_TRY(largest, own_store::largestOwn(m_own, events));
            if (largest > 0)
                BEBACK_CHECK(own_store::confirmUpTo(m_own, largest));
            BEBACK_CHECK(noteHeld(held));
            return own_store::setCursor(m_own, feed, {true, rows.last().seq, rows.last().chain});
        }));
        if (rows.size() < FeedPage)
            return {};
    }
}

// Held events are sent to nobody: those that are here are this desk's own, and count here no more either.
Result<void> Exchange::noteHeld(const QVector<SharedStore::FeedRow> &held)
{
    QStringList ids;
    for (const SharedStore::FeedRow &row : held)
        ids << row.event;
    if (ids.isEmpty())
        return {};
    BEBACK_TRY(others, own_store::unknownEvents(m_own, ids));
    for (const SharedStore::FeedRow &row : held) {
        if (others.contains(row.event))
            continue;
        BEBACK_CHECK(own_store::hold(m_own, m_person.rooftop, {EventId::fromString(row.event)}));
        BEBACK_CHECK(own_store::deriveAnew(m_own, m_person.rooftop, CustomerId::fromString(row.customer), m_plans));
    }
    return {};
}

Result<void> Exchange::bring(const QStringList &customerIds)
{
    for (qsizetype from = 0; from < customerIds.size(); from += BroughtAtOnce) {
        BEBACK_TRY(histories, m_shared->histories(customerIds.mid(from, BroughtAtOnce)));
        BEBACK_CHECK(m_own.inTransaction("bring", [&]() -> Result<void> {
            for (const SharedStore::History &history : std::as_const(histories))
                BEBACK_CHECK(own_store::adopt(m_own, m_person.rooftop, history.customer, history.events, m_plans, serverNow()));
            return {};
        }));
    }
    return {};
}

Result<int> Exchange::refoldStale(int limit)
{
    BEBACK_TRY(stale, m_shared->stale(limit));
    BEBACK_CHECK(refold(stale));
    BEBACK_TRY(left, m_shared->stale(limit));
    return int(std::max<qsizetype>(0, stale.size() - left.size()));
}

Result<int> Exchange::endBlockers()
{
    if (m_person.role != QLatin1String("manager"))
        return 0;
    BEBACK_TRY(call, m_shared->db().statement("exchange/end_blockers"));
    BEBACK_CHECK(call.exec());
    return call.next() ? call.columns().integer() : 0;
}

} // namespace beback
