#pragma once

#include "core/plan/plan.h"
#include "core/store/connection.h"

#include <QStringList>
#include <functional>

namespace beback {

// What `beback check` found. No finding: every derived row is what the history says.
struct CheckReport {
    int customers = 0;      // looked at
    qint64 events = 0;
    QStringList findings;   // one sentence each, naming customer and row; at most 1000 are kept
    int differences = 0;    // of all, also those not kept
    int repaired = 0;       // customers written anew
    int waiting = 0;        // of a shared database: customers marked to be worked out anew, which is no difference
    void find(const QString &sentence);
};

// Recomputes every derived row from the history and compares; proves too that each desk's events are numbered without
// gaps and never run against the clock, and that no open lead is without a next step. With `repair`, rows that differ
// are written anew (the history itself is never touched). Reads customer by customer: memory does not grow with the store.
Result<CheckReport> checkStore(Connection &db, RooftopId rooftop, const PlanBook &plans, bool repair);

} // namespace beback
