#pragma once

#include "core/plan/plan.h"

#include <QDate>

namespace beback {

// What a plan asks of those who work by it: expected touches a business day, by medium, over the next weeks, of the leads that
// begin on it from today on. Pure. Leads that stand on a plan already stay there, so they are on neither side of a comparison.

// Minutes of work a touch takes, with looking at the lead and writing down what came. An assumption, not measured: it turns
// touches into hours only so that two plans of different media can be compared.
constexpr double minutesOf(Medium medium)
{
    constexpr std::array<double, 6> Minutes = {5, 2, 4, 5, 15, 3}; // by Medium
    return Minutes[size_t(medium)];
}

// Leads of one age, and how many of them are still open and on the plan they began.
struct AgeGroup {
    int days = 0;
    int leads = 0;
    int stayed = 0;
    friend bool operator==(const AgeGroup &, const AgeGroup &) = default;
};

// The share of leads still open and on their plan so many days after they came.
class Staying
{
public:
    static constexpr int LeastLeads = 30; // below: too few to say, and everybody is taken to stay

    Staying() = default; // everybody stays
    // When somebody left is not known, only whether they have by now: the estimate is the largest-likelihood one for such
    // data, the pooled shares that never rise with age (Ayer, Brunk, Ewing, Reid and Silverman 1955).
    explicit Staying(QVector<AgeGroup> groups);

    double after(int days) const;
    bool isAssumed() const { return m_steps.isEmpty(); }

private:
    struct Step {
        int fromDay;
        double share;
    };
    QVector<Step> m_steps; // by day
};

// How leads come to a plan.
struct PlanTraffic {
    double perDay = 0; // new ones a business day
    Staying staying;
};

struct LoadWeek {
    QDate from;   // its first day
    int days = 0; // business days in it
    std::array<double, 6> touches{}; // a business day, by Medium
    double total() const;   // touches a business day
    double minutes() const; // a business day
};

inline constexpr int LoadWeeks = 8;

// `from`: the day the first of them begin. `afterwards`: the plan whose steps are used, in turn, once those of `plan` are done;
// null: e-mail.
QVector<LoadWeek> planLoad(const Plan &plan, const PlanTraffic &traffic, QDate from, const Plan *afterwards = nullptr);

} // namespace beback
