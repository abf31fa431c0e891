#pragma once

#include "core/desk/desk.h"
#include "core/desk/desk_thread.h"
#include "core/desk/pending_writes.h"
#include "core/desk/shared_link.h"
#include "core/desk/workplace.h"

#include <vector>

class QTimer;

namespace beback {

// What is behind a Desk: the desk thread with its workplace, and the intake thread with its own, so that an import of
// thousands never delays "saved". Private to core/desk.
struct Desk::Body {
    Body(Desk &desk, const Clock &systemClock);
    ~Body();

    // In the desk thread.
    Result<DeskOpened> openHere(const QString &storeUrl, Workplace::Open how);
    Result<DeskOpened> facts();
    Result<void> watchForOthers();
    template <class Job> auto ask(Job job) -> QFuture<decltype(job(std::declval<Workplace &>()))>;
    template <class Job> QFuture<Result<RecordReceipt>> write(CustomerId customer, Job job);
    template <class Job> QFuture<Result<RecordReceipt>> writeBrought(CustomerId customer, Job job);

    // In the intake thread.
    Result<Workplace *> intakePlace();
    Intake::Options importOptions();
    void sweep();

    void planAnew(); // everybody, by the rules as they are now; any thread
    void announce(const QVector<CustomerId> &customers); // any thread

    // Of a desk of a shared database. Where it answers, `job(place)` is done in the link's thread; where it does not, or
    // there is none, `otherwise(workplace)` in the desk's, from what this desk has.
    template <class Job, class Otherwise>
    auto askShared(Job job, Otherwise otherwise, SharedLink::Turn turn = SharedLink::Turn::Next)
        -> QFuture<decltype(otherwise(std::declval<Workplace &>()))>;
    // What is counted over everybody: job(workplace, login, connection) in the intake thread, so that nothing else waits for it. On a
    // shared database on a connection of its own, and Unavailable where it does not answer: this desk has only the people it
    // carries, and that would be other numbers. `connection` null: the workplace's own store.
    template <class Job> auto count(Job job) -> QFuture<decltype(job(std::declval<Workplace &>(), QString(), std::declval<Connection *>()))>;
    template <class There, class Here> QFuture<Result<std::optional<LeadView>>> claimShared(There there, Here here);
    Result<DeskOpened> openShared(const StoreUrl &shared);
    Result<void> joinIfNew(const StoreUrl &shared);
    Result<void> joinAnew(const StoreUrl &shared);
    void letGoOfUnreadable();
    void endLink();

    Desk &owner;
    const Clock &clock;
    SystemRandom deskRandom, intakeRandom; // each used by its own thread only
    QString connectedAs;                   // of a shared database: the connection's person; of the desk thread
    QString login;                         // written and read in the desk thread
    StoreUrl url;                          // set before the intake thread is given its first job
    qint64 dataVersion = 0;
    std::atomic<bool> stopImport = false; // the one that runs
    std::atomic<bool> ending = false;
    PendingWrites pending;
    QString sweepTrouble;                 // of the intake thread: said once

    std::atomic<SharedLink *> link = nullptr; // of a shared database; set in the desk thread
    std::atomic<int> linkNumber = 0; // grows when one begins or ends: what an ended one still says is not passed on
    std::vector<std::unique_ptr<SharedLink>> links; // with those that ended: another thread may still hold one
    std::unique_ptr<Workplace> place;       // lives in the desk thread
    std::unique_ptr<Workplace> intakeStore; // lives in the intake thread
    QString watched;                        // of the intake thread
    QTimer *sweepTimer = nullptr;           // of the intake thread
    DeskThread desk;   // last: ends first, and its jobs use what is above
    DeskThread intake;
};

} // namespace beback
