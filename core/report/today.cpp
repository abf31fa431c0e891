#include "core/report/today.h"

#include "core/history/taken_back.h"
#include "core/report/measures.h"
#include "core/report/today_facts.h"
#include "core/report/work_days.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

void setDays(TodayFacts &facts)
{
    const zones::Local here = zones::local(facts.now, facts.zone);
    const QDate weekAgo = here.date.addDays(-7);
    facts.midnight = startOfDay(here.date, facts.zone);
    facts.weekAgo = startOfDay(weekAgo, facts.zone);
    facts.weekAgoNow = zones::instantOf(weekAgo, here.time, facts.zone).value_or(facts.now - std::chrono::hours(7 * 24));
    facts.monthBegan = startOfDay(QDate(here.date.year(), here.date.month(), 1), facts.zone);
}

Result<QHash<QString, QString>> readNames(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("people/users"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QHash<QString, QString> names;
    while (select.next()) {
        Columns c = select.columns();
        const QString login = c.text();
        names.insert(login, c.text());
    }
    BEBACK_CHECK(select.finished());
    return names;
}

Result<void> gather(Connection &db, TodayFacts &facts)
{
    setDays(facts);
    BEBACK_TRY(names, readNames(db, facts.rooftop));
    facts.names = names;
    // What others wrote about it later belongs to it too.
    BEBACK_TRY(work, workDone(db, facts.rooftop, facts.weekAgo, EndOfTime));
    facts.work = work;
    BEBACK_TRY(gone, takenBackSince(db, facts.rooftop, std::min(facts.weekAgo, facts.monthBegan)));
    facts.gone = gone;
    BEBACK_TRY(capacity, readCapacityReport(db, facts.rooftop, facts.rules, facts.zone, facts.now));
    facts.capacity = capacity;
    return {};
}

Result<QHash<QString, int>> readHolds(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("report/open_by_owner"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QHash<QString, int> holds;
    while (select.next()) {
        Columns c = select.columns();
        const QString owner = c.text();
        holds.insert(owner, c.integer());
    }
    BEBACK_CHECK(select.finished());
    return holds;
}

void countTouches(const TodayFacts &facts, TodayPage &page, QHash<QString, PersonToday> &by)
{
    for (const WorkDone &done : facts.work) {
        if (done.kind != WorkDone::Kind::Attempt || done.at < facts.midnight)
            continue;
        ++page.touches;
        PersonToday &person = by[done.actor];
        ++person.touches;
        person.last = std::max(person.last.value_or(done.at), done.at);
    }
}

// Everybody who works leads here, and how the day of all of them goes.
Result<void> readPeopleToday(Connection &db, const TodayFacts &facts, TodayPage &page)
{
    BEBACK_TRY(members, readPeople(db, facts.rooftop));
    BEBACK_TRY(holds, readHolds(db, facts.rooftop));
    QHash<QString, PersonToday> by;
    countTouches(facts, page, by);
    QHash<QString, Capacity> capacities;
    for (const CapacityReport::Person &person : facts.capacity.people)
        capacities.insert(person.who.login, person.capacity);
    if (facts.capacity.isKnown)
        page.planned = page.touches;
    for (const SitePerson &member : members) {
        PersonToday person = by.value(member.login);
        person.login = member.login;
        person.name = member.name;
        person.holds = holds.value(member.login);
        const auto capacity = capacities.constFind(member.login);
        if (member.isManager && person.touches == 0 && person.holds == 0 && capacity == capacities.cend())
            continue;
        if (capacity != capacities.cend() && capacity->isKnown()) {
            person.finishes = person.touches + capacity->left;
            page.planned = page.planned.value_or(page.touches) + capacity->left;
        }
        page.people << person;
    }
    return {};
}

Result<QVector<NeedsYou>> readNeeds(Connection &db, const TodayFacts &facts, TodayPage &page)
{
    QVector<DatedNeed> needs;
    BEBACK_CHECK(addPromises(db, facts, needs));
    BEBACK_CHECK(addReplies(db, facts, needs));
    BEBACK_CHECK(addVisits(db, facts, page, needs));
    BEBACK_CHECK(addNewLeads(db, facts, page, needs));
    BEBACK_CHECK(addOwnSteps(db, facts, needs));
    BEBACK_CHECK(addNeglected(db, facts, needs));
    BEBACK_CHECK(addOverload(db, facts, needs));
    BEBACK_CHECK(addOverridden(db, facts, needs));
    return inOrder(std::move(needs), facts);
}

} // namespace

QString TodayFacts::nameOf(const QString &login) const
{
    return names.value(login, login);
}

QString TodayFacts::givenName(const QString &login) const
{
    const QString name = nameOf(login), given = name.section(QLatin1Char(' '), 0, 0);
    const auto alike = std::count_if(names.cbegin(), names.cend(), [&](const QString &other) { return other.section(QLatin1Char(' '), 0, 0) == given; });
    return alike > 1 ? name : given;
}

bool TodayFacts::counts(EventId event, const QJsonObject &body) const
{
    return !gone.contains(event) && !gone.contains(EventId::fromString(body.value(QLatin1String("because")).toString()));
}

QString listed(const QStringList &names)
{
    if (names.size() < 2)
        return names.value(0);
    if (names.size() == 2)
        return tr("%1 and %2").arg(names[0], names[1]);
    const int others = int(names.size()) - 2;
    return others == 1 ? tr("%1, %2 and %3").arg(names[0], names[1], names[2]) : tr("%1, %2 and %n others", others).arg(names[0], names[1]);
}

QString customerName(const QString &name)
{
    return name.isEmpty() ? tr("somebody without a name") : name;
}

QString toText(NeedsYou::Kind kind)
{
    switch (kind) {
    case NeedsYou::Kind::Alert: return QStringLiteral("alert");
    case NeedsYou::Kind::Promise: return QStringLiteral("promise");
    case NeedsYou::Kind::Reply: return QStringLiteral("reply");
    case NeedsYou::Kind::Visit: return QStringLiteral("visit");
    case NeedsYou::Kind::NewLeads: return QStringLiteral("new_leads");
    case NeedsYou::Kind::OwnStep: return QStringLiteral("own_step");
    case NeedsYou::Kind::Neglected: return QStringLiteral("neglected");
    case NeedsYou::Kind::Overload: return QStringLiteral("overload");
    case NeedsYou::Kind::Overridden: return QStringLiteral("overridden");
    case NeedsYou::Kind::Look: return QStringLiteral("look");
    case NeedsYou::Kind::Quarantine: return QStringLiteral("quarantine");
    }
    return {};
}

QString todayCounted()
{
    return countedBy({Measure::FitsADay, Measure::DueToday, Measure::Confirmed, Measure::BeBack});
}

Result<TodayPage> readToday(Connection &db, RooftopId rooftop, const QString &manager, const RuleBook &rules, const QString &zone, Instant now)
{
    TodayFacts facts{rooftop, manager, zones::isKnown(zone) ? zone : zones::unknownSet().first(), rules, now};
    BEBACK_CHECK(gather(db, facts));
    TodayPage page;
    page.at = now;
    BEBACK_CHECK(readPeopleToday(db, facts, page));
    BEBACK_CHECK(readReached(db, facts, page));
    BEBACK_CHECK(readVisits(db, facts, page));
    BEBACK_CHECK(readBeBacks(db, facts, page));
    BEBACK_TRY(needs, readNeeds(db, facts, page));
    page.needs = needs;
    return page;
}

} // namespace beback
