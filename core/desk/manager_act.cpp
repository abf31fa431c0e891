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

QString leftWords(ManagerAct::Kind kind, LeftBecause because)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("beback", text); };
    switch (because) {
    case LeftBecause::Closed: return tr("closed");
    case LeftBecause::Moved: return tr("given to somebody else meanwhile");
    case LeftBecause::Nobodys: return tr("held by nobody the note could go to");
    case LeftBecause::NotTheirs: return tr("never worked by whom the note is for");
    case LeftBecause::Same: break;
    }
    switch (kind) {
    case ManagerAct::Kind::Give: return tr("given so already");
    case ManagerAct::Kind::Nudge: return tr("nudged already, for this reason");
    case ManagerAct::Kind::ChangePlan: return tr("on that plan already");
    case ManagerAct::Kind::Coach: return tr("with the same note already");
    }
    return {};
}

Acted &Acted::operator+=(const Acted &next)
{
    changed += next.changed;
    left += next.left;
    for (auto one = next.because.cbegin(); one != next.because.cend(); ++one)
        because[one.key()] += *one;
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
