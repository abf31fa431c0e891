#include "core/history/taken_back.h"

#include <QJsonDocument>

namespace beback {

Result<QSet<EventId>> takenBackSince(Connection &db, RooftopId rooftop, Instant since)
{
    BEBACK_TRY(select, db.statement("lead/corrections"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    QVector<std::pair<EventId, EventId>> corrections; // which undoes which
    while (select.next()) {
        Columns c = select.columns();
        const EventId id = c.id<EventId>();
        corrections << std::pair(id, EventId::fromString(QJsonDocument::fromJson(c.utf8()).object().value(QLatin1String("undoes")).toString()));
    }
    BEBACK_CHECK(select.finished());
    // The newest first: a correction that was itself taken back undoes nothing.
    QSet<EventId> gone;
    for (auto it = corrections.crbegin(); it != corrections.crend(); ++it)
        if (!gone.contains(it->first))
            gone.insert(it->second);
    return gone;
}

} // namespace beback
