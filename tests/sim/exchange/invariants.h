#pragma once

#include "oracle.h"
#include "sim_world.h"

namespace beback::exchange_sim {

// What must hold. Each answers its faults in words; none: it holds.

using Rows = QHash<EventId, ServerRow>;

// At any moment: each person is held by one at most, whoever believes so, by whatever clock they go.
QStringList heldByTwo(SimWorld &world, const QVector<CustomerId> &people);
// Whoever was just handed out had not asked to be left alone, as far as was known there.
QStringList handedOutThoughRefused(const Rows &rows, CustomerId customer);
// Whom a desk knows to have asked to be left alone it lets nobody contact; read as leniently as can be: whatever is said to end an
// opt-out ends it.
QStringList allowedThoughRefused(SimDesk &desk, CustomerId customer, Instant now);

// Once everything is sent. What was saved is there, as it was saved, and nothing else.
QStringList lostOrInvented(const Rows &rows, const Model &model, const QVector<CustomerId> &people);
QStringList heldByRule(const Rows &rows, SimWorld &world, bool wasRestored);
QStringList feedsDense(const ServerLink &server);
QStringList originsDense(const ServerLink &server);
QStringList noStampAhead(const ServerLink &server);
QStringList nobodyStale(const ServerLink &server);
// The product's fold of what counts is what the plain sets say, and what every desk says.
QStringList foldsAgree(const Rows &rows, SimWorld &world, const QVector<CustomerId> &people);
// What a desk has about somebody it carries is what counts there: no more, no less.
QStringList carriedWhole(const Rows &rows, SimWorld &world, const QVector<CustomerId> &people);
QStringList outboxesEmpty(SimWorld &world);

} // namespace beback::exchange_sim
