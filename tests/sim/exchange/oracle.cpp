#include "oracle.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace beback::exchange_sim {

namespace {

QString text(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

EventId idIn(const Event &event, const char *key)
{
    return EventId::fromString(text(event, key));
}

bool isLater(const Event &a, const Event &b)
{
    return a.hlc != b.hlc ? a.hlc > b.hlc : a.id.toString() > b.id.toString();
}

// A correction counts unless a later one that counts takes it back.
bool stands(const Event &correction, const QVector<Event> &events)
{
    return std::none_of(events.cbegin(), events.cend(), [&](const Event &other) {
        return other.kindText == QLatin1String("corrected") && idIn(other, "undoes") == correction.id && isLater(other, correction)
               && stands(other, events);
    });
}

QSet<EventId> takenBack(const QVector<Event> &events)
{
    QSet<EventId> gone;
    for (const Event &event : events)
        if (event.kindText == QLatin1String("corrected") && stands(event, events))
            gone.insert(idIn(event, "undoes"));
    for (bool more = true; more;) { // and what came of those
        more = false;
        for (const Event &event : events)
            if (const EventId because = idIn(event, "because"); gone.contains(because) && !gone.contains(event.id)) {
                gone.insert(event.id);
                more = true;
            }
    }
    return gone;
}

std::optional<Truth::Refusal> refusalIn(const Event &event)
{
    if (event.kindText == QLatin1String("dnc_set"))
        return Truth::Refusal{text(event, "point"), text(event, "medium")};
    if (event.kindText != QLatin1String("attempt"))
        return std::nullopt;
    if (event.outcome == Outcome::AskedToStop)
        return Truth::Refusal{text(event, "stop_point"), text(event, "stop_medium")};
    const QString point = text(event, "point");
    if (event.outcome == Outcome::WrongNumber && !point.isEmpty())
        return Truth::Refusal{point, {}};
    if (event.outcome == Outcome::Bounced && !point.isEmpty())
        return Truth::Refusal{point, event.medium ? toText(*event.medium) : QString()};
    return std::nullopt;
}

QSet<EventId> cleared(const QVector<Event> &standing)
{
    QSet<EventId> named;
    for (const Event &event : standing)
        if (event.kindText == QLatin1String("dnc_clear"))
            for (const QJsonValue &set : event.body.value(QLatin1String("sets")).toArray())
                named.insert(EventId::fromString(set.toString()));
    return named;
}

bool isOptOut(const Event &event)
{
    return event.kindText == QLatin1String("dnc_set") || event.outcome == Outcome::AskedToStop;
}

} // namespace

bool Truth::refusesEverything() const
{
    return std::any_of(refusals.cbegin(), refusals.cend(), [](const Refusal &one) { return one == Refusal{}; });
}

Truth truthOf(const QVector<Event> &counting)
{
    Truth truth;
    const QSet<EventId> gone = takenBack(counting);
    QVector<Event> standing;
    for (const Event &event : counting) {
        truth.known += event.kind != EventKind::Unknown;
        if (!gone.contains(event.id))
            standing << event;
    }
    const QSet<EventId> named = cleared(standing);
    QHash<QString, Event> latest;
    for (const Event &event : std::as_const(standing)) {
        if (const auto refusal = refusalIn(event); refusal && !named.contains(event.id))
            truth.refusals.insert(event.id, *refusal);
        if (event.kindText == QLatin1String("lead_arrived") && !truth.attempts.contains(event.lead))
            truth.attempts.insert(event.lead, 0);
        if (event.kindText == QLatin1String("attempt") && text(event, "department").isEmpty())
            ++truth.attempts[event.lead];
        if (event.kindText != QLatin1String("contact_point_set"))
            continue;
        const QJsonObject point = event.body.value(QLatin1String("point")).toObject();
        const QString key = ContactPoint::fromJson(point).key();
        if (!latest.contains(key) || isLater(event, latest.value(key)))
            latest.insert(key, event);
    }
    for (auto it = latest.cbegin(); it != latest.cend(); ++it)
        truth.labels.insert(it.key(), it->body.value(QLatin1String("point")).toObject().value(QLatin1String("label")).toString());
    return truth;
}

// Managers may do everything here. An agent ends no opt-out, takes back nothing of anybody else's, and of one's own everything
// but an opt-out of more than ten minutes ago, by its desk's clock or by the time it was here, whichever is longer.
std::optional<bool> mustBeHeld(const ServerRow &row, const QHash<EventId, ServerRow> &all, bool isManager)
{
    const Event &event = row.event;
    if (isManager)
        return false;
    if (event.kindText == QLatin1String("dnc_clear"))
        return true;
    if (event.kindText != QLatin1String("corrected"))
        return false;
    const auto undone = all.constFind(idIn(event, "undoes"));
    if (undone == all.constEnd())
        return std::nullopt;
    if (undone->event.actor != event.actor)
        return true;
    if (!isOptOut(undone->event))
        return false;
    constexpr Duration Slip = std::chrono::minutes(10);
    return event.recordedAt - undone->event.recordedAt > Slip || row.receivedAt - undone->receivedAt > Slip;
}

} // namespace beback::exchange_sim
