// What this desk recorded goes out, with the rows it amounts to; who was found stale on the way is folded anew.

#include "core/exchange/exchange.h"
#include "core/exchange/own_repair.h"
#include "core/exchange/wire.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int BatchEvents = 500;
constexpr int RefoldTries = 3; // somebody else may write each time
constexpr int RefoldedAtOnce = 20;

qsizetype sizeOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).size();
}

} // namespace

Result<QJsonObject> Exchange::rowsOf(CustomerId customer)
{
    BEBACK_TRY(events, event_store::ofCustomer(m_own, m_person.rooftop, customer));
    const CustomerState state = fold(std::move(events));
    return wire::toJson(deriveRows(state, nextForCustomer(state, m_plans), m_plans.rules()));
}

// The oldest part of the outbox, with the derived rows of those people none of whose events is left for a later part.
// One look at the own store, in which others of this desk write meanwhile: the rows say what these events amount to.
Result<Exchange::Batch> Exchange::nextBatch()
{
    BEBACK_CHECK(settleStamps());
    for (;;) {
        BEBACK_TRY(batch, m_own.inTransaction("batch", [&] { return readBatch(); }));
        if (batch.events.isEmpty() || batch.origin == m_origin)
            return batch;
        BEBACK_CHECK(greet()); // another program that uses this file put it right
    }
}

Result<Exchange::Batch> Exchange::readBatch()
{
    Batch batch;
    BEBACK_TRY(outgoing, own_store::outgoing(m_own, BatchEvents));
    batch.isAll = outgoing.size() < BatchEvents;
    qsizetype left = m_bytesSent.size();
    for (const own_store::Outgoing &one : std::as_const(outgoing)) {
        const QJsonObject event = wire::toJson(one.event);
        QJsonObject rows;
        if (one.isLast) {
            BEBACK_TRY(known, own_store::knownOf(m_own, m_person.rooftop, one.event.customer));
            BEBACK_TRY(derived, rowsOf(one.event.customer));
            rows = {{QStringLiteral("customer_id"), one.event.customer.toString()},
                    {QStringLiteral("base"), known},
                    {QStringLiteral("rows"), derived}};
        }
        left -= sizeOf(event) + (one.isLast ? sizeOf(rows) : 0);
        if (left < 0 && !batch.events.isEmpty()) {
            batch.isAll = false;
            break;
        }
        batch.events << event;
        if (one.isLast)
            batch.rows << rows;
        batch.customers.insert(one.event.customer);
        batch.origin = one.event.origin;
        batch.lastN = one.event.n;
    }
    return batch;
}

// Who has not read the feeds to their ends does that first: rows worked out without what others wrote would be found stale.
Result<Exchange::Part> Exchange::syncPart()
{
    const bool caughtUp = std::exchange(m_caughtUp, false);
    Part part;
    if (!caughtUp) {
        BEBACK_TRY(pulled, pullPart());
        part = std::move(pulled);
        if (part.more)
            return part;
        BEBACK_CHECK(lookForSent());
    }
    BEBACK_TRY(batch, nextBatch());
    if (!batch.events.isEmpty()) {
        BEBACK_TRY(sent, sendPart(batch));
        part.changed += sent.changed;
        part.more = sent.more || !batch.isAll;
        m_caughtUp = !sent.more;
        if (part.more)
            return part;
    } else if (caughtUp) {
        BEBACK_TRY(pulled, pullPart());
        part = std::move(pulled);
        if (part.more)
            return part;
    }
    BEBACK_CHECK(lookForSent());
    m_caughtUp = true;
    BEBACK_TRY(more, refoldPart());
    part.more = more;
    return part;
}

Result<QVector<CustomerId>> Exchange::sync()
{
    QSet<CustomerId> changed;
    for (;;) {
        BEBACK_TRY(part, syncPart());
        changed += QSet<CustomerId>(part.changed.cbegin(), part.changed.cend());
        if (!part.more)
            return QVector<CustomerId>(changed.cbegin(), changed.cend());
    }
}

// The feeds were read to their ends: what was sent before must have come back.
Result<void> Exchange::lookForSent()
{
    if (m_sent == 0)
        return {};
    BEBACK_TRY(numbers, own_store::numbers(m_own));
    if (numbers.confirmed < std::exchange(m_sent, 0))
        return Error{Code::Corrupt,
                     tr("The shared database took entries and does not show them. Nothing is lost; tell your administrator."), {}};
    return {};
}

