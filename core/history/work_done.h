#pragma once

#include "core/history/event.h"
#include "core/store/connection.h"

namespace beback {

// One thing somebody who works here did, as far as it counts: what was taken back is not among them.
struct WorkDone {
    enum class Kind { Attempt, Appointment };
    EventId event;
    Kind kind = Kind::Attempt;
    QString actor;
    CustomerId customer;
    LeadId lead;
    Medium medium = Medium::Call;
    bool answered = false;       // an attempt: a human answered, at once or by a reply later
    Instant at;                  // when it happened
    std::optional<Instant> hour; // of an attempt: when the Hour of Power it was made in began
    friend bool operator==(const WorkDone &, const WorkDone &) = default;
};

// A row of history/work_done: what stands is worked out from all of them.
struct WorkRow {
    WorkDone done;
    EventKind kind = EventKind::Unknown; // Attempt, AppointmentSet, Reply or Corrected
    bool isOthers = false;               // an attempt of another department, only written down here
    EventId undoes;                      // of a correction
};
// Rows in canonical order; the order stays. A correction that stands takes back what it names (core/history/fold.cpp has the
// same rule), what other departments did is no work of ours, and a reply fills the newest attempt on its lead by its medium
// that came before. Pure.
QVector<WorkDone> standing(const QVector<WorkRow> &rows);

// What was recorded in [since, until), by everybody or by one person; then what others wrote about it
// (a reply) is not looked at. Reads along an index. Thread: the connection's.
Result<QVector<WorkDone>> workDone(Connection &db, RooftopId rooftop, Instant since, Instant until, const QString &actor = {});

} // namespace beback
