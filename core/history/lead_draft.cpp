#include "core/history/lead_draft.h"

#include <QJsonArray>

namespace beback {

namespace {

using Word = QLatin1String;

// Empty fields are left out: bodies are kept for ever, and most fields of most leads are empty.
void put(QJsonObject &json, Word key, const QString &value)
{
    if (!value.isEmpty())
        json.insert(key, value);
}

void put(QJsonObject &json, Word key, const QJsonObject &value)
{
    if (!value.isEmpty())
        json.insert(key, value);
}

void put(QJsonObject &json, Word key, const QStringList &value)
{
    if (!value.isEmpty())
        json.insert(key, QJsonArray::fromStringList(value));
}

void put(QJsonObject &json, Word key, bool value)
{
    if (value)
        json.insert(key, true);
}

template <class T> void putAll(QJsonObject &json, Word key, const QVector<T> &values)
{
    if (values.isEmpty())
        return;
    QJsonArray array;
    for (const T &value : values)
        array.append(value.toJson());
    json.insert(key, array);
}

QString text(const QJsonObject &json, Word key)
{
    return json.value(key).toString();
}

QStringList texts(const QJsonObject &json, Word key)
{
    QStringList list;
    for (const QJsonValue &value : json.value(key).toArray())
        list.append(value.toString());
    return list;
}

template <class T> QVector<T> all(const QJsonObject &json, Word key)
{
    QVector<T> values;
    for (const QJsonValue &value : json.value(key).toArray())
        values.append(T::fromJson(value.toObject()));
    return values;
}

QString joined(const QStringList &parts)
{
    QString line;
    for (const QString &part : parts) {
        if (part.isEmpty())
            continue;
        if (!line.isEmpty())
            line += QLatin1Char(' ');
        line += part;
    }
    return line;
}

} // namespace

QJsonObject ContactPoint::toJson() const
{
    QJsonObject json{{Word("type"), type == Type::Phone ? QStringLiteral("phone") : QStringLiteral("email")}};
    put(json, Word("value"), value);
    put(json, Word("raw"), raw);
    put(json, Word("label"), label);
    put(json, Word("extension"), extension);
    put(json, Word("preferred"), preferred);
    return json;
}

ContactPoint ContactPoint::fromJson(const QJsonObject &json)
{
    ContactPoint point;
    point.type = text(json, Word("type")) == Word("email") ? Type::Email : Type::Phone;
    point.value = text(json, Word("value"));
    point.raw = text(json, Word("raw"));
    point.label = text(json, Word("label"));
    point.extension = text(json, Word("extension"));
    point.preferred = json.value(Word("preferred")).toBool();
    return point;
}

QString PersonName::display() const
{
    return full.isEmpty() ? joined({first, last}) : full;
}

QJsonObject PersonName::toJson() const
{
    QJsonObject json;
    put(json, Word("full"), full);
    put(json, Word("first"), first);
    put(json, Word("last"), last);
    put(json, Word("business"), business);
    return json;
}

PersonName PersonName::fromJson(const QJsonObject &json)
{
    return {text(json, Word("full")), text(json, Word("first")), text(json, Word("last")),
            json.value(Word("business")).toBool()};
}

bool Address::isEmpty() const
{
    return street.isEmpty() && city.isEmpty() && region.isEmpty() && postcode.isEmpty() && country.isEmpty();
}

QJsonObject Address::toJson() const
{
    QJsonObject json;
    put(json, Word("street"), street);
    put(json, Word("city"), city);
    put(json, Word("region"), region);
    put(json, Word("postcode"), postcode);
    put(json, Word("country"), country);
    return json;
}

Address Address::fromJson(const QJsonObject &json)
{
    return {text(json, Word("street")), text(json, Word("city")), text(json, Word("region")),
            text(json, Word("postcode")), text(json, Word("country"))};
}

bool Vehicle::isEmpty() const
{
    return year.isEmpty() && make.isEmpty() && model.isEmpty() && trim.isEmpty() && color.isEmpty() && stock.isEmpty()
        && vin.isEmpty() && condition.isEmpty() && odometer.isEmpty() && !priceCents;
}

QString Vehicle::label() const
{
    return joined({year, make, model, trim});
}

QJsonObject Vehicle::toJson() const
{
    QJsonObject json;
    put(json, Word("year"), year);
    put(json, Word("make"), make);
    put(json, Word("model"), model);
    put(json, Word("trim"), trim);
    put(json, Word("color"), color);
    put(json, Word("stock"), stock);
    put(json, Word("vin"), vin);
    put(json, Word("condition"), condition);
    put(json, Word("odometer"), odometer);
    if (priceCents)
        json.insert(Word("price_cents"), *priceCents);
    return json;
}

Vehicle Vehicle::fromJson(const QJsonObject &json)
{
    Vehicle v;
    v.year = text(json, Word("year"));
    v.make = text(json, Word("make"));
    v.model = text(json, Word("model"));
    v.trim = text(json, Word("trim"));
    v.color = text(json, Word("color"));
    v.stock = text(json, Word("stock"));
    v.vin = text(json, Word("vin"));
    v.condition = text(json, Word("condition"));
    v.odometer = text(json, Word("odometer"));
    if (const QJsonValue cents = json.value(Word("price_cents")); cents.isDouble())
        v.priceCents = cents.toInteger();
    return v;
}

QJsonObject LeadDraft::toBody() const
{
    QJsonObject json;
    put(json, Word("name"), name.toJson());
    putAll(json, Word("points"), points);
    put(json, Word("address"), address.toJson());
    put(json, Word("zones"), zones);
    put(json, Word("language"), language);
    put(json, Word("wanted"), wanted.toJson());
    putAll(json, Word("also_wanted"), alsoWanted);
    if (trade)
        json.insert(Word("trade"), trade->toJson());
    put(json, Word("source"), source);
    put(json, Word("vendor"), vendor);
    put(json, Word("comments"), comments);
    put(json, Word("timeframe"), timeframe);
    put(json, Word("consent_said"), consentSaid);
    put(json, Word("warnings"), warnings);
    put(json, Word("extra"), extra);
    if (requestedAt)
        json.insert(Word("requested_at"), requestedAt->toIso());
    put(json, Word("request_zone_assumed"), requestZoneAssumed);
    put(json, Word("resend"), resend);
    put(json, Word("keys"), keys);
    put(json, Word("owner"), ownerLogin);
    put(json, Word("plan"), planId);
    return json;
}

LeadDraft LeadDraft::fromBody(const QJsonObject &body)
{
    LeadDraft draft;
    draft.name = PersonName::fromJson(body.value(Word("name")).toObject());
    draft.points = all<ContactPoint>(body, Word("points"));
    draft.address = Address::fromJson(body.value(Word("address")).toObject());
    draft.zones = texts(body, Word("zones"));
    draft.language = text(body, Word("language"));
    draft.wanted = Vehicle::fromJson(body.value(Word("wanted")).toObject());
    draft.alsoWanted = all<Vehicle>(body, Word("also_wanted"));
    if (const QJsonValue trade = body.value(Word("trade")); trade.isObject())
        draft.trade = Vehicle::fromJson(trade.toObject());
    draft.source = text(body, Word("source"));
    draft.vendor = text(body, Word("vendor"));
    draft.comments = text(body, Word("comments"));
    draft.timeframe = text(body, Word("timeframe"));
    draft.consentSaid = text(body, Word("consent_said"));
    draft.warnings = texts(body, Word("warnings"));
    draft.extra = body.value(Word("extra")).toObject();
    if (const QJsonValue at = body.value(Word("requested_at")); at.isString()) {
        bool understood = false;
        const Instant requested = Instant::fromIso(at.toString(), &understood);
        if (understood)
            draft.requestedAt = requested;
    }
    draft.requestZoneAssumed = body.value(Word("request_zone_assumed")).toBool();
    draft.resend = body.value(Word("resend")).toBool();
    draft.keys = texts(body, Word("keys"));
    draft.ownerLogin = text(body, Word("owner"));
    draft.planId = text(body, Word("plan"));
    return draft;
}

} // namespace beback
