#include "core/exchange/wire.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace beback::wire {

namespace {

// Null strings are empty columns, never NULL.
QString text(const QString &value)
{
    return value.isNull() ? QString::fromLatin1("") : value;
}

QJsonObject toJson(const LeadRow &row)
{
    return {{QStringLiteral("id"), row.id.toString()},
            {QStringLiteral("status"), text(row.status)},
            {QStringLiteral("source"), text(row.source)},
            {QStringLiteral("owner"), text(row.owner)},
            {QStringLiteral("vehicle"), text(row.vehicle)},
            {QStringLiteral("stock"), text(row.stock)},
            {QStringLiteral("vin"), text(row.vin)},
            {QStringLiteral("arrived_at"), row.arrivedAt.us},
            {QStringLiteral("plan_id"), text(row.planId)},
            {QStringLiteral("plan_version"), row.planVersion},
            {QStringLiteral("steps_done"), row.stepsDone},
            {QStringLiteral("attempts"), row.attempts},
            {QStringLiteral("reached"), row.reached},
            {QStringLiteral("marks"), text(row.marks)},
            {QStringLiteral("last_attempt_at"), row.lastAttemptAt.us},
            {QStringLiteral("last_reply_at"), row.lastReplyAt.us},
            {QStringLiteral("waiting_reply"), text(row.waitingReply)},
            {QStringLiteral("promise_at"), row.promiseAt.us},
            {QStringLiteral("promise_by"), text(row.promiseBy)},
            {QStringLiteral("appointment_at"), row.appointmentAt.us},
            {QStringLiteral("story"), text(row.story)},
            {QStringLiteral("story_at"), row.storyAt.us}};
}

QJsonObject toJson(const QueueRow &row)
{
    return {{QStringLiteral("lead_id"), row.lead.toString()},
            {QStringLiteral("owner"), text(row.owner)},
            {QStringLiteral("band"), row.band},
            {QStringLiteral("gate"), text(row.gate)},
            {QStringLiteral("due_at"), row.dueAt.us},
            {QStringLiteral("medium"), text(row.medium)},
            {QStringLiteral("step"), row.step},
            {QStringLiteral("steps"), row.steps}};
}

} // namespace

QJsonObject toJson(const Event &event)
{
    return {{QStringLiteral("id"), event.id.toString()},
            {QStringLiteral("customer_id"), event.customer.toString()},
            {QStringLiteral("lead_id"), event.lead.isNull() ? QJsonValue() : QJsonValue(event.lead.toString())},
            {QStringLiteral("n"), event.n},
            {QStringLiteral("hlc"), event.hlc.value},
            {QStringLiteral("kind"), event.kindText},
            {QStringLiteral("version"), event.version},
            {QStringLiteral("medium"), event.medium ? QJsonValue(beback::toText(*event.medium)) : QJsonValue()},
            {QStringLiteral("direction"), text(beback::toText(event.direction))},
            {QStringLiteral("outcome"), text(beback::toText(event.outcome))},
            {QStringLiteral("occurred_at"), event.occurredAt.us},
            {QStringLiteral("recorded_at"), event.recordedAt.us},
            {QStringLiteral("actor"), event.actor},
            {QStringLiteral("station"), text(event.station)},
            {QStringLiteral("body"), QString::fromUtf8(QJsonDocument(event.body).toJson(QJsonDocument::Compact))}};
}

QJsonObject toJson(const DerivedRows &rows)
{
    QJsonArray points, leads;
    for (const PointRow &point : rows.points)
        points << QJsonObject{{QStringLiteral("kind"), point.kind},
                              {QStringLiteral("value"), point.value},
                              {QStringLiteral("label"), text(point.label)}};
    for (const LeadRow &lead : rows.leads)
        leads << toJson(lead);
    const CustomerRow &customer = rows.customer;
    return {{QStringLiteral("customer"), QJsonObject{{QStringLiteral("name"), text(customer.name)},
                                                     {QStringLiteral("match_key"), text(customer.matchKey)},
                                                     {QStringLiteral("city"), text(customer.city)},
                                                     {QStringLiteral("region"), text(customer.region)},
                                                     {QStringLiteral("zones"), text(customer.zones)},
                                                     {QStringLiteral("refused"), customer.refused},
                                                     {QStringLiteral("duty_trail"), text(customer.dutyTrail)},
                                                     {QStringLiteral("duty_at"), customer.dutyAt.us}}},
            {QStringLiteral("points"), points},
            {QStringLiteral("leads"), leads},
            {QStringLiteral("queue"), rows.queue ? QJsonValue(toJson(*rows.queue)) : QJsonValue()},
            {QStringLiteral("keys"), QJsonArray::fromStringList(rows.keys)},
            {QStringLiteral("search"), text(rows.search)}};
}

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace beback::wire
