// Who was reached, which visits were set, who left unsold and came back.
#include "core/history/customer_state.h"
#include "core/history/visit_confirmation.h"
#include "core/report/today_facts.h"
#include "core/time/zones.h"

#include <QJsonDocument>

#include <algorithm>

namespace beback {

namespace {

struct Reached {
    QSet<CustomerId> all, byCall;
};

Reached reachedOf(const QVector<WorkDone> &work, Instant from, const QSet<EventId> &standing)
{
    Reached reached;
    for (const WorkDone &done : work) {
        if (done.kind != WorkDone::Kind::Attempt || !done.answered || done.at < from || !standing.contains(done.event))
            continue;
        reached.all.insert(done.customer);
        if (done.medium == Medium::Call)
            reached.byCall.insert(done.customer);
    }
    return reached;
}

// An appointment as it was last set with a lead.
struct VisitSet {
    EventId event;
    Instant at;        // of the visit
    Instant lastReply; // us 0: never
    QString zone;      // of the person, see clockZone()
};

struct VisitRow {
    EventId event;
    bool isCancel = false;
    LeadId lead;
    Instant occurredAt, recordedAt;
    QJsonObject body;
    Instant lastReply;
    QString zones;
};

Result<QVector<VisitRow>> readVisitRows(Connection &db, const TodayFacts &facts)
{
    BEBACK_TRY(select, db.statement("report/today_visits"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":since", facts.weekAgo).exec());
    QVector<VisitRow> rows;
    while (select.next()) {
        Columns c = select.columns();
        VisitRow row;
        row.event = c.id<EventId>();
        row.isCancel = eventKindFromText(c.text()) == EventKind::AppointmentCancelled;
        row.lead = c.id<LeadId>();
        row.occurredAt = c.instant();
        row.recordedAt = c.instant();
        row.body = QJsonDocument::fromJson(c.utf8()).object();
        row.lastReply = c.instant();
        row.zones = c.text();
        if (facts.counts(row.event, row.body))
            rows << row;
    }
    BEBACK_CHECK(select.finished());
    return rows;
}

QString zoneOf(const QString &names)
{
    for (const QString &zone : names.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (zones::isKnown(zone))
            return zone;
    return zones::unknownSet().first();
}

// What was set from then on and stood at `until`. Of a lead the last one: it takes the place of those before.
QHash<LeadId, VisitSet> visitsSet(const QVector<VisitRow> &rows, Instant from, Instant until)
{
    QHash<LeadId, VisitSet> visits;
    for (const VisitRow &row : rows) {
        if (row.occurredAt < from || row.recordedAt >= until)
            continue;
        if (!row.isCancel)
            visits.insert(row.lead, {row.event, Instant::fromIso(row.body.value(QLatin1String("at")).toString()), row.lastReply, zoneOf(row.zones)});
        else if (const auto set = visits.constFind(row.lead);
                 set != visits.cend() && set->event == EventId::fromString(row.body.value(QLatin1String("appointment")).toString()))
            visits.erase(set);
    }
    return visits;
}

bool isConfirmed(const VisitSet &visit, Instant lastReached)
{
    const auto from = confirmFrom(visit.at, visit.zone);
    return from && std::max(visit.lastReply, lastReached) >= *from;
}

QHash<LeadId, Instant> lastReached(const QVector<WorkDone> &work)
{
    QHash<LeadId, Instant> last;
    for (const WorkDone &done : work)
        if (done.kind == WorkDone::Kind::Attempt && done.answered)
            last[done.lead] = std::max(last.value(done.lead), done.at);
    return last;
}

// The days on which somebody came in, and on which they bought.
struct Visitor {
    QSet<QDate> came, bought;
};

bool isAnyAfter(const QSet<QDate> &days, QDate day)
{
    return std::any_of(days.cbegin(), days.cend(), [day](QDate other) { return other > day; });
}

Result<QHash<CustomerId, Visitor>> readVisitors(Connection &db, const TodayFacts &facts)
{
    BEBACK_TRY(select, db.statement("report/today_visitors"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":since", facts.monthBegan).exec());
    QHash<CustomerId, Visitor> visitors;
    while (select.next()) {
        Columns c = select.columns();
        const EventId event = c.id<EventId>();
        const bool came = eventKindFromText(c.text()) == EventKind::Attempt;
        const CustomerId customer = c.id<CustomerId>();
        const Instant at = c.instant();
        const QJsonObject body = QJsonDocument::fromJson(c.utf8()).object();
        if (at < facts.monthBegan || !facts.counts(event, body) || !body.value(QLatin1String("department")).toString().isEmpty())
            continue;
        const QDate day = zones::local(at, facts.zone).date;
        if (came)
            visitors[customer].came.insert(day);
        else if (leadStatusFromText(body.value(QLatin1String("status")).toString()) == LeadStatus::Sold)
            visitors[customer].bought.insert(day);
    }
    BEBACK_CHECK(select.finished());
    return visitors;
}

} // namespace

Result<void> readReached(Connection &db, const TodayFacts &facts, TodayPage &page)
{
    QSet<EventId> standing;
    for (const WorkDone &done : facts.work)
        standing.insert(done.event);
    const Reached today = reachedOf(facts.work, facts.midnight, standing);
    page.reached = int(today.all.size());
    page.reachedByCall = int(today.byCall.size());
    // As it stood at this hour: who answered later in that week was not reached by then.
    BEBACK_TRY(then, workDone(db, facts.rooftop, facts.weekAgo, facts.weekAgoNow));
    page.reachedWeekAgo = int(reachedOf(then, facts.weekAgo, standing).all.size());
    return {};
}

Result<void> readVisits(Connection &db, const TodayFacts &facts, TodayPage &page)
{
    BEBACK_TRY(rows, readVisitRows(db, facts));
    const QHash<LeadId, VisitSet> today = visitsSet(rows, facts.midnight, EndOfTime);
    const QHash<LeadId, Instant> spoke = lastReached(facts.work);
    page.visitsSet = int(today.size());
    for (auto visit = today.cbegin(); visit != today.cend(); ++visit)
        page.visitsConfirmed += isConfirmed(*visit, spoke.value(visit.key()));
    page.visitsWeekAgo = int(visitsSet(rows, facts.weekAgo, facts.weekAgoNow).size());
    return {};
}

Result<void> readBeBacks(Connection &db, const TodayFacts &facts, TodayPage &page)
{
    BEBACK_TRY(visitors, readVisitors(db, facts));
    for (const Visitor &visitor : std::as_const(visitors)) {
        if (visitor.came.isEmpty())
            continue;
        const QDate first = *std::min_element(visitor.came.cbegin(), visitor.came.cend());
        if (std::any_of(visitor.bought.cbegin(), visitor.bought.cend(), [first](QDate day) { return day <= first; }))
            continue;
        ++page.unsoldThisMonth;
        page.backThisMonth += isAnyAfter(visitor.came, first) || isAnyAfter(visitor.bought, first);
    }
    return {};
}

} // namespace beback
