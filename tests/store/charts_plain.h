#pragma once

#include "core/history/corrections.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/report/chart.h"
#include "core/time/zones.h"
#include "tests/support/temp_store.h"

#include <QMap>
#include <QSet>

#include <algorithm>

// A random world for the test of the charts, and every number of theirs counted a second way: by folding each history.

namespace beback::test {

using namespace Qt::StringLiterals;

inline const QString Zone = u"America/Chicago"_s;
inline constexpr Duration Day = std::chrono::hours(24);

// Months of a small site. What cannot be done to a lead as it stands is left undone.
struct World : TempStore {
    struct Person {
        CustomerId customer;
        QVector<LeadId> leads;
        QVector<EventId> events;
    };
    SeededRandom chance{5};
    QVector<Person> people;
    QVector<QStringList> zoneSets{{Zone}, {u"America/New_York"_s}, {u"America/Denver"_s, u"America/Los_Angeles"_s}, {}};
    QStringList workers{u"jo"_s, u"luis"_s, u"priya"_s, u"ray"_s}, owners{QString(), u"luis"_s, u"priya"_s, u"ray"_s};

    World()
    {
        addUser(u"dana"_s, u"Dana Whitfield"_s, u"manager"_s, true);
        addUser(u"jo"_s, u"Jo Keller"_s, u"agent"_s, false);
        addUser(u"luis"_s, u"Luis Ortega"_s, u"agent"_s, true);
        addUser(u"priya"_s, u"Priya Natarajan"_s, u"agent"_s, true);
        addUser(u"ray"_s, u"Ray Sosa"_s, u"agent"_s, true);
        clock.set(clock.now() - Day * 130);
        for (int i = 0; i < 520; ++i) {
            clock.advance(std::chrono::minutes(1 + chance.below(720)));
            if (people.isEmpty() || chance.below(9) == 0)
                arrive();
            else
                happen(people[qsizetype(chance.below(quint64(people.size())))]);
        }
    }

    template <class T> const T &any(const QVector<T> &of) { return of[qsizetype(chance.below(quint64(of.size())))]; }

    void addUser(const QString &login, const QString &name, const QString &role, bool active)
    {
        const auto added = db->inTransaction("person", [&]() -> Result<void> {
            BEBACK_TRY(add, db->statement("people/user_add"));
            add.bind(":login", login).bind(":rooftop_id", RooftopId{1}).bind(":name", name).bind(":role", role).bind(":active", active);
            if (db->engine() == Engine::Postgresql)
                add.bind(":verifier", QString());
            BEBACK_CHECK(add.exec());
            if (active)
                return {};
            BEBACK_TRY(leave, db->statement("people/user_set")); // a new person of a server is there
            return leave.bind(":login", login).bind(":name", name).bind(":role", role).bind(":active", false).exec();
        });
        if (!added)
            qFatal("%s", qPrintable(added.error().message + added.error().detail));
    }

    LeadDraft lead()
    {
        LeadDraft draft = draftNamed(u"Person %1"_s.arg(people.size()), u"+13165550%1"_s.arg(people.size(), 3, 10, QLatin1Char('0')));
        draft.zones = any(zoneSets);
        draft.source = any(QVector<QString>{u"Website"_s, u"Phone-up"_s, u"Walk-in"_s, QString()});
        draft.ownerLogin = any(owners);
        return draft;
    }

    void arrive()
    {
        const auto made = recorder->recordNewCustomer(lead(), u"system"_s);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        people << Person{made->customer, {made->state.leads.first().id}, {}};
    }

    EventDraft attempt(EventDraft draft)
    {
        draft.kind = EventKind::Attempt;
        draft.direction = Direction::Out;
        draft.medium = chance.below(2) == 0 ? Medium::Call : AllMedia[chance.below(AllMedia.size())];
        draft.outcome = any(outcomesOf(*draft.medium));
        if (chance.below(4) == 0) // written down later
            draft.occurredAt = clock.now() - std::chrono::hours(chance.below(96));
        if (chance.below(10) == 0)
            draft.body.insert(u"department"_s, u"service"_s);
        return draft;
    }

