#pragma once

#include "core/exchange/own_store.h"
#include "core/exchange/taken_out.h"
#include "core/queue/queue.h"

#include <QJsonArray>

namespace beback {

// Who the shared database takes this connection for.
struct SharedPerson {
    QString login, name, role;
    RooftopId rooftop;
};

// The guard functions of a shared database, typed; see core/store/sql/only/postgresql/migrations. One round trip each.
// Errors: Unavailable (no answer; everything may be tried again), Denied (not, or no longer, this person's to do), Stale
// (this desk's file was restored or cloned), Corrupt (the database was restored from an older backup), Invalid (this desk's
// clock is ahead), Full (too many people held). Thread: the connection's.
class SharedStore
{
public:
    // Errors besides: those of Connection::open.
    static Result<std::unique_ptr<SharedStore>> connect(const StoreUrl &url);

    Connection &db() { return *m_db; }
    bool isBroken() const;

    // None: an administrator, or nobody who works here.
    Result<std::optional<SharedPerson>> who();
    struct Greeting {
        SharedPerson person;
        qint64 lastN = 0; // of this desk's events
        EventId lastId;
        Instant serverTime;
    };
    Result<Greeting> handshake(OriginId origin, const QString &station, const Clock &clock);

    // Why this desk was not greeted: it was taken out. None: it was not, or is another person's. Tells the time as a greeting does.
    Result<std::optional<DeskTakenOut>> takenOut(OriginId origin, const Clock &clock);
    // What such a desk still has: kept, and held until a manager looked at it. How many of these events are there now.
    Result<int> handOver(OriginId origin, const QJsonArray &events);

    // The server's time, as the last greeting told it and `clock` counted since; off by half a round trip at most. Whoever
    // sets this computer's clock changes nothing about it.
    Instant now(const Clock &clock) const;
    // From now on it is this moment for this connection; only in a training database.
    Result<void> setClock(Instant at);

    struct Pushed {
        qint64 lastN = 0;
        QVector<CustomerId> stale; // whose derived rows were not taken: somebody else wrote in between
        QVector<EventId> held;     // kept, and not counted: this person had no right to them
    };
    Result<Pushed> push(OriginId origin, const QJsonArray &events, const QJsonArray &rows);

    struct Granted {
        Claim claim;
        qint64 known = 0; // events of theirs
        QVector<Event> events;
    };
    struct Next {
        Pushed pushed;
        std::optional<Granted> granted; // none: nobody may be contacted now
    };
    // `open`: zones in which people may be called now, and "?" when unknown zones may be.
    Result<Next> pushAndClaim(OriginId origin, const QJsonArray &events, const QJsonArray &rows, const QStringList &open,
                              Duration lease);
    struct Holder {
        bool mine = false;
        QString login;
        Claim claim;
        QString trip; // on which they are out; empty: they are not
    };
    Result<std::optional<Holder>> claimPerson(CustomerId customer, Duration lease); // none: nothing of theirs is open
    Result<std::optional<Instant>> renew(const Claim &claim, Duration lease);       // none: that lease ended
    Result<void> release(CustomerId customer);

    // See check_out() and check_in(), as they are called there. `open`: as pushAndClaim, at some moment until then.
    struct Along {
        Claim claim; // customer null: nobody known; lead as named where they stay
        QString why; // empty: taken along
        QString login;
    };
    Result<QVector<Along>> checkOut(const QString &trip, const QVector<LeadId> &named, int count, const QStringList &open, Duration lease);
    Result<int> checkIn(const QString &trip, const QVector<CustomerId> &customers);

    struct FeedRow {
        int feed = 0;
        qint64 seq = 0;
        QString event, customer;
        QString chain; // of the last row of each feed; else empty
        bool held = false; // kept there, and not counted
    };
    // What came after these places in the two feeds, do-not-contact first; at most `limit` of each.
    Result<QVector<FeedRow>> pull(const own_store::Places &after, int limit);
    struct Exchanged {
        Pushed pushed;
        QVector<FeedRow> news; // as pull: what was pushed comes back in it
    };
    Result<Exchanged> pushAndPull(OriginId origin, const QJsonArray &events, const QJsonArray &rows, const own_store::Places &after,
                                  int limit);
    Result<own_store::Cursor> feedEnd(int feed);

    struct History {
        CustomerId customer;
        qint64 known = 0;
        QVector<Event> events;
    };
    Result<QVector<History>> histories(const QStringList &customerIds); // at once, however long
    // What comes after `after` (null: from the beginning), at most `limit` events. Fewer: that was all.
    Result<QVector<History>> historyPage(const QStringList &customerIds, const Event *after, int limit);
    Result<QVector<Event>> known(const QStringList &eventIds); // which of these it has, held ones too
    Result<QVector<Event>> news(const QStringList &eventIds); // without those that are held
    Result<QVector<CustomerId>> stale(int limit);
    // False: somebody wrote in between.
    Result<bool> refold(CustomerId customer, qint64 known, const QJsonObject &rows);

private:
    Result<QVector<Event>> eventsOf(const char *statement, const QStringList &ids);
    explicit SharedStore(std::unique_ptr<Connection> db) : m_db(std::move(db)) {}

    std::unique_ptr<Connection> m_db;
    Instant m_greetedAt;       // server time
    Duration m_greetedBoot{0}; // the same moment, since this computer's boot
    std::optional<Instant> m_setTo;
};

} // namespace beback
