// What others recorded comes in: the feeds say what is new, and only that is read.

#include "core/exchange/exchange.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int BroughtAtOnce = 100; // people whose histories wait in memory until they are whole

} // namespace

Result<Exchange::Part> Exchange::pullPart()
{
    BEBACK_TRY(from, own_store::places(m_own, m_person.rooftop));
    const int most = m_pageRows.size();
    const auto page = within(m_pageRows, [&] { return m_shared->pull(from, most); });
    return page ? takePage(*page, from, most) : readAgainAfter(page.error(), from);
}

Result<QVector<CustomerId>> Exchange::pull()
{
    QSet<CustomerId> changed;
    for (;;) {
        BEBACK_TRY(part, pullPart());
        changed += QSet<CustomerId>(part.changed.cbegin(), part.changed.cend());
        if (!part.more)
            return QVector<CustomerId>(changed.cbegin(), changed.cend());
    }
}

// What is new in the feeds after `from`: takes over what is about carried people, and remembers how far it was read. `more`:
// as many rows as were asked for.
Result<Exchange::Part> Exchange::takePage(const QVector<SharedStore::FeedRow> &rows, const own_store::Places &from, int most)
{
    Part part;
    QSet<CustomerId> changed = m_rewritten;
    QStringList events;
    QVector<SharedStore::FeedRow> held;
    own_store::Places to = from;
    for (const SharedStore::FeedRow &row : rows) {
        own_store::Cursor &at = row.feed == 0 ? to.doNotContact : to.rooftop;
        if (row.seq != at.seq + 1)
            return Error{Code::Corrupt, tr("The shared database skipped an entry. Nothing is lost; tell your administrator."),
                         QStringLiteral("feed %1 at %2").arg(row.feed).arg(row.seq)};
        at = {true, row.seq, row.chain, at.readAt};
        events << row.event;
        changed.insert(CustomerId::fromString(row.customer));
        if (row.held)
            held << row;
    }
    if (!rows.isEmpty()) {
        BEBACK_CHECK(bringNews(rows));
        BEBACK_CHECK(m_own.inTransaction("confirm", [&]() -> Result<void> {
            BEBACK_TRY(largest, own_store::largestOwn(m_own, events));
            if (largest > 0)
                BEBACK_CHECK(own_store::confirmUpTo(m_own, largest));
            BEBACK_CHECK(noteHeld(held));
            if (to.doNotContact.seq != from.doNotContact.seq)
                BEBACK_CHECK(own_store::setCursor(m_own, 0, to.doNotContact));
            if (to.rooftop.seq == from.rooftop.seq)
                return {};
            return own_store::setCursor(m_own, m_person.rooftop.value, to.rooftop);
        }, Connection::Commit::Fetchable));
    }
    m_rewritten.clear();
    part.changed = QVector<CustomerId>(changed.cbegin(), changed.cend());
    part.more = to.doNotContact.seq - from.doNotContact.seq >= most || to.rooftop.seq - from.rooftop.seq >= most;
    const Instant now = m_clock.now(), noted = from.doNotContact.readAt;
    if (!part.more && (now >= noted + own_store::ReadNoted || now < noted))
        BEBACK_CHECK(own_store::noteRead(m_own, 0, now));
    return part;
}

// Another feed than was read before is read from its beginning.
Result<Exchange::Part> Exchange::readAgainAfter(const Error &error, const own_store::Places &from)
{
    if (error.code != Code::Corrupt || (from.doNotContact.seq == 0 && from.rooftop.seq == 0))
        return error;
    BEBACK_CHECK(readAgain());
    return Part{{}, true};
}

// Whose history is here is here whole up to where the feeds were read; what is new about them is all that is missing.
Result<void> Exchange::bringNews(const QVector<SharedStore::FeedRow> &rows)
{
    QStringList events, customers;
    for (const SharedStore::FeedRow &row : rows) {
        events << row.event;
        customers << row.customer;
    }
    customers.removeDuplicates();
    BEBACK_TRY(unknown, own_store::unknownEvents(m_own, events));
    if (unknown.isEmpty())
        return {};
    BEBACK_TRY(carried, own_store::carriedOf(m_own, m_person.rooftop, customers));
    const QSet<QString> isUnknown(unknown.cbegin(), unknown.cend()), isCarried(carried.cbegin(), carried.cend());
    QStringList wanted;
    for (const SharedStore::FeedRow &row : rows)
        if (!row.held && isUnknown.contains(row.event) && isCarried.contains(row.customer))
            wanted << row.event;
    for (qsizetype from = 0; from < wanted.size();) {
        const QStringList some = wanted.mid(from, m_eventsRead.size());
        BEBACK_TRY(news, within(m_eventsRead, [&] { return m_shared->news(some); }));
        BEBACK_CHECK(keepApart(news));
        BEBACK_TRY(all, withLetIn(std::move(news)));
        BEBACK_CHECK(adoptAll(std::move(all)));
        from += some.size();
    }
    return {};
}

// Events sorted by their customers.
Result<void> Exchange::adoptAll(QVector<Event> events)
{
    return m_own.inTransaction("news", [&]() -> Result<void> {
        for (qsizetype from = 0; from < events.size();) {
            QVector<Event> ofOne;
            while (from < events.size() && (ofOne.isEmpty() || events.at(from).customer == ofOne.first().customer))
                ofOne << events.at(from++);
            BEBACK_CHECK(own_store::adopt(m_own, m_person.rooftop, ofOne.first().customer, ofOne, m_plans, serverNow()));
        }
        return {};
    }, Connection::Commit::Fetchable);
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
    QVector<EventId> own;
    for (const QString &id : std::as_const(ids))
        if (!others.contains(id))
            own << EventId::fromString(id);
    return own_store::hold(m_own, m_person.rooftop, own, m_plans);
}

// A few people's, page by page. Nothing of them is kept before all of it is here: who is in the own store is there whole.
Result<QVector<SharedStore::History>> Exchange::wholeHistories(const QStringList &customerIds)
{
    QVector<SharedStore::History> whole;
    for (;;) {
        const int most = m_eventsRead.size();
        std::optional<Event> after;
        if (!whole.isEmpty())
            after = whole.last().events.last();
        BEBACK_TRY(page, within(m_eventsRead, [&] { return m_shared->historyPage(customerIds, after ? &*after : nullptr, most); }));
        int read = 0;
        for (SharedStore::History &history : page) {
            read += int(history.events.size());
            if (!whole.isEmpty() && whole.last().customer == history.customer)
                whole.last().events += history.events;
            else
                whole << std::move(history);
        }
        if (read < most)
            return whole;
    }
}

Result<void> Exchange::bring(const QStringList &customerIds)
{
    for (qsizetype from = 0; from < customerIds.size(); from += BroughtAtOnce) {
        BEBACK_TRY(histories, wholeHistories(customerIds.mid(from, BroughtAtOnce)));
        for (const SharedStore::History &history : std::as_const(histories))
            BEBACK_CHECK(keepApart(history.events));
        BEBACK_CHECK(m_own.inTransaction("bring", [&]() -> Result<void> {
            for (const SharedStore::History &history : std::as_const(histories))
                BEBACK_CHECK(own_store::adopt(m_own, m_person.rooftop, history.customer, history.events, m_plans, serverNow()));
            return {};
        }, Connection::Commit::Fetchable));
    }
    return {};
}

} // namespace beback
