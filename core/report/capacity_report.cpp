#include "core/report/capacity_report.h"

#include "core/queue/gates.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <numeric>

namespace beback {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

// To the next half hour: nobody plans minutes.
double halfHours(double hours)
{
    return std::ceil(hours * 2 - 1e-9) / 2;
}

QString hoursText(double hours)
{
    return hours == 1 ? tr("1 more hour") : tr("%1 more hours").arg(QLocale().toString(hours, 'f', hours == std::floor(hours) ? 0 : 1));
}

QString leadsText(int leads)
{
    return leads == 1 ? tr("1 lead") : tr("%n leads", leads);
}

// Due until the end of the day, behind gates that are open or will be: by owner.
Result<QHash<QString, int>> dueByOwner(Connection &db, RooftopId rooftop, const RuleBook &rules, Instant now, Instant endOfDay)
{
    BEBACK_TRY(select, db.statement("report/due_by_owner"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":until", endOfDay).exec());
    QHash<QString, int> due;
    while (select.next()) {
        Columns c = select.columns();
        const QString owner = c.text(), gate = c.text();
        if (gateOpensAt(gate, rules, now) <= endOfDay)
            due[owner] += c.integer();
    }
    BEBACK_CHECK(select.finished());
    return due;
}

} // namespace

int CapacityReport::over() const
{
    return std::accumulate(people.cbegin(), people.cend(), anybodyOver, [](int sum, const Person &person) { return sum + person.over; });
}

bool CapacityReport::isAnybodyExpected() const
{
    return std::any_of(people.cbegin(), people.cend(),
                       [](const Person &person) { return person.capacity.basis != Capacity::Basis::DayOff; });
}

CapacityReport weighLoad(QVector<CapacityReport::Person> people, int anybodyDue)
{
    CapacityReport report;
    report.anybodyDue = anybodyDue;
    int room = 0;
    double pace = 0;
    int paced = 0;
    for (CapacityReport::Person &person : people) {
        if (!person.capacity.isKnown())
            continue;
        report.isKnown = true;
        person.over = std::max(0, person.due - person.capacity.left);
        person.room = std::max(0, person.capacity.left - person.due);
        if (person.capacity.perHour > 0) {
            person.hoursMore = halfHours(person.over / person.capacity.perHour);
            pace += person.capacity.perHour;
            ++paced;
        }
        room += person.room;
    }
    if (report.isKnown)
        report.anybodyOver = std::max(0, anybodyDue - room);
    if (paced > 0)
        report.anybodyHours = halfHours(report.anybodyOver * paced / pace);
    report.people = std::move(people);
    return report;
}

QString moreHoursFor(int touches, double perHour)
{
    return perHour > 0 ? hoursText(halfHours(touches / perHour)) : QString();
}

QString whatWouldHelp(const CapacityReport::Person &person)
{
    if (person.over == 0)
        return {};
    if (person.capacity.basis == Capacity::Basis::DayOff)
        return tr("Not expected today.");
    if (person.hoursMore == 0)
        return tr("%1 for somebody else.").arg(leadsText(person.over));
    return tr("%1, or %2 for somebody else.").arg(hoursText(person.hoursMore), leadsText(person.over));
}

QString whatWouldHelp(const CapacityReport &report)
{
    if (report.anybodyOver == 0 || !report.isAnybodyExpected())
        return {};
    if (report.anybodyHours == 0)
        return tr("%1 fewer.").arg(leadsText(report.anybodyOver));
    return tr("%1 from anybody, or %2 fewer.").arg(hoursText(report.anybodyHours), leadsText(report.anybodyOver));
}

Result<SiteWork> readSiteWork(Connection &db, RooftopId rooftop, const QString &zone, Instant now)
{
    const QDate today = zones::local(now, zone).date;
    SiteWork site;
    BEBACK_TRY(work, workDone(db, rooftop, startOfDay(today.addDays(-SiteDays::Back), zone), now + Duration(1)));
    BEBACK_TRY(people, readPeople(db, rooftop));
    site.days = siteDays(work, zone, today);
    site.work = std::move(work);
    site.people = std::move(people);
    return site;
}

Result<CapacityReport> readCapacityReport(Connection &db, RooftopId rooftop, const RuleBook &rules, const QString &zone, Instant now)
{
    BEBACK_TRY(site, readSiteWork(db, rooftop, zone, now));
    return readCapacityReport(db, rooftop, rules, zone, now, site);
}

Result<CapacityReport> readCapacityReport(Connection &db, RooftopId rooftop, const RuleBook &rules, const QString &zone, Instant now, const SiteWork &site)
{
    const QDate today = zones::local(now, zone).date;
    const Instant midnight = startOfDay(today, zone);
    BEBACK_TRY(due, dueByOwner(db, rooftop, rules, now, startOfDay(today.addDays(1), zone)));
    QHash<QString, int> doneToday;
    for (const WorkDone &done : site.work)
        if (done.kind == WorkDone::Kind::Attempt && done.at >= midnight)
            ++doneToday[done.actor];
    QVector<CapacityReport::Person> people;
    for (const SitePerson &member : site.people) {
        CapacityReport::Person person;
        person.who = member;
        person.done = doneToday.value(member.login);
        person.due = due.value(member.login);
        const QVector<WorkDay> own = site.days.of.value(member.login);
        if (member.isManager && own.isEmpty() && person.done == 0 && person.due == 0)
            continue;
        // Of a manager who works no leads nothing is known: what agents finish says nothing about them.
        const bool isWorker = !member.isManager || !own.isEmpty();
        person.capacity = capacityLeft(own, isWorker ? site.days.everybody : QVector<WorkDay>(), now, zone, person.done > 0);
        people << person;
    }
    return weighLoad(std::move(people), due.value(QString()));
}

} // namespace beback
