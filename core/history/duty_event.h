#pragma once

#include "core/history/event.h"

namespace beback {

// Something that happened to a customer, as far as duties of managers follow from it or end by it (core/report/duty.h). What other
// departments did is none, but for a wish they were told that holds for all of us.
struct DutyEvent {
    EventKind kind = EventKind::Attempt; // Attempt, LeadClosed, LeadReopened, Skipped or DoNotContactSet
    QString actor;
    CustomerId customer;
    LeadId lead;
    QString name; // of the customer; never empty where it is read
    std::optional<Medium> medium;
    Outcome outcome = Outcome::None;
    Instant at;
    Instant nextAt;      // of an attempt: a time that was promised; us 0: none
    Medium nextMedium = Medium::Call; // by what it was promised
    bool endsAll = false; // nobody has to contact that person any more: they bought, or asked for no contact at all

    bool isVisit() const { return kind == EventKind::Attempt && medium == Medium::Visit && outcome == Outcome::Kept; }
    bool isPromise() const { return kind == EventKind::Attempt && nextAt.us > 0; }
    friend bool operator==(const DutyEvent &, const DutyEvent &) = default;
};

// None: no duty follows from it or ends by it, whatever happened besides.
std::optional<DutyEvent> dutyEventOf(const Event &event);

} // namespace beback
