#include "core/history/recorder.h"

#include "core/history/derived_rows.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/history/row_store.h"
#include "core/plan/branch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace beback {

namespace {

Result<void> checkDrafts(CustomerId customer, const QVector<EventDraft> &drafts)
{
    if (drafts.isEmpty())
        return Error{Code::Invalid, QCoreApplication::translate("beback", "There is nothing to record."), {}};
    for (const EventDraft &draft : drafts)
        if (draft.customer.isNull() || draft.customer != customer || draft.kind == EventKind::Unknown || draft.actor.isEmpty())
            return Error{Code::Invalid,
                         QCoreApplication::translate("beback", "This cannot be recorded: it does not say about whom, what, "
                                                               "or by whom."),
                         {}};
    return {};
}

QJsonValue withoutZeros(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().remove(QChar(0));
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (QJsonValueRef element : array)
            element = withoutZeros(element);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        *it = withoutZeros(*it);
    return object;
}

// U+0000 is no text to PostgreSQL, not even inside JSON, and means nothing to anybody.
QJsonObject readableEverywhere(const QJsonObject &body)
{
    if (!QJsonDocument(body).toJson(QJsonDocument::Compact).contains("\\u0000"))
        return body;
    return withoutZeros(body).toObject();
}

} // namespace

struct Recorder::Body {
    Connection &db;
    const Clock &clock;
    Random &random;
    Station station;
    const PlanBook &plans;
    std::function<Result<void>()> before = [] { return Result<void>(); };

    Result<Recorded> write(CustomerId customer, bool known, const Decide &decide);
    Event eventFrom(const EventDraft &draft, event_store::DeskCounters &counters, Instant now);
    EventDraft arrival(CustomerId customer, const LeadDraft &lead, const QString &actor);
};

Recorder::Recorder(Connection &db, const Clock &clock, Random &random, Station station, const PlanBook &plans)
    : m_body(std::make_shared<Body>(Body{db, clock, random, std::move(station), plans}))
{
}

Event Recorder::Body::eventFrom(const EventDraft &draft, event_store::DeskCounters &counters, Instant now)
{
    counters.lastN += 1;
    counters.lastHlc = Hlc::next(counters.lastHlc, now);
    Event event;
    event.id = random.id<EventId>(now);
    event.rooftop = station.rooftop;
    event.customer = draft.customer;
    event.lead = draft.lead;
    event.origin = counters.origin;
    event.n = counters.lastN;
    event.hlc = counters.lastHlc;
    event.kind = draft.kind;
    event.kindText = toText(draft.kind);
    event.medium = draft.medium;
    event.direction = draft.direction;
    event.outcome = draft.outcome;
    event.occurredAt = draft.occurredAt.value_or(now);
    event.recordedAt = now;
    event.actor = draft.actor;
    event.station = station.name;
    event.body = readableEverywhere(draft.body);
    return event;
}

Result<Recorded> Recorder::Body::write(CustomerId customer, bool known, const Decide &decide)
{
    return db.inTransaction("record", [&]() -> Result<Recorded> {
        BEBACK_CHECK(before());
        const Instant now = clock.now();
        QVector<Event> events;
        CustomerState old;
        std::optional<DerivedRows> rows;
        if (db.engine() == Engine::Postgresql) { // SQLite has one writer at a time
            BEBACK_TRY(lock, db.statement("history/person_lock"));
            BEBACK_CHECK(lock.bind(":customer_id", customer).bind(":rooftop_id", station.rooftop).exec());
        }
        if (known) {
            BEBACK_TRY(read, event_store::ofCustomer(db, station.rooftop, customer));
            events = std::move(read);
            old = fold(events);
            rows = deriveRows(old, nextForCustomer(old, plans), plans.rules());
        }
        BEBACK_TRY(wanted, decide(old));
        BEBACK_CHECK(checkDrafts(customer, wanted));
        const QVector<EventDraft> drafts = withBranches(std::move(wanted), old, plans);
        BEBACK_TRY(counters, event_store::counters(db, random, now));
        Recorded recorded;
        recorded.customer = customer;
        for (const EventDraft &draft : drafts) {
            events << eventFrom(draft, counters, now);
            if (draft.causedBy)
                events.last().body.insert(QLatin1String("because"), recorded.events.at(*draft.causedBy).toString());
            recorded.events << events.last().id;
            BEBACK_CHECK(event_store::insert(db, events.last()));
        }
        recorded.state = fold(std::move(events));
        recorded.next = nextForCustomer(recorded.state, plans);
        BEBACK_CHECK(row_store::write(db, station.rooftop, customer, rows ? &*rows : nullptr,
                                      deriveRows(recorded.state, recorded.next, plans.rules())));
        BEBACK_CHECK(event_store::advance(db, counters));
        return recorded;
    });
}

