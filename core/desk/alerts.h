#pragma once

#include "core/history/customer_state.h"
#include "core/store/connection.h"

namespace beback {

// A call for a manager, as lists show it.
struct AlertOnDesk {
    CustomerId customer;
    LeadId lead;
    QString name, vehicle;
    DealAlert alert;
    friend bool operator==(const AlertOnDesk &, const AlertOnDesk &) = default;
};

// The last alert of each lead of the last day: open ones first, the one that is due first before all. Thread: the connection's.
Result<QVector<AlertOnDesk>> readAlerts(Connection &db, RooftopId rooftop, Instant now);

enum class AlertAnswer { Offer, Release };
QString toText(AlertAnswer answer); // "offer" "release"

} // namespace beback
