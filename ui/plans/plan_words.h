#pragma once

#include "core/desk/plan_shelf.h"

namespace beback::ui::plan_words {

// What the rooms of plans say, in one place: the same number is worded alike beside the chart and before switching on.

QString kind(LeadKind kind);             // "Internet"
QString newLeadsOf(LeadKind kind);       // "New internet leads"
QString part(const QString &part);       // "Evening"
QString dayOf(const PlanStep &step);     // "Day 3", "2 days later": short
QString number(double value);            // "3.2", "12"

QString loadHeading(const PlanComparison &load, QDate lastWeek);
QString loadBasis(const PlanComparison &load); // what was counted, and what is only assumed
QString byMedium(const PlanComparison &load);  // in the last of the weeks
// What switching it on will do, in whole sentences.
QString switchingOn(const PlanShelf &shelf, const Plan &plan, std::optional<LeadKind> kind);

} // namespace beback::ui::plan_words
