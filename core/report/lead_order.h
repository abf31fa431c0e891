#pragma once

#include "core/store/connection.h"

#include <QHash>
#include <QSet>
#include <QVector>

namespace beback {

// The order in which lists show leads, the longest untouched first, for leads that need not be among ReportFacts. A value.
class LeadOrder
{
public:
    // Thread: the connection's.
    static Result<LeadOrder> read(Connection &db, RooftopId rooftop, const QSet<LeadId> &leads);
    // Of those that were read; others are left out: they are not there any more.
    QVector<LeadId> of(const QSet<LeadId> &leads) const;

private:
    QHash<LeadId, qsizetype> m_places;
};

} // namespace beback
