#include "core/queue/queue_heads.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace beback {

namespace {

constexpr int StuckBand = int(Band::Stuck);

// For statement queue/later: which closed gate opens when, as far as that is soon enough.
QString openingsUntil(const QVector<Gate> &gates, const RuleBook &rules, Instant now, Instant until)
{
    QJsonObject openings;
    for (const Gate &gate : gates) {
        if (isGateOpen(gate.zones, rules, now) || openings.contains(gate.zones))
            continue;
        if (const Instant opens = gateOpensAt(gate.zones, rules, now); opens <= until)
            openings.insert(gate.zones, opens.us);
    }
    return QString::fromUtf8(QJsonDocument(openings).toJson(QJsonDocument::Compact));
}

} // namespace

QueueHeads::QueueHeads(Connection &db, RooftopId rooftop, QString login, const QVector<Gate> &gates, const RuleBook &rules, Instant now)
    : m_db(db), m_rooftop(rooftop), m_login(std::move(login)), m_gates(gates), m_rules(rules), m_now(now)
{
}

Result<QVector<QueueHeads::Head>> QueueHeads::now(int limit)
{
    if (m_db.engine() == Engine::Postgresql) {
        BEBACK_TRY(select, m_db.statement("queue/order"));
        select.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now).bind(":limit", limit);
        select.bind(":stale", m_now - queue_order::StaleAfter).bind(":open", openGates(m_gates, m_rules, m_now));
        return read(select);
    }
    QVector<Head> order;
    for (const QueueSlice &part : queue_order::Slices) {
        if (order.size() >= limit)
            break;
        BEBACK_TRY(found, slice(part, int(limit - order.size())));
        order += found;
    }
    return order;
}

// One slice of the order they are handed out in, over all gates that are open.
Result<QVector<QueueHeads::Head>> QueueHeads::slice(const QueueSlice &slice, int limit)
{
    const Instant stale = m_now - queue_order::StaleAfter;
    const Instant from = slice.newestFirst && !slice.stale ? stale : Instant{0};
    const Instant until = slice.stale ? stale - Duration(1) : m_now;
    QVector<Head> found;
    for (const Gate &gate : m_gates) {
        if (gate.band != int(slice.band) || !isGateOpen(gate.zones, m_rules, m_now))
            continue;
        BEBACK_TRY(heads, behind(gate, slice.newestFirst, from, until, limit));
        found += heads;
    }
    std::sort(found.begin(), found.end(), [&slice](const Head &a, const Head &b) {
        if (a.due != b.due)
            return slice.newestFirst ? a.due > b.due : a.due < b.due;
        return a.customer < b.customer;
    });
    found.resize(std::min<qsizetype>(found.size(), limit));
    return found;
}

Result<QVector<QueueHeads::Head>> QueueHeads::later(Instant until, int limit)
{
    if (m_db.engine() == Engine::Postgresql) {
        BEBACK_TRY(select, m_db.statement("queue/later"));
        select.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now).bind(":until", until);
        select.bind(":limit", limit).bind(":openings", openingsUntil(m_gates, m_rules, m_now, until));
        return read(select);
    }
    QVector<Head> found;
    for (const Gate &gate : m_gates) {
        if (gate.band >= StuckBand)
            continue;
        BEBACK_TRY(later, behind(gate, false, m_now + Duration(1), until, limit));
        found += later;
        const Instant opens = gateOpensAt(gate.zones, m_rules, m_now);
        if (isGateOpen(gate.zones, m_rules, m_now) || opens > until)
            continue;
        BEBACK_TRY(closed, behind(gate, false, Instant{0}, m_now, limit));
        for (Head &head : closed)
            head.due = opens;
        found += closed;
    }
    std::sort(found.begin(), found.end(), [](const Head &a, const Head &b) {
        return std::tie(a.due, a.band, a.customer) < std::tie(b.due, b.band, b.customer);
    });
    found.resize(std::min<qsizetype>(found.size(), limit));
    return found;
}

Result<QVector<QueueHeads::Head>> QueueHeads::behind(const Gate &gate, bool newestFirst, Instant from, Instant until, int limit)
{
    BEBACK_TRY(select, m_db.statement(newestFirst ? "queue/due_newest" : "queue/due"));
    select.bind(":rooftop_id", m_rooftop).bind(":owner", gate.owner).bind(":band", gate.band);
    select.bind(":gate", gate.zones).bind(":from", from).bind(":until", until).bind(":limit", limit);
    return read(select);
}

Result<QVector<QueueHeads::Head>> QueueHeads::read(Statement &select)
{
    BEBACK_CHECK(select.exec());
    QVector<Head> found;
    while (select.next()) {
        Columns c = select.columns();
        Head head;
        head.due = c.instant();
        head.customer = c.id<CustomerId>();
        head.band = c.integer();
        found << head;
    }
    BEBACK_CHECK(select.finished());
    return found;
}

} // namespace beback
