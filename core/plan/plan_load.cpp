#include "core/plan/plan_load.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <numeric>

namespace beback {

namespace {

constexpr int Horizon = LoadWeeks * 7; // days

// Which of the days from the first one on are worked, looked up once.
class Days
{
public:
    explicit Days(QDate from)
    {
        for (int i = 0; i < Horizon; ++i)
            m_worked << calendar::isBusinessDay(from.addDays(i));
    }
    bool isWorked(int day) const { return m_worked[day]; }
    // That day, or the next one that is worked; Horizon: beyond what is looked at.
    int workedFrom(int day) const
    {
        while (day < Horizon && !m_worked[day])
            ++day;
        return std::min(day, Horizon);
    }
    int businessDaysAfter(int day, int n) const
    {
        day = workedFrom(day);
        for (; n > 0 && day < Horizon; --n)
            day = workedFrom(day + 1);
        return day;
    }

private:
    QVector<bool> m_worked;
};

int dayOf(const PlanStep &step, int began, int previous, const Days &days)
{
    const int base = step.from == PlanStep::From::Previous ? previous : began;
    if (step.count == PlanStep::Count::Business)
        return days.businessDaysAfter(base, step.day);
    return step.day == 0 ? base : days.workedFrom(std::min(base + step.day, Horizon));
}

} // namespace

Staying::Staying(QVector<AgeGroup> groups)
{
    std::sort(groups.begin(), groups.end(), [](const AgeGroup &a, const AgeGroup &b) { return a.days < b.days; });
    if (std::accumulate(groups.cbegin(), groups.cend(), 0, [](int sum, const AgeGroup &g) { return sum + g.leads; }) < LeastLeads)
        return;
    QVector<AgeGroup> pools; // `days`: of the youngest in it
    for (const AgeGroup &group : std::as_const(groups)) {
        if (group.leads <= 0)
            continue;
        pools << group;
        const auto rises = [&pools] {
            const AgeGroup &a = pools[pools.size() - 2], &b = pools.last();
            return qint64(b.stayed) * a.leads > qint64(a.stayed) * b.leads;
        };
        while (pools.size() > 1 && rises()) {
            const AgeGroup last = pools.takeLast();
            pools.last().leads += last.leads;
            pools.last().stayed += last.stayed;
        }
    }
    for (const AgeGroup &pool : std::as_const(pools))
        m_steps << Step{pool.days, double(pool.stayed) / pool.leads};
}

double Staying::after(int days) const
{
    double share = 1; // younger than any that were seen
    for (const Step &step : m_steps)
        if (step.fromDay <= days)
            share = step.share;
    return share;
}

double LoadWeek::total() const
{
    return std::accumulate(touches.cbegin(), touches.cend(), 0.0);
}

double LoadWeek::minutes() const
{
    double sum = 0;
    for (const Medium medium : AllMedia)
        sum += touches[size_t(medium)] * minutesOf(medium);
    return sum;
}

QVector<LoadWeek> planLoad(const Plan &plan, const PlanTraffic &traffic, QDate from, const Plan *afterwards)
{
    const Days days(from);
    QVector<LoadWeek> weeks(LoadWeeks);
    const auto add = [&](int began, int day, Medium medium) {
        weeks[day / 7].touches[size_t(medium)] += traffic.perDay * traffic.staying.after(day - began);
    };
    for (int began = 0; began < Horizon; ++began) {
        if (!days.isWorked(began))
            continue;
        int day = began;
        for (const PlanStep &step : plan.steps)
            if ((day = dayOf(step, began, day, days)) < Horizon)
                add(began, day, step.medium);
        for (qsizetype turn = plan.steps.size(); day < Horizon; ++turn) {
            day = days.workedFrom(day + plan.afterEveryDays);
            if (day < Horizon)
                add(began, day, afterwards ? afterwards->steps.at(turn % afterwards->steps.size()).medium : Medium::Email);
        }
    }
    for (int i = 0; i < LoadWeeks; ++i) {
        LoadWeek &week = weeks[i];
        week.from = from.addDays(i * 7);
        for (int day = i * 7; day < i * 7 + 7; ++day)
            week.days += days.isWorked(day);
        for (double &touches : week.touches)
            touches /= std::max(week.days, 1);
    }
    return weeks;
}

} // namespace beback
