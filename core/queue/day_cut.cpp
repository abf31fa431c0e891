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

QString fitText(const DayCut &day)
{
    if (day.fits > 0)
        return day.fits == 1 ? tr("1 fits into your day") : tr("%n fit into your day", day.fits);
    return day.isDayOff ? tr("You are not expected today") : tr("The work measured for your day is done");
}

QString waitingText(const DayCut &day)
{
    if (day.isMore)
        return tr("%1, more than %2 others are waiting.").arg(fitText(day), QLocale().toString(CountedTo - day.fits));
    if (day.waiting == 0)
        return tr("%1, nobody has to wait.").arg(fitText(day));
    return tr("%1, %2.").arg(fitText(day), day.waiting == 1 ? tr("1 more is waiting") : tr("%n more are waiting", day.waiting));
}

QString besidesText(const DayCut &day)
{
    if (day.besides == day.waiting)
        return day.besides == 1 ? tr("It is listed, in case you go on.") : tr("They are listed, in case you go on.");
    return day.besides == 1 ? tr("1 of them is listed, in case you go on.") : tr("%n of them are listed, in case you go on.", day.besides);
}

} // namespace

void cutDay(QueuePage &page, const Capacity &capacity, Instant now, const QString &zone)
{
    page.day.reset();
    for (QueueItem &item : page.next)
        item.fits = item.listed = true;
    if (!capacity.isKnown())
        return;
    DayCut day;
    const int due = page.nowCount + page.laterToday;
    day.fits = std::min(capacity.left, due);
    day.waiting = due - day.fits;
    day.besides = std::min(std::max(0, ShortestList - day.fits), day.waiting);
    day.isDayOff = capacity.basis == Capacity::Basis::DayOff;
    day.isMore = page.nowCount > CountedTo || page.laterToday > CountedTo;
    day.basis = basisText(capacity, zones::local(now, zone).date);
    page.day = day;

    QVector<std::pair<int, QueueItem *>> order;
    for (QueueItem &item : page.next)
        if (item.heldBy.isEmpty())
            order << std::pair(placeOf(item, now), &item);
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (qsizetype i = 0; i < order.size(); ++i) {
        const qsizetype place = page.mine.size() + i;
        order[i].second->fits = place < day.fits;
        order[i].second->listed = place < day.fits + day.besides;
    }
}

QString dayText(const DayCut &day)
{
    if (day.fits == 0 && day.waiting == 0)
        return tr("Nothing is due for you today.");
    return day.besides == 0 ? waitingText(day) : waitingText(day) + QLatin1Char(' ') + besidesText(day);
}

} // namespace beback
