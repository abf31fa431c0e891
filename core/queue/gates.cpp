#include "core/queue/gates.h"

#include "core/plan/whereabouts.h"

namespace beback {

namespace {

QVector<HoursThere> hoursBehind(const QString &gate, const RuleBook &rules)
{
    return hoursOf(gate.split(QLatin1Char(' '), Qt::SkipEmptyParts), rules);
}

} // namespace

Result<QVector<Gate>> gatesFor(Connection &db, RooftopId rooftop, const QString &login)
{
    BEBACK_TRY(select, db.statement("queue/gates"));
    select.bind(":rooftop_id", rooftop).bind(":login", login);
    BEBACK_CHECK(select.exec());
    QVector<Gate> gates;
    while (select.next()) {
        Columns c = select.columns();
        Gate gate;
        gate.owner = c.text();
        gate.band = c.integer();
        gate.zones = c.text();
        gate.rows = c.int64();
        gates << gate;
    }
    BEBACK_CHECK(select.finished());
    return gates;
}

bool isGateOpen(const QString &gate, const RuleBook &rules, Instant now)
{
    return gate.isEmpty() || isOpen(hoursBehind(gate, rules), now);
}

Instant gateOpensAt(const QString &gate, const RuleBook &rules, Instant now)
{
    if (gate.isEmpty())
        return now;
    return nextOpen(hoursBehind(gate, rules), now).value_or(now + std::chrono::hours(48));
}

QString gateList(const QVector<Gate> &gates)
{
    QString list(QLatin1Char('|'));
    QSet<QString> seen;
    for (const Gate &gate : gates) {
        if (seen.contains(gate.zones))
            continue;
        seen.insert(gate.zones);
        list += gate.zones + QLatin1Char('|');
    }
    return list;
}

QString openGates(const QVector<Gate> &gates, const RuleBook &rules, Instant now)
{
    QVector<Gate> open;
    std::copy_if(gates.cbegin(), gates.cend(), std::back_inserter(open),
                 [&rules, now](const Gate &gate) { return isGateOpen(gate.zones, rules, now); });
    return QLatin1Char('|') + gateList(open); // the one that is always open, in any case
}

} // namespace beback