Result<Recorded> Recorder::record(CustomerId customer, const Decide &decide)
{
    return m_body->write(customer, true, [&](const CustomerState &before) -> Result<QVector<EventDraft>> {
        if (before.events == 0)
            return Error{Code::NotFound, QCoreApplication::translate("beback", "There is no such customer."), {}};
        return decide(before);
    });
}

Result<Recorded> Recorder::record(const QVector<EventDraft> &drafts)
{
    BEBACK_CHECK(checkDrafts(drafts.isEmpty() ? CustomerId() : drafts.first().customer, drafts));
    return m_body->write(drafts.first().customer, true, [&](const CustomerState &) { return Result(drafts); });
}

EventDraft Recorder::Body::arrival(CustomerId customer, const LeadDraft &lead, const QString &actor)
{
    EventDraft draft;
    draft.customer = customer;
    draft.lead = random.id<LeadId>(clock.now());
    draft.kind = EventKind::LeadArrived;
    draft.direction = Direction::In;
    draft.actor = actor;
    LeadDraft planned = lead;
    if (planned.planId.isEmpty())
        planned.planId = plans.beginning(kindOfSource(lead.source));
    draft.body = planned.toBody();
    if (const Plan *plan = plans.newest(planned.planId))
        draft.body.insert(QLatin1String("plan_version"), plan->version);
    return draft;
}

Result<Recorded> Recorder::recordNewCustomer(const LeadDraft &lead, const QString &actor)
{
    const CustomerId customer = m_body->random.id<CustomerId>(m_body->clock.now());
    const QVector<EventDraft> arrival{m_body->arrival(customer, lead, actor)};
    return m_body->write(customer, false, [&](const CustomerState &) { return Result(arrival); });
}

Result<Recorded> Recorder::recordNewLead(CustomerId customer, const LeadDraft &lead, const QString &actor)
{
    return record(m_body->arrival(customer, lead, actor));
}

Result<Recorded> Recorder::undo(EventId event, const QString &actor, const QString &reason)
{
    return m_body->db.inTransaction("undo", [&]() -> Result<Recorded> {
        BEBACK_TRY(found, event_store::byId(m_body->db, event));
        if (!found)
            return Error{Code::NotFound, QCoreApplication::translate("beback", "That entry is not on the history."), {}};
        BEBACK_TRY(events, event_store::ofCustomer(m_body->db, m_body->station.rooftop, found->customer));
        for (const Event &other : events)
            if (other.kind == EventKind::Corrected && other.body.value(QLatin1String("undoes")).toString() == event.toString())
                return Error{Code::Stale, QCoreApplication::translate("beback", "That entry was taken back already."), {}};
        EventDraft draft;
        draft.customer = found->customer;
        draft.lead = found->lead;
        draft.kind = EventKind::Corrected;
        draft.actor = actor;
        draft.body = {{QStringLiteral("undoes"), event.toString()}, {QStringLiteral("reason"), reason}};
        return record(draft);
    });
}

void Recorder::setBefore(std::function<Result<void>()> before)
{
    m_body->before = std::move(before);
}

const Clock &Recorder::clock() const
{
    return m_body->clock;
}

Random &Recorder::random()
{
    return m_body->random;
}

Connection &Recorder::db()
{
    return m_body->db;
}

const Station &Recorder::station() const
{
    return m_body->station;
}

const PlanBook &Recorder::plans() const
{
    return m_body->plans;
}

} // namespace beback
