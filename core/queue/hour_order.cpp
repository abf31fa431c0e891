#include "core/queue/hour_order.h"

#include <algorithm>

namespace beback {

namespace {

bool waitsForUs(const QueueItem &item)
{
    return item.band == Band::Promise || item.band == Band::Reply;
}

} // namespace

QVector<QueueItem> hourOrder(const QueuePage &page, const ReachChance &chance, int hour)
{
    QVector<QueueItem> first = page.mine;
    QVector<std::pair<double, QueueItem>> others;
    for (const QueueItem &item : page.next) {
        if (!item.due || !item.heldBy.isEmpty())
            continue;
        if (waitsForUs(item))
            first << item;
        else
            others << std::pair(chance.of(item.medium, hour, item.marks), item);
    }
    std::stable_sort(others.begin(), others.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[likely, item] : std::as_const(others))
        first << item;
    return first;
}

} // namespace beback
