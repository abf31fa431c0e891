#include "core/campaign/campaign_run.h"

#include "core/campaign/capacity_ahead.h"
#include "core/history/event_store.h"
#include "core/history/corrections.h"
#include "core/history/fold.h"
#include "core/plan/contact_rules.h"
#include "core/report/people.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace beback {

namespace {

const QString Stopped = QStringLiteral("stopped");

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

EventDraft draftOf(const CampaignPerson &person, EventKind kind, const QString &login)
{
    EventDraft draft;
    draft.customer = person.customer;
    draft.lead = person.lead;
    draft.kind = kind;
    draft.actor = login;
    return draft;
}

// Something between them and us.
bool isDealing(EventKind kind)
{
    return kind == EventKind::Attempt || kind == EventKind::Reply || kind == EventKind::Skipped || kind == EventKind::AppointmentSet
           || kind == EventKind::LeadClosed;
}

// The events that put somebody on its plan and stand, oldest first; what followed from one goes with it.
QVector<EventId> putsOf(const QString &campaign, LeadId lead, const QVector<Event> &events)
{
    const QSet<EventId> gone = takenBack(events);
    QVector<EventId> puts;
    for (const Event &event : events)
        if (event.lead == lead && event.body.value(QLatin1String("campaign")).toString() == campaign
            && !event.body.contains(QLatin1String("because")) && !gone.contains(event.id))
            puts << event.id;
    return puts;
}

// Was there anything between them and us since the first of these?
bool isSpokenWith(const QVector<Event> &events, const QVector<EventId> &puts)
{
    if (puts.isEmpty())
        return false;
    const QSet<EventId> gone = takenBack(events);
    const auto put = std::find_if(events.cbegin(), events.cend(), [&](const Event &event) { return event.id == puts.first(); });
    return std::any_of(put, events.cend(), [&](const Event &event) { return isDealing(event.kind) && !gone.contains(event.id); });
}

Error noPlan(const QString &plan)
{
    return {Code::NotFound, tr("There is no plan “%1” to put anybody on. Choose another one for this campaign.").arg(plan), {}};
}

} // namespace

int CampaignPreview::leftOut(LeftOut reason) const
{
    return int(std::count_if(people.cbegin(), people.cend(), [reason](const Addressee &one) { return one.leftOut == reason; }));
}

CampaignRun::CampaignRun(Recorder &recorder, const PlanBook &plans, QString zone, std::optional<CampaignsShared> shared)
    : m_recorder(recorder), m_shared(std::move(shared)), m_own(recorder.db()), m_there(m_shared ? m_shared->db : m_own), m_plans(plans),
      m_rooftop(recorder.station().rooftop), m_zone(std::move(zone))
{
}

Result<CampaignPreview> CampaignRun::preview(const Campaign &campaign)
{
    if (const auto fault = faultOf(campaign))
        return Error{Code::Invalid, fault->sentence, {}};
    const Plan *plan = m_plans.newest(campaign.plan);
    if (!plan)
        return noPlan(campaign.plan);
    const Instant now = m_recorder.clock().now();
    const QDate from = std::max(campaign.from, zones::local(now, m_zone).date);
    CampaignPreview preview;
    BEBACK_TRY(customers, campaign_store::candidates(m_there, m_rooftop, campaign.who, now));
    BEBACK_CHECK(event_store::forEach(m_there, m_rooftop, customers, [&](qsizetype, QVector<Event> events) {
        if (const auto one = addresseeOf(campaign, fold(std::move(events)), m_plans, now))
            preview.people << *one;
    }));
    BEBACK_TRY(loads, readDaysAhead(m_there, m_rooftop, m_zone, m_plans, now, from));
    preview.loads = loads;
    spread(preview.people, preview.loads, *plan, from, campaign.until, campaign.perDay);
    sortByRank(preview.people);
    for (const Addressee &one : std::as_const(preview.people)) {
        if (one.leftOut)
            continue;
        ++preview.in;
        preview.firstDay = preview.firstDay.isValid() ? std::min(preview.firstDay, one.day) : one.day;
        preview.lastDay = preview.lastDay.isValid() ? std::max(preview.lastDay, one.day) : one.day;
    }
    return preview;
}

Result<StoredCampaign> CampaignRun::need(const QString &id)
{
    BEBACK_TRY(all, campaign_store::all(m_there, m_rooftop));
    QStringList known;
    for (const StoredCampaign &one : std::as_const(all)) {
        if (one.campaign.id == id)
            return one;
        known << one.campaign.id;
    }
    return Error{Code::NotFound,
                 known.isEmpty() ? tr("There is no campaign “%1”, and no other.").arg(id)
                                 : tr("There is no campaign “%1”. There are: %2.").arg(id, known.join(QStringLiteral(", "))),
                 {}};
}

