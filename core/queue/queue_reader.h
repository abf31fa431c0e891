#pragma once

#include "core/queue/gates.h"
#include "core/queue/queue.h"
#include "core/queue/queue_order.h"

namespace beback {

// Builds the list a desk shows. Reads only as far as the page is long, whatever the store holds.
class QueueReader
{
public:
    QueueReader(Connection &db, RooftopId rooftop, Instant now, QString login);
    Result<QueuePage> page(int limit);

private:
    struct Head {
        int band = 0;
        Instant due;
        CustomerId customer;
        bool now = true;
    };
    Result<void> loadNames();
    Result<QVector<Head>> heads(const Gate &gate, bool newestFirst, Instant from, Instant until, int limit);
    Result<void> collectSlice(const QueueSlice &slice, int limit, QVector<Head> &into);
    Result<void> collectNow(int limit, QVector<Head> &into);
    Result<void> collectLater(int limit, QVector<Head> &into);
    Result<std::optional<QueueItem>> item(CustomerId customer, bool due);
    Result<int> count(const Gate &gate, Instant after, Instant until);
    Result<void> counts(QueuePage &page);
    Result<void> because(QueuePage &page);
    Result<Because> becauseClosed();
    Result<Because> becauseLater();

    Connection &m_db;
    RooftopId m_rooftop;
    Instant m_now;
    Instant m_endOfDay;
    QString m_login;
    QString m_zone;
    QVector<Gate> m_gates;
    QHash<QString, QString> m_names;
};

} // namespace beback
