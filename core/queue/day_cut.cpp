#include "core/queue/day_cut.h"

#include "core/queue/queue_order.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace beback {

namespace {

constexpr int CountedTo = 1000; // the page's counts are exact up to here

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

int placeOf(const QueueItem &item, Instant now)
{
    const bool old = item.dueAt < now - queue_order::StaleAfter;
    for (size_t i = 0; i < queue_order::Slices.size(); ++i) {
        const QueueSlice &slice = queue_order::Slices[i];
        if (slice.band == item.band && (!slice.newestFirst || slice.stale == old))
            return int(i);
    }
    return int(queue_order::Slices.size());
}

} // namespace

void cutDay(QueuePage &page, const Capacity &capacity, Instant now, const QString &zone)
{
    page.day.reset();
    for (QueueItem &item : page.next)
        item.fits = true;
    if (!capacity.isKnown())
        return;
    DayCut day;
    const int due = page.nowCount + page.laterToday;
    day.fits = std::min(std::max(capacity.left, ShortestList), due);
    day.waiting = due - day.fits;
    day.isMore = page.nowCount > CountedTo || page.laterToday > CountedTo;
    day.basis = basisText(capacity, zones::local(now, zone).date);
    page.day = day;

    QVector<std::pair<int, QueueItem *>> order;
    for (QueueItem &item : page.next)
        if (item.heldBy.isEmpty())
            order << std::pair(placeOf(item, now), &item);
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    const qsizetype room = std::max<qsizetype>(0, day.fits - page.mine.size());
    for (qsizetype i = room; i < order.size(); ++i)
        order[i].second->fits = false;
}

QString dayText(const DayCut &day)
{
    if (day.fits == 0 && day.waiting == 0)
        return tr("Nothing is due for you today.");
    const QString fit = day.fits == 1 ? tr("1 fits into your day") : tr("%n fit into your day", day.fits);
    if (day.isMore)
        return tr("%1, more than %2 others are waiting.").arg(fit, QLocale().toString(CountedTo - day.fits));
    if (day.waiting == 0)
        return tr("%1, nobody has to wait.").arg(fit);
    return tr("%1, %2.").arg(fit, day.waiting == 1 ? tr("1 more is waiting") : tr("%n more are waiting", day.waiting));
}

} // namespace beback
