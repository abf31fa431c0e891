#include "core/desk/manager_act.h"

#include "core/history/event.h"
#include "core/report/balance.h"

#include <QCoreApplication>

namespace beback {

static_assert(LeadsOfMove <= MostAtOnce); // or a proposal could not be given as it stands

QVector<ManagerAct> givingBy(const LoadBalance &balance, const QString &reason)
{
    QVector<ManagerAct> acts;
    for (const LoadMove &move : balance.moves) {
        acts << giving(move.leads, move.to.login, reason);
        acts.last().from = move.from.login;
    }
    return acts;
}

Acted &Acted::operator+=(const Acted &next)
{
    changed += next.changed;
    left += next.left;
    events += next.events;
    leads += next.leads;
    brokenOff = next.brokenOff;
    return *this;
}

Result<Acted> brokenOff(Acted acted, const Error &why)
{
    if (acted.changed == 0)
        return why;
    acted.brokenOff = why;
    return acted;
}

Error undoBrokenOff(const ActsUndone &undone)
{
    Error why = *undone.brokenOff;
    why.message = QCoreApplication::translate("beback", "%1 of %2 were taken back; then: %3")
                      .arg(QString::number(undone.gone), QString::number(undone.asked), why.message);
    return why;
}

bool isActOf(const Event &event, ManagerAct::Kind kind)
{
    switch (kind) {
    case ManagerAct::Kind::Give: return event.kind == EventKind::Assigned;
    case ManagerAct::Kind::Nudge: return event.kind == EventKind::Nudged;
    case ManagerAct::Kind::ChangePlan:
        return event.kind == EventKind::PlanChosen && !event.body.contains(QLatin1String("because")) && !event.body.contains(QLatin1String("campaign"));
    case ManagerAct::Kind::Coach: return event.kind == EventKind::Noted && event.body.value(QLatin1String("coach")).toBool();
    }
    return false;
}

bool isManagerAct(const Event &event)
{
    using Kind = ManagerAct::Kind;
    return isActOf(event, Kind::Give) || isActOf(event, Kind::Nudge) || isActOf(event, Kind::ChangePlan) || isActOf(event, Kind::Coach);
}

} // namespace beback
