#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/store/connection.h"

#include <QVector>

namespace beback {

// A desk of a shared database: one person at one computer. Values.
struct DeskOfSite {
    OriginId origin;
    QString login, name; // whose it is
    QString station;     // the computer's name
    qint64 events = 0;   // recorded there and known here
    Instant seenAt;      // when it last connected or sent something
    bool isTakenOut = false;
    Instant takenOutAt;  // these three: where it was
    QString takenOutBy, why;
    qint64 held = 0;     // entries it handed over that nobody has looked at yet
};

// What taking out desks meant for one person.
struct TakenFrom {
    QString login, name;
    int desks = 0;  // that were taken out
    int leases = 0; // that ended: those held there, or at nobody knows which desk
};

// `shared`: the connection of somebody who works there, or of its administrator; `rooftop`: which the administrator means, else it is
// the person's own. Thread: the connection's.

// By the person's name, the last seen first. An agent is told of their own, and no others.
Result<QVector<DeskOfSite>> readDesks(Connection &shared, RooftopId rooftop);

// Takes out every desk with this name of a computer, or the one whose origin begins so, for managers and administrators. What it still sends is held until
// a manager looked at it; what its people have in hand there is given back; their sessions end. One for each person. The database knows
// people, not devices: without a new password, whoever has the old one makes a new desk.
// Errors: Invalid, without a reason, or where several begin so; Denied; NotFound, naming the desks there are.
Result<QVector<TakenFrom>> takeOutDesk(Connection &shared, RooftopId rooftop, const QString &station, const QString &reason);

} // namespace beback
