#pragma once

#include "core/plan/plan.h"

namespace beback {

// Changing a plan by hand. Pure; what comes out may still be one that Plan::fromJson refuses, with the field that is wrong.

// The same steps under an id of their own, which none of `taken` is.
Plan copyOf(const Plan &plan, const QString &name, const QStringList &taken);

// Sets the day of a step and moves it to where that day belongs, behind those of the same day. Where it stands now.
int setStepDay(Plan &plan, int step, int day);
// An empty step behind `step`, on its day and by another medium than it. Where it stands.
int addStep(Plan &plan, int step);
// A plan keeps its last step. The step to look at afterwards.
int removeStep(Plan &plan, int step);
// Changes places with the step before (-1) or behind (1), and the days with it, so that the order stays one of days.
int moveStep(Plan &plan, int step, int by);

} // namespace beback
