#pragma once

#include "core/history/lead_draft.h"
#include "model.h"

#include <QMap>

#include <optional>

namespace beback::exchange_sim {

// What some entries about one person amount to, worked out a second time and plainly: sets, counts and the latest of several,
// without the product's fold. Pure.
struct Truth {
    struct Refusal {
        QString point, medium; // empty: every one
        friend bool operator==(const Refusal &, const Refusal &) = default;
    };
    QMap<EventId, Refusal> refusals; // what was asked, less what was named by a clear that stands
    QMap<LeadId, int> attempts;      // of ours; what was taken back is none
    QMap<QString, QString> labels;   // of contact points that were edited: "email:…", as the latest edit says
    int known = 0;                   // entries of kinds this version knows

    bool refusesEverything() const;
    friend bool operator==(const Truth &, const Truth &) = default;
};
Truth truthOf(const QVector<Event> &counting);

// Does the guard have to hold this entry? None: it hangs on when what was received (see slips in oracle.cpp).
std::optional<bool> mustBeHeld(const ServerRow &row, const QHash<EventId, ServerRow> &all, bool isManager);

} // namespace beback::exchange_sim