// Once, so that a start that is cut short goes on with the same people.
Result<void> CampaignRun::decide(const QString &id, const std::optional<Campaign> &shown, const QString &login)
{
    BEBACK_TRY(stored, need(id));
    if (stored.state != StoredCampaign::State::Draft)
        return {};
    const Error changed{Code::Conflict, tr("“%1” was changed meanwhile. Look at it again before you start it.").arg(stored.campaign.title), {}};
    if (shown && *shown != stored.campaign)
        return changed;
    BEBACK_TRY(preview, this->preview(stored.campaign));
    if (preview.in == 0)
        return Error{Code::Invalid, tr("It speaks to nobody who may be contacted now, so there is nothing to start. Widen whom it is for."), {}};
    StoredCampaign started = stored;
    started.campaign.says = wholeSentence(started.campaign.says);
    started.state = StoredCampaign::State::Started;
    started.by = login;
    started.at = started.startedAt = m_recorder.clock().now();
    QVector<CampaignPerson> people;
    for (const Addressee &one : std::as_const(preview.people)) {
        if (one.leftOut)
            break;
        CampaignPerson person;
        person.customer = one.customer;
        person.lead = one.lead;
        person.place = int(people.size()) + 1;
        person.day = one.day;
        people << person;
    }
    return m_there.inTransaction("start campaign", [&]() -> Result<void> {
        BEBACK_TRY(now, need(id));
        if (now.state == StoredCampaign::State::Draft && now.campaign != stored.campaign)
            return changed;
        BEBACK_TRY(isFirst, campaign_store::put(m_there, m_rooftop, started));
        if (!isFirst)
            return {}; // somebody else was quicker, and theirs is gone on with
        return campaign_store::put(m_there, m_rooftop, id, people);
    });
}

Result<CampaignMove> CampaignRun::start(const QString &id, const QString &login)
{
    BEBACK_CHECK(decide(id, {}, login));
    BEBACK_TRY(stored, need(id));
    if (stored.state == StoredCampaign::State::Stopped)
        return refuseStopped(stored, login);
    BEBACK_TRY(move, movePart(stored, login, false));
    if (!m_shared)
        return move;
    BEBACK_TRY(now, need(id)); // another desk may have stopped it while this part was at work
    if (now.state == StoredCampaign::State::Stopped)
        return refuseStopped(now, login);
    return move;
}

Result<CampaignMove> CampaignRun::refuseStopped(const StoredCampaign &stored, const QString &login)
{
    if (m_shared)
        BEBACK_CHECK(takeBackLate(stored, login));
    return Error{Code::Conflict, tr("“%1” was stopped, and stays so. Write a new one with the same words.").arg(stored.campaign.title), {}};
}

// Those for whom the stop found nothing to take back, since the desk that put them on the plan had not told of it yet.
Result<void> CampaignRun::takeBackLate(const StoredCampaign &stored, const QString &login)
{
    BEBACK_TRY(people, campaign_store::people(m_there, m_rooftop, stored.campaign.id));
    people.removeIf([](const CampaignPerson &one) { return one.state != CampaignPerson::State::Out || one.why != Stopped; });
    for (qsizetype from = 0; from < people.size(); from += Part)
        BEBACK_CHECK(work(stored, people.mid(from, Part), login, true));
    return {};
}

Result<QVector<CampaignPerson>> CampaignRun::nextPart(const QString &id, bool stopping)
{
    BEBACK_TRY(people, campaign_store::people(m_there, m_rooftop, id));
    people.removeIf([stopping](const CampaignPerson &one) {
        return one.state != CampaignPerson::State::Waiting && !(stopping && one.state == CampaignPerson::State::In);
    });
    return people.mid(0, Part);
}

Result<CampaignMove> CampaignRun::movePart(const StoredCampaign &stored, const QString &login, bool stopping)
{
    QVector<CampaignPerson> part; // of a store of this computer it is read where it is worked
    if (m_shared) {
        BEBACK_TRY(next, nextPart(stored.campaign.id, stopping));
        part = next;
    }
    BEBACK_TRY(changed, work(stored, std::move(part), login, stopping));
    return moved(stored.campaign.id, std::move(changed), stopping);
}

