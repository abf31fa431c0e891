#include "core/queue/hour_order.h"

#include <algorithm>

namespace beback {

namespace {

bool waitsForUs(const QueueItem &item)
{
    return item.band == Band::Promise || item.band == Band::Reply;
}

double chanceOf(const QueueItem &item, const Experience &experience, DayPart part)
{
    Tallies own;
    for (const AttemptMark &mark : item.marks) {
        if (mark.skipped || mark.medium != item.medium)
            continue;
        ++at(own, item.medium, part).tried;
        at(own, item.medium, part).answered += mark.answered;
    }
    return beback::chanceOf(own, experience, item.medium, part).mean;
}

} // namespace

QVector<QueueItem> hourOrder(const QueuePage &page, const Experience &experience, DayPart part)
{
    QVector<QueueItem> first = page.mine;
    QVector<std::pair<double, QueueItem>> others;
    for (const QueueItem &item : page.next) {
        if (!item.due || !item.heldBy.isEmpty())
            continue;
        if (waitsForUs(item))
            first << item;
        else
            others << std::pair(chanceOf(item, experience, part), item);
    }
    std::stable_sort(others.begin(), others.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[likely, item] : std::as_const(others))
        first << item;
    return first;
}

} // namespace beback
