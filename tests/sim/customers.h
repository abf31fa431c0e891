#pragma once

#include "habits.h"

namespace beback::sim {

// A message or call of theirs that is on its way.
struct Coming {
    Instant at;
    Medium medium = Medium::Text;
    bool stop = false; // it asks to hear no more
};

// What came of one touch.
struct Answer {
    Outcome outcome = Outcome::None;
    double minutes = 0;  // of the agent's time
    bool human = false;  // they spoke with us
    std::optional<Instant> callAt;      // they asked for a call then
    std::optional<Instant> appointment; // agreed for then
    std::optional<Coming> coming;       // what they will do later because of it
};

// When somebody can come or be called: the hours in which the store has people. Borrowed by Customers.
class OpenHours
{
public:
    virtual ~OpenHours() = default;
    virtual bool isOpen(Instant at) const = 0;
};

// The people of one run: they react to what is done, by their habits and their lots. Holds how each stands.
class Customers
{
public:
    Customers(const World &world, const QVector<Person> &people, const Lots &lots, const OpenHours &hours);

    const Person &person(int number) const { return m_people.at(number); }
    const Standing &standing(int number) const { return m_standing.at(size_t(number)); }
    const Habits &habits() const { return m_habits; }
    const QString &zoneOf(int number) const;

    Answer touched(int number, Medium medium, Instant at);
    // Their message arrives. False: they have no reason to any more, and do not write it.
    bool writes(int number, const Coming &coming);
    // The time of their appointment has come: do they? And do they buy, if so?
    struct Visit {
        bool came = false, bought = false;
    };
    Visit visits(int number, Instant at);

private:
    Answer called(int number, Instant at);
    Answer written(int number, Medium medium, Instant at, bool irritated);
    Answer answered(int number, Medium medium, Instant at);
    void talk(int number, Medium medium, Instant at, Answer &answer);
    std::optional<Instant> visitTime(int number, Instant at) const;
    std::optional<Instant> callTime(int number, Instant at) const;
    Instant awake(int number, Instant at) const;
    std::optional<Coming> replyTo(int number, Medium medium, Instant at) const;
    Coming stopAfter(int number, Instant at) const;
    qint64 hourOf(Instant at) const { return at.us / 3'600'000'000; }

    const World &m_world;
    const QVector<Person> &m_people;
    Lots m_lots;
    const OpenHours &m_hours;
    Habits m_habits;
    std::vector<Standing> m_standing;
};

} // namespace beback::sim
