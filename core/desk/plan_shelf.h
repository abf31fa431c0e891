#pragma once

#include "core/plan/plan_load.h"

namespace beback {

// The plans of a store as a manager sees them: what is switched on, what is being changed, and how leads come to them.
struct PlanOnShelf {
    std::optional<Plan> on;    // the newest version; none: a copy that was never switched on
    std::optional<Plan> draft; // its version: the one it will be
    QString draftBy;           // login
    Instant draftAt;
    int leads = 0;             // open leads on any version of it
    int onNewest = 0;          // of them on the newest
    double perDay = 0;         // new leads a business day of the last four weeks that are on it now
    const Plan &shown() const { return draft ? *draft : *on; }
};

struct PlanShelf {
    QVector<PlanOnShelf> plans; // by name
    std::array<QString, AllLeadKinds.size()> begins;       // by LeadKind: the id of the plan new leads begin on
    std::array<PlanTraffic, AllLeadKinds.size()> traffic;  // by LeadKind
    QDate today;                                           // at the rooftop
    QStringList words; // keys of the words a step may name, sorted
    QString fixedBecause; // why nothing of it is changed at this desk, as a sentence; empty: a manager may
    const PlanOnShelf *find(const QString &id) const;
    const Plan *switchedOn(const QString &id) const;
    std::optional<LeadKind> kindBeginningOn(const QString &id) const; // the first of them
};

// What a plan would ask, beside what is done now with the same leads.
struct PlanComparison {
    double perDay = 0;           // new leads a business day
    bool stayingAssumed = false; // too few leads to know how many stay: all of them are taken to
    double stayWeek = 1, stayMonth = 1; // the share still on their plan by then
    QVector<LoadWeek> before, after;
};
// Where new leads of `kind` begin on it: beside the plan they begin on now. Without a kind: beside the version of it that is
// switched on, with the leads that come to it from other plans; none, when there is no such version. Pure.
PlanComparison comparePlanLoad(const PlanShelf &shelf, const Plan &plan, std::optional<LeadKind> kind);

inline constexpr int TrafficDays = 28; // new leads are counted over so many days

} // namespace beback
