#pragma once

#include "core/time/calendar.h"
#include "tests/store/charts_plain.h"

#include <QDateTime>
#include <QTimeZone>

// A random world with visits, sales and steps left out, and what the charts of them count found a second way: by walking along the
// events of each customer.

namespace beback::test {

// Goes on where World ended, with a thick season of what the funnel tells of.
struct FunnelWorld : World {
    struct Visit {
        LeadId lead;
        EventId event;
    };
    QVector<Visit> set; // appointments, whatever became of them

    FunnelWorld()
    {
        for (int i = 0; i < 900; ++i) {
            clock.advance(std::chrono::minutes(1 + chance.below(90)));
            if (chance.below(7) == 0)
                ask();
            else
                live(people[people.size() - 1 - qsizetype(chance.below(quint64(std::min<qsizetype>(30, people.size()))))]);
        }
    }

    // They asked some time before we learned of it, and somebody may have been quick.
    void ask()
    {
        LeadDraft draft = lead();
        if (chance.below(3) > 0)
            draft.requestedAt = clock.now() - std::chrono::minutes(chance.below(60));
        const auto made = recorder->recordNewCustomer(draft, u"system"_s);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        people << Person{made->customer, {made->state.leads.first().id}, {}};
        if (chance.below(3) == 0)
            return;
        clock.advance(std::chrono::minutes(chance.below(chance.below(2) == 0 ? 6 : 200)));
        EventDraft first = about(people.last());
        first.kind = EventKind::Attempt;
        first.medium = Medium::Call;
        first.direction = Direction::Out;
        first.outcome = any(outcomesOf(Medium::Call));
        put(people.last(), first);
    }

    EventDraft about(const Person &person)
    {
        EventDraft draft;
        draft.customer = person.customer;
        draft.lead = any(person.leads);
        draft.actor = any(workers);
        return draft;
    }

    EventId put(Person &person, const EventDraft &draft)
    {
        const auto recorded = recorder->record(draft);
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
        person.events << recorded->events.first();
        return recorded->events.first();
    }

    void sometimesLate(EventDraft &draft)
    {
        if (chance.below(4) == 0)
            draft.occurredAt = clock.now() - std::chrono::hours(chance.below(72));
    }

    void live(Person &person)
    {
        EventDraft draft = about(person);
        switch (chance.below(12)) {
        case 0:
        case 1:
            draft.kind = EventKind::AppointmentSet;
            draft.body.insert(u"at"_s, (clock.now() + std::chrono::hours(1 + chance.below(96))).toIso());
            sometimesLate(draft);
            set << Visit{draft.lead, put(person, draft)};
            return;
        case 2:
            return cancel(person, draft);
        case 3:
        case 4:
        case 5:
            return come(person, draft);
        case 6:
            draft.kind = EventKind::Reply;
            draft.medium = any(QVector<Medium>{Medium::Call, Medium::Text});
            draft.direction = Direction::In;
            draft.body.insert(u"text"_s, u"I will be there."_s);
            sometimesLate(draft);
            put(person, draft);
            return;
        case 7:
            draft.kind = EventKind::Skipped;
            draft.medium = any(QVector<Medium>{Medium::Call, Medium::Text, Medium::Email});
            draft.body.insert(u"reason"_s, any(QVector<QString>{u"Away"_s, u"away"_s, u"Spoke today"_s, u"Wrong day"_s}));
            sometimesLate(draft);
            put(person, draft);
            return;
        case 8:
            draft.kind = EventKind::LeadClosed;
            draft.body.insert(u"status"_s, any(QVector<QString>{u"sold"_s, u"sold"_s, u"lost"_s, u"duplicate"_s}));
            sometimesLate(draft);
            put(person, draft);
            return;
        default:
            return happen(person);
        }
    }

    void cancel(Person &person, EventDraft draft)
    {
        const auto last = std::find_if(set.crbegin(), set.crend(), [&](const Visit &visit) { return visit.lead == draft.lead; });
        if (last == set.crend())
            return;
        draft.kind = EventKind::AppointmentCancelled;
        draft.body.insert(u"appointment"_s, last->event.toString());
        put(person, draft);
    }

    void come(Person &person, EventDraft draft)
    {
        draft.kind = EventKind::Attempt;
        draft.direction = Direction::Out;
        draft.medium = Medium::Visit;
        draft.outcome = chance.below(4) == 0 ? Outcome::Missed : Outcome::Kept;
        sometimesLate(draft);
        if (chance.below(8) == 0)
            draft.body.insert(u"department"_s, u"sales"_s);
        put(person, draft);
    }
};

// What the events of one lead tell, as far as they stand.
struct Walked {
    struct Visit {
        bool wasSet = false, came = false, calledOff = false;
        Instant at, ended; // us 0: not ended
        Instant known;     // when it was set, or they came without that
    };
    struct Skip {
        Instant at;
        QString actor;
        Medium medium = Medium::Call;
    };
    QVector<Visit> visits;
    QVector<Skip> skips;
    QVector<Instant> spoken, tries;
    Instant sold;

