#pragma once

#include "core/plan/plan.h"

namespace beback {

// The plans that come with the program (resources/plans). Errors: Internal, when a shipped file is broken.
Result<QVector<Plan>> loadShippedPlans();

// Which of them a lead of that source ("Website", "Walk-in", "Phone-up" …) begins on.
QString planForSource(const QString &source);

} // namespace beback
