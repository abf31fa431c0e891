#include "core/exchange/meetings.h"

#include "core/history/corrections.h"
#include "core/history/lead_draft.h"
#include "core/time/zones.h"

#include <QStringList>

#include <algorithm>

namespace beback {

namespace {

QString text(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

bool isTouch(const Event &event)
{
    return event.kind == EventKind::Attempt && event.direction == Direction::Out && event.medium && text(event, "department").isEmpty();
}

bool asksToStop(const Event &event)
{
    return event.kind == EventKind::DoNotContactSet || event.outcome == Outcome::AskedToStop;
}

// What was not named is meant as a whole; see CustomerState::refusal().
bool forbids(const Event &refusal, const Event &touch)
{
    if (refusal.kind != EventKind::DoNotContactSet)
        return true;
    const QString point = text(refusal, "point"), medium = text(refusal, "medium");
    return (point.isEmpty() || point == text(touch, "point")) && (medium.isEmpty() || mediumFromText(medium) == touch.medium);
}

bool movesPoint(const Event &event)
{
    return event.kind == EventKind::ContactPointSet || event.kind == EventKind::ContactPointRemoved;
}

// "phone:+15055550142": those an edit takes away, puts or names.
QStringList pointsOf(const Event &event)
{
    if (event.kind == EventKind::ContactPointRemoved)
        return {text(event, "point")};
    QStringList keys{ContactPoint::fromJson(event.body.value(QLatin1String("point")).toObject()).key()};
    if (const QString replaced = text(event, "replaces"); !replaced.isEmpty())
        keys << replaced;
    return keys;
}

bool samePoint(const Event &a, const Event &b)
{
    if (!movesPoint(a) || !movesPoint(b) || (a.kind == b.kind && a.body == b.body))
        return false;
    const QStringList points = pointsOf(a), others = pointsOf(b);
    return std::any_of(points.cbegin(), points.cend(), [&others](const QString &key) { return others.contains(key); });
}

bool sameDay(const Event &a, const Event &b, const QString &zone)
{
    return isTouch(a) && isTouch(b) && a.medium == b.medium && *a.medium != Medium::Visit
           && zones::local(a.occurredAt, zone).date == zones::local(b.occurredAt, zone).date;
}

bool stepAndPlan(const Event &a, const Event &b)
{
    const auto works = [](const Event &event) { return isTouch(event) || event.kind == EventKind::Skipped; };
    return !a.lead.isNull() && a.lead == b.lead
           && ((a.kind == EventKind::PlanChosen && works(b)) || (works(a) && b.kind == EventKind::PlanChosen));
}

// What meets what, but for who could know of whom. `other` is the earlier one.
bool isAbout(Meeting::Kind kind, const Event &event, const Event &other, const QString &zone)
{
    switch (kind) {
    case Meeting::Kind::AfterOptOut: return false; // not by this order
    case Meeting::Kind::SameDay: return sameDay(event, other, zone);
    case Meeting::Kind::PointMet: return samePoint(event, other);
    case Meeting::Kind::PlanMet: return stepAndPlan(event, other);
    }
    return false;
}

// Both are attempts under a claim, and that of `other` was an earlier one: with a claim comes the whole history.
bool isUnderLaterClaim(const Arrived &one, const Arrived &other)
{
    const QJsonValue mine = one.event.body.value(QLatin1String("epoch")), theirs = other.event.body.value(QLatin1String("epoch"));
    return one.event.kind == EventKind::Attempt && other.event.kind == EventKind::Attempt && theirs.isDouble()
           && theirs.toInteger() < mine.toInteger() && other.receivedAt - other.event.hlc.instant() <= WaitedLong;
}

// Whoever knows of a wish is not let touch them. So one that had only just come in was not known, also where the line was gone for
// so short a time that it cannot be told from a desk that was connected.
bool knewOf(const Arrived &touch, const Arrived &refusal)
{
    return couldKnow(touch, refusal)
           && (touch.event.origin == refusal.event.origin || isUnderLaterClaim(touch, refusal)
               || touch.event.hlc.instant() - refusal.receivedAt >= WaitedLong);
}

// When it happened decides, and not when it was written down.
const Arrived *optOutBefore(const QVector<Arrived> &events, const Arrived &touch, const QSet<EventId> &gone)
{
    const Arrived *found = nullptr;
    if (!isTouch(touch.event))
        return found;
    for (const Arrived &one : events)
        if (asksToStop(one.event) && one.event.id != touch.event.id && !gone.contains(one.event.id) && one.event.occurredAt < touch.event.occurredAt
            && forbids(one.event, touch.event) && !knewOf(touch, one) && (!found || one.event.occurredAt > found->event.occurredAt))
            found = &one;
    return found;
}

} // namespace

bool couldKnow(const Arrived &one, const Arrived &other)
{
    return one.event.origin == other.event.origin || other.receivedAt <= one.reachedAt || isUnderLaterClaim(one, other);
}

QVector<Meeting> meetingsOf(const QVector<Arrived> &events, const QString &zone)
{
    QVector<Event> plain;
    for (const Arrived &one : events)
        plain << one.event;
    const QSet<EventId> takenOut = takenBack(plain);
    const QSet<EventId> gone = takenOut + clearedRefusals(plain, takenOut);
    QVector<Meeting> found;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const Arrived &one = events[i];
        if (gone.contains(one.event.id))
            continue;
        if (const Arrived *refusal = optOutBefore(events, one, gone))
            found << Meeting{Meeting::Kind::AfterOptOut, one.event, refusal->event};
        for (const auto kind : {Meeting::Kind::SameDay, Meeting::Kind::PointMet, Meeting::Kind::PlanMet})
            for (qsizetype k = i - 1; k >= 0; --k)
                if (!gone.contains(events[k].event.id) && isAbout(kind, one.event, events[k].event, zone) && !couldKnow(one, events[k])) {
                    found << Meeting{kind, one.event, events[k].event};
                    break;
                }
    }
    return found;
}

} // namespace beback
