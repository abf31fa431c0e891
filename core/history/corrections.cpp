#include "core/history/corrections.h"

#include <QJsonArray>

namespace beback {

namespace {

QString text(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

} // namespace

QSet<EventId> clearedRefusals(const QVector<Event> &events, const QSet<EventId> &gone)
{
    QSet<EventId> cleared;
    for (const Event &event : events) {
        if (event.kind != EventKind::DoNotContactCleared || gone.contains(event.id))
            continue;
        for (const QJsonValue &set : event.body.value(QLatin1String("sets")).toArray())
            cleared.insert(EventId::fromString(set.toString()));
    }
    return cleared;
}

// A correction is canonically later than what it corrects, so one walk from the end settles all of them.
QSet<EventId> takenBack(const QVector<Event> &events)
{
    QSet<EventId> gone;
    for (auto it = events.crbegin(); it != events.crend(); ++it)
        if (it->kind == EventKind::Corrected && !gone.contains(it->id))
            gone.insert(EventId::fromString(text(*it, "undoes")));
    if (gone.isEmpty())
        return gone;
    for (const Event &event : events) // what followed from it goes with it
        if (const QString because = text(event, "because"); !because.isEmpty() && gone.contains(EventId::fromString(because)))
            gone.insert(event.id);
    return gone;
}

} // namespace beback
