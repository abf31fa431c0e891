// For whom more is due today than fits, and who has room.
#include "core/report/balance.h"
#include "core/report/today_facts.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
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
        BEBACK_TRY(leads, readLeftOver(db, facts.rooftop, person.who.login, std::min(person.over, LeadsOfNeed), facts.rules, facts.zone, facts.now));
        need.need.leads = leads;
        needs << need;
    }
    return {};
}

} // namespace beback
