#pragma once

#include <QByteArray>
#include <QJsonArray>

// More than half of the JSON a desk sends are the names of columns, said again for every row, and whom each event is about, said again for
// every event. A batch of many travels without them; unpacked_events() and unpacked_rows() of the shared database (migration 0087) say them
// again. The order of the fields is theirs: change both. Pure.
namespace beback::packing {

constexpr int WorthIt = 8; // events; one or two are with the server before they would be packed

// As wire::toJson has them, at least one. UTF-8.
QByteArray events(const QJsonArray &events);
// A list of {"customer_id", "base", "rows"}.
QByteArray rows(const QJsonArray &rows);

} // namespace beback::packing
