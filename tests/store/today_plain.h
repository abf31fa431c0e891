#pragma once

#include "core/plan/contact_rules.h"
#include "core/plan/next_step.h"
#include "core/report/today.h"
#include "core/time/calendar.h"
#include "tests/store/charts_plain.h"

#include <limits>
#include <set>

// Every number of the page of today counted a second way: by folding each history of a random world.

namespace beback::test {

// A busy part of a day in it.
inline void workHard(World &world, QDate day, QTime from, int things)
{
    world.clock.set(zones::instantOf(day, from, Zone).value());
    for (int i = 0; i < things; ++i) {
        world.clock.advance(std::chrono::minutes(world.chance.below(4)));
        if (world.chance.below(10) == 0)
            world.arrive();
        else
            world.happen(world.people[qsizetype(world.chance.below(quint64(world.people.size())))]);
    }
}

// Our touches as far as these events tell, each with whether it was answered.
inline QVector<std::pair<Event, bool>> plainTouches(const QVector<Event> &events)
{
    const QSet<EventId> gone = takenBack(events);
    QVector<std::pair<Event, bool>> touches;
    for (const Event &event : events) {
        if (gone.contains(event.id))
            continue;
        if (event.kind == EventKind::Attempt && event.body.value(u"department"_s).toString().isEmpty()) {
            touches << std::pair(event, isAnswered(event.outcome));
        } else if (event.kind == EventKind::Reply) {
            const auto newest = std::find_if(touches.rbegin(), touches.rend(), [&](const auto &one) {
                return one.first.lead == event.lead && one.first.medium == event.medium && one.first.occurredAt <= event.occurredAt;
            });
            if (newest != touches.rend())
                newest->second = true;
        }
    }
    return touches;
}

struct PlainToday {
    struct Neglect {
        QSet<LeadId> leads;
        int skipped = 0;
    };
    Instant now, midnight, weekAgo, weekAgoNow, month;
    int touches = 0, newWaiting = 0, visitsSet = 0, visitsConfirmed = 0, visitsWeekAgo = 0, unsold = 0, back = 0;
    std::optional<Instant> longest;
    QSet<CustomerId> reached, reachedByCall, reachedWeekAgo;
    QHash<QString, int> touchesBy, holds;
    QHash<QString, Instant> lastBy;
    QMap<QString, Neglect> neglected; // by owner

    PlainToday(World &world, const QString &manager) : now(world.clock.now())
    {
        const zones::Local here = zones::local(now, Zone);
        const auto at = [](QDate day, QTime time) { return zones::instantOf(day, time, Zone).value(); };
        midnight = at(here.date, QTime(0, 0));
        weekAgo = at(here.date.addDays(-7), QTime(0, 0));
        weekAgoNow = at(here.date.addDays(-7), here.time);
        month = at(QDate(here.date.year(), here.date.month(), 1), QTime(0, 0));
        for (const World::Person &person : std::as_const(world.people)) {
            const auto events = event_store::wholeOfCustomer(*world.db, RooftopId{1}, person.customer);
            if (!events)
                qFatal("%s", qPrintable(events.error().message));
            const CustomerState customer = fold(*events);
            addTouches(*events);
            addVisits(*events, customer);
            addBeBack(*events);
            addNext(customer, nextForCustomer(customer, world.plans), manager);
        }
    }

    void addTouches(const QVector<Event> &events)
    {
        for (const auto &[touch, answered] : plainTouches(events)) {
            if (touch.occurredAt < midnight)
                continue;
            ++touches;
            ++touchesBy[touch.actor];
            lastBy[touch.actor] = std::max(lastBy.value(touch.actor), touch.occurredAt);
            if (answered)
                reached.insert(touch.customer);
            if (answered && touch.medium == Medium::Call)
                reachedByCall.insert(touch.customer);
        }
        // A week ago as it was known at this hour, without what was taken back since.
        QVector<Event> then;
        std::copy_if(events.cbegin(), events.cend(), std::back_inserter(then), [&](const Event &event) {
            return event.recordedAt >= weekAgo && event.recordedAt < weekAgoNow;
        });
        const QSet<EventId> gone = takenBack(events);
        for (const auto &[touch, answered] : plainTouches(then))
            if (answered && touch.occurredAt >= weekAgo && !gone.contains(touch.id))
                reachedWeekAgo.insert(touch.customer);
    }

    static std::optional<Event> visitSet(const QVector<Event> &events, LeadId lead, Instant from, Instant until)
    {
        const QSet<EventId> gone = takenBack(events);
        std::optional<Event> set;
        for (const Event &event : events) {
            if (gone.contains(event.id) || event.lead != lead || event.occurredAt < from || event.recordedAt >= until)
                continue;
            if (event.kind == EventKind::AppointmentSet)
                set = event;
            else if (event.kind == EventKind::AppointmentCancelled && set && event.body.value(u"appointment"_s).toString() == set->id.toString())
                set.reset();
        }
        return set;
    }

    void addVisits(const QVector<Event> &events, const CustomerState &customer)
    {
        for (const LeadState &lead : customer.leads) {
            visitsWeekAgo += visitSet(events, lead.id, weekAgo, weekAgoNow).has_value();
            const auto set = visitSet(events, lead.id, midnight, Instant{std::numeric_limits<qint64>::max()});
            if (!set)
                continue;
            ++visitsSet;
            const QString zone = clockZone(customer);
            const QDate day = zones::local(Instant::fromIso(set->body.value(u"at"_s).toString()), zone).date;
            const auto confirm = zones::instantOf(calendar::previousBusinessDay(day), QTime(10, 0), zone);
            visitsConfirmed += std::max(lead.lastReachedAt, lead.lastReplyAt) >= confirm.value();
        }
    }

    void addBeBack(const QVector<Event> &events)
    {
        const QSet<EventId> gone = takenBack(events);
        std::set<QDate> came, bought;
        for (const Event &event : events) {
            if (gone.contains(event.id) || event.occurredAt < month)
                continue;
            const QDate day = zones::local(event.occurredAt, Zone).date;
            if (event.kind == EventKind::Attempt && event.outcome == Outcome::Kept && event.body.value(u"department"_s).toString().isEmpty())
                came.insert(day);
            if (event.kind == EventKind::LeadClosed && event.body.value(u"status"_s).toString() == u"sold"_s)
                bought.insert(day);
        }
        if (came.empty() || (!bought.empty() && *bought.begin() <= *came.begin()))
            return;
        ++unsold;
        back += came.size() > 1 || !bought.empty();
    }

    void addNext(const CustomerState &customer, const std::optional<NextForCustomer> &next, const QString &manager)
    {
        for (const LeadState &lead : customer.leads)
            holds[lead.owner] += lead.status == LeadStatus::Open;
        if (!next || next->step.band == Band::Stuck || next->step.dueAt > now)
            return;
        if (next->step.band == Band::New) {
            ++newWaiting;
            longest = std::min(longest.value_or(next->step.dueAt), next->step.dueAt);
        }
        const LeadState &lead = *customer.lead(next->lead);
        const Instant last = lead.attempts > 0 ? lead.lastAttemptAt : lead.arrivedAt;
        if (lead.status != LeadStatus::Open || lead.owner.isEmpty() || lead.owner == manager || daysUntil(last, now) < 7)
            return;
        neglected[lead.owner].leads.insert(lead.id);
        neglected[lead.owner].skipped += !lead.marks.isEmpty() && lead.marks.last().skipped;
    }
};

} // namespace beback::test