    EventDraft something(EventDraft draft, const Person &person)
    {
        const auto put = [&](EventKind kind, const QString &key, const QString &value) {
            draft.kind = kind;
            draft.body.insert(key, value);
            return draft;
        };
        switch (chance.below(16)) {
        case 0:
        case 1:
        case 2:
            draft.medium = any(QVector<Medium>{Medium::Call, Medium::Text, Medium::Email});
            draft.direction = Direction::In;
            return put(EventKind::Reply, u"text"_s, u"Yes."_s);
        case 3: return put(EventKind::AppointmentSet, u"at"_s, (clock.now() + Day * 2).toIso());
        case 4:
            return person.events.isEmpty() ? attempt(draft) : put(EventKind::AppointmentCancelled, u"appointment"_s, person.events.last().toString());
        case 5: return put(EventKind::LeadClosed, u"status"_s, any(QVector<QString>{u"sold"_s, u"lost"_s, u"lost"_s, u"duplicate"_s}));
        case 6: return put(EventKind::LeadReopened, u"reason"_s, u"Again."_s);
        case 7:
            draft.medium = Medium::Call;
            return put(EventKind::Skipped, u"reason"_s, u"Away."_s);
        case 8: return put(EventKind::Assigned, u"to"_s, any(owners));
        default: return attempt(draft);
        }
    }

    void happen(Person &person)
    {
        if (!person.events.isEmpty() && chance.below(8) == 0) {
            const auto undone = recorder->undo(any(person.events), u"dana"_s, u"slip"_s); // of what was taken back already: nothing
            if (undone)
                person.events << undone->events.first();
            return;
        }
        if (chance.below(25) == 0) {
            const auto more = recorder->recordNewLead(person.customer, lead(), u"system"_s);
            if (!more)
                qFatal("%s", qPrintable(more.error().message));
            person.leads << more->state.leads.last().id;
            return;
        }
        EventDraft draft;
        draft.customer = person.customer;
        draft.lead = any(person.leads);
        draft.actor = any(workers);
        const auto recorded = recorder->record(something(draft, person));
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
        person.events << recorded->events.first();
    }
};

struct PlainTouch {
    LeadId lead;
    QString actor, plan, source;
    Medium medium = Medium::Call;
    bool answered = false;
    Instant at;
    zones::Local there;
};

struct PlainLead {
    LeadState state;
    CustomerState customer;
    QVector<PlainTouch> touches; // by when they happened
    bool isOpen = false, isNew = false;
    int attempts() const { return int(touches.size()); }
    Instant last() const { return touches.isEmpty() ? Instant{} : touches.last().at; }
    int reached() const { return int(std::count_if(touches.cbegin(), touches.cend(), [](const PlainTouch &one) { return one.answered; })); }
    int reachedBy() const
    {
        for (int i = 0; i < touches.size(); ++i)
            if (touches[i].answered)
                return i + 1;
        return 0;
    }
};

inline int daysUntil(Instant at, Instant now)
{
    return int(zones::local(at, Zone).date.daysTo(zones::local(now, Zone).date));
}

// As they stood at `until`: what was done later is not among them, nor are answers that came later.
inline QVector<PlainTouch> touchesOf(const LeadState &lead, const CustomerState &customer, const QVector<Event> &events, Instant until)
{
    const QSet<EventId> gone = takenBack(events);
    QVector<PlainTouch> touches;
    QVector<bool> everAnswered;
    for (const Event &event : events) {
        if (gone.contains(event.id) || event.lead != lead.id)
            continue;
        if (event.kind == EventKind::Attempt && event.body.value(u"department"_s).toString().isEmpty()) {
            const zones::Local there = zones::local(event.occurredAt, customer.zones.value(0, Zone));
            touches << PlainTouch{lead.id, event.actor, lead.planId, lead.source, *event.medium, isAnswered(event.outcome), event.occurredAt, there};
            everAnswered << touches.last().answered;
        } else if (event.kind == EventKind::Reply) {
            const auto newest = std::find_if(touches.rbegin(), touches.rend(), [&](const PlainTouch &one) { return one.medium == *event.medium && one.at <= event.occurredAt; });
            if (newest == touches.rend())
                continue;
            newest->answered = newest->answered || event.occurredAt < until;
            everAnswered[std::distance(newest, touches.rend()) - 1] = true;
        }
    }
    if (touches.size() != lead.attempts || everAnswered.count(true) != lead.reached)
        qFatal("The test counts otherwise than fold().");
    touches.removeIf([until](const PlainTouch &one) { return one.at >= until; });
    return touches;
}

// A lead that was closed since was open then.
inline LeadStatus statusAt(const LeadState &lead, Instant until)
{
    return lead.closedAt >= until ? LeadStatus::Open : lead.status;
}

// All leads and touches as a filter leaves them; where `then` is given, as they stood then.
struct Plain {
    QVector<PlainLead> leads;
    QVector<PlainTouch> touches; // within the days