Result<CampaignRun::Around> CampaignRun::lookAround(const QString &id)
{
    Around around;
    BEBACK_TRY(staff, readPeople(m_there, m_rooftop));
    around.staff = staff;
    BEBACK_TRY(held, m_there.statement("campaign/held"));
    held.bind(":rooftop_id", m_rooftop).bind(":campaign_id", id);
    BEBACK_CHECK(held.bind(":now", m_shared ? m_shared->now() : m_recorder.clock().now()).exec());
    while (held.next())
        around.held.insert(held.columns().id<CustomerId>());
    BEBACK_CHECK(held.finished());
    return around;
}

// On a store of this computer histories and list are written together. Of a shared database all that has to be known is read first, so
// that the own store is not held over a line; then come the histories, which say by themselves who is in, and then the list.
Result<QVector<CustomerId>> CampaignRun::work(const StoredCampaign &stored, QVector<CampaignPerson> part, const QString &login, bool stopping)
{
    const QString &id = stored.campaign.id;
    if (!stopping && !m_plans.newest(stored.campaign.plan))
        return noPlan(stored.campaign.plan);
    QVector<CustomerId> changed;
    Around around;
    if (m_shared) {
        QVector<CustomerId> customers;
        for (const CampaignPerson &one : std::as_const(part))
            customers << one.customer;
        BEBACK_CHECK(m_shared->bring(customers));
        BEBACK_TRY(there, lookAround(id));
        around = there;
    }
    QVector<CampaignPerson> after;
    BEBACK_CHECK(m_own.inTransaction("campaign people", [&]() -> Result<void> {
        if (!m_shared) { // another program may be at it, too
            BEBACK_TRY(next, nextPart(id, stopping));
            BEBACK_TRY(here, lookAround(id));
            part = next;
            around = here;
        }
        after.clear(); // this may be done again
        for (const CampaignPerson &person : std::as_const(part)) {
            BEBACK_TRY(one, stopping ? takeBack(stored, person, around, login) : putOnPlan(stored, person, around, login));
            after << one;
        }
        return m_shared ? Result<void>() : campaign_store::put(m_there, m_rooftop, id, after);
    }));
    if (m_shared) {
        BEBACK_TRY(others, m_shared->send());
        changed = others;
        BEBACK_CHECK(m_there.inTransaction("campaign people", [&] { return campaign_store::put(m_there, m_rooftop, id, after); }));
    }
    for (const CampaignPerson &one : std::as_const(after))
        changed << one.customer;
    return changed;
}

// A plan begins at midnight where they are, so that its first touch falls into the part of that day it wants.
QVector<EventDraft> CampaignRun::drafts(const Campaign &campaign, const CampaignPerson &person, const CustomerState &customer,
                                        const QString &login, bool freesOwner)
{
    const Plan *plan = m_plans.newest(campaign.plan);
    QVector<EventDraft> all;
    const auto follow = [&all](EventDraft draft) {
        if (!all.isEmpty())
            draft.causedBy = 0;
        all << draft;
    };
    if (customer.lead(person.lead)->status != LeadStatus::Open) {
        EventDraft draft = draftOf(person, EventKind::LeadReopened, login);
        draft.body = {{QStringLiteral("reason"), campaign.title}, {QStringLiteral("campaign"), campaign.id}};
        follow(draft);
    }
    EventDraft chosen = draftOf(person, EventKind::PlanChosen, login);
    chosen.body = {{QStringLiteral("plan"), plan->id},           {QStringLiteral("version"), plan->version},
                   {QStringLiteral("name"), plan->name},         {QStringLiteral("reason"), campaign.title},
                   {QStringLiteral("campaign"), campaign.id},    {QStringLiteral("title"), campaign.title},
                   {QStringLiteral("says"), campaign.says}};
    if (const auto begins = zones::instantOf(person.day, QTime(0, 0), clockZone(customer)))
        chosen.body.insert(QStringLiteral("begins"), begins->toIso());
    if (campaign.until.isValid())
        if (const auto until = zones::instantOf(campaign.until.addDays(1), QTime(0, 0), m_zone))
            chosen.body.insert(QStringLiteral("until"), until->toIso());
    follow(chosen);
    if (freesOwner) {
        EventDraft freed = draftOf(person, EventKind::Assigned, login);
        freed.body = {{QStringLiteral("to"), QString()}, {QStringLiteral("reason"), tr("Whose they were does not work here any more.")}};
        follow(freed);
    }
    return all;
}

