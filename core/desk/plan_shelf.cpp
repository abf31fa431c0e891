#include "core/desk/plan_shelf.h"

namespace beback {

namespace {

const QString LongTerm = QStringLiteral("long-term");

}

const PlanOnShelf *PlanShelf::find(const QString &id) const
{
    for (const PlanOnShelf &one : plans)
        if (one.shown().id == id)
            return &one;
    return nullptr;
}

const Plan *PlanShelf::switchedOn(const QString &id) const
{
    const PlanOnShelf *one = find(id);
    return one && one->on ? &*one->on : nullptr;
}

std::optional<LeadKind> PlanShelf::kindBeginningOn(const QString &id) const
{
    for (const LeadKind kind : AllLeadKinds)
        if (begins[size_t(kind)] == id)
            return kind;
    return std::nullopt;
}

PlanComparison comparePlanLoad(const PlanShelf &shelf, const Plan &plan, std::optional<LeadKind> kind)
{
    PlanComparison compared;
    const PlanOnShelf *own = shelf.find(plan.id);
    const PlanTraffic traffic = kind ? shelf.traffic[size_t(*kind)] : PlanTraffic{own ? own->perDay : 0, Staying()};
    const Plan *before = shelf.switchedOn(kind ? shelf.begins[size_t(*kind)] : plan.id);
    const Plan *afterwards = shelf.switchedOn(LongTerm);
    compared.perDay = traffic.perDay;
    compared.stayingAssumed = traffic.staying.isAssumed();
    compared.stayWeek = traffic.staying.after(7);
    compared.stayMonth = traffic.staying.after(30);
    compared.after = planLoad(plan, traffic, shelf.today, afterwards);
    compared.before = planLoad(before ? *before : plan, before ? traffic : PlanTraffic(), shelf.today, afterwards);
    return compared;
}

} // namespace beback
