#include "server_rows.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace beback::exchange_sim {

namespace {

// As an array of SQL; never empty, so that it has a type.
template <class Ids> QString arrayOf(const Ids &ids)
{
    QStringList quoted{QStringLiteral("''")};
    for (const auto &id : ids)
        quoted << QLatin1Char('\'') + id.toString() + QLatin1Char('\'');
    return QStringLiteral("ARRAY[%1]").arg(quoted.join(QLatin1Char(',')));
}

ServerRow rowFrom(const QJsonArray &c)
{
    ServerRow row;
    Event &event = row.event;
    event.id = EventId::fromString(c.at(0).toString());
    event.customer = CustomerId::fromString(c.at(1).toString());
    event.lead = LeadId::fromString(c.at(2).toString());
    event.origin = OriginId::fromString(c.at(3).toString());
    event.n = c.at(4).toInteger();
    event.hlc = {c.at(5).toString().toLongLong()}; // too large for a number of JSON
    event.kindText = c.at(6).toString();
    event.kind = eventKindFromText(event.kindText);
    event.version = c.at(7).toInt();
    event.medium = mediumFromText(c.at(8).toString());
    event.outcome = outcomeFromText(c.at(9).toString()).value_or(Outcome::None);
    event.recordedAt = {c.at(10).toInteger()};
    event.actor = c.at(11).toString();
    event.body = QJsonDocument::fromJson(c.at(12).toString().toUtf8()).object();
    row.flag = c.at(13).toString();
    row.held = c.at(14).toBool();
    row.feed = c.at(15).toInt(-1);
    row.seq = c.at(16).toInteger();
    row.receivedAt = {c.at(17).toInteger()};
    event.occurredAt = {c.at(18).toInteger()};
    event.direction = directionFromText(c.at(19).toString());
    event.rooftop = {c.at(20).toInt()};
    return row;
}

} // namespace

QHash<EventId, ServerRow> rowsAbout(const ServerLink &server, const QVector<CustomerId> &people)
{
    const QJsonArray all = server.json(QStringLiteral(
        "SELECT coalesce(json_agg(json_build_array(e.id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc::TEXT, e.kind, e.version, e.medium, "
        "e.outcome, e.recorded_at, e.actor, e.body, x.flag, coalesce(x.held, FALSE), f.feed, f.seq, f.received_at, "
        "e.occurred_at, e.direction, e.rooftop_id)), '[]') "
        "FROM event e LEFT JOIN feed f ON f.event_id = e.id LEFT JOIN event_flag x ON x.event_id = e.id WHERE e.customer_id = ANY (%1)")
                                           .arg(arrayOf(people)));
    QHash<EventId, ServerRow> rows;
    for (const QJsonValue &one : all) {
        const ServerRow row = rowFrom(one.toArray());
        rows.insert(row.event.id, row);
    }
    return rows;
}

QSet<EventId> thereOf(const ServerLink &server, const QSet<EventId> &events)
{
    QSet<EventId> there;
    for (const QJsonValue &id : server.json(QStringLiteral("SELECT coalesce(json_agg(id), '[]') FROM event WHERE id = ANY (%1)").arg(arrayOf(events))))
        there.insert(EventId::fromString(id.toString()));
    return there;
}

} // namespace beback::exchange_sim
