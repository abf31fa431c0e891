#include "core/history/event_store.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace beback::event_store {

namespace {

// Room made at once for the events of one customer; longer histories grow by themselves.
constexpr int LongHistory = 256;
constexpr qsizetype HistoriesAtOnce = 200;

// One row of events_of_customer.sql, from the present column on.
Event foldedFrom(Columns &c, RooftopId rooftop, CustomerId customer)
{
    Event e;
    e.rooftop = rooftop;
    e.customer = customer;
    e.id = c.id<EventId>();
    e.lead = c.id<LeadId>();
    e.hlc = {c.int64()};
    e.kindText = c.text();
    e.kind = eventKindFromText(e.kindText);
    e.medium = mediumFromText(c.text());
    e.direction = directionFromText(c.text());
    e.outcome = outcomeFromText(c.text()).value_or(Outcome::None);
    e.occurredAt = c.instant();
    e.actor = c.text();
    e.body = QJsonDocument::fromJson(c.utf8()).object();
    return e;
}

Result<QVector<QVector<Event>>> together(Connection &db, RooftopId rooftop, const QVector<CustomerId> &customers)
{
    QVector<QVector<Event>> all(customers.size());
    QHash<CustomerId, qsizetype> places;
    QJsonArray ids;
    for (const CustomerId customer : customers) {
        places.insert(customer, places.size());
        ids << customer.toString();
    }
    BEBACK_TRY(select, db.statement("history/events_of_customers"));
    select.bind(":rooftop_id", rooftop).bind(":customers", QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact)));
    BEBACK_CHECK(select.exec());
    while (select.next()) {
        Columns c = select.columns();
        const CustomerId customer = c.id<CustomerId>();
        all[places.value(customer)] << foldedFrom(c, rooftop, customer);
    }
    BEBACK_CHECK(select.finished());
    return all;
}

} // namespace

Event wholeFrom(Columns c)
{
    Event e;
    e.id = c.id<EventId>();
    e.rooftop = {c.integer()};
    e.customer = c.id<CustomerId>();
    e.lead = c.id<LeadId>();
    e.origin = c.id<OriginId>();
    e.n = c.int64();
    e.hlc = {c.int64()};
    e.kindText = c.text();
    e.kind = eventKindFromText(e.kindText);
    e.version = c.integer();
    e.medium = mediumFromText(c.text());
    e.direction = directionFromText(c.text());
    e.outcome = outcomeFromText(c.text()).value_or(Outcome::None);
    e.occurredAt = c.instant();
    e.recordedAt = c.instant();
    e.actor = c.text();
    e.station = c.text();
    e.body = QJsonDocument::fromJson(c.utf8()).object();
    return e;
}

Result<QVector<Event>> ofCustomer(Connection &db, RooftopId rooftop, CustomerId customer)
{
    BEBACK_TRY(select, db.statement("history/events_of_customer"));
    select.bind(":rooftop_id", rooftop).bind(":customer_id", customer);
    BEBACK_CHECK(select.exec());
    QVector<Event> events;
    events.reserve(LongHistory);
    while (select.next()) {
        Columns c = select.columns();
        events << foldedFrom(c, rooftop, customer);
    }
    BEBACK_CHECK(select.finished());
    return events;
}

Result<void> forEach(Connection &db, RooftopId rooftop, const QVector<CustomerId> &customers, const ShowHistory &show)
{
    const qsizetype page = db.engine() == Engine::Sqlite ? 1 : HistoriesAtOnce;
    for (qsizetype from = 0; from < customers.size(); from += page) {
        const QVector<CustomerId> some = customers.mid(from, page);
        if (some.size() == 1) {
            BEBACK_TRY(events, ofCustomer(db, rooftop, some.first()));
            show(from, std::move(events));
            continue;
        }
        BEBACK_TRY(histories, together(db, rooftop, some));
        for (qsizetype i = 0; i < histories.size(); ++i)
            show(from + i, std::move(histories[i]));
    }
    return {};
}

Result<QVector<Event>> wholeOfCustomer(Connection &db, RooftopId rooftop, CustomerId customer)
{
    BEBACK_TRY(select, db.statement("history/events_of_customer_whole"));
    select.bind(":rooftop_id", rooftop).bind(":customer_id", customer);
    BEBACK_CHECK(select.exec());
    QVector<Event> events;
    while (select.next())
        events << wholeFrom(select.columns());
    BEBACK_CHECK(select.finished());
    return events;
}

Result<std::optional<Event>> byId(Connection &db, EventId id)
{
    BEBACK_TRY(select, db.statement("history/event_by_id"));
    select.bind(":id", id);
    BEBACK_CHECK(select.exec());
    if (select.next())
        return std::optional(wholeFrom(select.columns()));
    BEBACK_CHECK(select.finished());
    return std::optional<Event>();
}

Statement &bindWhole(Statement &add, const Event &event)
{
    add.bind(":id", event.id).bind(":rooftop_id", event.rooftop).bind(":customer_id", event.customer);
    add.bind(":lead_id", event.lead).bind(":origin", event.origin).bind(":n", event.n).bind(":hlc", event.hlc.value);
    add.bind(":kind", event.kindText).bind(":version", event.version);
    if (event.medium)
        add.bind(":medium", toText(*event.medium));
    else
        add.bindNull(":medium");
    add.bind(":direction", toText(event.direction)).bind(":outcome", toText(event.outcome));
    add.bind(":occurred_at", event.occurredAt).bind(":recorded_at", event.recordedAt);
    add.bind(":actor", event.actor).bind(":station", event.station);
    return add.bind(":body", QString::fromUtf8(QJsonDocument(event.body).toJson(QJsonDocument::Compact)));
}

Result<void> insert(Connection &db, const Event &event)
{
    BEBACK_TRY(add, db.statement("history/event_insert"));
    return bindWhole(add, event).exec();
}

Result<DeskCounters> counters(Connection &db, Random &random, Instant now)
{
    // Twice: where two processes begin at once, one of them makes the row and both read it.
    for (bool isNew : {true, false}) {
        {
            BEBACK_TRY(select, db.statement("history/desk_read"));
            BEBACK_CHECK(select.exec());
            if (select.next()) {
                Columns c = select.columns();
                DeskCounters found;
                found.origin = c.id<OriginId>();
                found.lastN = c.int64();
                found.lastHlc = {c.int64()};
                return found;
            }
            BEBACK_CHECK(select.finished());
        }
        if (!isNew)
            break;
        BEBACK_TRY(create, db.statement("history/desk_create"));
        BEBACK_CHECK(create.bind(":origin", random.id<OriginId>(now)).exec());
    }
    return Error{Code::Internal, QCoreApplication::translate("beback", "This desk cannot number what it records."), {}};
}

Result<qint64> ownEvents(Connection &db)
{
    BEBACK_TRY(select, db.statement("history/desk_read"));
    BEBACK_CHECK(select.exec());
    if (!select.next())
        return qint64(0);
    Columns c = select.columns();
    c.skip();
    return c.int64();
}

Result<void> advance(Connection &db, const DeskCounters &counters)
{
    BEBACK_TRY(update, db.statement("history/desk_advance"));
    update.bind(":last_n", counters.lastN).bind(":last_hlc", counters.lastHlc.value);
    return update.exec();
}

} // namespace beback::event_store