// What is sent comes back in the answer, with what else is new. `more`: the feeds go on, or it has to be sent again.
Result<Exchange::Part> Exchange::sendPart(const Batch &batch)
{
    mayBeStale(batch);
    BEBACK_TRY(from, own_store::places(m_own, m_person.rooftop));
    const int most = m_pageRows.size();
    const auto exchanged = within(m_bytesSent, [&] { return m_shared->pushAndPull(m_origin, batch.events, batch.rows, from, most); });
    if (!exchanged && exchanged.error().code == Code::Corrupt)
        return readAgainAfter(exchanged.error(), from);
    if (!exchanged) {
        BEBACK_CHECK(mend(exchanged.error()));
        return Part{{}, true};
    }
    BEBACK_CHECK(taken(batch, exchanged->pushed));
    m_sent = batch.lastN;
    return takePage(exchanged->news, from, most);
}

// Until the answer is here: where it is lost, nobody says whose rows were taken.
void Exchange::mayBeStale(const Batch &batch)
{
    for (const CustomerId customer : batch.customers)
        if (!m_stale.contains(customer))
            m_stale.insert(customer, 0);
}

Result<void> Exchange::taken(const Batch &batch, const SharedStore::Pushed &pushed)
{
    m_mended = false;
    for (const CustomerId customer : batch.customers)
        m_stale.remove(customer);
    for (const CustomerId customer : pushed.stale)
        m_stale.insert(customer, 0);
    return pushed.held.isEmpty() ? Result<void>() : own_store::hold(m_own, m_person.rooftop, pushed.held, m_plans);
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
        return std::optional(Settled{known, wire::toJson(deriveRows(state, nextForCustomer(state, m_plans), m_plans.rules()))});
    });
}

// How many were taken. The others stay stale: whoever meets them next, or a sweep, folds them.
Result<int> Exchange::refold(const QVector<CustomerId> &customers)
{
    int count = 0;
    QVector<CustomerId> left = customers;
    for (int attempt = 0; attempt < RefoldTries && !left.isEmpty(); ++attempt) {
        QStringList ids;
        for (const CustomerId customer : std::as_const(left))
            ids << customer.toString();
        BEBACK_CHECK(bring(ids));
        QVector<CustomerId> again;
        for (const CustomerId customer : std::as_const(left)) {
            BEBACK_TRY(settled, settledRowsOf(customer));
            if (!settled)
                continue;
            BEBACK_TRY(wasTaken, m_shared->refold(customer, settled->known, settled->rows));
            if (wasTaken) {
                m_stale.remove(customer);
                ++count;
            } else {
                again << customer;
            }
        }
        left = again;
        if (attempt + 2 != RefoldTries)
            continue;
        OwnRepair repair(m_own, *m_shared, m_person.rooftop, m_random, m_plans);
        Recorder recorder(m_own, m_clock, m_random, Station{m_person.rooftop, m_station}, m_plans);
        for (const CustomerId customer : std::as_const(left)) { // not by chance
            BEBACK_TRY(gone, repair.setAside(customer, recorder, m_person.login));
            if (gone > 0)
                note(tr("Entries of other computers that this desk has are not in the shared database since it was restored. They are kept "
                        "here and count again once those computers send them."));
        }
    }
    return count;
}

// Those of whom it may work first. True: there are more, and it is worth going on at once.
Result<bool> Exchange::refoldPart()
{
    if (m_stale.isEmpty())
        return false;
    QVector<CustomerId> first;
    for (auto it = m_stale.cbegin(); it != m_stale.cend(); ++it)
        first << it.key();
    const auto count = std::min<qsizetype>(first.size(), RefoldedAtOnce);
    std::partial_sort(first.begin(), first.begin() + count, first.end(),
                      [this](CustomerId a, CustomerId b) { return m_stale.value(a) < m_stale.value(b); });
    first.resize(count);
    BEBACK_TRY(folded, refold(first));
    for (const CustomerId customer : std::as_const(first))
        if (const auto left = m_stale.find(customer); left != m_stale.end())
            ++*left;
    return folded > 0 && !m_stale.isEmpty();
}

Result<int> Exchange::refoldStale(int limit)
{
    BEBACK_TRY(stale, m_shared->stale(limit));
    return refold(stale);
}

} // namespace beback
