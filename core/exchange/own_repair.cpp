#include "core/exchange/own_repair.h"

#include "core/history/event_store.h"
#include "core/history/fold.h"

#include <QCoreApplication>
#include <QSet>

namespace beback {

namespace {

constexpr int AtOnce = 500;
constexpr qint64 Aside = qint64(1) << 40; // numbers nobody has: where events wait for their places
// Less than what the database allows: this desk knows its time to half a round trip only.
constexpr Duration Ahead = own_store::ClockTolerance - std::chrono::minutes(1);

bool tellsTheSame(const Event &a, const Event &b)
{
    return a.customer == b.customer && a.lead == b.lead && a.kindText == b.kindText && a.body == b.body;
}

bool isInTheSamePlace(const Event &a, const Event &b)
{
    return a.origin == b.origin && a.n == b.n && a.hlc == b.hlc && a.occurredAt == b.occurredAt && a.recordedAt == b.recordedAt;
}

} // namespace

// The database knows this desk's events up to some number. If the event of that number is another one here, or is not
// here, this file is a copy or an older state of itself; sending from it would give numbers twice.
Result<OwnRepair::Found> OwnRepair::look(const SharedStore::Greeting &greeting, qint64 confirmed, bool suspect)
{
    BEBACK_TRY(numbers, own_store::numbers(m_own));
    bool same = greeting.lastN == 0;
    if (!same) {
        BEBACK_TRY(event, event_store::byId(m_own, greeting.lastId));
        same = event && event->origin == numbers.origin && event->n == greeting.lastN;
    }
    if (!same || suspect) {
        BEBACK_CHECK(fork(numbers.origin, greeting.serverTime));
        return Found::Copy;
    }
    if (greeting.lastN >= confirmed)
        return Found::Nothing;
    BEBACK_CHECK(m_own.inTransaction("rewind", [&]() -> Result<void> {
        BEBACK_TRY(now, own_store::numbers(m_own));
        now.confirmed = greeting.lastN;
        BEBACK_CHECK(own_store::setNumbers(m_own, now));
        return own_store::resetCursors(m_own);
    }));
    return Found::RestoredServer;
}

Result<void> OwnRepair::fork(OriginId from, Instant now)
{
    BEBACK_TRY(known, compared());
    return m_own.inTransaction("fork", [&]() -> Result<void> {
        BEBACK_TRY(numbers, own_store::numbers(m_own));
        if (numbers.origin != from)
            return {}; // another program that uses this file was faster
        return renumber(known, now);
    });
}

// Every own event against what the database has under its id. Not in a transaction: recording waits for nobody.
Result<OwnRepair::Known> OwnRepair::compared()
{
    Known known;
    for (qint64 after = 0;;) {
        BEBACK_TRY(events, own_store::ownAfter(m_own, after, AtOnce));
        if (events.isEmpty())
            return known;
        BEBACK_CHECK(askAbout(events, known));
        after = events.last().n;
    }
}

Result<void> OwnRepair::askAbout(const QVector<Event> &events, Known &known)
{
    QStringList ids;
    QHash<EventId, const Event *> own;
    for (const Event &event : events) {
        ids << event.id.toString();
        own.insert(event.id, &event);
    }
    BEBACK_TRY(theirs, m_shared.known(ids));
    for (Event &event : theirs) {
        if (!tellsTheSame(*own.value(event.id), event))
            return contradiction();
        event.body = {};
        known.insert(event.id, std::move(event));
    }
    return {};
}

// What the database lacks gets a new origin and numbers without gaps; what it has stands where it stands there.
Result<void> OwnRepair::renumber(const Known &known, Instant now)
{
    BEBACK_TRY(before, own_store::numbers(m_own));
    own_store::DeskNumbers numbers = before;
    numbers.confirmed = 0; // of any of them nobody can be sure
    BEBACK_CHECK(own_store::setNumbers(m_own, numbers));
    numbers.origin = m_random.id<OriginId>(now);
    numbers.last = 0;
    QVector<EventId> moved;
    for (qint64 after = 0;;) {
        BEBACK_TRY(events, own_store::ownAfter(m_own, after, AtOnce));
        if (events.isEmpty())
            break;
        after = events.last().n;
        for (const Event &event : std::as_const(events)) {
            const auto there = known.constFind(event.id);
            if (there == known.constEnd()) {
                BEBACK_CHECK(place(event.id, numbers.origin, ++numbers.last));
            } else if (!isInTheSamePlace(event, *there)) {
                BEBACK_CHECK(place(event.id, numbers.origin, Aside + event.n));
                moved << event.id;
            }
        }
    }
    BEBACK_CHECK(own_store::setNumbers(m_own, numbers));
    QSet<CustomerId> customers;
    for (const EventId id : std::as_const(moved)) {
        const Event &there = *known.constFind(id);
        BEBACK_CHECK(stamp(there));
        BEBACK_CHECK(place(id, there.origin, there.n));
        customers.insert(there.customer);
    }
    for (const CustomerId customer : std::as_const(customers))
        BEBACK_CHECK(own_store::deriveAnew(m_own, m_rooftop, customer, m_plans));
    return {};
}

Result<void> OwnRepair::place(EventId event, OriginId origin, qint64 n)
{
    BEBACK_TRY(put, m_own.statement("exchange/renumber"));
    return put.bind(":id", event).bind(":origin", origin).bind(":n", n).exec();
}

Result<void> OwnRepair::stamp(const Event &event)
{
    BEBACK_TRY(put, m_own.statement("exchange/restamp"));
    put.bind(":id", event.id).bind(":hlc", event.hlc.value);
    return put.bind(":occurred_at", event.occurredAt).bind(":recorded_at", event.recordedAt).exec();
}

// What was recorded while this computer's clock was ahead, and what came after it, would be refused for as long as it was
// ahead: stamps never run backwards. Nobody has seen them yet.
Result<QVector<CustomerId>> OwnRepair::settleStamps(Instant serverNow)
{
    const Instant latest = serverNow + Ahead;
    const Hlc limit = Hlc::next({}, latest);
    BEBACK_TRY(before, own_store::numbers(m_own));
    if (before.lastHlc <= limit)
        return QVector<CustomerId>();
    BEBACK_TRY(ahead, own_store::ahead(m_own, limit));
    Known known; // the answer to sending them may have been lost
    for (qsizetype from = 0; from < ahead.size(); from += AtOnce)
        BEBACK_CHECK(askAbout(ahead.mid(from, AtOnce), known));
    return m_own.inTransaction("stamps", [&]() -> Result<QVector<CustomerId>> {
        QSet<CustomerId> customers;
        BEBACK_TRY(last, own_store::newestStamp(m_own, limit));
        BEBACK_TRY(events, own_store::ahead(m_own, limit));
        for (Event &event : events) {
            if (known.contains(event.id))
                continue;
            event.hlc = last = Hlc::next(last, serverNow);
            event.occurredAt = event.occurredAt > latest ? serverNow : event.occurredAt;
            event.recordedAt = event.recordedAt > latest ? serverNow : event.recordedAt;
            BEBACK_CHECK(stamp(event));
            customers.insert(event.customer);
        }
        BEBACK_TRY(numbers, own_store::numbers(m_own));
        numbers.lastHlc = last;
        BEBACK_CHECK(own_store::setNumbers(m_own, numbers));
        for (const CustomerId customer : std::as_const(customers))
            BEBACK_CHECK(own_store::deriveAnew(m_own, m_rooftop, customer, m_plans));
        return QVector<CustomerId>(customers.cbegin(), customers.cend());
    });
}

// Opt-outs win: nobody may be handed out because the computer that wrote the wish down is closed. Said once more when that computer is
// back, it is the same wish.
Result<void> OwnRepair::keepRefusals(CustomerId customer, const QSet<QString> &saidBy, Recorder &recorder, const QString &login)
{
    BEBACK_TRY(events, event_store::ofCustomer(m_own, m_rooftop, customer));
    const CustomerState state = fold(std::move(events));
    QVector<EventDraft> drafts;
    for (const DoNotContact &refusal : state.doNotContact) {
        if (!saidBy.contains(refusal.setBy.toString()))
            continue;
        EventDraft draft;
        draft.customer = customer;
        draft.kind = EventKind::DoNotContactSet;
        draft.occurredAt = refusal.since;
        draft.actor = login;
        draft.body = {{QStringLiteral("reason"), refusal.reason}, {QStringLiteral("again"), refusal.setBy.toString()}};
        if (!refusal.point.isEmpty())
            draft.body.insert(QStringLiteral("point"), refusal.point);
        if (refusal.medium)
            draft.body.insert(QStringLiteral("medium"), toText(*refusal.medium));
        drafts << draft;
    }
    if (drafts.isEmpty())
        return {};
    BEBACK_TRY(recorded, recorder.record(drafts));
    Q_UNUSED(recorded)
    return {};
}

Result<int> OwnRepair::setAside(CustomerId customer, Recorder &recorder, const QString &login)
{
    BEBACK_TRY(others, own_store::othersOf(m_own, m_rooftop, customer));
    BEBACK_TRY(gone, lackingThere(others));
    if (gone.isEmpty())
        return 0;
    BEBACK_CHECK(keepRefusals(customer, gone, recorder, login)); // first: with the plug pulled in between they are said twice
    BEBACK_CHECK(own_store::setAside(m_own, m_rooftop, customer, QStringList(gone.cbegin(), gone.cend()), m_plans));
    return int(gone.size());
}

Result<QVector<CustomerId>> OwnRepair::makeRoom(OriginId other, Recorder &recorder, const QString &login)
{
    BEBACK_TRY(here, own_store::ofOrigin(m_own, other, Aside));
    QStringList ids;
    for (const EventId event : std::as_const(here))
        ids << event.toString();
    BEBACK_TRY(lost, lackingThere(ids));
    here.removeIf([&](const auto &one) { return !lost.contains(one.value().toString()); });
    const QVector<CustomerId> customers = here.uniqueKeys();
    for (const CustomerId customer : customers) {
        BEBACK_TRY(count, setAside(customer, recorder, login));
        Q_UNUSED(count)
    }
    BEBACK_CHECK(m_own.inTransaction("make room", [&]() -> Result<void> {
        BEBACK_TRY(move, m_own.statement("exchange/move_aside"));
        for (const EventId event : std::as_const(here))
            BEBACK_CHECK(move.bind(":id", event).bind(":aside", Aside).exec());
        return {};
    }));
    return customers;
}

// Which of these entries the shared database does not have.
Result<QSet<QString>> OwnRepair::lackingThere(const QStringList &events)
{
    QSet<QString> lacking(events.cbegin(), events.cend());
    for (qsizetype from = 0; from < events.size(); from += AtOnce) {
        BEBACK_TRY(there, m_shared.known(events.mid(from, AtOnce)));
        for (const Event &event : std::as_const(there))
            lacking.remove(event.id.toString());
    }
    return lacking;
}

Error OwnRepair::contradiction() const
{
    return {Code::Conflict,
            QCoreApplication::translate("beback", "This desk's own file and the shared database tell different things about the same "
                                                  "entry. Nothing was sent or changed. Keep %1 and call your administrator.")
                .arg(m_own.url().display()),
            {}};
}

} // namespace beback
