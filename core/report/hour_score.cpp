#include "core/report/hour_score.h"

#include "core/time/calendar.h"

#include <algorithm>

namespace beback {

bool isIn(const WorkDone &done, const HourSpan &hour)
{
    return hour.contains(done.at) || done.hour == hour.begin;
}

HourScore hourScore(const QVector<WorkDone> &work, const QString &login, const HourSpan &hour, Instant upTo)
{
    HourScore score;
    QSet<LeadId> appointed;
    for (const WorkDone &done : work) {
        if (done.actor != login || !isIn(done, hour) || done.at >= upTo)
            continue;
        if (done.kind == WorkDone::Kind::Appointment) {
            appointed.insert(done.lead);
            continue;
        }
        ++score.touches;
        ++score.byMedium[size_t(done.medium)];
        score.reached += done.answered;
        score.reachedByMedium[size_t(done.medium)] += done.answered;
    }
    score.appointments = int(appointed.size());
    return score;
}

bool isKept(const HourScore &score)
{
    return score.touches >= KeptTouches;
}

QVector<HourSpan> hoursOf(const QVector<WorkDone> &work, const QString &login, QDate day, const HourBook &book, const QString &zone)
{
    QVector<HourSpan> hours;
    if (const auto set = book.on(login, day, zone))
        hours << *set;
    for (const WorkDone &done : work) {
        if (done.actor != login || !done.hour || zones::local(*done.hour, zone).date != day)
            continue;
        const HourSpan begun = HourSpan::from(*done.hour);
        if (!hours.contains(begun))
            hours << begun;
    }
    std::sort(hours.begin(), hours.end(), [](const HourSpan &a, const HourSpan &b) { return a.begin < b.begin; });
    return hours;
}

QSet<QDate> keptDays(const QVector<WorkDone> &work, const QString &login, QDate from, QDate until, const HourBook &book, const QString &zone)
{
    QHash<QDate, QVector<WorkDone>> days; // one day at a time: a row of months is not walked through for every one of them
    for (const WorkDone &done : work)
        if (done.actor == login)
            days[zones::local(done.hour.value_or(done.at), zone).date] << done;
    QSet<QDate> kept;
    for (auto it = days.cbegin(); it != days.cend(); ++it) {
        if (it.key() < from || it.key() > until)
            continue;
        const QVector<HourSpan> hours = hoursOf(it.value(), login, it.key(), book, zone);
        const bool any = std::any_of(hours.cbegin(), hours.cend(), [&](const HourSpan &hour) {
            return isKept(hourScore(it.value(), login, hour, hour.end + power_hour::Length));
        });
        if (any)
            kept.insert(it.key());
    }
    return kept;
}

int streakUpTo(const QSet<QDate> &kept, QDate today, QDate from)
{
    int days = kept.contains(today);
    for (QDate day = today.addDays(-1); day >= from; day = day.addDays(-1)) {
        if (kept.contains(day))
            ++days;
        else if (calendar::isBusinessDay(day))
            break;
    }
    return days;
}

} // namespace beback
