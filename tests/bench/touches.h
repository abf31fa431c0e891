#pragma once

#include "pg_floor.h"

#include "core/history/event.h"

#include <QStringList>
#include <QVector>

namespace bench {

// Touches of people who are known at a dealership: as a desk records them, and as events that are written past it.

// So many who are due, any; each "customer lead". Short histories and long ones, but none of hundreds.
QStringList peopleOf(PgFloor &administrator, int count);
beback::EventDraft touchOf(beback::CustomerId customer, beback::LeadId lead, const QString &login);
// So many, one person after the other and again, with ids nobody used, numbered after `n`, which grows.
QVector<beback::Event> touchesOf(const QStringList &people, int count, beback::OriginId origin, qint64 &n);
// One statement that inserts all of them.
std::string multiRow(const QVector<beback::Event> &events);

} // namespace bench
