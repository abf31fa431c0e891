// What people do at their desks.

#include "player.h"

#include "core/exchange/trip.h"

#include "core/history/event_store.h"
#include "death.h"
#include "server_rows.h"
#include "tests/support/nothing_asked.h"

#include <iterator>

namespace beback::exchange_sim {

namespace {

constexpr int MostPeople = 5; // in one schedule
constexpr Duration Leases[] = {Queue::Lease, Queue::Lease, std::chrono::seconds(60), std::chrono::seconds(45)};

Duration leaseFrom(int number)
{
    return Leases[size_t(number) % std::size(Leases)];
}

EventDraft draftAbout(const CustomerState &customer, EventKind kind, const QString &actor)
{
    EventDraft draft;
    draft.customer = customer.id;
    draft.kind = kind;
    draft.actor = actor;
    return draft;
}

Result<RecordReceipt> receiptFor(Result<Recorded> recorded)
{
    if (!recorded)
        return recorded.error();
    RecordReceipt receipt;
    receipt.event = recorded->events.first();
    return receipt;
}

} // namespace

void Player::newPerson(SimDesk &desk, const LeadDraft &draft)
{
    const auto recorded = desk.own().recorder().recordNewCustomer(draft, QStringLiteral("system"));
    if (!see(recorded))
        return;
    m_acknowledged << recorded->events.first();
    m_people << recorded->customer;
    m_drafts << draft;
}

void Player::takeIn(SimDesk &desk, const Step &)
{
    if (m_people.size() >= MostPeople)
        return;
    LeadDraft draft = test::SharedWorld::reachable(int(m_seed) * 10 + int(m_people.size()));
    draft.keys = QStringList{QStringLiteral("adf:sim/%1-%2").arg(m_seed).arg(m_people.size())};
    newPerson(desk, draft);
}

void Player::takeTheSameIn(SimDesk &desk, const Step &step)
{
    if (!m_drafts.isEmpty() && m_people.size() < MostPeople)
        newPerson(desk, LeadDraft(m_drafts.at(step.a % m_drafts.size())));
}

void Player::takeASecondLead(SimDesk &desk, const Step &step)
{
    const auto customer = somebody(desk, step.a);
    if (!customer)
        return;
    LeadDraft draft = m_drafts.at(int(m_people.indexOf(customer->id)));
    draft.keys = QStringList{QStringLiteral("adf:sim/%1-again-%2").arg(m_seed).arg(step.salt)};
    saw(receiptFor(desk.own().recorder().recordNewLead(customer->id, draft, QStringLiteral("system"))));
}

// Somebody this desk carries, or, while it has a line, anybody.
std::optional<CustomerState> Player::somebody(SimDesk &desk, int number)
{
    if (m_people.isEmpty())
        return std::nullopt;
    const CustomerId customer = m_people.at(number % m_people.size());
    auto state = desk.own().customer(customer);
    if (!state && mayUseLine(desk)) {
        see(desk.exchange().bring({customer.toString()}));
        state = desk.own().customer(customer);
    }
    return state ? std::optional(*state) : std::nullopt;
}

void Player::claimNext(SimDesk &desk, const Step &step)
{
    if (!mayUseLine(desk))
        return;
    const auto claim = desk.exchange().claimNext(leaseFrom(step.a));
    if (!claim && claim.error().code == Code::Busy)
        return m_tally.count(QStringLiteral("the queue was put in order"));
    if (!see(claim) || !*claim || Death::happened())
        return;
    m_tally.count(QStringLiteral("handed out"));
    if (!m_people.contains((*claim)->customer))
        return handOnAgain(desk, **claim);
    m_faults += handedOutThoughRefused(rowsAbout(m_world.server(), {(*claim)->customer}), (*claim)->customer);
    const QStringList held = heldByTwo(m_world, m_people);
    if (Death::happened()) // while its clock was looked at
        return;
    m_faults += held;
    switch (step.b % 4) {
    case 0: return;
    case 1: see(desk.place().release((*claim)->customer)); return;
    default: workOn(desk, **claim, step.b / 4);
    }
}

// Everybody of an earlier schedule asked not to be contacted at its end. Where that was after the backup the database was restored from,
// it is known again once the desk it was said at exchanges, and until then to nobody but those who have read it.
void Player::handOnAgain(SimDesk &desk, const Claim &claim)
{
    const auto known = desk.own().customer(claim.customer);
    const bool isKnownThere = !handedOutThoughRefused(rowsAbout(m_world.server(), {claim.customer}), claim.customer).isEmpty();
    if (!m_wasRestored || isKnownThere || (known && known->refusal({}, {})))
        return fault(QStringLiteral("%1 was handed somebody of an earlier schedule").arg(desk.name));
    m_tally.count(QStringLiteral("handed out while only another desk knew better"));
    see(desk.place().release(claim.customer));
}

void Player::claimByName(SimDesk &desk, const Step &step)
{
    if (mayUseLine(desk) && !m_people.isEmpty())
        see(desk.exchange().claim(m_people.at(step.a % m_people.size()), leaseFrom(step.b)));
}

std::optional<Claim> Player::oneHeld(SimDesk &desk, int number)
{
    const auto held = desk.own().queue().heldBy(desk.login);
    if (!see(held) || held->isEmpty())
        return std::nullopt;
    return held->at(number % held->size());
}

void Player::renew(SimDesk &desk, const Step &step)
{
    const auto claim = mayUseLine(desk) ? oneHeld(desk, step.a) : std::nullopt;
    if (claim)
        see(desk.exchange().renew(*claim, leaseFrom(step.b)));
}

void Player::work(SimDesk &desk, const Step &step)
{
    if (const auto claim = oneHeld(desk, step.a))
        workOn(desk, *claim, step.b);
}

// By e-mail, as far as what this desk knows allows it.
void Player::workOn(SimDesk &desk, const Claim &claim, int how)
{
    constexpr Outcome Outcomes[] = {Outcome::Sent, Outcome::Sent, Outcome::Sent, Outcome::Bounced, Outcome::AskedToStop};
    if (Death::happened())
        return;
    if (!desk.own().customer(claim.customer)) {
        // Leased for a trip, and not brought yet: nobody is handed them.
        const auto trip = own_store::trip(desk.own().db(), desk.clock);
        const TripLead *lead = trip && *trip ? (*trip)->of(claim.customer) : nullptr;
        if (lead && !lead->isBrought)
            return m_tally.count(QStringLiteral("leased, and not brought yet"));
        return fault(QStringLiteral("%1 holds somebody it does not carry").arg(desk.name));
    }
    m_faults += allowedThoughRefused(desk, claim.customer, m_world.now());
    saw(desk.own().record(test::emailTo(claim, Outcomes[size_t(how) % std::size(Outcomes)]), desk.login));
}

void Player::giveBack(SimDesk &desk, const Step &step)
{
    if (const auto claim = oneHeld(desk, step.a); claim && mayUseLine(desk))
        see(desk.place().release(claim->customer));
}

void Player::attempt(SimDesk &desk, const Step &step)
{
    const auto customer = somebody(desk, step.a);
    if (!customer)
        return;
    m_faults += allowedThoughRefused(desk, customer->id, m_world.now());
    RecordRequest request;
    request.customer = customer->id;
    request.lead = customer->leads.at(step.b % customer->leads.size()).id;
    request.medium = Medium::Call;
    request.outcome = step.b % 2 ? Outcome::NoAnswer : Outcome::Reached;
    saw(desk.own().record(test::nothingAsked(request), desk.login));
}

void Player::note(SimDesk &desk, const Step &step)
{
    if (const auto customer = somebody(desk, step.a))
        saw(desk.own().note(customer->id, customer->leads.first().id, QStringLiteral("note %1").arg(step.salt), desk.login));
}

void Player::reply(SimDesk &desk, const Step &step)
{
    if (const auto customer = somebody(desk, step.a))
        saw(desk.own().reply(customer->id, customer->leads.first().id, step.b % 3 ? Medium::Email : Medium::Text,
                             step.b % 7 ? QStringLiteral("Is it still there?") : QStringLiteral("STOP"), desk.login));
}

void Player::refuse(SimDesk &desk, const Step &step)
{
    const auto customer = somebody(desk, step.a);
    if (!customer)
        return;
    const bool ofOnePoint = step.b % 4 == 0 && !customer->points.isEmpty();
    const auto medium = step.b % 5 == 0 ? std::optional(Medium::Email) : std::nullopt;
    saw(desk.own().setDoNotContact(customer->id, ofOnePoint ? customer->points.first().key() : QString(), medium, QStringLiteral("asked"), desk.login));
}

// By anybody, past the desk's own look at whether one may: what the guard holds must count nowhere.
void Player::clear(SimDesk &desk, const Step &step)
{
    const auto customer = somebody(desk, step.a);
    if (!customer || customer->doNotContact.isEmpty())
        return;
    QJsonArray sets;
    for (const DoNotContact &refusal : customer->doNotContact)
        if (sets.isEmpty() || step.b % 2)
            sets << refusal.setBy.toString();
    EventDraft draft = draftAbout(*customer, EventKind::DoNotContactCleared, desk.login);
    draft.body = {{QStringLiteral("sets"), sets}};
    saw(receiptFor(desk.own().recorder().record(draft)));
}

// One's own or another's, past the desk's own look; never that somebody came to be known.
void Player::undo(SimDesk &desk, const Step &step)
{
    const auto customer = somebody(desk, step.a);
    const auto events = customer ? desk.own().history(customer->id) : Result<QVector<Event>>(QVector<Event>());
    if (!see(events))
        return;
    QVector<EventId> some;
    for (const Event &event : *events)
        if (event.kind != EventKind::LeadArrived && event.kind != EventKind::Unknown)
            some << event.id;
    if (!some.isEmpty())
        saw(receiptFor(desk.own().recorder().undo(some.at(step.b % some.size()), desk.login, QStringLiteral("taken back"))));
}

void Player::editPoint(SimDesk &desk, const Step &step)
{
    const auto customer = somebody(desk, step.a);
    if (!customer || customer->points.isEmpty())
        return;
    constexpr const char *Labels[] = {"home", "work", "", "summer"};
    const ContactPoint &point = customer->points.first();
    saw(desk.own().setContactPoint(customer->id, point.type, point.value, QString::fromLatin1(Labels[size_t(step.b) % std::size(Labels)]),
                                   step.b % 2 ? point.key() : QString(), desk.login));
}

// As a newer version of the program would have written it into the same file: of a kind nobody here knows, or of a known one with
// another body.
void Player::writeStrange(SimDesk &desk, const Step &step)
{
    const auto customer = somebody(desk, step.a);
    if (!customer)
        return;
    Connection &file = desk.own().db();
    saw(file.inTransaction("newer", [&]() -> Result<RecordReceipt> {
        const Instant now = desk.clock.now();
        BEBACK_TRY(counters, event_store::counters(file, m_world.random(), now));
        counters.lastN += 1;
        counters.lastHlc = Hlc::next(counters.lastHlc, now);
        Event event;
        event.id = m_world.random().id<EventId>(now);
        event.rooftop = desk.own().rooftopId();
        event.customer = customer->id;
        event.lead = customer->leads.first().id;
        event.origin = counters.origin;
        event.n = counters.lastN;
        event.hlc = counters.lastHlc;
        event.kind = step.b % 2 ? EventKind::Unknown : EventKind::Noted;
        event.kindText = step.b % 2 ? QStringLiteral("hologram_sent") : toText(EventKind::Noted);
        event.version = 9;
        event.occurredAt = event.recordedAt = now;
        event.actor = desk.login;
        event.station = desk.own().recorder().station().name;
        event.body = {{QStringLiteral("waves"), step.salt}, {QStringLiteral("in"), QJsonArray{QStringLiteral("colour"), 3.5}}};
        BEBACK_CHECK(event_store::insert(file, event));
        BEBACK_CHECK(event_store::advance(file, counters));
        if (step.b % 2 == 0) // a kind that is known counts here, too
            BEBACK_CHECK(own_store::deriveAnew(file, event.rooftop, customer->id, desk.own().plans()));
        RecordReceipt receipt;
        receipt.event = event.id;
        return receipt;
    }));
}

} // namespace beback::exchange_sim
