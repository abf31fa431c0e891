#pragma once

#include "core/queue/queue.h"

#include <QTimeZone>

// People of a made-up queue by number: a Tuesday in Wichita.
namespace beback::sample {

inline const QString zone = QStringLiteral("America/Chicago");

inline Instant at(int hour, int minute, int day = 18)
{
    return {QDateTime(QDate(2025, 11, day), QTime(hour, minute), QTimeZone("America/Chicago")).toMSecsSinceEpoch() *
            1000};
}

inline CustomerId customer(int n)
{
    return CustomerId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

inline QueueItem person(int n, bool due = true)
{
    QueueItem item;
    item.customer = customer(n);
    item.name = QStringLiteral("Person %1").arg(n);
    item.vehicle = QStringLiteral("2024 CR-V");
    item.due = due;
    item.dueAt = due ? at(11, 0) : at(13, 0);
    item.reasons = {{QueueItem::Reason::Tone::Neutral, QString(), QStringLiteral("Step 6, day 6")}};
    return item;
}

inline QueuePage pageOf(const QVector<int> &next, const QVector<int> &mine = {}, const QVector<int> &later = {})
{
    QueuePage page;
    for (int n : mine) {
        page.mine.append(person(n));
        page.mine.last().mine = true;
    }
    for (int n : next)
        page.next.append(person(n));
    for (int n : later)
        page.next.append(person(n, false));
    page.nowCount = int(next.size());
    page.laterToday = int(later.size());
    return page;
}

inline QVector<int> range(int from, int to)
{
    QVector<int> numbers;
    for (int n = from; n <= to; ++n)
        numbers.append(n);
    return numbers;
}

} // namespace beback::sample
