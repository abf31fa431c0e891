#pragma once

#include "core/plan/capacity.h"
#include "core/plan/next_step.h"
#include "tests/store/charts_read_plain.h"

// The load of the next four weeks counted a second way: from each customer's next step by the words of its plan, day by day.

namespace beback::test {

struct PlainTurn {
    QDate day;
    Instant due;
    LeadId lead;
};

// The days of a plan by its own words.
inline QVector<std::pair<QDate, Medium>> daysFrom(const NextStep &step, const Plan *plan, QDate today)
{
    QVector<std::pair<QDate, Medium>> days{{std::max(zones::local(step.dueAt, Zone).date, today), step.medium}};
    if (!plan || step.step <= 0)
        return days;
    const QDate begin = days.first().first;
    QDate previous = begin, ofStep;
    for (int i = 0; i < plan->steps.size(); ++i) {
        const PlanStep &one = plan->steps[i];
        const QDate base = one.from == PlanStep::From::Previous ? previous : begin;
        if (one.count == PlanStep::Count::Business)
            previous = calendar::addBusinessDays(base, one.day);
        else if (one.day == 0)
            previous = base;
        else
            for (previous = base.addDays(one.day); !calendar::isBusinessDay(previous);)
                previous = previous.addDays(1);
        if (i + 1 == step.step)
            ofStep = previous;
        if (i + 1 > step.step) {
            QDate day = begin.addDays(ofStep.daysTo(previous));
            while (!calendar::isBusinessDay(day))
                day = day.addDays(1);
            days << std::pair(day, one.medium);
        }
    }
    return days;
}

inline QVector<PlainTurn> turnsOf(const World &world, const QVector<PlainHistory> &histories, const ChartFilter &filter)
{
    const QDate today = zones::local(world.clock.now(), Zone).date;
    QVector<PlainTurn> turns;
    for (const PlainHistory &one : histories) {
        const auto next = nextForCustomer(one.customer, world.plans);
        if (!next || next->step.band >= Band::LongTerm)
            continue;
        const LeadState &lead = *one.lead(next->lead);
        if (!fitsFilter(filter, lead.owner, lead))
            continue;
        for (const auto &[day, medium] : daysFrom(next->step, world.plans.find(lead.planId, lead.planVersion), today))
            if (filter.medium.isEmpty() || filter.medium == toText(medium))
                turns << PlainTurn{day, next->step.dueAt, lead.id};
    }
    std::stable_sort(turns.begin(), turns.end(), [](const PlainTurn &a, const PlainTurn &b) { return std::tie(a.day, a.due, a.lead) < std::tie(b.day, b.due, b.lead); });
    return turns;
}

// What everybody of these finishes on a day, asked of capacityLeft() itself; and what they did today.
struct PlainCapacity {
    QHash<QString, QVector<Touch>> touches;
    QVector<WorkDay> everybody;
    QDate today;
    Instant now;
    QSet<QString> here; // did something today

    PlainCapacity(const QVector<PlainHistory> &histories, Instant at) : today(zones::local(at, Zone).date), now(at)
    {
        for (const PlainHistory &one : histories)
            for (const Event &event : one.events) {
                if (!isOurs(event))
                    continue;
                touches[event.actor] << Touch{event.occurredAt, *event.medium, {}, {}};
                if (zones::local(event.occurredAt, Zone).date >= today)
                    here.insert(event.actor);
            }
        for (const QVector<Touch> &made : std::as_const(touches))
            everybody += workDays(made, Zone, today);
    }

    int on(QDate day, const ChartFilter &filter) const
    {
        if (day != today && calendar::isHoliday(day))
            return 0;
        QDate asked = today; // the next of its weekday that is no holiday
        while (asked.dayOfWeek() != day.dayOfWeek() || calendar::isHoliday(asked))
            asked = asked.addDays(1);
        int sum = 0;
        for (const QString &login : {u"dana"_s, u"luis"_s, u"priya"_s, u"ray"_s}) {
            const QVector<WorkDay> own = workDays(touches.value(login), Zone, today);
            if ((login == u"dana"_s && own.isEmpty()) || (!filter.person.isEmpty() && filter.person != login))
                continue;
            const Capacity capacity = day == today ? capacityLeft(own, everybody, now, Zone, here.contains(login)) // from now on
                                                   : capacityLeft(own, everybody, zones::instantOf(asked, QTime(0, 0), Zone).value(), Zone, false);
            if (day != today && day.dayOfWeek() == 7 && capacity.basis != Capacity::Basis::OwnWeekday)
                continue;
            sum += filter.medium.isEmpty() ? capacity.left : capacity.byMedium[size_t(*mediumFromText(filter.medium))];
        }
        return sum;
    }
};

inline Numbers loadNumbers(const World &world, const QVector<PlainHistory> &histories, const ChartFilter &filter)
{
    const PlainCapacity capacity(histories, world.clock.now());
    const QVector<PlainTurn> turns = turnsOf(world, histories, filter);
    Numbers numbers;
    QVector<LeadId> waiting;
    for (int i = 0; i < 28; ++i) {
        const QDate day = capacity.today.addDays(i);
        for (const PlainTurn &turn : turns)
            if (turn.day == day)
                waiting << turn.lead;
        const int whole = capacity.on(day, filter);
        if (!calendar::isBusinessDay(day) && whole == 0)
            continue;
        Expected &fits = numbers[u"fits/"_s + day.toString(Qt::ISODate)], &left = numbers[u"left_over/"_s + day.toString(Qt::ISODate)];
        for (int room = whole; room > 0 && !waiting.isEmpty(); --room)
            fits.add(waiting.takeFirst());
        for (const LeadId lead : std::as_const(waiting))
            left.add(lead);
    }
    return numbers;
}

} // namespace beback::test
