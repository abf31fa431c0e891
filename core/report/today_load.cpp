// For whom more is due today than fits, and who has room.
#include "core/queue/gates.h"
#include "core/report/today_facts.h"
#include "core/report/work_days.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// Those that do not fit: what the queue puts last, behind gates that are open or will be today, as the capacity report counts them.
Result<QVector<LeadId>> readLeftOver(Connection &db, const TodayFacts &facts, const CapacityReport::Person &person)
{
    const Instant endOfDay = startOfDay(zones::local(facts.now, facts.zone).date.addDays(1), facts.zone);
    const qsizetype most = std::min(person.over, LeadsOfNeed);
    BEBACK_TRY(select, db.statement("report/today_due_of"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":owner", person.who.login).bind(":until", endOfDay).exec());
    QVector<LeadId> leads;
    QHash<QString, bool> opens; // by gate
    while (leads.size() < most && select.next()) {
        Columns c = select.columns();
        const LeadId lead = c.id<LeadId>();
        const QString gate = c.text();
        if (!opens.contains(gate))
            opens.insert(gate, gateOpensAt(gate, facts.rules, facts.now) <= endOfDay);
        if (opens.value(gate))
            leads << lead;
    }
    if (leads.size() < most)
        BEBACK_CHECK(select.finished());
    return leads;
}

// Who could take some of them: the most room first.
QString whoHasRoom(const TodayFacts &facts, const QString &besides)
{
    QVector<CapacityReport::Person> free;
    int room = 0;
    for (const CapacityReport::Person &person : facts.capacity.people)
        if (person.room > 0 && person.who.login != besides) {
            free << person;
            room += person.room;
        }
    std::stable_sort(free.begin(), free.end(), [](const auto &a, const auto &b) { return a.room > b.room; });
    QStringList names;
    for (const CapacityReport::Person &person : std::as_const(free))
        names << facts.givenName(person.who.login);
    if (names.isEmpty())
        return {};
    return (names.size() == 1 ? tr("%1 has room for %2 today.") : tr("%1 have room for %2 today.")).arg(listed(names), QString::number(room));
}

QString loadDetail(const TodayFacts &facts, const CapacityReport::Person &person)
{
    const QString room = whoHasRoom(facts, person.who.login), help = whatWouldHelp(person);
    if (room.isEmpty())
        return help;
    return person.capacity.basis == Capacity::Basis::DayOff ? help + QLatin1Char(' ') + room : room;
}

DatedNeed loadNeed(const TodayFacts &facts, const CapacityReport::Person &person)
{
    NeedsYou need;
    need.kind = NeedsYou::Kind::Overload;
    if (person.who.login == facts.manager)
        need.title = person.over == 1 ? tr("1 of your leads does not fit today") : tr("%1 of your leads do not fit today").arg(person.over);
    else
        need.title = (person.over == 1 ? tr("%1 of %2’s leads does not fit today") : tr("%1 of %2’s leads do not fit today"))
                         .arg(QString::number(person.over), facts.givenName(person.who.login));
    need.detail = loadDetail(facts, person);
    need.person = person.who.login;
    return {need, facts.midnight, person.over};
}

} // namespace

Result<void> addOverload(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs)
{
    QVector<CapacityReport::Person> over;
    for (const CapacityReport::Person &person : facts.capacity.people)
        if (person.over > 0)
            over << person;
    std::stable_sort(over.begin(), over.end(), [](const auto &a, const auto &b) { return a.over > b.over; }); // no age: the most first
    for (const CapacityReport::Person &person : std::as_const(over)) {
        DatedNeed need = loadNeed(facts, person);
        BEBACK_TRY(leads, readLeftOver(db, facts, person));
        need.need.leads = leads;
        needs << need;
    }
    return {};
}

} // namespace beback
