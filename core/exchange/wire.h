#pragma once

#include "core/history/derived_rows.h"
#include "core/history/event.h"

#include <QJsonObject>

// Events and derived rows as they travel to the shared database: the names of the columns they become there. Pure.
namespace beback::wire {

QJsonObject toJson(const Event &event);
QJsonObject toJson(const DerivedRows &rows);
QByteArray compact(const QJsonArray &array); // UTF-8

} // namespace beback::wire
