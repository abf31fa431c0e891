#pragma once

#include "core/exchange/portion.h"
#include "core/exchange/shared_store.h"
#include "core/exchange/trip.h"

namespace beback {

// A desk's part in a shared database: what it recorded in its own store goes out, what others recorded about the people it
// carries comes in, and people are claimed. Everything may be cut off at any point and done again: nothing is lost or
// doubled by that. Between calls it keeps the connection, how much goes over the line at once, and who may be stale there.
// Thread: the own store's connection's.
class Exchange
{
public:
    // `own` (a desk's SQLite store), `clock`, `random` and `plans` must outlive it.
    Exchange(Connection &own, const Clock &clock, Random &random, const PlanBook &plans, QString station);

    // Connects, says who this is, and puts right what no longer goes together with the shared database (see OwnRepair; then
    // notice() says so). Errors: those of SharedStore; Denied for somebody who does not work there; Conflict where the own
    // file and the database contradict each other.
    Result<void> connect(const StoreUrl &shared);
    void disconnect();
    bool isConnected() const { return m_shared && !m_shared->isBroken(); }
    const SharedPerson &person() const { return m_person; }
    SharedStore &shared() { return *m_shared; } // only while connected
    const StoreUrl &url() const { return m_url; }
    // This desk was taken out: found by connect(), which is Denied then. What waited here was handed over, and what it had of customers
    // removed; see taken_out.h. None: it was not, or that is not done yet.
    const std::optional<DeskTakenOut> &takenOut() const { return m_takenOut; }
    // What was put right when it connected last, or since: a sentence for the person. Empty: nothing.
    const QString &notice() const { return m_notice; }
    Instant serverNow() const; // the shared database's time; while not connected, this computer's

    // Sends what is still in the outbox, oldest first, and reads the feeds until all of it came back; where the feeds were
    // not read to their ends before, they are read first. What was found stale on the way is folded and sent again. Answers
    // everybody about whom anything was written.
    Result<QVector<CustomerId>> sync();
    // Reads the feeds, do-not-contact first, and brings what changed about carried people. Answers everybody about whom
    // anything was written, carried or not.
    Result<QVector<CustomerId>> pull();
    // The same, one part after the other, so that other calls come in between: a page of each feed, or a batch that is sent,
    // or twenty people folded anew. `more`: go on.
    struct Part {
        QVector<CustomerId> changed;
        bool more = false;
    };
    Result<Part> syncPart();
    Result<Part> pullPart();

    // The next person, with everything this desk still had to send, in one round trip. Their whole history is in the own
    // store afterwards. None: nobody may be contacted now. Errors: Busy where everybody who came up was put right first.
    // `until` of a claim is here by this computer's own clock, and earlier than the shared database gives them to another.
    Result<std::optional<Claim>> claimNext(Duration lease = Queue::Lease);
    // Errors: Conflict naming who has them; NotFound when nothing of theirs is open.
    Result<Claim> claim(CustomerId customer, Duration lease = Queue::Lease);
    Result<Claim> renew(const Claim &claim, Duration lease = Queue::Lease);
    Result<void> release(CustomerId customer);
    Instant ownEnd(Instant until) const; // of a lease that ends at `until` by the shared database's clock

    // Takes people along: leases them in one round trip, and notes who they are. An own trip that is not whole yet is gone on with,
    // whatever is wished: what was asked and not answered is asked again. Errors: those of checkWish(); Conflict, while another trip
    // goes on, or where fifty people are in hand; NotFound, where nobody can be taken along.
    Result<CheckedOut> checkOut(const TripWish &wish);
    // Reads the whole histories of some of them into the own store; again and again, until Trip::isWhole(). Whoever has nothing to be
    // done, by their history, is given back. Broken off, the next call goes on. Errors besides: NotFound, without a trip.
    Result<Trip> bringPart();
    // Gives back these people of the trip, or (none named) all, which ends it. How many the shared database still held for it.
    Result<int> checkIn(const QVector<CustomerId> &customers = {});

    // Reads these people's histories into the own store.
    Result<void> bring(const QStringList &customerIds);
    // Works out anew the derived rows of people found stale. How many were taken.
    Result<int> refoldStale(int limit);

