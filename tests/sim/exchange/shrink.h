#pragma once

#include "schedule.h"

#include <functional>

namespace beback::exchange_sim {

// The shortest schedule found that still fails: parts of it are left out, ever smaller ones, as long as what is left fails
// (Zeller, Hildebrandt: "Simplifying and Isolating Failure-Inducing Input", 2002), then what is left waits for nothing and kills
// nobody where that fails too. `fails` is asked `tries` times at most. Pure but for `fails`.
Schedule shrink(const Schedule &failing, const std::function<bool(const Schedule &)> &fails, int tries);

} // namespace beback::exchange_sim
