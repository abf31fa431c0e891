#include "oracle.h"

#include <algorithm>

namespace beback::sim {

using namespace std::chrono_literals;

namespace {

constexpr auto SameMediumAfter = 20h;
constexpr double KeepsBelow = 0.9;      // of the patience
constexpr double LeastIntent = 0.01;
constexpr double MinutesATouch = 2.5;   // for the guess how many touches a day has room for
constexpr int HoursAhead = 20;
constexpr std::array Media = {Medium::Call, Medium::Text, Medium::Email};

} // namespace

Oracle::Oracle(const Stage &stage) : m_stage(stage), m_around(stage.world.places.size()) {}

void Oracle::arrived(int, Instant)
{
    m_known << Known();
}

void Oracle::touched(int person, Medium medium, const Answer &answer, Instant at)
{
    if (size_t(medium) >= Media.size())
        return;
    m_known[person].last[size_t(medium)] = at;
    if (answer.outcome == Outcome::Bounced || answer.outcome == Outcome::WrongNumber)
        m_known[person].useless[size_t(medium)] = true;
}

// Once an hour: which parts of the day are still to come where, and how much room the coming hours have.
void Oracle::lookAround(Instant at)
{
    const qint64 hour = at.us / 3'600'000'000;
    for (qsizetype place = 0; place < m_around.size(); ++place)
        m_around[place].now = Daypart::at(at, m_stage.world.places.at(place).zone);
    if (hour == m_aroundHour)
        return;
    m_aroundHour = hour;
    for (qsizetype place = 0; place < m_around.size(); ++place) {
        m_around[place].comes = {};
        for (int ahead = 1; ahead <= HoursAhead; ++ahead) {
            const Instant then = at + std::chrono::hours(ahead);
            const Daypart part = Daypart::at(then, m_stage.world.places.at(place).zone);
            if (m_stage.office.isOpen(then) && m_stage.judge.isOpenAt(int(place), then))
                m_around[place].comes[part.weekend ? 1 : 0][size_t(part.part)] = true;
        }
    }
    double minutes = 0;
    for (const Office::Shift &shift : m_stage.office.shifts())
        if (shift.until > at && shift.from < at + std::chrono::hours(HoursAhead))
            minutes += double((std::min(shift.until, at + std::chrono::hours(HoursAhead)) - std::max(shift.from, at)).count()) / 60e6;
    int wanted = 0;
    for (int person = 0; person < m_known.size(); ++person)
        if (m_stage.customers.habits().intent(m_stage.customers.person(person), m_stage.customers.standing(person), at) > LeastIntent)
            ++wanted;
    m_spare = std::clamp(minutes / (MinutesATouch * std::max(1, wanted)), 0.0, 1.0);
}

bool Oracle::usable(int person, Medium medium) const
{
    const Person &who = m_stage.customers.person(person);
    if (m_known.at(person).useless[size_t(medium)])
        return false;
    switch (medium) {
    case Medium::Call: return who.hasPhone() && !who.wrongNumber;
    case Medium::Text: return who.hasPhone() && !who.wrongNumber && !who.landline;
    default: return who.hasEmail() && !who.badEmail;
    }
}

bool Oracle::tooSoon(int person, Medium medium, Instant at) const
{
    const Standing &standing = m_stage.customers.standing(person);
    if (standing.promised)
        return medium != Medium::Call || at < *standing.promised;
    const Instant last = m_known.at(person).last[size_t(medium)];
    return !standing.wrote && last.us > 0 && at - last < SameMediumAfter;
}

double Oracle::bestLater(int person, Medium medium, const Around &around) const
{
    double best = 0;
    for (size_t day = 0; day < 2; ++day)
        for (size_t part = 0; part < PartsOfDay; ++part)
            if (around.comes[day][part])
                best = std::max(best, m_stage.customers.person(person).answers[size_t(medium)][day][part]);
    return best;
}

Oracle::Worth Oracle::worthOfCall(int person, Instant at, const Around &around) const
{
    const Person &who = m_stage.customers.person(person);
    const Standing &standing = m_stage.customers.standing(person);
    const Habits &habits = m_stage.customers.habits();
    const Group &group = habits.groupOf(who);
    const WorkMinutes &cost = m_stage.world.minutes;
    const double picks = habits.answers(who, standing, Medium::Call, at, around.now);
    const double busy = habits.awaits(standing, Medium::Call, at) ? 0 : group.busy;
    const double talk = (1 - busy + busy * group.expected[0]) * habits.appointment(who, standing, Medium::Call, at);
    const double answered = (1 - busy) * cost.talk + busy * (cost.shortCall + cost.talk * group.expected[0]);
    Worth worth{picks * talk, picks * answered + (1 - picks) * cost.call, 0};
    if (!standing.wrote && !standing.promised)
        worth.later = bestLater(person, Medium::Call, around) * talk;
    return worth;
}

Oracle::Worth Oracle::worth(int person, Medium medium, Instant at, const Around &around) const
{
    if (medium == Medium::Call)
        return worthOfCall(person, at, around);
    const Person &who = m_stage.customers.person(person);
    const Standing &standing = m_stage.customers.standing(person);
    const Habits &habits = m_stage.customers.habits();
    const bool text = medium == Medium::Text;
    const double sent = text ? m_stage.world.minutes.text : m_stage.world.minutes.email;
    const double talk = text ? m_stage.world.minutes.answerText : m_stage.world.minutes.answerEmail;
    const double wins = habits.appointment(who, standing, medium, at) * (1 + habits.groupOf(who).talksOn / 2);
    if (standing.wrote) {
        const double there = habits.stillThere(who, standing, medium, at);
        return {there * wins, there * talk + (1 - there) * sent, 0};
    }
    const double replies = habits.answers(who, standing, medium, at, around.now);
    const double plain = habits.habit(who, medium, around.now);
    const double later = plain > 0 ? replies * bestLater(person, medium, around) / plain : 0;
    return {replies * wins, sent + replies * talk, std::min(later, replies) == replies ? later * wins : 0};
}

double Oracle::patienceAsked(int person, Medium medium, Instant at) const
{
    const Standing &standing = m_stage.customers.standing(person);
    const Habits &habits = m_stage.customers.habits();
    const double weight = habits.weight(standing, medium, at, m_stage.customers.zoneOf(person));
    return weight == 0 ? 0 : (habits.irritation(standing, at) + weight) / m_stage.customers.person(person).patience;
}

Result<std::optional<Deed>> Oracle::next(const QString &, Instant at)
{
    lookAround(at);
    std::optional<Deed> best;
    double most = 0;
    const Customers &customers = m_stage.customers;
    for (int person = 0; person < m_known.size(); ++person) {
        const Standing &standing = customers.standing(person);
        if (standing.appointment || customers.habits().intent(customers.person(person), standing, at) < LeastIntent)
            continue;
        const Around &around = m_around.at(customers.person(person).place);
        for (const Medium medium : Media) {
            if (!usable(person, medium) || tooSoon(person, medium, at))
                continue;
            const Worth worth = this->worth(person, medium, at, around);
            const double gain = (worth.appointments - m_spare * worth.later) / worth.minutes;
            if (gain <= most || patienceAsked(person, medium, at) > KeepsBelow || m_stage.judge.wouldBe(person, medium, at))
                continue;
            most = gain;
            best = Deed{person, medium, {}, 0};
        }
    }
    return best;
}

} // namespace beback::sim
