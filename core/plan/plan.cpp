#include "core/plan/plan.h"

#include <algorithm>
#include <tuple>

namespace beback {

void PlanBook::add(Plan plan)
{
    auto &versions = m_plans[plan.id];
    const auto place = std::lower_bound(versions.begin(), versions.end(), plan.version,
                                        [](const auto &known, int version) { return known->version < version; });
    const bool known = place != versions.end() && (*place)->version == plan.version;
    auto shared = std::make_shared<const Plan>(std::move(plan));
    if (known)
        *place = std::move(shared);
    else
        versions.insert(place, std::move(shared));
}

const Plan *PlanBook::find(const QString &id, int version) const
{
    if (version <= 0)
        return newest(id);
    const auto versions = m_plans.constFind(id);
    if (versions == m_plans.constEnd())
        return nullptr;
    for (const auto &plan : *versions)
        if (plan->version == version)
            return plan.get();
    return nullptr;
}

const Plan *PlanBook::newest(const QString &id) const
{
    const auto versions = m_plans.constFind(id);
    return versions == m_plans.constEnd() ? nullptr : versions->last().get();
}

const Plan *PlanBook::branch(const Plan *from, const QString &what) const
{
    QString id = m_branches.value(what);
    if (from)
        id = from->on.value(what, id);
    return from && from->id == id ? nullptr : newest(id);
}

QString PlanBook::beginning(LeadKind kind) const
{
    const QString chosen = m_beginnings.value(int(kind));
    return m_plans.contains(chosen) ? chosen : shippedPlanOf(kind);
}

QVector<const Plan *> PlanBook::all() const
{
    QVector<const Plan *> plans;
    for (const auto &versions : m_plans)
        plans << versions.last().get();
    std::sort(plans.begin(), plans.end(),
              [](const Plan *a, const Plan *b) { return std::tie(a->name, a->id) < std::tie(b->name, b->id); });
    return plans;
}

} // namespace beback
