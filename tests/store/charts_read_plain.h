#pragma once

#include "core/campaign/came_of_it.h"
#include "core/plan/power_hour.h"
#include "core/time/calendar.h"
#include "tests/store/charts_plain.h"

// The random world with what the charts that are read need besides, and their numbers counted a second way: by walking through
// each history. For the test of those charts.

namespace beback::test {

inline const QStringList Wordings{u"inquiry.first/text/en/1"_s, u"inquiry.first/text/en/2"_s, u"inquiry.first/text/en/2@3"_s, u"be-back.first/email/es/1"_s};

// Messages from prepared words, calls by guides, Hours of Power and two campaigns, besides.
struct ReadWorld : World {
    QVector<StoredCampaign> campaigns;

    ReadWorld()
    {
        const Instant begun = clock.now();
        for (int i = 0; i < 300; ++i) {
            clock.advance(std::chrono::minutes(1 + chance.below(200)));
            Person &person = people[qsizetype(chance.below(quint64(people.size())))];
            switch (chance.below(4)) {
            case 0: put(person, worded()); break;
            case 1: put(person, guided()); break;
            case 2: workAnHour(); break;
            default: happen(person); // replies among them, and what is taken back
            }
        }
        setHour({}, QTime(10, 0));
        setHour(u"luis"_s, QTime(15, 30));
        campaign(u"cheaper"_s, begun - Day * 20, 3);
        campaign(u"newest"_s, clock.now() - Day * 3, 4);
        campaign(u"forgotten"_s, clock.now() - Day * 120, 5);
    }

    void put(Person &person, EventDraft draft)
    {
        draft.customer = person.customer;
        draft.lead = any(person.leads);
        draft.actor = draft.actor.isEmpty() ? any(workers) : draft.actor;
        draft.kind = EventKind::Attempt;
        draft.direction = Direction::Out;
        const auto recorded = recorder->record(draft);
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
        person.events << recorded->events.first();
    }

    EventDraft worded()
    {
        EventDraft draft;
        const QString wording = any(Wordings);
        draft.medium = wording.contains(u"/text/"_s) ? Medium::Text : Medium::Email;
        draft.outcome = Outcome::Sent;
        draft.body = {{u"words"_s, u"Hello?"_s}, {u"wording"_s, wording}};
        if (chance.below(5) == 0) // written down later
            draft.occurredAt = clock.now() - std::chrono::hours(chance.below(200));
        return draft;
    }

    EventDraft guided()
    {
        EventDraft draft;
        draft.medium = Medium::Call;
        draft.outcome = Outcome::Reached;
        QJsonObject answers, notAsked;
        for (const QString &question : {u"decider"_s, u"when"_s, u"nobody asks this"_s})
            switch (chance.below(3)) {
            case 0: answers.insert(question, u"yes"_s); break;
            case 1: notAsked.insert(question, u"They had to go."_s); break;
            default: break;
            }
        const QString guide = any(QVector<QString>{u"fresh-internet"_s, u"walk-in"_s});
        draft.body = {{u"guide"_s, QJsonObject{{u"id"_s, guide}, {u"version"_s, 1}}}, {u"answers"_s, answers}, {u"not_asked"_s, notAsked}};
        return draft;
    }

    // Up to nine calls of one person within an hour of today or yesterday; sometimes one they began by hand.
    void workAnHour()
    {
        const QDate day = zones::local(clock.now(), Zone).date.addDays(-1);
        const QString who = any(workers);
        const bool isByHand = chance.below(3) == 0;
        const Instant begin = zones::instantOf(day, isByHand ? QTime(13, 10) : who == u"luis"_s ? QTime(15, 30) : QTime(10, 0), Zone).value();
        const int calls = int(chance.below(10));
        for (int i = 0; i < calls; ++i) {
            EventDraft draft;
            draft.actor = who;
            draft.medium = Medium::Call;
            draft.outcome = Outcome::NoAnswer;
            draft.occurredAt = begin + std::chrono::minutes(6 * i);
            if (isByHand)
                draft.body.insert(u"hour"_s, begin.toIso());
            put(people[qsizetype(chance.below(quint64(people.size())))], draft);
        }
    }

    void setHour(const QString &login, QTime at)
    {
        const auto set = db->inTransaction("hour", [&] { return writeHour(*db, RooftopId{1}, {login, QDate(2026, 1, 1), at, u"dana"_s, clock.now()}); });
        if (!set)
            qFatal("%s", qPrintable(set.error().message + set.error().detail));
    }