    // Ends sessions that keep others waiting (idle inside a transaction for 10 s, or one statement for 5 minutes). How many;
    // 0 where this person or the server does not allow it.
    Result<int> endBlockers();

private:
    struct Batch {
        QJsonArray events, rows;
        OriginId origin;
        qint64 lastN = 0;
        QSet<CustomerId> customers;
        bool isAll = true; // nothing else waits to be sent
    };
    Result<Batch> nextBatch();
    Result<Batch> readBatch();
    Result<QJsonObject> rowsOf(CustomerId customer);
    Result<Part> sendPart(const Batch &batch);
    void mayBeStale(const Batch &batch);
    Result<void> taken(const Batch &batch, const SharedStore::Pushed &pushed);
    Result<void> lookForSent();
    Result<int> refold(const QVector<CustomerId> &customers);
    Result<bool> refoldPart();
    struct Asked {
        Instant own, server;
    };
    Asked asking() const { return {m_clock.now(), serverNow()}; }
    static Claim byOwnClock(Claim claim, const Asked &asked, Duration lease);
    Result<std::optional<Claim>> take(const Batch &batch, const SharedStore::Next &next, const Asked &asked, Duration lease);
    Result<std::optional<Claim>> handOut(const SharedStore::Granted &granted, const Asked &asked, Duration lease);
    Result<Part> takePage(const QVector<SharedStore::FeedRow> &rows, const own_store::Places &from, int most);
    Result<Part> readAgainAfter(const Error &error, const own_store::Places &from);
    Result<void> bringNews(const QVector<SharedStore::FeedRow> &rows);
    Result<void> adoptAll(QVector<Event> events);
    Result<QVector<SharedStore::History>> wholeHistories(const QStringList &customerIds);
    template <class Call> auto within(Portion &portion, Call call) -> decltype(call());
    Result<void> noteHeld(const QVector<SharedStore::FeedRow> &held);
    struct Settled {
        qint64 known = 0;
        QJsonObject rows;
    };
    Result<std::optional<Settled>> settledRowsOf(CustomerId customer);
    Result<QVector<Event>> withLetIn(QVector<Event> news);
    Result<void> turnedAway(const Error &refusal);
    Result<int> handOver();
    Result<int> handOverSome();
    Result<void> startFeeds();
    Result<void> greet(bool suspect = false);
    Result<void> settleStamps();
    Result<void> readAgain();
    Result<void> keepApart(const QVector<Event> &events);
    Result<void> makeRoom(const QVector<Event> &events);
    Result<void> mend(const Error &refusal);
    void note(const QString &whatWasPutRight);
    QStringList openPlaces() const;
    QStringList placesOpenUntil(Instant until) const;
    Result<CheckedOut> ask(Trip trip);
    Result<bool> hasWork(CustomerId customer);
    QString nameOf(const QString &login);
    QString timeOf(Instant at);
    Error withSomebody(const SharedStore::Holder &holder);

    Connection &m_own;
    const Clock &m_clock;
    Random &m_random;
    const PlanBook &m_plans;
    QString m_station;
    StoreUrl m_url;
    std::unique_ptr<SharedStore> m_shared;
    SharedPerson m_person;
    OriginId m_origin;
    Portion m_bytesSent{512 * 1024, 4 * 1024, 128 * 1024}; // of JSON in a batch; one event at least
    Portion m_pageRows{500, 20};               // of a feed
    Portion m_eventsRead{1000, 5, 200};
    QString m_notice;
    std::optional<DeskTakenOut> m_takenOut;
    bool m_mended = false;        // since something was taken the last time
    QSet<CustomerId> m_rewritten; // what is here about them was put right
    bool m_caughtUp = false;      // the feeds were read to their ends, and nothing failed since
    qint64 m_sent = 0;              // own events up to here were taken, and are to come back in the feed
    QHash<CustomerId, int> m_stale; // found stale by a push, or its answer is missing; how often folding them failed
};

// Runs a call that takes as much as `portion` says, and learns from how it went.
template <class Call> auto Exchange::within(Portion &portion, Call call) -> decltype(call())
{
    const Duration began = m_clock.sinceBoot();
    auto answer = call();
    if (answer)
        portion.went(m_clock.sinceBoot() - began, m_shared->db().deadline());
    else if (answer.error().code == Code::Unavailable)
        portion.cut();
    return answer;
}

} // namespace beback
