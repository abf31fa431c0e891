#pragma once

#include "core/base/random.h"
#include "core/desk/desk_types.h"
#include "core/intake/reading.h"
#include "core/store/connection.h"

namespace beback {

// Input that could not be taken, whole, with the reason. Nothing is ever deleted from it; an entry is taken or discarded
// when a person decides so. `format` says how to read an entry again: "adf", "eml", or "csv" with the order of dates and
// the zone where they are not the usual ones ("csv dmy America/Toronto"). Thread: the connection's.
class Quarantine
{
public:
    static constexpr qsizetype ContentLimit = 16 * 1024 * 1024; // bytes kept of one piece

    Quarantine(Connection &db, RooftopId rooftop) : m_db(db), m_rooftop(rooftop) {}

    // Keeps it; the same content again is the same entry. Errors: the store's.
    Result<QuarantineId> add(const Reading &refused, const QString &source, Instant now, Random &random);
    Result<QVector<QuarantineEntry>> open();
    // Errors: NotFound; Conflict (taken or discarded already).
    Result<QuarantineEntry> entry(QuarantineId id);
    Result<QuarantineContent> content(QuarantineId id); // Errors: NotFound
    Result<void> close(QuarantineId id, const QString &status, const QString &why);
    Result<void> setReason(QuarantineId id, const QString &reason);

private:
    Connection &m_db;
    RooftopId m_rooftop;
};

// The bytes of a content, as they came.
QByteArray bytesOf(const QuarantineContent &content);

} // namespace beback
