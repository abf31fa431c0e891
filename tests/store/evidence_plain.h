#pragma once

#include "tests/store/charts_plain.h"

#include <tuple>

// The charts of what is behind touches, of bursts, streaks and objections counted a second way: by walking through every event of
// every customer, and by looking around each touch for the run it is in.

namespace beback::test {

struct PlainAct {
    LeadId lead;
    QString actor;
    Medium medium = Medium::Call;
    Outcome outcome = Outcome::None;
    bool answered = false;
    Instant at;
    QJsonObject body;
    qsizetype length(const char *key) const { return body.value(QLatin1String(key)).toString().trimmed().size(); }
};

struct PlainObjection {
    LeadId lead;
    QString objection; // the last one
    LeadStatus status = LeadStatus::Open;
};

// What a filter leaves in; where `then` is given, as it stood then.
struct EvidencePlain {
    QMap<QString, QVector<PlainAct>> acts; // by person, by when they happened
    QVector<PlainObjection> objections;

    EvidencePlain(World &world, const ChartFilter &filter, std::optional<Instant> then)
    {
        const Instant since = zones::instantOf(zones::local(then.value_or(world.clock.now()), Zone).date.addDays(1 - filter.days), QTime(0, 0), Zone).value();
        for (const World::Person &person : std::as_const(world.people)) {
            const auto events = event_store::ofCustomer(*world.db, RooftopId{1}, person.customer);
            if (!events)
                qFatal("%s", qPrintable(events.error().message));
            for (const LeadState &lead : fold(*events).leads)
                if (lead.arrivedAt < then.value_or(EndOfTime))
                    walk(lead, *events, filter, since, then.value_or(EndOfTime));
        }
        for (QVector<PlainAct> &of : acts)
            std::stable_sort(of.begin(), of.end(), [](const PlainAct &a, const PlainAct &b) {
                return std::tie(a.at, a.lead) < std::tie(b.at, b.lead);
            });
    }

    void walk(const LeadState &lead, const QVector<Event> &events, const ChartFilter &filter, Instant since, Instant until)
    {
        const QSet<EventId> gone = takenBack(events);
        QVector<PlainAct> made;
        const Event *objection = nullptr;
        for (const Event &event : events) {
            if (gone.contains(event.id) || event.lead != lead.id)
                continue;
            if (event.kind == EventKind::ObjectionRaised && event.occurredAt < until)
                objection = &event;
            if (event.kind == EventKind::Attempt && event.body.value(u"department"_s).toString().isEmpty())
                made << PlainAct{lead.id, event.actor, *event.medium, event.outcome, isAnswered(event.outcome), event.occurredAt, event.body};
            if (event.kind == EventKind::Reply)
                for (auto act = made.rbegin(); act != made.rend(); ++act)
                    if (act->medium == *event.medium && act->at <= event.occurredAt) {
                        act->answered = act->answered || event.occurredAt < until;
                        break;
                    }
        }
        if ((!filter.plan.isEmpty() && lead.planId != filter.plan) || (!filter.source.isEmpty() && lead.source != filter.source))
            return;
        for (const PlainAct &act : std::as_const(made))
            if (act.at >= since && act.at < until && (filter.person.isEmpty() || filter.person == act.actor)
                && (filter.medium.isEmpty() || filter.medium == toText(act.medium)))
                acts[act.actor] << act;
        const LeadStatus status = statusAt(lead, until);
        const bool held = filter.person.isEmpty() || filter.person == lead.owner;
        if (objection && held && status != LeadStatus::Duplicate && (objection->occurredAt >= since || lead.arrivedAt >= since))
            objections << PlainObjection{lead.id, objection->body.value(u"objection"_s).toString(), status};
    }
};

inline QString evidenceKey(const PlainAct &act)
{
    const bool onTheLine = act.medium == Medium::Call && (act.outcome == Outcome::Voicemail || act.outcome == Outcome::WrongNumber)
                           && act.body.value(u"talk_s"_s).toInt() >= 10;
    if (act.answered)
        return u"answered"_s;
    if (act.length("words") > 0 || !act.body.value(u"answers"_s).toObject().isEmpty() || act.length("note") >= 12 || onTheLine)
        return u"something_kept"_s;
    return act.length("note") > 0 ? u"short_note"_s : u"only_ticked"_s;
}

// How many of them, the one at `place` among them, go on without a break to both sides of it.
template <class GoesOn> int lengthAround(const QVector<PlainAct> &acts, qsizetype place, GoesOn goesOn)
{
    qsizetype first = place, last = place;
    while (first > 0 && goesOn(acts[first - 1], acts[first]))
        --first;
    while (last + 1 < acts.size() && goesOn(acts[last], acts[last + 1]))
        ++last;
    return int(last - first) + 1;
}

inline QMap<QString, Numbers> numbersOfEvidence(World &world, const ChartFilter &filter, std::optional<Instant> then = {})
{
    const EvidencePlain plain(world, filter, then);
    QMap<QString, Numbers> of;
    for (auto it = plain.acts.cbegin(); it != plain.acts.cend(); ++it) {
        for (const PlainAct &act : *it)
            of[u"evidence"_s][evidenceKey(act) + QLatin1Char('/') + it.key()].add(act.lead);
        QVector<PlainAct> wordless = *it, calls = *it;
        wordless.removeIf([](const PlainAct &act) { return act.length("words") > 0; });
        calls.removeIf([](const PlainAct &act) { return act.medium != Medium::Call; });
        Expected &bursts = of[u"bursts"_s][u"in_bursts/"_s + it.key()];
        bursts.of = int(it->size());
        for (qsizetype i = 0; i < wordless.size(); ++i)
            if (lengthAround(wordless, i, [](const PlainAct &a, const PlainAct &b) { return b.at.us - a.at.us <= 20'000'000; }) >= 4)
                bursts.add(wordless[i].lead);
        if (calls.isEmpty())
            continue;
        Expected &streaks = of[u"streaks"_s][u"in_streaks/"_s + it.key()];
        streaks.of = int(calls.size());
        for (qsizetype i = 0; i < calls.size(); ++i)
            if (!calls[i].answered && lengthAround(calls, i, [](const PlainAct &a, const PlainAct &b) {
                    return !a.answered && !b.answered && a.outcome == b.outcome;
                }) >= 12)
                streaks.add(calls[i].lead);
    }
    for (const PlainObjection &heard : plain.objections)
        of[u"objections"_s][toText(heard.status) + QLatin1Char('/') + heard.objection].add(heard.lead);
    return of;
}

} // namespace beback::test