    // As it stood then: what came later has not happened.
    void cutAt(Instant until)
    {
        visits.removeIf([until](const Visit &one) { return one.known >= until; });
        for (Visit &one : visits)
            if (one.ended >= until)
                one = Visit{one.wasSet, false, false, one.at, {}, one.known};
        skips.removeIf([until](const Skip &one) { return one.at >= until; });
        spoken.removeIf([until](Instant at) { return at >= until; });
        tries.removeIf([until](Instant at) { return at >= until; });
        if (sold >= until)
            sold = {};
    }
};

inline Walked walkedFrom(const QVector<Event> &events, LeadId lead)
{
    Walked walked;
    const QSet<EventId> gone = takenBack(events);
    EventId agreed; // the appointment that is agreed on: the last visit
    const auto end = [&](const Event &event, bool came, bool calledOff) {
        if (agreed.isNull())
            return false;
        walked.visits.last().ended = event.occurredAt;
        walked.visits.last().came = came;
        walked.visits.last().calledOff = calledOff;
        agreed = {};
        return true;
    };
    for (const Event &event : events) {
        if (event.lead != lead || gone.contains(event.id))
            continue;
        if (event.kind == EventKind::Attempt) {
            if (event.body.value(u"department"_s).toString().isEmpty()) {
                walked.tries << event.occurredAt;
                if (isAnswered(event.outcome))
                    walked.spoken << event.occurredAt;
            }
            if (event.outcome == Outcome::Kept && !end(event, true, false))
                walked.visits << Walked::Visit{false, true, false, event.occurredAt, event.occurredAt, event.occurredAt};
            if (event.outcome == Outcome::Missed)
                end(event, false, false);
        } else if (event.kind == EventKind::Reply) {
            walked.spoken << event.occurredAt;
        } else if (event.kind == EventKind::AppointmentSet) {
            end(event, false, true);
            walked.visits << Walked::Visit{true, false, false, Instant::fromIso(event.body.value(u"at"_s).toString()), {}, event.occurredAt};
            agreed = event.id;
        } else if (event.kind == EventKind::AppointmentCancelled) {
            if (!agreed.isNull() && agreed.toString() == event.body.value(u"appointment"_s).toString())
                end(event, false, true);
        } else if (event.kind == EventKind::LeadClosed) {
            end(event, false, true);
            if (event.body.value(u"status"_s).toString() == u"sold"_s)
                walked.sold = event.occurredAt;
        } else if (event.kind == EventKind::Skipped) {
            walked.skips << Walked::Skip{event.occurredAt, event.actor, *event.medium};
        }
    }
    return walked;
}

// From ten in the morning of the last day before it on which the store works, on their clock.
inline bool wasConfirmed(const Walked &walked, const Walked::Visit &visit, const QString &zone)
{
    if (!visit.wasSet || visit.calledOff)
        return false;
    const QTimeZone clock(zone.toUtf8());
    QDate day = QDateTime::fromMSecsSinceEpoch(visit.at.us / 1000, clock).date().addDays(-1);
    while (!calendar::isBusinessDay(day))
        day = day.addDays(-1);
    const Instant from{QDateTime(day, QTime(10, 0), clock).toMSecsSinceEpoch() * 1000};
    return std::any_of(walked.spoken.cbegin(), walked.spoken.cend(), [&](Instant at) {
        return at >= from && at < visit.at && (visit.ended.us == 0 || at < visit.ended);
    });
}

struct UnsoldCount {
    int unsold = 0, back = 0;
};

inline void countUnsold(const Walked &walked, UnsoldCount &counted)
{
    QVector<QDate> days;
    for (const Walked::Visit &visit : walked.visits)
        if (visit.came)
            days << zones::local(visit.ended, Zone).date;
    if (days.isEmpty())
        return;
    std::sort(days.begin(), days.end());
    const QDate bought = walked.sold.us > 0 ? zones::local(walked.sold, Zone).date : QDate();
    if (bought.isValid() && bought <= days.first())
        return;
    ++counted.unsold;
    counted.back += days.last() > days.first() || bought.isValid();
}

inline QString waitKey(const PlainLead &lead)
{
    if (lead.touches.isEmpty())
        return u"never"_s;
    const Duration wait = lead.touches.first().at - std::min(lead.state.requestedAt, lead.state.arrivedAt);
    const auto within = [wait](int minutes) { return wait <= std::chrono::minutes(minutes); };
    return within(5)    ? u"to-5min"_s
           : within(15) ? u"to-15min"_s
           : within(60) ? u"to-1h"_s
           : within(4 * 60) ? u"to-4h"_s
           : within(24 * 60) ? u"to-24h"_s
                             : u"later"_s;
}

// The charts of what came of leads, each number by "series/mark".
struct FunnelNumbers {
    QMap<QString, Numbers> of;
    UnsoldCount unsold;

