#pragma once

#include "tests/exchange/staffed_world.h"
#include "tests/support/cutting_proxy.h"

namespace beback::test {

// Tanya works over a line that a test cuts, slows down or silences; Luis sits beside the server.
struct LineWorld : StaffedWorld {
    void found()
    {
        StaffedWorld::found({.agents = {Luis}});
        world->add(Tanya, QStringLiteral("agent"), QStringLiteral("secret")); // a line ends at TCP, where nobody is trusted
    }
    std::unique_ptr<SharedPlace> tanyaThrough(const CuttingProxy &proxy)
    {
        const StoreUrl url = SharedWorld::parsed(QStringLiteral("postgresql://tanya:secret@127.0.0.1:%1/%2").arg(proxy.port()).arg(world->database));
        auto opened = SharedPlace::open(url, world->clock, world->random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        return std::move(*opened);
    }
};

} // namespace beback::test
