#pragma once

#include "core/desk/workplace.h"

namespace beback {

struct MoveReport {
    qint64 events = 0;
    int customers = 0, people = 0;
};

// Moves everything an embedded store holds into an empty shared database: the site, its people (who become roles), plans,
// the whole history as it is, the derived rows, and what waits in quarantine. The embedded store is only read. Broken off
// anywhere, the same call goes on where it was. Both must be at work on no other thing. `to` is opened by an administrator.
// Errors: Conflict (the database holds another site already), and the stores'.
Result<MoveReport> moveInto(Workplace &from, Workplace &to, const QString &password,
                            const std::function<void(const MoveReport &)> &progress = {});

} // namespace beback
