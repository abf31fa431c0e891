#pragma once

#include "core/history/customer_state.h"
#include "core/history/lead_draft.h"
#include "core/plan/next_step.h"
#include "core/store/connection.h"

#include <functional>

namespace beback {

// Who writes, where. Constant while a store is open.
struct Station {
    RooftopId rooftop{1};
    QString name; // of the machine
};

struct Recorded {
    CustomerId customer;
    QVector<EventId> events;
    CustomerState state;
    std::optional<NextForCustomer> next; // what the customer's row in the queue now says
};

// The one way anything about a customer is written: events and every derived row, in one transaction.
class Recorder
{
public:
    Recorder(Connection &db, const Clock &clock, Random &random, Station station, const PlanBook &plans);

    // All drafts of one call are about one customer. Errors: Invalid (a draft without customer or kind), and the store's.
    Result<Recorded> record(const QVector<EventDraft> &drafts);
    Result<Recorded> record(const EventDraft &draft) { return record(QVector<EventDraft>{draft}); }
    // The same, where what is to be written depends on what is known: `decide` is given the state before, inside the
    // transaction, so the history is read once. It may be called again when the store was busy.
    using Decide = std::function<Result<QVector<EventDraft>>(const CustomerState &)>;
    // Errors besides: those of `decide`; NotFound, for a customer without a history.
    Result<Recorded> record(CustomerId customer, const Decide &decide);

    // A person nobody knows yet: makes the customer and the lead.
    Result<Recorded> recordNewCustomer(const LeadDraft &lead, const QString &actor);
    // A new interest of a person known already.
    Result<Recorded> recordNewLead(CustomerId customer, const LeadDraft &lead, const QString &actor);

    // Takes back an event by a correcting one. Errors: NotFound; Stale (already taken back).
    Result<Recorded> undo(EventId event, const QString &actor, const QString &reason);

    // Called first in every transaction, before anything is worked out: where another process changed what is planned by
    // (the plans given to the constructor), it is read again there. A failure is the answer of the call.
    void setBefore(std::function<Result<void>()> before);

    const Clock &clock() const;
    Random &random();
    Connection &db();
    const Station &station() const;
    const PlanBook &plans() const;

private:
    struct Body;
    std::shared_ptr<Body> m_body;
};

} // namespace beback
