#pragma once

#include "core/history/customer_state.h"
#include "core/plan/next_step.h"

namespace beback {

// Every row the store keeps about one customer besides the events themselves: a pure function of their state and the
// plans. Written in the transaction of the event; `beback check` makes them again and must find no difference.
// Instants of 0 mean "none".
struct CustomerRow {
    QString name, matchKey, city, region, zones;
    bool refused = false;
    QString dutyTrail; // toText(dutyTrail())
    Instant dutyAt;    // lastDutyAt()
    friend bool operator==(const CustomerRow &, const CustomerRow &) = default;
};

struct PointRow {
    QString kind, value, label;
    friend bool operator==(const PointRow &, const PointRow &) = default;
};

struct LeadRow {
    LeadId id;
    QString status, source, owner, vehicle, stock, vin;
    Instant arrivedAt;
    QString planId;
    int planVersion = 0, stepsDone = 0, attempts = 0, reached = 0;
    QString marks;
    Instant lastAttemptAt, lastReplyAt;
    QString waitingReply;
    Instant promiseAt;
    QString promiseBy;
    Instant appointmentAt;
    QString story;   // toText(LeadStory)
    Instant storyAt; // LeadStory::lastAt()
    friend bool operator==(const LeadRow &, const LeadRow &) = default;
};

struct QueueRow {
    LeadId lead;
    QString owner;
    int band = 0;
    QString gate;
    Instant dueAt;
    QString medium;
    int step = 0, steps = 0;
    friend bool operator==(const QueueRow &, const QueueRow &) = default;
};

struct DerivedRows {
    CustomerRow customer;
    QVector<PointRow> points;  // by kind and value
    QVector<LeadRow> leads;    // by id
    std::optional<QueueRow> queue;
    QStringList keys;          // sorted
    QString search;
    friend bool operator==(const DerivedRows &, const DerivedRows &) = default;
};

DerivedRows deriveRows(const CustomerState &state, const std::optional<NextForCustomer> &next, const RuleBook &rules);

// What must be open for a medium to be used: the places they may be in, as placesOf has them, parted by blanks; empty when
// any hour will do.
QString gateOf(Medium medium, const CustomerState &customer, const RuleBook &rules);

} // namespace beback
