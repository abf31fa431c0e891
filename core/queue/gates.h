#pragma once

#include "core/base/id.h"
#include "core/plan/rule_book.h"
#include "core/store/connection.h"

#include <QSet>

namespace beback {

// A gate is what must be open for the leads behind it to be contacted: the places of their customers (see gateOf()).
// Claim and list look at the head of each gate instead of at every lead.
struct Gate {
    QString owner; // login, empty: anybody
    int band = 0;
    QString zones; // as stored: "", "?", "America/Chicago America/New_York"
    qint64 rows = 0;
};

// Those a login may work, by band.
Result<QVector<Gate>> gatesFor(Connection &db, RooftopId rooftop, const QString &login);

// `rules`: those the store works by.
bool isGateOpen(const QString &gate, const RuleBook &rules, Instant now);
Instant gateOpensAt(const QString &gate, const RuleBook &rules, Instant now); // now, where it is open

// The distinct gates among these, and those that are open, as statements like queue/pick want them: "|zone|zone|"; the gate
// that is always open is empty and makes "||".
QString gateList(const QVector<Gate> &gates);
QString openGates(const QVector<Gate> &gates, const RuleBook &rules, Instant now);

} // namespace beback
