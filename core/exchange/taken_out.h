#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"

#include <optional>

namespace beback {

// A desk that was taken out of its shared database: its computer was lost, or is another person's now. Who it belonged to may make a
// new one, with a password that works; this one comes back under no number.
struct DeskTakenOut {
    QString by;       // the name of who took it out
    Instant at;       // by the shared database's clock
    QString why, site;
    static constexpr int NotKnown = -1;
    int sent = 0;     // entries that still waited, and are looked at by a manager now; NotKnown: nobody can read any more what waited
};

// Kept in the desk's own file. Thread: the connection's.
namespace taken_out {

Result<std::optional<DeskTakenOut>> read(Connection &own); // none: it was not

// Removes everything in which a customer may be told, and the desk's number with it, in one transaction; what is removed is
// overwritten, as far as the file system and the disk do what they are told. True: it is done. False: something waits to be sent;
// nothing was removed.
Result<bool> forget(Connection &own, const DeskTakenOut &how);
// What a file tells that is new, because nobody can read the one before.
Result<void> note(Connection &own, const DeskTakenOut &how);
// Writes the file anew and cuts the log beside it: in both, pieces of what was removed may stand. Again later, where somebody else uses
// the file just then.
Result<void> eraseRemains(Connection &own);

Result<void> joinAnew(Connection &own); // from here on it may connect, as a new desk

// What its person is told. `zone`: the site's.
QString sentence(const DeskTakenOut &how, const QString &zone);

} // namespace taken_out
} // namespace beback