    // With every so many-th person; some of them out of it, some still to come.
    void campaign(const QString &id, Instant started, int every)
    {
        StoredCampaign stored;
        stored.campaign.id = id;
        stored.campaign.title = id;
        stored.campaign.from = zones::local(started, Zone).date;
        stored.state = StoredCampaign::State::Started;
        stored.by = u"dana"_s;
        stored.at = stored.startedAt = started;
        const auto written = db->inTransaction("campaign", [&]() -> Result<void> {
            BEBACK_CHECK(campaign_store::put(*db, RooftopId{1}, stored));
            for (int i = 0; i < people.size(); i += every)
                BEBACK_CHECK(campaign_store::put(*db, RooftopId{1}, id, {member(people[i], i, zones::local(started, Zone).date)}));
            return {};
        });
        if (!written)
            qFatal("%s", qPrintable(written.error().message + written.error().detail));
        campaigns << stored;
    }

    CampaignPerson member(const Person &person, int place, QDate first)
    {
        constexpr std::array States = {CampaignPerson::State::In, CampaignPerson::State::In, CampaignPerson::State::Kept,
                                       CampaignPerson::State::Back, CampaignPerson::State::Out};
        CampaignPerson member;
        member.customer = person.customer;
        member.lead = person.leads.first();
        member.place = place + 1;
        member.day = first.addDays(place % 7);
        member.state = States[size_t(chance.below(States.size()))];
        return member;
    }
};

// Everything that stands, with whole histories.
struct PlainHistory {
    CustomerState customer;
    QVector<Event> events; // without what was taken back, and corrections
    const LeadState *lead(LeadId id) const { return customer.lead(id); }
};

inline QVector<PlainHistory> historiesOf(const World &world)
{
    QVector<PlainHistory> all;
    for (const World::Person &person : world.people) {
        const auto events = event_store::wholeOfCustomer(*world.db, RooftopId{1}, person.customer);
        if (!events)
            qFatal("%s", qPrintable(events.error().message));
        PlainHistory one{fold(*events), *events};
        const QSet<EventId> gone = takenBack(*events);
        one.events.removeIf([&](const Event &event) { return gone.contains(event.id); });
        all << one;
    }
    return all;
}

inline bool isOurs(const Event &event)
{
    return event.kind == EventKind::Attempt && event.body.value(u"department"_s).toString().isEmpty();
}

inline bool fitsFilter(const ChartFilter &filter, const QString &who, const LeadState &lead)
{
    return (filter.person.isEmpty() || filter.person == who) && (filter.plan.isEmpty() || filter.plan == lead.planId)
           && (filter.source.isEmpty() || filter.source == lead.source);
}

inline Numbers wordingNumbers(const QVector<PlainHistory> &histories, const ChartFilter &filter, Instant since)
{
    Numbers numbers;
    for (const PlainHistory &one : histories)
        for (const Event &sent : one.events) {
            const QString wording = sent.body.value(u"wording"_s).toString();
            const LeadState *lead = one.lead(sent.lead);
            if (sent.kind != EventKind::Attempt || wording.isEmpty() || sent.occurredAt < since || !lead || !fitsFilter(filter, sent.actor, *lead))
                continue;
            if (!filter.medium.isEmpty() && filter.medium != toText(*sent.medium))
                continue;
            const bool answered = std::any_of(one.events.cbegin(), one.events.cend(), [&](const Event &reply) {
                const Duration after = reply.occurredAt - sent.occurredAt;
                if (reply.kind != EventKind::Reply || after < Duration(0) || after > Day * 7)
                    return false;
                return std::none_of(one.events.cbegin(), one.events.cend(), [&](const Event &other) { // nothing newer of ours between
                    return other.kind == EventKind::Attempt && other.body.contains(u"wording"_s) && other.occurredAt <= reply.occurredAt
                           && (other.occurredAt > sent.occurredAt || (other.occurredAt == sent.occurredAt && other.id != sent.id && canonicallyBefore(sent, other)));
                });
            });
            Expected &expected = numbers[u"replies/"_s + wording];
            ++expected.of;
            if (answered)
                expected.add(sent.lead);
        }
    return numbers;
}

inline Numbers guideNumbers(const QVector<PlainHistory> &histories, const ChartFilter &filter, Instant since)
{
    Numbers numbers;
    if (!filter.medium.isEmpty() && filter.medium != u"call"_s)
        return numbers;
    for (const PlainHistory &one : histories)
        for (const Event &call : one.events) {
            const LeadState *lead = one.lead(call.lead);
            if (!call.body.contains(u"guide"_s) || call.occurredAt < since || !lead || !fitsFilter(filter, call.actor, *lead))
                continue;
            const QString guide = call.body.value(u"guide"_s).toObject().value(u"id"_s).toString();
            for (const auto &[series, field] : {std::pair(u"answered/"_s, u"answers"_s), std::pair(u"not_asked/"_s, u"not_asked"_s)})
                for (const QString &question : call.body.value(field).toObject().keys()) {
                    numbers[series + guide + QLatin1Char('/') + question].add(call.lead);
                    numbers[u"answered/"_s + guide + QLatin1Char('/') + question];
                    numbers[u"not_asked/"_s + guide + QLatin1Char('/') + question]; // both series have every question
                }
        }
    return numbers;
}

// Of one person and one day of this month.
inline void addHourDay(Expected &expected, const QVector<PlainHistory> &histories, const QString &login, QDate day, Instant now)
{
    const Instant set = zones::instantOf(day, login == u"luis"_s ? QTime(15, 30) : QTime(10, 0), Zone).value();
    QVector<Instant> begins{set};
    for (const PlainHistory &one : histories)
        for (const Event &event : one.events) {
            bool ok = false;
            const Instant hour = Instant::fromIso(event.body.value(u"hour"_s).toString(), &ok);
            if (ok && event.actor == login && zones::local(hour, Zone).date == day && !begins.contains(hour))
                begins << hour;
        }
    bool isKept = false;
    for (const Instant begin : std::as_const(begins)) {
        int touches = 0;
        QSet<LeadId> leads;
        for (const PlainHistory &one : histories)
            for (const Event &event : one.events)
                if (isOurs(event) && event.actor == login
                    && ((event.occurredAt >= begin && event.occurredAt < begin + std::chrono::hours(1))
                        || event.body.value(u"hour"_s).toString() == begin.toIso())) {
                    ++touches;
                    leads.insert(event.lead);
                }
        if (touches >= 6) {
            isKept = true;
            expected.leads += leads;
        }
    }
    expected.count += isKept;
    expected.of += isKept || (calendar::isBusinessDay(day) && set + std::chrono::hours(1) <= now);
}

inline Numbers hourNumbers(const QVector<PlainHistory> &histories, const ChartFilter &filter, Instant now)
{
    Numbers numbers;
    const QDate today = zones::local(now, Zone).date;
    for (const QString &login : {u"dana"_s, u"luis"_s, u"priya"_s, u"ray"_s})
        for (QDate day(today.year(), today.month(), 1); day <= today && (filter.person.isEmpty() || filter.person == login); day = day.addDays(1))
            addHourDay(numbers[u"kept/"_s + login], histories, login, day, now);
    return numbers;
}

inline Instant noonAfter(QDate day)
{
    do
        day = day.addDays(1);
    while (!calendar::isBusinessDay(day));
    return zones::instantOf(day, QTime(12, 0), Zone).value();
}

// Nobody who is a manager works leads in this world, nobody promises a time, and nobody ever said anything about a duty.
struct PlainDuties {
    const QVector<PlainHistory> &histories;
    const ChartFilter &filter;
    Instant since, now;
    Numbers numbers{};