// Between the decision and now they may have bought, stopped us, or been spoken with. Who is in it already is so by a start that was
// broken off before it could say so here.
Result<CampaignPerson> CampaignRun::putOnPlan(const StoredCampaign &stored, CampaignPerson person, const Around &around, const QString &login)
{
    const Campaign &campaign = stored.campaign;
    BEBACK_TRY(events, event_store::ofCustomer(m_own, m_rooftop, person.customer));
    const QVector<EventId> puts = putsOf(campaign.id, person.lead, events);
    const CustomerState customer = fold(std::move(events));
    if (!puts.isEmpty()) {
        person.state = CampaignPerson::State::In;
        person.event = puts.first();
        return person;
    }
    const LeadState *lead = customer.lead(person.lead);
    const auto one = addresseeOf(campaign, customer, m_plans, m_recorder.clock().now());
    if (!one || one->lead != person.lead || one->leftOut) {
        person.state = CampaignPerson::State::Out;
        person.why = one && one->leftOut ? toText(*one->leftOut) : toText(LeftOut::BeingWorked);
        return person;
    }
    const bool freesOwner = !lead->owner.isEmpty() && std::none_of(around.staff.cbegin(), around.staff.cend(), [lead](const SitePerson &p) {
        return p.login == lead->owner;
    });
    BEBACK_TRY(recorded, m_recorder.record(drafts(campaign, person, customer, login, freesOwner)));
    person.state = CampaignPerson::State::In;
    person.event = recorded.events.first();
    return person;
}

Result<CampaignMove> CampaignRun::stop(const QString &id, const QString &login)
{
    BEBACK_TRY(found, need(id));
    if (found.state == StoredCampaign::State::Draft)
        return Error{Code::Conflict, tr("“%1” was never started, so there is nothing to stop.").arg(found.campaign.title), {}};
    const bool again = found.state == StoredCampaign::State::Stopped;
    if (!again) {
        found.state = StoredCampaign::State::Stopped;
        found.by = login;
        found.at = m_recorder.clock().now();
        // Not written: somebody else stopped it at this moment, which is as good.
        BEBACK_CHECK(m_there.inTransaction("stop campaign", [&] { return campaign_store::put(m_there, m_rooftop, found); }));
    }
    BEBACK_TRY(move, movePart(found, login, true));
    if (!again || !m_shared || move.left > 0)
        return move;
    BEBACK_CHECK(takeBackLate(found, login));
    return moved(id, move.changed, true);
}

Result<CampaignPerson> CampaignRun::takeBack(const StoredCampaign &stored, CampaignPerson person, const Around &around, const QString &login)
{
    const QString &id = stored.campaign.id;
    BEBACK_TRY(events, event_store::ofCustomer(m_own, m_rooftop, person.customer));
    const QVector<EventId> puts = putsOf(id, person.lead, events); // several, where two desks started it at the same moment
    if (puts.isEmpty() && person.state != CampaignPerson::State::In) {
        person.state = CampaignPerson::State::Out;
        person.why = Stopped;
        return person;
    }
    const bool spoken = isSpokenWith(events, puts) || around.held.contains(person.customer);
    const CustomerState customer = fold(std::move(events));
    const LeadState *lead = customer.lead(person.lead);
    const bool isStillIn = lead && lead->campaign && lead->campaign->id == id && !lead->campaign->over;
    person.state = !isStillIn || spoken ? CampaignPerson::State::Kept : CampaignPerson::State::Back;
    if (person.event.isNull() && !puts.isEmpty())
        person.event = puts.first();
    if (person.state == CampaignPerson::State::Back)
        for (const EventId put : puts)
            BEBACK_CHECK(m_recorder.undo(put, login, tr("The campaign “%1” was stopped before their turn.").arg(stored.campaign.title)));
    return person;
}

Result<CampaignMove> CampaignRun::moved(const QString &id, QVector<CustomerId> changed, bool stopping)
{
    BEBACK_TRY(people, campaign_store::people(m_there, m_rooftop, id));
    CampaignMove move;
    move.changed = std::move(changed);
    for (const CampaignPerson &one : std::as_const(people)) {
        switch (one.state) {
        case CampaignPerson::State::Waiting: ++move.left; break;
        case CampaignPerson::State::In: ++(stopping ? move.left : move.done); break;
        case CampaignPerson::State::Out: ++(one.why == Stopped ? move.done : move.out); break;
        case CampaignPerson::State::Kept: ++move.out; break;
        case CampaignPerson::State::Back: ++move.done; break;
        }
    }
    return move;
}

} // namespace beback
