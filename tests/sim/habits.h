#pragma once

#include "person.h"

#include <optional>

namespace beback::sim {

// How somebody stands with the store at a moment: what happened between them so far, as they themselves know it.
struct Standing {
    double irritation = 0; // weighted touches, fading; as of `irritatedAt`
    Instant irritatedAt;
    QVector<Instant> calls; // of the last week
    int talks = 0;          // that made no appointment
    double left = 1;        // factor on the intent: they said no, or missed a visit
    std::optional<Instant> promised;    // a call they asked for
    struct Message {
        Instant at;
        Medium medium = Medium::Text;
    };
    std::optional<Message> wrote;       // to the store, or called; waits for an answer
    std::optional<Instant> appointment; // that lies ahead
    bool stopped = false, bought = false; // asked to hear no more; bought here
    Instant lastTouch;
};

// The person's clock, read once for all that is asked about one moment.
struct Daypart {
    bool weekend = false;
    int part = 0; // of World's PartsOfDay
    static Daypart at(Instant at, const QString &zone);
};

// What people do, as chances: pure, so that customers and the oracle mean the same.
class Habits
{
public:
    explicit Habits(const World &world) : m_world(world) {}

    // How much of a buyer they still are, of one. 0 when they have bought, or asked to hear no more.
    double intent(const Person &person, const Standing &standing, Instant at) const;
    // The chance that one touch is answered: a call picked up, a message replied to (at some later time).
    double answers(const Person &person, const Standing &standing, Medium medium, Instant at, Daypart daypart) const;
    // The same without whatever makes a touch expected: the plain habit at that time of the day.
    double habit(const Person &person, Medium medium, Daypart daypart) const;
    // Where they wrote, and the answer comes in writing: are they still there?
    double stillThere(const Person &person, const Standing &standing, Medium medium, Instant at) const;
    // The chance that one talk by this medium makes an appointment.
    double appointment(const Person &person, const Standing &standing, Medium medium, Instant at) const;
    // Do they await this touch: did they write, was it promised for now, or is there an appointment to talk about?
    bool awaits(const Standing &standing, Medium medium, Instant at) const;
    // What a touch adds to their irritation. Nothing when they await it.
    double weight(const Standing &standing, Medium medium, Instant at, const QString &zone) const;
    double irritation(const Standing &standing, Instant at) const;
    // How ready they are to have to do with us at all: 1, and less when they are irritated beyond their patience.
    double mood(const Person &person, const Standing &standing, Instant at) const;
    // The chance to ask to stop at a touch after which they are that irritated.
    double stops(const Person &person, double irritation, Instant at) const;

    const World &world() const { return m_world; }
    const Group &groupOf(const Person &person) const { return m_world.groups.at(person.group); }

private:
    double patience(const Person &person, Instant at) const;
    double expectation(const Person &person, const Standing &standing, Medium medium, Instant at) const;

    const World &m_world;
};

} // namespace beback::sim