    bool isDue(Instant due) const { return due >= since && due <= now; }
    bool fits(const PlainHistory &one, LeadId id) const { return one.lead(id) && fitsFilter(filter, QString(), *one.lead(id)); }

    // Was there anything before it was due that leaves nothing to do? A sale does for whoever comes in the hundred days after it as well.
    static bool isOver(const PlainHistory &one, const Event &visit, Instant due)
    {
        return std::any_of(one.events.cbegin(), one.events.cend(), [&](const Event &event) {
            const bool again = isOurs(event) && event.medium == Medium::Visit && event.outcome == Outcome::Kept;
            const bool sold = event.kind == EventKind::LeadClosed && event.body.value(u"status"_s).toString() == u"sold"_s;
            const bool closed = event.kind == EventKind::LeadClosed && event.lead == visit.lead;
            const bool stops = event.kind == EventKind::Attempt && event.outcome == Outcome::AskedToStop; // whoever it was said to
            if (event.occurredAt > due)
                return false;
            return (again && event.occurredAt > visit.occurredAt) || ((closed || stops) && event.occurredAt >= visit.occurredAt)
                   || (sold && visit.occurredAt - event.occurredAt <= Day * 100);
        });
    }

    void countVisits()
    {
        for (const PlainHistory &one : histories)
            for (const Event &visit : one.events) {
                const Instant due = noonAfter(zones::local(visit.occurredAt, Zone).date);
                const bool came = isOurs(visit) && visit.medium == Medium::Visit && visit.outcome == Outcome::Kept;
                if (came && isDue(due) && !isOver(one, visit, due) && fits(one, visit.lead))
                    numbers[u"not_done/anybody"_s].add(visit.lead);
            }
    }

