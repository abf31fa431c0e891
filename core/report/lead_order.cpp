#include "core/report/lead_order.h"

#include <algorithm>
#include <tuple>

namespace beback {

namespace {

constexpr qsizetype AtOnce = 200; // the statement cuts its list lead by lead, each time the whole rest: longer ones cost their square

using Row = std::tuple<Instant, Instant, LeadId>; // touched last, came

Result<void> readPart(Connection &db, RooftopId rooftop, const QStringList &ids, QVector<Row> &rows)
{
    BEBACK_TRY(select, db.statement("report/lead_order"));
    BEBACK_CHECK(select.bind(":ids", ids.join(QLatin1Char(' '))).bind(":rooftop_id", rooftop).exec());
    while (select.next()) {
        Columns c = select.columns();
        const LeadId lead = c.id<LeadId>();
        const Instant touched = c.instant();
        rows << Row(touched, c.instant(), lead);
    }
    return select.finished();
}

} // namespace

Result<LeadOrder> LeadOrder::read(Connection &db, RooftopId rooftop, const QSet<LeadId> &leads)
{
    QStringList ids;
    for (const LeadId lead : leads)
        ids << lead.toString();
    QVector<Row> rows;
    for (qsizetype from = 0; from < ids.size(); from += AtOnce)
        BEBACK_CHECK(readPart(db, rooftop, ids.mid(from, AtOnce), rows));
    std::sort(rows.begin(), rows.end());
    LeadOrder order;
    for (qsizetype i = 0; i < rows.size(); ++i)
        order.m_places.insert(std::get<LeadId>(rows[i]), i);
    return order;
}

QVector<LeadId> LeadOrder::of(const QSet<LeadId> &leads) const
{
    QVector<LeadId> sorted;
    for (const LeadId lead : leads)
        if (m_places.contains(lead))
            sorted << lead;
    std::sort(sorted.begin(), sorted.end(), [this](LeadId a, LeadId b) { return m_places.value(a) < m_places.value(b); });
    return sorted;
}

} // namespace beback
