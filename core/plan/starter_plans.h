#pragma once

#include "core/plan/plan.h"

namespace beback {

// The plans that come with the program (resources/plans). Errors: Internal, when a shipped file is broken.
Result<QVector<Plan>> loadShippedPlans();
// Which plan takes over after what, whatever plan a lead is on (resources/plans/branches.json). Errors: Internal.
Result<QHash<QString, QString>> loadShippedBranches();

// Which of them a lead of that source ("Website", "Walk-in", "Phone-up" …) begins on.
QString planForSource(const QString &source);

} // namespace beback
