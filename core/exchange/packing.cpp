#include "core/exchange/packing.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <initializer_list>

namespace beback::packing {

namespace {

using Names = std::initializer_list<const char *>;

constexpr Names EventFields = {"n", "hlc", "kind", "version", "medium", "direction", "outcome", "occurred_at", "recorded_at", "body"};
constexpr Names CustomerFields = {"name", "match_key", "city", "region", "zones", "refused", "duty_trail", "duty_at"};
constexpr Names PointFields = {"kind", "value", "label"};
constexpr Names LeadFields = {"id",           "status",     "source",          "owner",         "vehicle",       "stock",      "vin",        "arrived_at",
                              "plan_id",      "plan_version", "steps_done",    "attempts",      "reached",       "marks",      "last_attempt_at",
                              "last_reply_at", "waiting_reply", "promise_at",  "promise_by",    "appointment_at", "story",     "story_at"};
constexpr Names QueueFields = {"lead_id", "owner", "band", "gate", "due_at", "medium", "step", "steps"};

QJsonArray fields(const QJsonObject &object, Names names)
{
    QJsonArray values;
    for (const char *name : names)
        values << object.value(QLatin1String(name));
    return values;
}

QJsonArray each(const QJsonValue &list, Names names)
{
    QJsonArray all;
    for (const QJsonValue &one : list.toArray())
        all << fields(one.toObject(), names);
    return all;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray events(const QJsonArray &events)
{
    QJsonArray people, packed;
    QHash<QString, int> places;
    const QJsonObject first = events.first().toObject();
    const QJsonValue actor = first.value(QLatin1String("actor")), station = first.value(QLatin1String("station"));
    for (const QJsonValue &value : events) {
        const QJsonObject event = value.toObject();
        const QJsonValue customer = event.value(QLatin1String("customer_id")), lead = event.value(QLatin1String("lead_id"));
        const QString who = customer.toString() + QLatin1Char(' ') + lead.toString();
        if (!places.contains(who)) {
            places.insert(who, int(people.size()));
            people << QJsonArray{customer, lead};
        }
        QJsonArray one = fields(event, EventFields);
        one.prepend(places.value(who));
        one.prepend(event.value(QLatin1String("id")));
        if (event.value(QLatin1String("actor")) != actor || event.value(QLatin1String("station")) != station) {
            one << event.value(QLatin1String("actor"));
            one << event.value(QLatin1String("station"));
        }
        packed << one;
    }
    return compact({{QStringLiteral("people"), people},
                    {QStringLiteral("actor"), actor},
                    {QStringLiteral("station"), station},
                    {QStringLiteral("events"), packed}});
}

QByteArray rows(const QJsonArray &rows)
{
    QJsonArray packed;
    for (const QJsonValue &value : rows) {
        const QJsonObject one = value.toObject(), of = one.value(QLatin1String("rows")).toObject();
        const QJsonValue queue = of.value(QLatin1String("queue"));
        packed << QJsonArray{one.value(QLatin1String("customer_id")),
                             one.value(QLatin1String("base")),
                             fields(of.value(QLatin1String("customer")).toObject(), CustomerFields),
                             each(of.value(QLatin1String("points")), PointFields),
                             each(of.value(QLatin1String("leads")), LeadFields),
                             queue.isObject() ? QJsonValue(fields(queue.toObject(), QueueFields)) : QJsonValue(),
                             of.value(QLatin1String("keys")),
                             of.value(QLatin1String("search"))};
    }
    return compact({{QStringLiteral("rows"), packed}});
}

} // namespace beback::packing
