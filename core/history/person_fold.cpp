#include "core/history/person_fold.h"

#include <QJsonArray>

#include <algorithm>

namespace beback::person_fold {

namespace {

QString text(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

void setZones(CustomerState &state, QStringList zones)
{
    zones.sort();
    zones.removeDuplicates();
    state.zones = std::move(zones);
}

// A number known before may still be dialed: the zones of old and new both count. Only an edit replaces them.
void addZones(CustomerState &state, const QStringList &zones)
{
    if (!zones.isEmpty())
        setZones(state, state.zones + zones);
}

void addKeys(CustomerState &state, const QStringList &keys)
{
    for (const QString &key : keys)
        if (!state.intakeKeys.contains(key))
            state.intakeKeys << key;
}

void addPoint(CustomerState &state, const ContactPoint &point)
{
    for (const ContactPoint &known : std::as_const(state.points))
        if (known.type == point.type && (point.value.isEmpty() ? known.raw == point.raw : known.value == point.value))
            return;
    state.points << point;
}

} // namespace

void arrived(CustomerState &state, const LeadDraft &draft)
{
    if (state.name.display().isEmpty())
        state.name = draft.name;
    if (state.address.isEmpty())
        state.address = draft.address;
    if (state.language.isEmpty())
        state.language = draft.language;
    resent(state, draft);
}

void resent(CustomerState &state, const LeadDraft &draft)
{
    addZones(state, draft.zones);
    for (const ContactPoint &point : draft.points)
        addPoint(state, point);
    addKeys(state, draft.keys);
}

void edited(CustomerState &state, const Event &event)
{
    const QJsonObject &body = event.body;
    if (body.contains(QLatin1String("name")))
        state.name = PersonName::fromJson(body.value(QLatin1String("name")).toObject());
    if (body.contains(QLatin1String("address")))
        state.address = Address::fromJson(body.value(QLatin1String("address")).toObject());
    if (body.contains(QLatin1String("language")))
        state.language = text(event, "language");
    if (body.contains(QLatin1String("zones"))) {
        QStringList zones;
        for (const QJsonValue &zone : body.value(QLatin1String("zones")).toArray())
            zones << zone.toString();
        setZones(state, zones);
    }
}

void pointSet(CustomerState &state, const Event &event)
{
    const ContactPoint point = ContactPoint::fromJson(event.body.value(QLatin1String("point")).toObject());
    const QString replaces = text(event, "replaces");
    const auto same = [&](const ContactPoint &p) { return p.key() == point.key() || p.key() == replaces; };
    const auto first = std::find_if(state.points.begin(), state.points.end(), same);
    if (first == state.points.end()) {
        state.points << point;
        return;
    }
    *first = point; // in place: the order is the order they came in
    state.points.erase(std::remove_if(first + 1, state.points.end(), same), state.points.end());
}

void pointRemoved(CustomerState &state, const QString &key)
{
    state.points.removeIf([&](const ContactPoint &point) { return point.key() == key; });
}

void agreed(CustomerState &state, const Event &event)
{
    if (const auto medium = mediumFromText(text(event, "medium")))
        state.consents << Consent{event.id, *medium, event.occurredAt, text(event, "how")};
}

void answered(CustomerState &state, Medium medium, Instant at)
{
    for (auto touch = state.touches.rbegin(); touch != state.touches.rend(); ++touch) {
        if (touch->medium != medium || touch->at > at)
            continue;
        if (touch->answeredAt.us == 0)
            touch->answeredAt = at;
        return;
    }
}

} // namespace beback::person_fold
