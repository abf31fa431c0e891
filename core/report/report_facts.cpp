#include "core/report/report_facts.h"

#include "core/report/name_numbers.h"
#include "core/report/work_days.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>
#include <numeric>
#include <tuple>
#include <utility>

namespace beback {

namespace {

Result<QVector<ReportFacts::Person>> readEverybody(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("people/users"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<ReportFacts::Person> people;
    while (select.next()) {
        Columns c = select.columns();
        ReportFacts::Person person;
        person.login = c.text();
        person.name = c.text();
        person.isManager = c.text() == QLatin1String("manager");
        person.isActive = c.boolean();
        people << person;
    }
    BEBACK_CHECK(select.finished());
    return people;
}

struct StoredStory {
    LeadId lead;
    CustomerId customer;
    QString text;
};

struct Stories {
    QVector<LeadStories::One> read;
    int unread = 0;
};

Stories readStories(QVector<StoredStory>::const_iterator from, QVector<StoredStory>::const_iterator to)
{
    Stories stories;
    stories.read.reserve(to - from);
    StoryReader reader;
    for (auto stored = from; stored != to; ++stored)
        if (auto story = reader.read(stored->text))
            stories.read << LeadStories::One{stored->lead, stored->customer, *std::move(story)};
        else
            ++stories.unread;
    return stories;
}

// As the story stood then: what came later has not happened yet. Who holds it, its plan and its source are of today.
LeadStory before(const LeadStory &story, Instant until)
{
    LeadStory then = story;
    const auto later = [until](const auto &one) { return one.at >= until; };
    then.touches = story.touches.first(std::find_if(story.touches.cbegin(), story.touches.cend(), later) - story.touches.cbegin());
    if (std::any_of(then.touches.cbegin(), then.touches.cend(), [until](const StoryTouch &touch) { return touch.answeredAt >= until; }))
        for (StoryTouch &touch : then.touches)
            if (touch.answeredAt >= until)
                touch.answeredAt = {};
    then.objections.removeIf(later);
    then.skips.removeIf(later);
    then.visits.removeIf([until](const StoryVisit &visit) { return (visit.setAt.us > 0 ? visit.setAt : visit.at) >= until; });
    for (StoryVisit &visit : then.visits) {
        if (visit.confirmedAt >= until)
            visit.confirmedAt = {};
        if (visit.endedAt >= until) {
            visit.became = StoryVisit::Became::Open;
            visit.endedAt = {};
        }
    }
    if (then.soldAt >= until)
        then.soldAt = {};
    if (then.closedAt >= until) {
        then.closedAt = {};
        then.status = LeadStatus::Open;
    }
    return then;
}

// Puts the facts together from the stories.
class Gathering
{
public:
    Gathering(ReportFacts &facts, std::optional<Medium> medium)
        : m_facts(facts), m_medium(medium), m_clock(*zones::Clock::of(facts.zone)), m_today(m_clock.at(facts.at).date)
    {
    }

    // Of what was read for a longer time, only what is heard of in these days.
    void take(const LeadStories::One &one, const LeadStory &story)
    {
        if (story.status != LeadStatus::Open && story.lastAt() < m_facts.since)
            return;
        noteWho(story);
        QVector<StoryTouch> touches = story.touches;
        if (m_medium)
            touches.removeIf([this](const StoryTouch &touch) { return touch.medium != *m_medium; });
        m_facts.leads << factOf(one, story, touches);
        const LeadFact &lead = m_facts.leads.last();
        if (!fits(lead))
            return;
        const zones::Clock there = zones::Clock::of(story.zone).value_or(m_clock);
        for (int i = 0; i < int(touches.size()); ++i)
            if (touches[i].at >= m_facts.since && isOf(touches[i].actor))
                m_facts.touches << touchOf(touches[i], i + 1, lead, there);
    }

    // The longest untouched first; the touches by when they happened.
    void end()
    {
        for (const QString &login : m_seen.names())
            m_facts.seen.insert(login);
        QVector<LeadFact> taken = std::exchange(m_facts.leads, {});
        QVector<qsizetype> order(taken.size()), places(taken.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&taken](qsizetype a, qsizetype b) {
            return std::tie(taken[a].lastTouchAt, taken[a].arrivedAt, taken[a].id) < std::tie(taken[b].lastTouchAt, taken[b].arrivedAt, taken[b].id);
        });
        m_facts.leads.reserve(taken.size());
        for (const qsizetype was : std::as_const(order)) {
            places[was] = m_facts.leads.size();
            m_facts.leads << std::move(taken[was]);
        }
        for (TouchFact &touch : m_facts.touches)
            touch.place = places[touch.place];
        std::sort(m_facts.touches.begin(), m_facts.touches.end(), [](const TouchFact &a, const TouchFact &b) {
            return std::tie(a.at, a.lead, a.number) < std::tie(b.at, b.lead, b.number);
        });
    }

private:
    // As daysAgo() has it.
    int daysSince(Instant at) const { return int(std::max<qint64>(0, m_clock.at(at).date.daysTo(m_today))); }

    bool isOf(const QString &login) const { return m_facts.filter.person.isEmpty() || m_facts.filter.person == login; }

    bool fits(const LeadFact &lead) const
    {
        const ChartFilter &filter = m_facts.filter;
        return (filter.plan.isEmpty() || filter.plan == lead.plan) && (filter.source.isEmpty() || filter.source == lead.source);
    }

    void noteWho(const LeadStory &story)
    {
        if (!story.owner.isEmpty())
            m_seen.of(story.owner);
        for (const StoryTouch &touch : story.touches)
            if (touch.at >= m_facts.since)
                m_seen.of(touch.actor);
    }

    LeadFact factOf(const LeadStories::One &one, const LeadStory &story, const QVector<StoryTouch> &touches) const
    {
        LeadFact lead;
        lead.id = one.id;
        lead.customer = one.customer;
        lead.status = story.status;
        lead.owner = story.owner;
        lead.plan = story.plan;
        lead.source = story.source;
        lead.arrivedAt = story.arrivedAt;
        lead.requestedAt = story.requestedAt;
        lead.soldAt = story.soldAt;
        lead.closedAt = story.closedAt;
        lead.visits = story.visits;
        lead.objections = story.objections;
        lead.skips = story.skips;
        lead.visitSet = !story.visits.isEmpty() && story.visits.last().became == StoryVisit::Became::Open;
        lead.attempts = int(touches.size());
        lead.reached = int(std::count_if(touches.cbegin(), touches.cend(), [](const StoryTouch &touch) { return touch.wasAnswered(); }));
        if (!touches.isEmpty()) {
            lead.firstTouchAt = touches.first().at;
            lead.lastTouchAt = touches.last().at;
            lead.untouchedDays = daysSince(lead.lastTouchAt);
        }
        const auto first = std::find_if(touches.cbegin(), touches.cend(), [](const StoryTouch &touch) { return touch.wasAnswered(); });
        if (first != touches.cend() && lead.arrivedAt >= m_facts.since)
            lead.reachedBy = int(first - touches.cbegin()) + 1;
        lead.isLeftIn = fits(lead) && isOf(lead.owner);
        lead.isOpen = lead.isLeftIn && lead.status == LeadStatus::Open && (m_facts.filter.openDays == 0 || daysSince(lead.arrivedAt) >= m_facts.filter.openDays);
        lead.isNew = lead.isLeftIn && lead.status != LeadStatus::Duplicate && lead.arrivedAt >= m_facts.since;
        return lead;
    }

    // Of the lead that was taken last.
    TouchFact touchOf(const StoryTouch &made, int number, const LeadFact &lead, const zones::Clock &clock) const
    {
        TouchFact touch;
        touch.place = m_facts.leads.size() - 1;
        touch.lead = lead.id;
        touch.customer = lead.customer;
        touch.at = made.at;
        touch.actor = made.actor;
        touch.medium = made.medium;
        touch.outcome = made.outcome;
        touch.answeredAt = made.answeredAt;
        touch.inHour = made.inHour;
        touch.talkSeconds = made.talkSeconds;
        touch.noteLength = made.noteLength;
        touch.wordsLength = made.wordsLength;
        touch.answers = made.answers;
        touch.number = number;
        const zones::Local there = clock.at(made.at);
        touch.weekday = there.date.dayOfWeek();
        touch.hour = there.time.hour();
        return touch;
    }

    ReportFacts &m_facts;
    const std::optional<Medium> m_medium;
    const zones::Clock m_clock; // the rooftop's
    const QDate m_today;
    NameNumbers m_seen;
};

} // namespace

QString ReportFacts::nameOf(const QString &login) const
{
    const auto found = std::find_if(people.cbegin(), people.cend(), [&](const Person &person) { return person.login == login; });
    return found == people.cend() ? login : found->name;
}

int daysAgo(Instant at, Instant now, const QString &zone)
{
    return int(std::max<qint64>(0, zones::local(at, zone).date.daysTo(zones::local(now, zone).date)));
}

Instant rangeStart(int days, Instant now, const QString &zone)
{
    return startOfDay(zones::local(now, zone).date.addDays(1 - days), zone);
}

Result<LeadStories> readLeadStories(Connection &db, RooftopId rooftop, Instant since)
{
    LeadStories stories;
    BEBACK_TRY(people, readEverybody(db, rooftop));
    stories.people = people;
    BEBACK_TRY(select, db.statement("report/lead_facts"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    QVector<StoredStory> stored;
    while (select.next()) {
        Columns c = select.columns();
        const LeadId id = c.id<LeadId>();
        const CustomerId customer = c.id<CustomerId>();
        stored << StoredStory{id, customer, c.text()};
    }
    BEBACK_CHECK(select.finished());
    const auto half = stored.cbegin() + stored.size() / 2;
    auto second = std::async(std::launch::async, [&] { return readStories(half, stored.cend()); });
    Stories first = readStories(stored.cbegin(), half);
    Stories rest = second.get();
    stories.leads = std::move(first.read);
    stories.leads += std::move(rest.read);
    stories.unread = first.unread + rest.unread;
    return stories;
}

Result<ReportFacts> factsFrom(const LeadStories &stories, const ChartFilter &filter, const QString &zone, Instant now, Instant until)
{
    const std::optional<Medium> medium = mediumFromText(filter.medium);
    if (!medium && !filter.medium.isEmpty())
        return Error{Code::Invalid, QCoreApplication::translate("beback", "Nobody is contacted by \"%1\".").arg(filter.medium), {}};
    ReportFacts facts;
    facts.filter = filter;
    facts.zone = zones::isKnown(zone) ? zone : zones::unknownSet().first();
    facts.at = now;
    facts.since = rangeStart(filter.days, now, facts.zone);
    facts.people = stories.people;
    Gathering gathering(facts, medium);
    for (const LeadStories::One &one : stories.leads) {
        if (until == EndOfTime)
            gathering.take(one, one.story);
        else if (one.story.arrivedAt < until)
            gathering.take(one, before(one.story, until));
    }
    gathering.end();
    return facts;
}

Result<ReportFacts> readReportFacts(Connection &db, RooftopId rooftop, const ChartFilter &filter, const QString &zone, Instant now)
{
    const QString known = zones::isKnown(zone) ? zone : zones::unknownSet().first();
    BEBACK_TRY(stories, readLeadStories(db, rooftop, rangeStart(filter.days, now, known)));
    return factsFrom(stories, filter, zone, now);
}

} // namespace beback
