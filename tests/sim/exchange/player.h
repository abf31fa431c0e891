#pragma once

#include "invariants.h"
#include "schedule.h"

#include <functional>

namespace beback::exchange_sim {

class Player;

// One thing a desk, its line, its clock or its file may do. A new one is a line in act_table.cpp and a member of Player.
struct ActKind {
    const char *name;  // in a schedule's text: never changed
    int weight;        // how often, beside the others
    const char *words; // what it does; %1 is the desk
    void (Player::*play)(SimDesk &, const Step &);
};

// What came up, over many schedules, and what it cost.
struct Tally {
    QMap<QString, int> times;  // by act, and by what else happened
    QMap<QString, double> ms;  // by act, and by part of a schedule
    void count(const QString &what) { ++times[what]; }
};

// Plays schedules on a world, one after the other, each about people of its own; the desks live on. What must hold is looked at
// after every step, and again once everything was sent.
class Player
{
public:
    Player(SimWorld &world, Tally &tally) : m_world(world), m_tally(tally) {}

    // The faults; none: everything held.
    QStringList play(const Schedule &schedule, quint64 seed);
    // Looks at everything in the world, not only at what the last schedule was about: slower.
    QStringList lookAtEverything();

    static const std::vector<ActKind> &kinds();
    static int actNamed(const QString &name); // -1: there is none

private:
    // Work.
    void takeIn(SimDesk &desk, const Step &step);
    void takeTheSameIn(SimDesk &desk, const Step &step);
    void takeASecondLead(SimDesk &desk, const Step &step);
    void claimNext(SimDesk &desk, const Step &step);
    void claimByName(SimDesk &desk, const Step &step);
    void handOnAgain(SimDesk &desk, const Claim &claim);
    void renew(SimDesk &desk, const Step &step);
    void work(SimDesk &desk, const Step &step);
    void giveBack(SimDesk &desk, const Step &step);
    void attempt(SimDesk &desk, const Step &step);
    void note(SimDesk &desk, const Step &step);
    void reply(SimDesk &desk, const Step &step);
    void refuse(SimDesk &desk, const Step &step);
    void clear(SimDesk &desk, const Step &step);
    void undo(SimDesk &desk, const Step &step);
    void editPoint(SimDesk &desk, const Step &step);
    void writeStrange(SimDesk &desk, const Step &step);
    // The line.
    void sync(SimDesk &desk, const Step &step);
    void pull(SimDesk &desk, const Step &step);
    void refold(SimDesk &desk, const Step &step);
    void goAway(SimDesk &desk, const Step &step);
    void comeBack(SimDesk &desk, const Step &step);
    void everybodyAway(SimDesk &desk, const Step &step);
    void endSession(SimDesk &desk, const Step &step);
    void cutBeforeCommit(SimDesk &desk, const Step &step);
    void cutAfterCommit(SimDesk &desk, const Step &step);
    void cutInTheMiddle(SimDesk &desk, const Step &step);
    void sendTwice(SimDesk &desk, const Step &step);
    void oldBatchArrives(SimDesk &desk, const Step &step);
    void sendTheLaterPartFirst(SimDesk &desk, const Step &step);
    void loseAClaim(SimDesk &desk, const Step &step);
    void commitLate(SimDesk &desk, const Step &step);
    // Trips.
    void takeAlong(SimDesk &desk, const Step &step);
    void bringTheRest(SimDesk &desk, const Step &step);
    void comeBackFromTrip(SimDesk &desk, const Step &step);
    // Clocks, programs, files, the server.
    void setTheClock(SimDesk &desk, const Step &step);
    void sleep(SimDesk &desk, const Step &step);
    void reboot(SimDesk &desk, const Step &step);
    void killAndStart(SimDesk &desk, const Step &step);
    void keepTheFile(SimDesk &desk, const Step &step);
    void putTheFileBack(SimDesk &desk, const Step &step);
    void copyToATwin(SimDesk &desk, const Step &step);
    void backUpTheServer(SimDesk &desk, const Step &step);
    void restoreTheServer(SimDesk &desk, const Step &step);

    void one();
    template <class Part> void timed(const QString &what, Part part);
    void begin(const Schedule &schedule, quint64 seed);
    void die(SimDesk &desk);
    void start(SimDesk &desk, bool online);
    void settle();
    void compare();
    void sayGoodbye();
    void afterStep(SimDesk &desk);
    void noteOwn(SimDesk &desk);
    void fault(const QString &what) { m_faults << what; }
    void see(const Error &error);
    template <class T> bool see(const Result<T> &result)
    {
        if (!result)
            see(result.error());
        return bool(result);
    }
    bool saw(const Result<RecordReceipt> &receipt); // what was acknowledged has to be in the file
    bool mayUseLine(SimDesk &desk) const { return desk.isOnline() && !desk.isInTransaction; }
    std::optional<CustomerState> somebody(SimDesk &desk, int number); // carried, or brought
    std::optional<Claim> oneHeld(SimDesk &desk, int number);
    void workOn(SimDesk &desk, const Claim &claim, int how);
    std::optional<SimDesk::Batch> outboxOf(SimDesk &desk);
    void send(SimDesk &desk, const SimDesk::Batch &batch);
    void newPerson(SimDesk &desk, const LeadDraft &draft);
    void excuseWhatIsNowhere(const QSet<EventId> &lost);
    QSet<EventId> inFileAsOwn(SimDesk &desk);
    bool anybodyInTransaction() const;

    SimWorld &m_world;
    Tally &m_tally;
    Model m_model;
    Schedule m_schedule;
    quint64 m_seed = 0;
    int m_next = 0;     // step
    bool m_isDying = false;
    bool m_wasRestored = false; // the server, within this schedule
    QVector<CustomerId> m_people;
    QVector<LeadDraft> m_drafts; // of the same
    QHash<CustomerId, int> m_place;
    QVector<EventId> m_acknowledged; // within the present step
    QStringList m_faults;
};

} // namespace beback::exchange_sim
