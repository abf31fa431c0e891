#pragma once

#include "lots.h"
#include "world.h"

#include "core/history/lead_draft.h"

namespace beback::sim {

// Somebody who asks about a car: what the lead says, where they truly are, and the habits nobody sees.
struct Person {
    int number = 0; // place in the list, by arrival
    Instant arrives;
    LeadDraft lead;
    int place = 0; // index into World::places: where they truly are

    int group = 0;
    std::array<DayTable, 3> answers{}; // call text email
    double answersNote = 0;
    double patience = 0; // weighted touches a week
    double intent = 0;   // when they asked
    Duration halfLife{};
    Instant elsewhere;   // they buy at another store then
    bool wrongNumber = false, badEmail = false, landline = false;

    bool hasPhone() const;
    bool hasEmail() const;
    bool hasStreet() const { return !lead.address.street.isEmpty(); }
};

// Everybody who will ask, in the order they do. The same world and seed: the same people.
QVector<Person> peopleOf(const World &world, const Lots &lots);

} // namespace beback::sim
