// How a schedule is played: step by step, then to its rest, then compared.

#include "player.h"

#include "death.h"
#include "server_rows.h"
#include "tests/support/shared_history.h"

#include <QElapsedTimer>

#include <algorithm>

namespace beback::exchange_sim {

namespace {

constexpr int SettlingSalt = 90'000;
constexpr int RoundsToDrain = 3; // every outbox is empty after so many exchanges of everybody, whatever happened before

} // namespace

template <class Part> void Player::timed(const QString &what, Part part)
{
    QElapsedTimer watch;
    watch.start();
    part();
    m_tally.ms[what] += double(watch.nsecsElapsed()) / 1e6;
}

QStringList Player::play(const Schedule &schedule, quint64 seed)
{
    begin(schedule, seed);
    while (m_next < m_schedule.size() && m_faults.isEmpty())
        one();
    if (m_faults.isEmpty())
        timed(QStringLiteral("(coming to rest)"), [this] { settle(); });
    if (m_faults.isEmpty())
        timed(QStringLiteral("(comparing)"), [this] { compare(); });
    if (m_faults.isEmpty())
        timed(QStringLiteral("(goodbye)"), [this] { sayGoodbye(); });
    return m_faults;
}

void Player::begin(const Schedule &schedule, quint64 seed)
{
    m_schedule = schedule;
    m_seed = seed;
    m_next = 0;
    m_wasRestored = false;
    m_people.clear();
    m_drafts.clear();
    m_place.clear();
    m_faults.clear();
    m_world.random().begin(seed, 0);
    for (const auto &desk : m_world.desks()) {
        desk->clock.off = {};
        desk->leasesCount = true;
        desk->sentBefore.reset();
        desk->hasKept = false;
    }
}

void Player::one()
{
    const Step step = m_schedule.at(m_next++);
    if (step.wait > 0)
        m_world.pass(std::chrono::seconds(step.wait));
    SimDesk &desk = *m_world.desks().at(size_t(step.desk));
    const ActKind &kind = kinds()[size_t(step.act)];
    if (!desk.isThere())
        return;
    m_tally.count(QLatin1String(kind.name));
    m_world.random().begin(m_seed, quint64(step.salt));
    m_acknowledged.clear();
    const bool dies = step.dies > 0 && !desk.isInTransaction && kind.play != &Player::commitLate;
    if (dies)
        Death::arm(step.dies);
    m_isDying = dies;
    timed(QLatin1String(kind.name), [&] { (this->*kind.play)(desk, step); });
    if (dies)
        timed(QStringLiteral("(dying)"), [&] { die(desk); });
    m_isDying = false;
    timed(QStringLiteral("(after each step)"), [&] { afterStep(desk); });
}

// What it had not committed is gone; everything else is in its file.
void Player::die(SimDesk &desk)
{
    m_tally.count(Death::happened() ? QStringLiteral("killed before a commit") : QStringLiteral("killed after a step"));
    const bool wasOnline = desk.isOnline();
    desk.kill();
    Death::disarm();
    m_isDying = false;
    start(desk, wasOnline);
}

void Player::start(SimDesk &desk, bool online)
{
    const auto opened = desk.open(m_world.urlOf(desk), online);
    if (!opened)
        return fault(QStringLiteral("%1 does not start: %2").arg(desk.name, opened.error().message + opened.error().detail));
    if (online && desk.place().trouble())
        see(*desk.place().trouble());
}

void Player::afterStep(SimDesk &desk)
{
    if (desk.isThere()) {
        noteOwn(desk);
        if (m_world.faulty.afterStep)
            m_world.faulty.afterStep(desk);
    }
    for (const EventId id : std::as_const(m_acknowledged))
        if (!m_model.saved.contains(id))
            fault(QStringLiteral("%1 said it had saved %2, and it is not in its file").arg(desk.name, id.toString()));
    m_faults += heldByTwo(m_world, m_people);
}

// What is new in the desk's file is saved from now on, whether it was acknowledged or the program died over it.
void Player::noteOwn(SimDesk &desk)
{
    const auto numbers = own_store::numbers(desk.own().db());
    if (!numbers)
        return fault(numbers.error().message + numbers.error().detail);
    if (numbers->origin != desk.noted || numbers->last < desk.notedTo)
        desk.notedTo = 0;
    desk.noted = numbers->origin;
    if (numbers->last == desk.notedTo)
        return;
    const auto events = own_store::ownAfter(desk.own().db(), desk.notedTo, 100'000);
    if (!events)
        return fault(events.error().message + events.error().detail);
    for (const Event &event : *events) {
        if (!m_model.saved.contains(event.id))
            m_model.saved.insert(event.id, event);
        m_model.gone.remove(event.id); // it is in a file again
    }
    desk.notedTo = numbers->last;
}

// Which answers a desk may get: refusals that have a reason. Whoever is dying gets none.
void Player::see(const Error &error)
{
    if (m_isDying && Death::happened())
        return;
    switch (error.code) {
    case Code::Conflict:
    case Code::Denied:
    case Code::NotFound:
    case Code::Stale:
        return m_tally.count(QStringLiteral("refused"));
    case Code::Busy:
        if (!anybodyInTransaction())
            fault(error.message + QStringLiteral(" (nobody is in the way)"));
        return m_tally.count(QStringLiteral("waited for a commit"));
    case Code::Unavailable: // its session was ended
        return m_tally.count(QStringLiteral("without a line"));
    default:
        fault(error.message + QLatin1Char(' ') + error.detail);
    }
}

bool Player::saw(const Result<RecordReceipt> &receipt)
{
    if (see(receipt))
        m_acknowledged << receipt->event;
    return bool(receipt);
}

// Everybody is reached again and exchanges; nobody sets a clock right for that.
void Player::settle()
{
    m_world.random().begin(m_seed, SettlingSalt);
    for (int round = 0; round < RoundsToDrain; ++round) {
        for (const auto &desk : m_world.desks()) {
            if (!desk->isThere())
                continue;
            if (!desk->isOnline())
                see(desk->place().connect());
            if (desk->isOnline())
                see(desk->exchange().sync());
        }
        if (round > 0 && outboxesEmpty(m_world).isEmpty())
            break;
    }
    for (const auto &desk : m_world.desks()) {
        if (!desk->isOnline()) {
            if (desk->isThere())
                fault(QStringLiteral("%1 stays away: %2").arg(desk->name, desk->place().trouble() ? desk->place().trouble()->message : QString()));
            continue;
        }
        if (desk->login == QLatin1String("marcus"))
            see(desk->exchange().refoldStale(100));
        see(desk->exchange().pull());
        noteOwn(*desk);
    }
}

void Player::compare()
{
    const Rows rows = rowsAbout(m_world.server(), m_people);
    m_faults += outboxesEmpty(m_world);
    m_faults += lostOrInvented(rows, m_model, m_people);
    m_faults += heldByRule(rows, m_world, m_wasRestored);
    m_faults += feedsDense(m_world.server());
    m_faults += originsDense(m_world.server());
    m_faults += noStampAhead(m_world.server());
    m_faults += nobodyStale(m_world.server());
    m_faults += carriedWhole(rows, m_world, m_people);
    m_faults += foldsAgree(rows, m_world, m_people);
    for (const auto &desk : m_world.desks())
        if (desk->isThere())
            for (const CustomerId customer : std::as_const(m_people))
                if (desk->own().customer(customer))
                    m_faults += allowedThoughRefused(*desk, customer, m_world.now());
}

// Whoever this schedule was about is handed out in no other, and the twin goes away, with everything sent.
void Player::sayGoodbye()
{
    for (const auto &desk : m_world.desks())
        if (desk->isOnline())
            see(desk->exchange().checkIn()); // mostly there is no trip
    SimDesk &steward = *m_world.desks().at(size_t(deskNames().indexOf(QStringLiteral("marcus"))));
    steward.clock.off = {};
    for (const CustomerId customer : std::as_const(m_people)) {
        see(steward.exchange().bring({customer.toString()}));
        see(steward.own().setDoNotContact(customer, {}, {}, QStringLiteral("over"), steward.login));
    }
    see(steward.exchange().sync());
    noteOwn(steward);
    SimDesk &twin = m_world.twin();
    if (twin.isThere()) {
        twin.kill();
        twin.removeFile();
        twin.login.clear();
    }
}

QStringList Player::lookAtEverything()
{
    using namespace test;
    QStringList faults;
    for (const auto &desk : m_world.desks()) {
        if (!desk->isThere())
            continue;
        see(desk->exchange().pull());
        faults += ownFaults(desk->own().db(), m_world.shared());
    }
    QSet<EventId> all = m_model.mustBeThere();
    if (const auto lost = all - thereOf(m_world.server(), all); !lost.isEmpty())
        faults << QStringLiteral("%1 entries of earlier schedules are lost").arg(lost.size());
    return m_faults + faults + serverFaults(m_world.shared());
}

bool Player::anybodyInTransaction() const
{
    return std::any_of(m_world.desks().cbegin(), m_world.desks().cend(), [](const auto &desk) { return desk->isInTransaction; });
}

} // namespace beback::exchange_sim