    void countSkips()
    {
        QMap<QDate, QSet<LeadId>> of;
        for (const PlainHistory &one : histories)
            for (const Event &skip : one.events) {
                const bool tried = std::any_of(one.events.cbegin(), one.events.cend(), [&](const Event &event) {
                    return isOurs(event) && event.lead == skip.lead && event.occurredAt <= skip.occurredAt && skip.occurredAt - event.occurredAt <= Day * 7;
                });
                const QDate day = zones::local(skip.occurredAt, Zone).date;
                if (skip.kind != EventKind::Skipped || tried || !isDue(noonAfter(day)) || noonAfter(day) + Day * 14 <= now)
                    continue;
                if (fits(one, skip.lead))
                    of[day].insert(skip.lead);
            }
        for (const QSet<LeadId> &leads : std::as_const(of)) {
            Expected &wanted = numbers[u"not_done/anybody"_s];
            ++wanted.count;
            wanted.leads += leads;
        }
    }

    Numbers count()
    {
        if (!filter.person.isEmpty())
            return {};
        countVisits();
        countSkips();
        const QDate today = zones::local(now, Zone).date, monday = today.addDays(1 - today.dayOfWeek());
        if (filter.plan.isEmpty() && filter.source.isEmpty() && isDue(noonAfter(monday.addDays(-1))))
            ++numbers[u"not_done/anybody"_s].count;
        return numbers;
    }
};

inline QStringList whatHappened(const PlainHistory &one, Instant from, Instant until, const ChartFilter &filter)
{
    QStringList what;
    for (const Event &event : one.events) {
        if (event.occurredAt < from || event.occurredAt >= until)
            continue;
        const bool byMedium = filter.medium.isEmpty() || (event.medium && filter.medium == toText(*event.medium));
        if (byMedium && ((isOurs(event) && isAnswered(event.outcome)) || event.kind == EventKind::Reply))
            what << u"reached"_s;
        if (event.kind == EventKind::AppointmentSet)
            what << u"visit_set"_s;
        if (event.kind == EventKind::LeadClosed && event.body.value(u"status"_s).toString() == u"sold"_s)
            what << u"sold"_s;
    }
    return what;
}

struct PlainSide {
    LeadId lead;
    bool isCompared = false;
    QStringList after, before;
};

// Of those whose turn has come and whom the filter leaves in; none, where nobody's came within the days.
inline QVector<PlainSide> sidesOf(ReadWorld &world, const QVector<PlainHistory> &histories, const StoredCampaign &stored, const ChartFilter &filter,
                                  Instant since)
{
    const Instant now = world.clock.now();
    const auto people = campaign_store::people(*world.db, RooftopId{1}, stored.campaign.id);
    if (!people)
        qFatal("%s", qPrintable(people.error().message));
    QVector<PlainSide> sides;
    bool isOfRange = false;
    for (const CampaignPerson &person : *people) {
        const Instant turn = std::max(stored.startedAt, zones::instantOf(person.day, QTime(0, 0), Zone).value());
        if ((person.state != CampaignPerson::State::In && person.state != CampaignPerson::State::Kept) || turn >= now)
            continue;
        isOfRange = isOfRange || turn >= since;
        const auto history = std::find_if(histories.cbegin(), histories.cend(), [&](const auto &one) { return one.customer.id == person.customer; });
        const LeadState *lead = history->lead(person.lead);
        if (!fitsFilter(filter, lead->owner, *lead))
            continue;
        const Duration length = std::min<Duration>(now - turn, Day * 90);
        PlainSide side{person.lead, lead->arrivedAt <= turn - length, whatHappened(*history, turn, turn + length, filter), {}};
        side.before = whatHappened(*history, turn - length, turn, filter);
        sides << side;
    }
    return isOfRange ? sides : QVector<PlainSide>();
}

inline Numbers campaignNumbers(ReadWorld &world, const QVector<PlainHistory> &histories, const ChartFilter &filter, Instant since)
{
    Numbers numbers;
    for (const StoredCampaign &stored : std::as_const(world.campaigns)) {
        QVector<PlainSide> sides = sidesOf(world, histories, stored, filter, since);
        const bool isCompared = std::any_of(sides.cbegin(), sides.cend(), [](const PlainSide &side) { return side.isCompared; });
        if (isCompared)
            sides.removeIf([](const PlainSide &side) { return !side.isCompared; });
        for (const PlainSide &side : std::as_const(sides))
            for (const QString &kind : {u"reached"_s, u"visit_set"_s, u"sold"_s}) {
                Expected &after = numbers[u"after/"_s + stored.campaign.id + QLatin1Char('/') + kind];
                Expected &before = numbers[u"before/"_s + stored.campaign.id + QLatin1Char('/') + kind];
                ++after.of;
                before.of += isCompared;
                if (side.after.contains(kind))
                    after.add(side.lead);
                if (isCompared && side.before.contains(kind))
                    before.add(side.lead);
            }
    }
    return numbers;
}

} // namespace beback::test
