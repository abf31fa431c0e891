#include "customers.h"

#include "core/time/zones.h"

namespace beback::sim {

using namespace std::chrono_literals;

namespace {

using About = Lots::About;

constexpr double MissedLeft = 0.6;   // of the intent of who missed their visit
constexpr double CameLeft = 0.5;     // of who came and did not buy
constexpr double SaidNoLeft = 0.2;
constexpr auto RemindedWithin = 36h;

Duration minutes(double count)
{
    return Duration(qint64(count * 60e6));
}

size_t rowOf(Medium medium)
{
    return size_t(medium);
}

} // namespace

Customers::Customers(const World &world, const QVector<Person> &people, const Lots &lots, const OpenHours &hours)
    : m_world(world), m_people(people), m_lots(lots), m_hours(hours), m_habits(world), m_standing(size_t(people.size()))
{
}

const QString &Customers::zoneOf(int number) const
{
    return m_world.places.at(person(number).place).zone;
}

Answer Customers::touched(int number, Medium medium, Instant at)
{
    Standing &standing = m_standing.at(size_t(number));
    const Person &who = person(number);
    const double weight = m_habits.weight(standing, medium, at, zoneOf(number));
    standing.irritation = m_habits.irritation(standing, at) + weight;
    standing.irritatedAt = at;
    const bool irritated = weight > 0
        && m_lots.falls(number, About::Stops, hourOf(at) * 8 + qint64(medium), m_habits.stops(who, standing.irritation, at));
    Answer answer;
    if (medium == Medium::Call) {
        answer = called(number, at);
        const bool picked = answer.human;
        if (irritated && picked)
            answer = {Outcome::AskedToStop, m_world.minutes.shortCall, true, {}, {}, {}};
        else if (irritated && !who.wrongNumber)
            answer.coming = stopAfter(number, at);
        standing.calls.removeIf([at](Instant call) { return at - call > 24h * 7; });
        standing.calls << at;
        if (standing.promised && at >= *standing.promised - 30min)
            standing.promised.reset();
    } else {
        answer = written(number, medium, at, irritated);
    }
    if (answer.outcome == Outcome::AskedToStop)
        standing.stopped = true;
    if (answer.callAt)
        standing.promised = answer.callAt;
    if (answer.appointment)
        standing.appointment = answer.appointment;
    standing.lastTouch = at;
    return answer;
}

// Whoever wants to be left alone writes so within minutes; without a mobile phone or an address that works, they call.
Coming Customers::stopAfter(int number, Instant at) const
{
    const Person &who = person(number);
    const Medium medium = who.hasPhone() && !who.landline ? Medium::Text : Medium::Call;
    return {at + 2min + minutes(exponential(m_lots.unit(number, About::ReplyTime, hourOf(at)), 5)), medium, true};
}

Answer Customers::called(int number, Instant at)
{
    Standing &standing = m_standing.at(size_t(number));
    const Person &who = person(number);
    const Group &group = m_habits.groupOf(who);
    const Daypart daypart = Daypart::at(at, zoneOf(number));
    const bool expected = m_habits.awaits(standing, Medium::Call, at);
    const bool picks = m_lots.falls(number, About::Answer, hourOf(at), m_habits.answers(who, standing, Medium::Call, at, daypart));
    Answer answer;
    if (picks && who.wrongNumber)
        return {Outcome::WrongNumber, m_world.minutes.shortCall, false, {}, {}, {}};
    if (!picks) {
        answer.outcome = m_lots.falls(number, About::Voicemail, hourOf(at), 0.6) ? Outcome::Voicemail : Outcome::NoAnswer;
        answer.minutes = m_world.minutes.call;
        if (!who.wrongNumber && !standing.stopped && at < who.elsewhere
            && m_lots.falls(number, About::CallsBack, hourOf(at), group.callsBack))
            answer.coming = Coming{awake(number, at + minutes(exponential(m_lots.unit(number, About::ReplyTime, hourOf(at)),
                                                                           group.replyMinutes[rowOf(Medium::Call)]))),
                                   Medium::Call, false};
        return answer;
    }
    answer.human = true;
    if (!expected && !standing.appointment && at < who.elsewhere && m_lots.falls(number, About::Busy, hourOf(at), group.busy)) {
        answer.callAt = callTime(number, at);
        answer.outcome = answer.callAt ? Outcome::CallBack : Outcome::Reached;
        answer.minutes = m_world.minutes.shortCall;
        return answer;
    }
    standing.wrote.reset();
    talk(number, Medium::Call, at, answer);
    return answer;
}

// They speak, or write to and fro: what comes of it.
void Customers::talk(int number, Medium medium, Instant at, Answer &answer)
{
    Standing &standing = m_standing.at(size_t(number));
    const Person &who = person(number);
    const bool spoken = medium == Medium::Call;
    answer.human = true;
    answer.minutes = spoken ? m_world.minutes.talk : medium == Medium::Text ? m_world.minutes.answerText : m_world.minutes.answerEmail;
    answer.outcome = spoken ? Outcome::Reached : Outcome::Sent;
    if (standing.appointment || standing.bought) { // a word about the day and time that stand, or thanks for the car
        if (spoken)
            answer.minutes = m_world.minutes.shortCall;
        return;
    }
    if (at >= who.elsewhere) {
        answer.outcome = Outcome::BoughtElsewhere;
        if (spoken)
            answer.minutes = m_world.minutes.shortCall;
        return;
    }
    if (m_lots.falls(number, About::Appointment, standing.talks, m_habits.appointment(who, standing, medium, at)))
        answer.appointment = visitTime(number, at);
    if (answer.appointment)
        return;
    const double no = m_habits.groupOf(who).saysNo * (1 - m_habits.intent(who, standing, at));
    if (m_lots.falls(number, About::SaysNo, standing.talks, no)) {
        answer.outcome = Outcome::NotInterested;
        standing.left *= SaidNoLeft;
    }
    ++standing.talks;
}

Answer Customers::written(int number, Medium medium, Instant at, bool irritated)
{
    const Person &who = person(number);
    const bool text = medium == Medium::Text, email = medium == Medium::Email;
    Answer answer;
    answer.outcome = Outcome::Sent;
    answer.minutes = text ? m_world.minutes.text : email ? m_world.minutes.email : m_world.minutes.note;
    if (medium == Medium::Visit) { // the store's own book says whether they came
        answer.outcome = Outcome::Missed;
        answer.minutes = m_world.minutes.visit;
        return answer;
    }
    if ((text && who.landline) || (email && who.badEmail)) {
        answer.outcome = Outcome::Bounced;
        return answer;
    }
    if ((text && who.wrongNumber) || standing(number).stopped)
        return answer;
    if ((text || email) && standing(number).wrote)
        return answered(number, medium, at);
    answer.coming = irritated ? std::optional(stopAfter(number, at)) : replyTo(number, medium, at);
    return answer;
}

// Our answer to what they wrote.
Answer Customers::answered(int number, Medium medium, Instant at)
{
    Standing &standing = m_standing.at(size_t(number));
    const Person &who = person(number);
    const bool text = medium == Medium::Text;
    Answer answer;
    answer.outcome = Outcome::Sent;
    answer.minutes = text ? m_world.minutes.text : m_world.minutes.email;
    const qint64 message = standing.wrote->at.us / 1'000'000;
    const bool there = m_lots.falls(number, About::StillThere, message, m_habits.stillThere(who, standing, medium, at));
    standing.wrote.reset();
    if (!there)
        return answer;
    talk(number, medium, at, answer);
    if (answer.outcome == Outcome::Sent && !answer.appointment
        && m_lots.falls(number, About::GoesOn, standing.talks, m_habits.groupOf(who).talksOn)) {
        const double wait = m_habits.groupOf(who).replyMinutes[rowOf(medium)] / 2;
        answer.coming = Coming{awake(number, at + minutes(exponential(m_lots.unit(number, About::ReplyTime, hourOf(at)), wait))),
                               medium, false};
    }
    return answer;
}

std::optional<Coming> Customers::replyTo(int number, Medium medium, Instant at) const
{
    const Person &who = person(number);
    const double chance = m_habits.answers(who, standing(number), medium, at, Daypart::at(at, zoneOf(number)));
    const qint64 n = hourOf(at) * 8 + qint64(medium);
    if (!m_lots.falls(number, About::Answer, n, chance))
        return std::nullopt;
    const double mean = m_habits.groupOf(who).replyMinutes[rowOf(medium)];
    const Medium by = medium == Medium::Note ? Medium::Call : medium;
    if (by == Medium::Call && (!who.hasPhone() || who.wrongNumber))
        return std::nullopt;
    return Coming{awake(number, at + minutes(exponential(m_lots.unit(number, About::ReplyTime, n), mean))), by, false};
}

bool Customers::writes(int number, const Coming &coming)
{
    Standing &standing = m_standing.at(size_t(number));
    if (standing.stopped || standing.bought || (standing.appointment && !coming.stop))
        return false;
    if (coming.stop)
        standing.stopped = true;
    else
        standing.wrote = Standing::Message{coming.at, coming.medium};
    return true;
}

Customers::Visit Customers::visits(int number, Instant at)
{
    Standing &standing = m_standing.at(size_t(number));
    const Person &who = person(number);
    const Group &group = m_habits.groupOf(who);
    const qint64 n = at.us / 60'000'000;
    const bool reminded = at - standing.lastTouch < RemindedWithin;
    Visit visit;
    visit.came = at < who.elsewhere && m_lots.falls(number, About::Shows, n, group.shows * (reminded ? group.reminded : 1));
    visit.bought = visit.came && m_lots.falls(number, About::Buys, n, group.buys);
    standing.appointment.reset();
    standing.bought = visit.bought;
    standing.left *= visit.came ? CameLeft : MissedLeft;
    return visit;
}

// Within four days, at an hour between ten and six at which the store has people.
std::optional<Instant> Customers::visitTime(int number, Instant at) const
{
    const QDate today = zones::local(at, m_world.zone).date;
    const double lot = m_lots.unit(number, About::VisitAt, m_standing.at(size_t(number)).talks);
    const int first = 1 + int(lot * 3), hour = 10 + int(lot * 797) % 8;
    for (int day = first; day < first + 7; ++day)
        if (const auto time = zones::instantOf(today.addDays(day), QTime(hour, 0), m_world.zone); time && m_hours.isOpen(*time))
            return time;
    return std::nullopt;
}

// "Call me after six": the hour of today or tomorrow, not before an hour from now, at which they answer best, among those at
// which the store has people.
std::optional<Instant> Customers::callTime(int number, Instant at) const
{
    std::optional<Instant> best;
    double most = -1;
    const Instant first{(at.us / 3'600'000'000 + 2) * 3'600'000'000};
    for (Instant time = first; time < at + 40h; time = time + 1h) {
        if (!m_hours.isOpen(time) || !isOpen(DailyWindow{QTime(9, 0), QTime(20, 0)}, {zoneOf(number)}, time))
            continue;
        const double chance = m_habits.habit(person(number), Medium::Call, Daypart::at(time, zoneOf(number)));
        if (chance > most + 0.02) { // the sooner of two that are alike
            most = chance;
            best = time;
        }
    }
    return best;
}

Instant Customers::awake(int number, Instant at) const
{
    return nextOpen(DailyWindow{QTime(7, 0), QTime(22, 30)}, {zoneOf(number)}, at).value_or(at);
}

} // namespace beback::sim