    FunnelNumbers(World &world, const Plain &plain, const ChartFilter &filter, std::optional<Instant> then = {})
    {
        const Instant since = zones::instantOf(zones::local(then.value_or(world.clock.now()), Zone).date.addDays(1 - filter.days), QTime(0, 0), Zone).value();
        QHash<CustomerId, QVector<Event>> events;
        for (const PlainLead &lead : plain.leads) {
            if (!events.contains(lead.customer.id)) {
                auto all = event_store::ofCustomer(*world.db, RooftopId{1}, lead.customer.id);
                if (!all)
                    qFatal("%s", qPrintable(all.error().message));
                events.insert(lead.customer.id, *all);
            }
            Walked walked = walkedFrom(events.value(lead.customer.id), lead.state.id);
            walked.cutAt(then.value_or(EndOfTime));
            if (lead.isNew) {
                addSteps(lead, walked);
                addWait(lead);
                countUnsold(walked, unsold);
            }
            addSkips(lead, walked, filter, since);
        }
        // Each row is a part of the one above.
        const QStringList order{u"came"_s, u"attempted"_s, u"reached"_s, u"visit_set"_s, u"confirmed"_s, u"shown"_s, u"sold"_s};
        Numbers &funnel = of[u"funnel"_s];
        for (qsizetype i = 1; i < order.size(); ++i)
            for (const QString &series : {u"taken/"_s, u"passed/"_s})
                funnel[series + order[i]].of = funnel[u"taken/"_s + order[i - 1]].count + funnel[u"passed/"_s + order[i - 1]].count;
    }

private:
    void addSteps(const PlainLead &lead, const Walked &walked)
    {
        const QString zone = lead.customer.zones.isEmpty() ? zones::unknownSet().first() : lead.customer.zones.first();
        QVector<std::pair<QString, bool>> steps{{u"came"_s, true}, {u"attempted"_s, lead.attempts() > 0}, {u"reached"_s, lead.reached() > 0},
                                                {u"visit_set"_s, false}, {u"confirmed"_s, false}, {u"shown"_s, false},
                                                {u"sold"_s, walked.sold.us > 0}};
        for (const Walked::Visit &visit : walked.visits) {
            steps[3].second = steps[3].second || visit.wasSet;
            steps[4].second = steps[4].second || wasConfirmed(walked, visit, zone);
            steps[5].second = steps[5].second || visit.came;
        }
        bool further = false;
        for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
            further = further || step->second;
            if (further)
                of[u"funnel"_s][(step->second ? u"taken/"_s : u"passed/"_s) + step->first].add(lead.state.id);
        }
    }

    void addWait(const PlainLead &lead)
    {
        const QString key = waitKey(lead);
        of[u"speed-to-lead"_s][(lead.reached() > 0 ? u"reached/"_s : u"unreached/"_s) + key].add(lead.state.id);
        if (key == u"never"_s)
            return;
        Expected &share = of[u"reached-by-speed"_s][u"reached/"_s + key];
        ++share.of;
        if (lead.reached() > 0)
            share.add(lead.state.id);
    }

    void addSkips(const PlainLead &lead, const Walked &walked, const ChartFilter &filter, Instant since)
    {
        if ((!filter.plan.isEmpty() && filter.plan != lead.state.planId) || (!filter.source.isEmpty() && filter.source != lead.state.source))
            return;
        for (const Walked::Skip &skip : walked.skips) {
            if (skip.at < since || (!filter.person.isEmpty() && filter.person != skip.actor)
                || (!filter.medium.isEmpty() && filter.medium != toText(skip.medium)))
                continue;
            const bool tried = std::any_of(walked.tries.cbegin(), walked.tries.cend(),
                                           [&](Instant at) { return at <= skip.at && at >= skip.at - Day * 7; });
            of[u"skipped"_s][(tried ? u"with_effort/"_s : u"without_effort/"_s) + skip.actor].add(lead.state.id);
        }
    }
};

} // namespace beback::test
