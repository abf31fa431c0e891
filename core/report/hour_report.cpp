#include "core/report/hour_report.h"

#include "core/report/work_days.h"
#include "core/time/calendar.h"

namespace beback {

namespace {

constexpr int DaysBack = 100; // a quarter, and the month it ends in: as far as a row of days is followed here

// What was done in all hours of these days, each touch once.
HourScore scoreOf(const QVector<WorkDone> &own, const QString &login, QDate from, QDate until, const HourBook &book, const QString &zone)
{
    QHash<QDate, QVector<WorkDone>> days;
    for (const WorkDone &done : own)
        days[zones::local(done.hour.value_or(done.at), zone).date] << done;
    HourScore sum;
    for (auto it = days.cbegin(); it != days.cend(); ++it) {
        if (it.key() < from || it.key() > until)
            continue;
        QVector<WorkDone> rest = it.value();
        for (const HourSpan &hour : hoursOf(rest, login, it.key(), book, zone)) {
            const HourScore score = hourScore(rest, login, hour, hour.end + power_hour::Length);
            sum.touches += score.touches;
            sum.reached += score.reached;
            sum.appointments += score.appointments;
            for (size_t i = 0; i < sum.byMedium.size(); ++i) {
                sum.byMedium[i] += score.byMedium[i];
                sum.reachedByMedium[i] += score.reachedByMedium[i];
            }
            rest.removeIf([&](const WorkDone &done) { return isIn(done, hour); });
        }
    }
    return sum;
}

// Who was contacted in the hours of these days that were kept. `own`: of one person, `days` the days of one month they kept one on.
QSet<LeadId> keptOn(const QVector<WorkDone> &own, const QString &login, const QSet<QDate> &days, const HourBook &book, const QString &zone)
{
    QSet<LeadId> leads;
    for (const QDate day : days)
        for (const HourSpan &hour : hoursOf(own, login, day, book, zone)) {
            if (!isKept(hourScore(own, login, hour, hour.end + power_hour::Length)))
                continue;
            for (const WorkDone &done : own)
                if (done.kind == WorkDone::Kind::Attempt && isIn(done, hour) && done.at < hour.end + power_hour::Length)
                    leads.insert(done.lead);
        }
    return leads;
}

} // namespace

HourReport hourReport(const QVector<SitePerson> &people, const QVector<WorkDone> &work, QDate workFrom, const HourBook &book,
                      Instant now, const QString &zone)
{
    HourReport report;
    report.until = zones::local(now, zone).date;
    report.from = QDate(report.until.year(), report.until.month(), 1);
    QHash<QString, QVector<WorkDone>> own;
    for (const WorkDone &done : work)
        own[done.actor] << done;
    for (const SitePerson &member : people) {
        HourReport::Person person;
        person.who = member;
        if (const HourSetting *setting = book.ruling(member.login, report.until))
            person.at = setting->at;
        const QVector<WorkDone> mine = own.value(member.login);
        const QSet<QDate> kept = keptDays(mine, member.login, workFrom, report.until, book, zone);
        QSet<QDate> thisMonth;
        for (QDate day = report.from; day <= report.until; day = day.addDays(1)) {
            person.kept += kept.contains(day);
            const auto hour = book.on(member.login, day, zone);
            const bool isExpected = hour && calendar::isBusinessDay(day) && (hour->end <= now || kept.contains(day));
            person.expected += isExpected;
            person.days += isExpected || kept.contains(day);
            if (kept.contains(day))
                thisMonth.insert(day);
        }
        person.keptOn = keptOn(mine, member.login, thisMonth, book, zone);
        person.streak = streakUpTo(kept, report.until, workFrom);
        person.score = scoreOf(mine, member.login, report.from, report.until, book, zone);
        if (person.at || person.kept > 0 || person.expected > 0)
            report.people << person;
    }
    return report;
}

Result<HourReport> readHourReport(Connection &db, RooftopId rooftop, const QString &zone, Instant now)
{
    const QDate from = zones::local(now, zone).date.addDays(-DaysBack);
    BEBACK_TRY(people, readPeople(db, rooftop));
    BEBACK_TRY(book, readHours(db, rooftop));
    BEBACK_TRY(work, workDone(db, rooftop, startOfDay(from, zone), now + Duration(1)));
    return hourReport(people, work, from, book, now, zone);
}

} // namespace beback
