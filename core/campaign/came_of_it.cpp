#include "core/campaign/came_of_it.h"

#include "core/history/event_store.h"
#include "core/history/corrections.h"
#include "core/history/fold.h"
#include "core/time/zones.h"

namespace beback {

namespace {

constexpr qint64 DayUs = qint64(86400) * 1000000;

void add(QVector<Came> &all, Came what)
{
    if (!all.contains(what))
        all << what;
}

void addAttempt(QVector<Came> &all, const Event &event)
{
    if (event.outcome == Outcome::AskedToStop)
        add(all, Came::OptedOut);
    if (!event.body.value(QLatin1String("department")).toString().isEmpty())
        return;
    add(all, Came::Touched);
    if (isAnswered(event.outcome))
        add(all, Came::Reached);
    if (event.outcome == Outcome::Kept)
        add(all, Came::Shown);
}

void addEvent(QVector<Came> &all, const Event &event)
{
    switch (event.kind) {
    case EventKind::Attempt: return addAttempt(all, event);
    case EventKind::Reply:
        add(all, Came::Replied);
        return add(all, Came::Reached);
    case EventKind::AppointmentSet: return add(all, Came::Appointment);
    case EventKind::DoNotContactSet: return add(all, Came::OptedOut);
    case EventKind::LeadClosed:
        if (event.body.value(QLatin1String("status")).toString() == QLatin1String("sold"))
            add(all, Came::Sold);
        return;
    default: return;
    }
}

} // namespace

QString toText(Came came)
{
    constexpr std::array names = {"touched", "reached", "replied", "appointments", "shown", "sold", "opted_out"};
    static_assert(names.size() == AllCame.size());
    return QLatin1String(names.at(size_t(came)));
}

QVector<Came> whatCame(const QVector<Event> &events, Instant turn)
{
    return whatCame(events, turn, Instant{turn.us + CameWithinDays * DayUs});
}

QVector<Came> whatCame(const QVector<Event> &events, Instant from, Instant until, std::optional<Medium> medium)
{
    const QSet<EventId> gone = takenBack(events);
    QVector<Came> all;
    for (const Event &event : events) {
        const bool isByMedium = event.kind == EventKind::Attempt || event.kind == EventKind::Reply;
        if (event.occurredAt < from || event.occurredAt >= until || gone.contains(event.id) || (isByMedium && medium && event.medium != *medium))
            continue;
        addEvent(all, event);
    }
    return all;
}

Instant turnOf(const StoredCampaign &stored, QDate day, const QString &zone)
{
    return std::max(zones::instantOf(day, QTime(0, 0), zone).value_or(stored.startedAt), stored.startedAt);
}

Result<CampaignResult> readResult(Connection &db, RooftopId rooftop, const QString &zone, const StoredCampaign &stored, Instant now)
{
    CampaignResult result;
    result.stored = stored;
    const QDate today = zones::local(now, zone).date;
    BEBACK_TRY(people, campaign_store::people(db, rooftop, stored.campaign.id));
    QVector<CustomerId> customers;
    for (const CampaignPerson &person : std::as_const(people)) {
        result.waiting += person.state == CampaignPerson::State::Waiting;
        result.takenBack += person.state == CampaignPerson::State::Back;
        if (person.wasEverIn())
            customers << person.customer;
        if (person.wasEverIn() && person.day > today)
            result.ahead << person.lead;
    }
    people.removeIf([](const CampaignPerson &person) { return !person.wasEverIn(); });
    BEBACK_CHECK(event_store::forEach(db, rooftop, customers, [&](qsizetype place, QVector<Event> events) {
        const CampaignPerson &person = people.at(place);
        const QVector<Came> came = whatCame(events, turnOf(stored, person.day, zone));
        const CustomerState customer = fold(std::move(events));
        const LeadState *lead = customer.lead(person.lead);
        result.people << CampaignMember{person.customer, person.lead, customer.name.display(), lead ? lead->wanted.label() : QString(), person.day};
        for (const Came what : came)
            result.came[size_t(what)] << person.lead;
    }));
    return result;
}

} // namespace beback
