#pragma once

#include "core/plan/plan.h"
#include "core/store/connection.h"

#include <QMap>

#include <functional>

namespace beback {

// The site, its people and its plans, as the shared database has them: what works without it has to know them.
struct SiteFacts {
    // One row as it was read, to be bound to the statement that writes it.
    using Put = std::function<void(Statement &)>;
    QVector<Put> site, people, plans, begins; // plans: only where the desk lacks one, then all
    QMap<QString, QString> settings;
    int rules = 0, words = 0; // how much was said there
    int stock = 0;            // version of the list; 0: there is none
};

// Two round trips at most. Thread: the connection's. `known`: the plans this desk has.
Result<SiteFacts> readSiteFacts(Connection &shared, RooftopId rooftop, const PlanBook &known);
// In the caller's transaction; without the settings.
Result<void> keepSiteFacts(Connection &own, const SiteFacts &facts);

} // namespace beback
