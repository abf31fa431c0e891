#pragma once

#include "core/queue/gates.h"
#include "core/queue/queue_order.h"

namespace beback {

// Who is next, as keys only, in the order they are handed out. Reads only as far as the list is long, whatever the store
// holds: gate by gate in a file, in one round trip on PostgreSQL; both give the same.
class QueueHeads
{
public:
    struct Head {
        int band = 0;
        Instant due; // of those behind a closed gate: when it opens
        CustomerId customer;
    };
    // `gates`: those `login` may work; they and the rules must outlive it.
    QueueHeads(Connection &db, RooftopId rooftop, QString login, const QVector<Gate> &gates, const RuleBook &rules, Instant now);

    // Those who may be contacted now.
    Result<QVector<Head>> now(int limit);
    // Those that become free after now and until `until`: not due yet, or due behind a gate that opens.
    Result<QVector<Head>> later(Instant until, int limit);

private:
    Result<QVector<Head>> behind(const Gate &gate, bool newestFirst, Instant from, Instant until, int limit);
    Result<QVector<Head>> slice(const QueueSlice &slice, int limit);
    Result<QVector<Head>> read(Statement &select);

    Connection &m_db;
    RooftopId m_rooftop;
    QString m_login;
    const QVector<Gate> &m_gates;
    const RuleBook &m_rules;
    Instant m_now;
};

} // namespace beback
