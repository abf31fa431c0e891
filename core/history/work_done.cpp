#include "core/history/work_done.h"

#include <QJsonDocument>
#include <QSet>

namespace beback {

namespace {

WorkRow rowFrom(Columns &c)
{
    WorkRow row;
    row.done.event = c.id<EventId>();
    row.kind = eventKindFromText(c.text());
    row.done.kind = row.kind == EventKind::AppointmentSet ? WorkDone::Kind::Appointment : WorkDone::Kind::Attempt;
    row.done.actor = c.text();
    row.done.customer = c.id<CustomerId>();
    row.done.lead = c.id<LeadId>();
    row.done.medium = mediumFromText(c.text()).value_or(Medium::Call);
    row.done.answered = isAnswered(outcomeFromText(c.text()).value_or(Outcome::None));
    row.done.at = c.instant();
    const QByteArray body = c.utf8();
    if (body.isEmpty())
        return row;
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    row.undoes = EventId::fromString(object.value(QLatin1String("undoes")).toString());
    row.isOthers = !object.value(QLatin1String("department")).toString().isEmpty();
    bool ok = false;
    if (const Instant hour = Instant::fromIso(object.value(QLatin1String("hour")).toString(), &ok); ok)
        row.done.hour = hour;
    return row;
}

void fill(QVector<WorkDone> &work, const WorkDone &reply)
{
    for (auto it = work.rbegin(); it != work.rend(); ++it)
        if (it->kind == WorkDone::Kind::Attempt && it->lead == reply.lead && it->medium == reply.medium && it->at <= reply.at) {
            it->answered = true;
            return;
        }
}

} // namespace

QVector<WorkDone> standing(const QVector<WorkRow> &rows)
{
    QSet<EventId> gone; // from the end: a correction that was taken back itself takes nothing back
    for (auto it = rows.crbegin(); it != rows.crend(); ++it)
        if (it->kind == EventKind::Corrected && !gone.contains(it->done.event))
            gone.insert(it->undoes);
    QVector<WorkDone> work;
    for (const WorkRow &row : rows) {
        if (row.kind == EventKind::Corrected || row.isOthers || gone.contains(row.done.event))
            continue;
        if (row.kind == EventKind::Reply)
            fill(work, row.done);
        else
            work << row.done;
    }
    return work;
}

Result<QVector<WorkDone>> workDone(Connection &db, RooftopId rooftop, Instant since, Instant until, const QString &actor)
{
    BEBACK_TRY(select, db.statement("history/work_done"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).bind(":until", until).bind(":actor", actor).exec());
    QVector<WorkRow> rows;
    while (select.next()) {
        Columns c = select.columns();
        rows << rowFrom(c);
    }
    BEBACK_CHECK(select.finished());
    return standing(rows);
}

} // namespace beback
