#include "core/report/solutions_report.h"

#include "core/history/taken_back.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace beback {

namespace {

struct Row {
    LeadId lead;
    EventKind kind = EventKind::Unknown;
    Instant at;
    QJsonObject body;
};

Result<QVector<Row>> readRows(Connection &db, RooftopId rooftop, Instant since)
{
    BEBACK_TRY(gone, takenBackSince(db, rooftop, since));
    BEBACK_TRY(select, db.statement("report/offers"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    QVector<Row> rows;
    while (select.next()) {
        Columns c = select.columns();
        Row row;
        row.lead = c.id<LeadId>();
        const EventId id = c.id<EventId>();
        row.kind = eventKindFromText(c.text());
        row.at = c.instant();
        row.body = QJsonDocument::fromJson(c.utf8()).object();
        if (!gone.contains(id))
            rows << row;
    }
    BEBACK_CHECK(select.finished());
    return rows;
}

// What somebody was offered is for a visit or a sale.
bool isHelp(const Row &row)
{
    return row.kind == EventKind::AppointmentSet
           || (row.kind == EventKind::LeadClosed && row.body.value(QLatin1String("status")).toString() == QLatin1String("sold"));
}

} // namespace

Result<QMap<QString, SolutionUse>> solutionUses(Connection &db, RooftopId rooftop, Instant since)
{
    BEBACK_TRY(rows, readRows(db, rooftop, since));
    QHash<LeadId, QVector<Instant>> helped;
    for (const Row &row : std::as_const(rows))
        if (isHelp(row))
            helped[row.lead] << row.at;
    QHash<std::pair<LeadId, QString>, bool> offers; // did it help?
    for (const Row &row : std::as_const(rows)) {
        const auto later = helped.value(row.lead);
        const bool came = std::any_of(later.cbegin(), later.cend(), [&](Instant at) { return at >= row.at && at - row.at <= HelpedWithin; });
        for (const QJsonValue &id : row.body.value(QLatin1String("solutions")).toArray()) {
            bool &known = offers[{row.lead, id.toString()}];
            known = known || came;
        }
    }
    QMap<QString, SolutionUse> uses;
    for (auto it = offers.cbegin(); it != offers.cend(); ++it) {
        ++uses[it.key().second].offered;
        uses[it.key().second].helped += *it;
    }
    return uses;
}

} // namespace beback
