#pragma once

#include "core/desk/desk.h"
#include "core/desk/desk_thread.h"
#include "core/desk/workplace.h"

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

    // In the intake thread.
    Result<Workplace *> intakePlace();
    Intake::Options importOptions();
    void sweep();

    void announce(const QVector<CustomerId> &customers); // any thread

    Desk &owner;
    const Clock &clock;
    SystemRandom deskRandom, intakeRandom; // each used by its own thread only
    QString login;                         // written and read in the desk thread
    StoreUrl url;                          // set before the intake thread is given its first job
    qint64 dataVersion = 0;
    std::atomic<bool> stopImport = false; // the one that runs
    std::atomic<bool> ending = false;
    QString sweepTrouble;                 // of the intake thread: said once

    std::unique_ptr<Workplace> place;       // lives in the desk thread
    std::unique_ptr<Workplace> intakeStore; // lives in the intake thread
    QString watched;                        // of the intake thread
    QTimer *sweepTimer = nullptr;           // of the intake thread
    DeskThread desk;   // last: ends first, and its jobs use what is above
    DeskThread intake;
};

} // namespace beback
