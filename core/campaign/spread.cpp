#include "core/campaign/spread.h"

#include "core/time/calendar.h"

#include <QHash>

#include <algorithm>

namespace beback {

namespace {

// What one person whose turn comes on a day asks of each day: how many touches.
QHash<QDate, int> asked(const Plan &plan, QDate day)
{
    QHash<QDate, int> touches;
    for (const QDate touch : touchDays(plan, day))
        ++touches[touch];
    return touches;
}

// How many people may begin on a day so that nothing they ask for goes beyond what fits; days beyond those looked at are free.
int roomFor(const QHash<QDate, int> &touches, const DayLoads &loads, const QHash<QDate, qsizetype> &places, int perDay)
{
    int most = perDay;
    for (auto it = touches.cbegin(); loads.isKnown && it != touches.cend(); ++it)
        if (const auto place = places.constFind(it.key()); place != places.cend())
            most = std::min(most, loads.days.at(*place).room() / it.value());
    return most;
}

} // namespace

QVector<QDate> touchDays(const Plan &plan, QDate day)
{
    QVector<QDate> days;
    QDate previous = day;
    for (const PlanStep &step : plan.steps) {
        const QDate base = step.from == PlanStep::From::Previous ? previous : day;
        if (step.count == PlanStep::Count::Business)
            previous = calendar::addBusinessDays(base, step.day);
        else
            previous = step.day == 0 ? base : calendar::addBusinessDays(base.addDays(step.day), 0);
        days << previous;
    }
    return days;
}

void spread(QVector<Addressee> &people, DayLoads &loads, const Plan &plan, QDate from, QDate until, int perDay)
{
    QHash<QDate, qsizetype> places;
    for (qsizetype i = 0; i < loads.days.size(); ++i)
        places.insert(loads.days.at(i).day, i);
    sortByRank(people);
    auto next = people.begin();
    const auto end = std::find_if(people.begin(), people.end(), [](const Addressee &one) { return one.leftOut.has_value(); });
    for (DayLoad &load : loads.days) {
        if (load.day < from || (until.isValid() && load.day > until))
            continue;
        const QHash<QDate, int> touches = asked(plan, load.day);
        for (int left = roomFor(touches, loads, places, perDay); left > 0 && next != end; --left, ++next) {
            next->day = load.day;
            ++load.turns;
            for (auto it = touches.cbegin(); it != touches.cend(); ++it)
                if (const auto place = places.constFind(it.key()); place != places.cend())
                    loads.days[*place].added += it.value();
        }
    }
    for (; next != end; ++next)
        next->leftOut = LeftOut::NoRoom;
}

} // namespace beback