    Plain(World &world, const ChartFilter &filter, std::optional<Instant> then = {})
    {
        const Instant now = then.value_or(world.clock.now()), until = then.value_or(EndOfTime);
        const Instant since = zones::instantOf(zones::local(now, Zone).date.addDays(1 - filter.days), QTime(0, 0), Zone).value();
        for (const World::Person &person : std::as_const(world.people)) {
            auto events = event_store::ofCustomer(*world.db, RooftopId{1}, person.customer);
            if (!events)
                qFatal("%s", qPrintable(events.error().message));
            const CustomerState customer = fold(*events);
            for (LeadState state : customer.leads) {
                if (state.arrivedAt >= until)
                    continue;
                const QVector<PlainTouch> made = touchesOf(state, customer, *events, until);
                state.status = statusAt(state, until);
                add(state, customer, made, filter, now, since);
            }
        }
    }

    void add(const LeadState &state, const CustomerState &customer, QVector<PlainTouch> made, const ChartFilter &filter, Instant now, Instant since)
    {
        if (const auto medium = mediumFromText(filter.medium))
            made.removeIf([&](const PlainTouch &one) { return one.medium != *medium; });
        std::stable_sort(made.begin(), made.end(), [](const PlainTouch &a, const PlainTouch &b) { return a.at < b.at; });
        const bool fits = (filter.plan.isEmpty() || state.planId == filter.plan) && (filter.source.isEmpty() || state.source == filter.source);
        const bool held = fits && (filter.person.isEmpty() || state.owner == filter.person);
        PlainLead lead{state, customer, made, false, false};
        lead.isOpen = held && state.status == LeadStatus::Open && daysUntil(state.arrivedAt, now) >= filter.openDays;
        lead.isNew = held && state.status != LeadStatus::Duplicate && state.arrivedAt >= since;
        leads << lead;
        for (const PlainTouch &touch : std::as_const(made))
            if (fits && touch.at >= since && (filter.person.isEmpty() || touch.actor == filter.person))
                touches << touch;
    }
};

struct Expected {
    int count = 0, of = 0;
    QSet<LeadId> leads;
    void add(LeadId lead)
    {
        ++count;
        leads.insert(lead);
    }
};
using Numbers = QMap<QString, Expected>; // by "series/mark"

inline QString neglectKey(const PlainLead &lead, Instant now)
{
    if (lead.touches.isEmpty())
        return u"never"_s;
    const int days = daysUntil(lead.last(), now);
    return days <= 1 ? u"to-1"_s : days <= 3 ? u"to-3"_s : days < 7 ? u"to-6"_s : days <= 14 ? u"to-14"_s : days <= 30 ? u"to-30"_s : u"over-30"_s;
}

inline QMap<QString, Numbers> numbersOfLeads(const Plain &plain, Instant now)
{
    QMap<QString, Numbers> of;
    for (const PlainLead &lead : plain.leads) {
        const LeadId id = lead.state.id;
        for (int attempt = 1; lead.isNew && attempt <= 8; ++attempt) {
            Expected &reached = of[u"reached-by-attempt"_s][u"reached/%1"_s.arg(attempt)];
            ++reached.of;
            if (lead.reachedBy() > 0 && (lead.reachedBy() <= attempt || attempt == 8))
                reached.add(id);
        }
        if (!lead.isOpen)
            continue;
        const QString series = lead.state.appointment ? u"visit_set"_s : lead.reached() > 0 ? u"reached"_s : u"never_reached"_s;
        of[u"attempts-per-lead"_s][u"%1/%2"_s.arg(series).arg(std::min(12, lead.attempts()))].add(id);
        of[u"neglect"_s][u"leads/"_s + neglectKey(lead, now)].add(id);
        Expected &held = of[u"under-minimum-by-person"_s][u"under_minimum/"_s + (lead.state.owner.isEmpty() ? u"anybody"_s : lead.state.owner)];
        ++held.of;
        if (lead.attempts() < 5)
            held.add(id);
    }
    return of;
}

inline QMap<QString, Numbers> numbersOf(const Plain &plain, Instant now)
{
    QMap<QString, Numbers> of = numbersOfLeads(plain, now);
    constexpr std::array Days = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const auto share = [](Expected &expected, const PlainTouch &touch) {
        ++expected.of;
        if (touch.answered)
            expected.add(touch.lead);
    };
    for (const PlainTouch &touch : plain.touches) {
        const QString medium = toText(touch.medium);
        of[u"touches-by-person"_s][medium + QLatin1Char('/') + touch.actor].add(touch.lead);
        of[u"media"_s][(touch.answered ? u"answered/"_s : u"unanswered/"_s) + medium].add(touch.lead);
        share(of[u"answers-by-medium"_s][u"answered/"_s + medium], touch);
        if (touch.medium == Medium::Call)
            share(of[u"answers-by-hour"_s][u"answered/%1-%2"_s.arg(QLatin1String(Days.at(size_t(touch.there.date.dayOfWeek() - 1))))
                                               .arg(touch.there.time.hour())],
                  touch);
    }
    return of;
}

} // namespace beback::test
