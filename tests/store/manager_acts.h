#pragma once

#include "core/desk/manager_act.h"
#include "core/history/fold.h"
#include "tests/store/today_site.h"

// Acts of a manager, as tests ask for them.

namespace beback::test {

inline ManagerAct nudge(const QVector<LeadId> &leads, const QString &reason = u"They are hot"_s)
{
    ManagerAct act = giving(leads, {}, reason);
    act.kind = ManagerAct::Kind::Nudge;
    return act;
}

inline ManagerAct plan(const QVector<LeadId> &leads, const QString &id)
{
    ManagerAct act = giving(leads, {}, u"It fits them better"_s);
    act.kind = ManagerAct::Kind::ChangePlan;
    act.plan = id;
    return act;
}

inline ManagerAct coach(const QVector<LeadId> &leads, const QString &to = {})
{
    ManagerAct act = giving(leads, to, u"Ask about the trade first"_s);
    act.kind = ManagerAct::Kind::Coach;
    return act;
}

// What a history amounts to, whatever was written and taken back on the way.
inline CustomerState stateOf(TodaySite &site, const Recorded &on)
{
    CustomerState state = TodaySite::take(site.place->customer(on.customer));
    state.upTo = {};
    state.events = 0;
    return state;
}

} // namespace beback::test
