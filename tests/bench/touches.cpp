#include "touches.h"

#include "rows.h"

#include "core/base/clock.h"
#include "core/base/random.h"

namespace bench {

using namespace beback;

QStringList peopleOf(PgFloor &administrator, int count)
{
    return QString::fromStdString(
               administrator.run("SELECT string_agg(customer_id || ' ' || lead_id, ',') FROM (SELECT q.customer_id, q.lead_id FROM queue q "
                                 "JOIN customer_head h USING (customer_id) WHERE h.events BETWEEN 2 AND 40 AND q.band < 9 "
                                 "ORDER BY random() LIMIT " + std::to_string(count) + ") q").first)
        .split(QLatin1Char(','));
}

EventDraft touchOf(CustomerId customer, LeadId lead, const QString &login)
{
    EventDraft draft;
    draft.customer = customer;
    draft.lead = lead;
    draft.kind = EventKind::Attempt;
    draft.medium = Medium::Email;
    draft.direction = Direction::Out;
    draft.outcome = Outcome::Sent;
    draft.actor = login;
    draft.body = {{QStringLiteral("note"), QStringLiteral("Sent the offer that was asked for.")}};
    return draft;
}

QVector<Event> touchesOf(const QStringList &people, int count, OriginId origin, qint64 &n)
{
    static SystemRandom random;
    const Instant now = SystemClock().now();
    QVector<Event> events;
    for (int i = 0; i < count; ++i) {
        const QString &person = people.at(i % people.size());
        const EventDraft draft = touchOf(CustomerId::fromString(person.section(QLatin1Char(' '), 0, 0)),
                                         LeadId::fromString(person.section(QLatin1Char(' '), 1, 1)), QStringLiteral("desk1"));
        Event e;
        e.id = random.id<EventId>(now);
        e.customer = draft.customer;
        e.lead = draft.lead;
        e.rooftop = {1};
        e.origin = origin;
        e.n = ++n;
        e.hlc = {((now.us / 1000) << 16) + i};
        e.kind = draft.kind;
        e.kindText = toText(e.kind);
        e.medium = draft.medium;
        e.direction = draft.direction;
        e.outcome = draft.outcome;
        e.occurredAt = e.recordedAt = now;
        e.actor = draft.actor;
        e.station = QStringLiteral("bench");
        e.body = draft.body;
        events << e;
    }
    return events;
}

std::string multiRow(const QVector<Event> &events)
{
    std::string sql = std::string("INSERT INTO event (") + columnsOf(EventTable) + ") VALUES ";
    for (const Event &event : events) {
        sql += sql.back() == ')' ? ",(" : "(";
        bool first = true;
        for (const Cell &cell : eventRow(event).cells) {
            sql += first ? "" : ",";
            first = false;
            if (cell.type == Cell::Type::Null)
                sql += "NULL";
            else if (cell.type == Cell::Type::Number)
                sql += std::to_string(cell.number);
            else
                sql += '\'' + QString::fromStdString(cell.text).replace(QLatin1Char('\''), QLatin1String("''")).toStdString() + '\'';
        }
        sql += ')';
    }
    return sql;
}

} // namespace bench
