#pragma once

#include "core/desk/desk_types.h"

namespace beback::ui {

// What there is of a trip, and of sending what was recorded, beside the line itself.
struct StripTrip {
    int along = 0, toGo = 0; // people who are along, and those of them who have something to be done before its end; 0: no trip
    Instant until;           // its end
    int sending = 0, of = 0; // the one that goes out now, of those that waited when the line came back; of 0: none
    Instant stuckSince;      // since when nothing goes out though the line is there; us 0: it does
    friend bool operator==(const StripTrip &, const StripTrip &) = default;
};

// What the bottom strip says about the line to the shared database, a sentence a fact. Pure.
struct LinkFacts {
    QString place;       // bold, first: "Connected", "Not connected since 11:41."
    QStringList more;    // after it
    QString chip;        // entries that take their time; empty: none
    QString certificate; // a warning that stays; empty: none
    QString link;        // what can be done about it; empty: nothing
    bool isStuck = false; // the chip is a warning
    QString trip = {};    // opens what is carried; empty: nothing is
    friend bool operator==(const LinkFacts &, const LinkFacts &) = default;
};
LinkFacts linkFacts(const LinkState &state, const QString &zone, Instant now, const StripTrip &trip = {});

} // namespace beback::ui
