#pragma once

#include "core/history/lead_draft.h"
#include "core/store/connection.h"

#include <QHash>

namespace beback {

// Who is known already. A person is found by any phone number, any mail address, or name and postcode.
//
// Two people may share a number (a couple, a family, an office). They are joined all the same, on purpose: a wish not to
// be contacted, the limits of calls a day and the record of what was said belong to the number as much as to the person,
// and a second customer with the same number would slip past all three. The lead keeps the name it came with, and says
// in its warnings whose record it joined, so that an agent asks for the right person. Where several known people match,
// the one whose name agrees comes first, then the one more of whose points agree, then the one known longest. A name and
// a postcode count only for a name with first and last part, and are weaker than any point.
struct PersonMatch {
    CustomerId customer;
    QString name;       // as known
    int points = 0;     // numbers and addresses that agree
    bool sameName = false; // name and postcode agree
    bool nameDiffers = false; // both names are full, and have no word in common
};

struct PersonFound {
    QHash<QString, CustomerId> keys;  // those of the lead's keys that came in before, and for whom
    QVector<PersonMatch> people;      // best first
    const PersonMatch *best() const { return people.isEmpty() ? nullptr : &people.constFirst(); }
    const PersonMatch *match(CustomerId customer) const;
};

// Thread: the connection's.
Result<PersonFound> findPerson(Connection &db, RooftopId rooftop, const LeadDraft &lead);

// Do these names clearly belong to two people? (Both full, no word in common but blanks, case, accents.) Pure.
bool namesDiffer(const QString &a, const QString &b);

} // namespace beback
