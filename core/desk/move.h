#pragma once

#include "core/desk/workplace.h"

namespace beback {

struct MoveReport {
    qint64 events = 0;
    int customers = 0, people = 0, setAside = 0;
};

// Moves everything an embedded store holds into a shared database without a history: the site, where there is none yet, its
// people (who become roles), plans, rules, words, campaigns and views, the whole history as it is, the derived rows, and what was
// set aside. The embedded store is only read, and is marked once all of it is there. Broken off anywhere, the same call goes on
// where it was. Both must be at work on no other thing. `to` is opened by an administrator.
// Errors: Conflict (the database has a history already), and the stores'.
Result<MoveReport> moveInto(Workplace &from, Workplace &to, const QString &password,
                            const std::function<void(const MoveReport &)> &progress = {});

// Two places where one shop's leads are worked would come apart. Errors: Conflict, of an embedded store whose leads were moved; its
// detail is where they are, without a login.
Result<void> needNotMoved(Workplace &place);

} // namespace beback
