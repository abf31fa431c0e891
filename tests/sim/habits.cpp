#include "habits.h"

#include "core/time/zones.h"

#include <cmath>

namespace beback::sim {

using namespace std::chrono_literals;

namespace {

constexpr Duration Week = std::chrono::hours(7 * 24);
constexpr auto PromiseKept = 30min;     // a call so near to the promised time is the promised one
constexpr double AnotherMedium = 0.6;   // they texted and are mailed: so many of those who wait notice
constexpr double TalkedOut = 0.6;       // each talk without an appointment leaves so much of the chance of the next
constexpr double MostStops = 0.6;
constexpr double Gone = 0.3;            // of their messages are still answered by who has bought elsewhere, or lost interest
constexpr double GonePatience = 0.5;    // and so much of the patience is left

double halved(Duration passed, double halfLifeUs)
{
    return std::exp2(-std::max(0.0, double(passed.count())) / halfLifeUs);
}

double minutesUs(double minutes)
{
    return minutes * 60e6;
}

bool isWritten(Medium medium)
{
    return medium == Medium::Text || medium == Medium::Email;
}

bool isSpoken(Medium medium)
{
    return medium == Medium::Call || isWritten(medium);
}

} // namespace

Daypart Daypart::at(Instant at, const QString &zone)
{
    const zones::Local local = zones::local(at, zone);
    const int minute = local.time.msecsSinceStartOfDay() / 60000;
    const int part = minute < 11 * 60 + 30 ? 0 : minute < 14 * 60 ? 1 : minute < 17 * 60 + 30 ? 2 : 3;
    return {local.date.dayOfWeek() > 5, part};
}

double Habits::intent(const Person &person, const Standing &standing, Instant at) const
{
    if (standing.stopped || standing.bought || at >= person.elsewhere)
        return 0;
    return person.intent * standing.left * halved(at - person.arrives, double(person.halfLife.count()));
}

double Habits::habit(const Person &person, Medium medium, Daypart daypart) const
{
    if (medium == Medium::Note)
        return person.answersNote;
    return isSpoken(medium) ? person.answers[size_t(medium)][daypart.weekend ? 1 : 0][size_t(daypart.part)] : 0;
}

// 1: they sit there waiting for it; 0: it comes out of the blue.
double Habits::expectation(const Person &person, const Standing &standing, Medium medium, Instant at) const
{
    const Group &group = groupOf(person);
    double expects = halved(at - person.arrives, minutesUs(group.freshMinutes));
    if (standing.wrote)
        expects = std::max(expects, halved(at - standing.wrote->at, minutesUs(group.waitsMinutes)));
    if (standing.promised && medium == Medium::Call && at >= *standing.promised - PromiseKept && at <= *standing.promised + PromiseKept)
        expects = 1;
    return expects;
}

double Habits::answers(const Person &person, const Standing &standing, Medium medium, Instant at, Daypart daypart) const
{
    double chance = habit(person, medium, daypart);
    if (isSpoken(medium)) {
        const double expected = groupOf(person).expected[size_t(medium)];
        chance += std::max(0.0, expected - chance) * expectation(person, standing, medium, at);
    }
    chance *= mood(person, standing, at);
    if (medium == Medium::Call)
        return chance; // whoever picks up does not know yet what it is about
    const double interest = person.intent > 0 ? intent(person, standing, at) / person.intent : 0;
    return chance * (Gone + (1 - Gone) * interest);
}

double Habits::stillThere(const Person &person, const Standing &standing, Medium medium, Instant at) const
{
    if (!standing.wrote)
        return 0;
    const double waits = halved(at - standing.wrote->at, minutesUs(groupOf(person).waitsMinutes));
    return standing.wrote->medium == medium ? waits : waits * AnotherMedium;
}

double Habits::appointment(const Person &person, const Standing &standing, Medium medium, Instant at) const
{
    if (!isSpoken(medium) || standing.appointment)
        return 0;
    return groupOf(person).appointment[size_t(medium)] * intent(person, standing, at) * mood(person, standing, at)
        * std::pow(TalkedOut, standing.talks);
}

bool Habits::awaits(const Standing &standing, Medium medium, Instant at) const
{
    const bool promised = standing.promised && medium == Medium::Call && at >= *standing.promised - PromiseKept;
    return standing.wrote || promised || standing.appointment;
}

double Habits::weight(const Standing &standing, Medium medium, Instant at, const QString &zone) const
{
    if (!(isSpoken(medium) || medium == Medium::Note) || awaits(standing, medium, at))
        return 0;
    double weight = m_world.irritation.weight[size_t(medium)];
    if (medium != Medium::Call)
        return weight;
    const zones::Local now = zones::local(at, zone);
    bool sameHour = false, sameDay = false;
    for (const Instant call : standing.calls) {
        const zones::Local then = zones::local(call, zone);
        sameHour = sameHour || (at - call < Week && std::abs(then.time.secsTo(now.time)) < 3600);
        sameDay = sameDay || then.date == now.date;
    }
    return weight + (sameHour ? m_world.irritation.sameHour : 0) + (sameDay ? m_world.irritation.sameDay : 0);
}

double Habits::irritation(const Standing &standing, Instant at) const
{
    return standing.irritation * std::exp(-double((at - standing.irritatedAt).count()) / double(Week.count()));
}

double Habits::patience(const Person &person, Instant at) const
{
    return at >= person.elsewhere ? person.patience * GonePatience : person.patience;
}

double Habits::mood(const Person &person, const Standing &standing, Instant at) const
{
    const double sours = m_world.irritation.sours;
    return std::clamp((sours - irritation(standing, at) / patience(person, at)) / (sours - 1), 0.0, 1.0);
}

double Habits::stops(const Person &person, double irritation, Instant at) const
{
    return std::clamp(m_world.irritation.stops * (irritation / patience(person, at) - 1), 0.0, MostStops);
}

} // namespace beback::sim
