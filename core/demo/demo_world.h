#pragma once

#include "core/history/recorder.h"

#include <functional>

namespace beback {

// Makes a believable dealership: rooftop, agents and managers, customers with months of history. Everything goes through
// the recorder. The same seed, number and `until` give the same world, byte for byte.
struct DemoWorld {
    static constexpr int MostCustomers = 100'000;
    int customers = 2000;
    quint64 seed = 1;
    Instant until; // the history ends here; a command uses the last midnight UTC
};
// Errors: Invalid (not from 1 to MostCustomers), Conflict (somebody else writes there now), and the store's.
Result<void> makeDemoWorld(Connection &db, const DemoWorld &world, const PlanBook &plans,
                           const std::function<void(int done)> &progress = {});

} // namespace beback
