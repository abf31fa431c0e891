#pragma once

#include "model.h"
#include "server_link.h"

#include <QStringList>

namespace beback::exchange_sim {

// Everything that stands in the shared database about these people, by its id.
QHash<EventId, ServerRow> rowsAbout(const ServerLink &server, const QVector<CustomerId> &people);
// Which of these entries it has.
QSet<EventId> thereOf(const ServerLink &server, const QSet<EventId> &events);

} // namespace beback::exchange_sim
