#pragma once

#include "core/queue/gates.h"
#include "core/queue/queue.h"

namespace beback {

// Builds the list a desk shows, in a handful of statements. Reads only as far as the page is long, whatever the store holds.
class QueueReader
{
public:
    QueueReader(Connection &db, RooftopId rooftop, const RuleBook &rules, Instant now, QString login); // `rules` must outlive it
    Result<QueuePage> page(int limit);
    // Of these people, those who have anything to be done about them.
    Result<QVector<QueueItem>> these(const QVector<CustomerId> &customers);

private:
    Result<void> loadNames();
    Result<QVector<CustomerId>> held();
    using Items = QHash<CustomerId, QueueItem>;
    Result<Items> items(const QVector<CustomerId> &customers);
    QueueItem item(Columns &c) const;
    Result<void> counts(QueuePage &page);
    Result<void> because(QueuePage &page);
    Result<void> firstBehindClosed(Because &closed);
    Result<void> firstLater(Because &later);
    Result<Because> heldByOthers();
    Result<QString> nameOf(CustomerId customer);

    Connection &m_db;
    RooftopId m_rooftop;
    const RuleBook &m_rules;
    Instant m_now;
    Instant m_endOfDay;
    QString m_login;
    QString m_zone;
    QVector<Gate> m_gates;
    QHash<QString, QString> m_names;
};

} // namespace beback
