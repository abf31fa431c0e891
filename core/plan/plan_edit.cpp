#include "core/plan/plan_edit.h"

#include <algorithm>

namespace beback {

Plan copyOf(const Plan &plan, const QString &name, const QStringList &taken)
{
    Plan copy = plan;
    copy.version = 1;
    copy.name = name;
    copy.id = plan.id + QStringLiteral("-copy");
    for (int n = 2; taken.contains(copy.id); ++n)
        copy.id = QStringLiteral("%1-copy-%2").arg(plan.id).arg(n);
    return copy;
}

int setStepDay(Plan &plan, int step, int day)
{
    PlanStep moved = plan.steps.at(step);
    moved.day = day;
    if (moved.from == PlanStep::From::Previous || day < 0) { // it goes with the step before it, wherever that is
        plan.steps[step] = moved;
        return step;
    }
    plan.steps.removeAt(step);
    const auto later = std::find_if(plan.steps.cbegin(), plan.steps.cend(), [day](const PlanStep &other) {
        return other.from == PlanStep::From::Start && other.day > day;
    });
    const auto place = int(later - plan.steps.cbegin());
    plan.steps.insert(place, moved);
    return place;
}

int addStep(Plan &plan, int step)
{
    const PlanStep &before = plan.steps.at(step);
    PlanStep added;
    added.day = before.day;
    added.count = before.count;
    added.from = before.from;
    added.medium = before.medium == Medium::Text ? Medium::Email : Medium::Text;
    added.part = before.part;
    plan.steps.insert(step + 1, added);
    return step + 1;
}

int removeStep(Plan &plan, int step)
{
    if (plan.steps.size() > 1)
        plan.steps.removeAt(step);
    return std::min(step, int(plan.steps.size()) - 1);
}

int moveStep(Plan &plan, int step, int by)
{
    const int other = step + by;
    if (other < 0 || other >= plan.steps.size())
        return step;
    PlanStep &a = plan.steps[step], &b = plan.steps[other];
    std::swap(a, b);
    std::swap(a.day, b.day);
    std::swap(a.count, b.count);
    std::swap(a.from, b.from);
    return other;
}

} // namespace beback
