#pragma once

#include "tests/support/shared_history.h"

namespace beback::test {

inline const QString Tanya = QStringLiteral("tanya");
inline const QString Luis = QStringLiteral("luis");
inline const QString Marcus = QStringLiteral("marcus");

// Who works at a dealership.
struct Staff {
    QStringList agents;
    QString manager = {}; // empty: there is none
};

// A shared database for each test function, with the people whom init() names and nothing else: desks a test opens itself.
struct StaffedWorld {
    void found(const Staff &staff)
    {
        world = std::make_unique<SharedWorld>();
        for (const QString &login : staff.agents)
            world->add(login);
        if (!staff.manager.isEmpty())
            world->add(staff.manager, QStringLiteral("manager"));
    }
    // For cleanup(): the server has to be whole whatever the test did.
    void leave()
    {
        NO_FAULTS(serverFaults(*world));
        world.reset();
    }

    std::unique_ptr<SharedWorld> world;
};

} // namespace beback::test
