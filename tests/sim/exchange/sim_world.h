#pragma once

#include "server_link.h"
#include "sim_desk.h"
#include "tests/support/shared_world.h"

namespace beback::exchange_sim {

// One shared database and the desks that joined it, under one true time that only pass() moves: the database's now_us() reads it
// (every session at once), the desks' clocks count from it, and nothing waits for real time. Many schedules may be played in
// one, one after the other.
class SimWorld
{
public:
    // Faults that a test puts in on purpose, where the product has no place for them.
    struct Faulty {
        bool leasesByTheWall = false;  // desks do not look whether their clock was set
        bool clockStopsAsleep = false; // a computer's clock since its boot stands still while it sleeps
        std::function<void(SimDesk &)> afterStep; // what a faulty program would have made of its file
    };
    Faulty faulty;

    SimWorld();
    ~SimWorld();

    // Everything is kept in memory where there is room: a simulated power cut needs no disk. Before anything else in the process.
    static void prepareProcess();

    Instant now() const { return m_now; }
    void pass(Duration duration);
    ServerLink &server() { return *m_server; }
    test::SharedWorld &shared() { return *m_shared; }
    SimRandom &random() { return m_random; }
    StoreUrl urlOf(const SimDesk &desk) const { return m_shared->urlOf(desk.login); }
    const std::vector<std::unique_ptr<SimDesk>> &desks() const { return m_desks; }
    SimDesk &twin() { return *m_desks.back(); }
    bool isManager(const QString &login) const { return login == QLatin1String("marcus"); }

    // A copy of the whole database, and the database as it was then. Every line to it is cut for that.
    void backUp();
    bool hasBackup() const { return m_hasBackup; }
    void restore(); // once a backup

private:
    void mayBeReached();
    void cutEveryLine();
    void openServer();
    void onCluster(const QString &statement) const;

    Instant m_now;
    SimRandom m_random;
    std::unique_ptr<test::SharedWorld> m_shared;
    std::unique_ptr<ServerLink> m_server;
    std::vector<std::unique_ptr<SimDesk>> m_desks;
    bool m_hasBackup = false;
};

} // namespace beback::exchange_sim
