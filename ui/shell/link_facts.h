#pragma once

#include "core/desk/desk_types.h"

namespace beback::ui {

// What the bottom strip says about the line to the shared database, a sentence a fact. Pure.
struct LinkFacts {
    QString place;       // bold, first: "Connected", "Not connected since 11:41."
    QStringList more;    // after it
    QString chip;        // entries that take their time; empty: none
    QString certificate; // a warning that stays; empty: none
    QString link;        // what can be done about it; empty: nothing
    friend bool operator==(const LinkFacts &, const LinkFacts &) = default;
};
LinkFacts linkFacts(const LinkState &state, const QString &zone, Instant now);

} // namespace beback::ui
