#include "core/report/balance.h"

#include "core/queue/gates.h"
#include "core/report/work_days.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// Who could take some, and how many more.
struct Room {
    SitePerson who;
    int left = 0;
};

QVector<Room> roomsOf(const CapacityReport &report)
{
    QVector<Room> rooms;
    for (const CapacityReport::Person &person : report.people)
        if (person.room > 0)
            rooms << Room{person.who, person.room};
    return rooms;
}

QVector<CapacityReport::Person> thoseOver(const CapacityReport &report)
{
    QVector<CapacityReport::Person> over;
    for (const CapacityReport::Person &person : report.people)
        if (person.over > 0)
            over << person;
    std::stable_sort(over.begin(), over.end(), [](const auto &a, const auto &b) { return a.over > b.over; });
    return over;
}

QString moveWords(const LoadMove &move)
{
    const qsizetype leads = move.leads.size();
    return (leads == 1 ? tr("%1 gives 1 lead to %2.").arg(move.from.name, move.to.name)
                       : tr("%1 gives %3 leads to %2.").arg(move.from.name, move.to.name, QString::number(leads)));
}

} // namespace

int LoadBalance::moved() const
{
    return std::accumulate(moves.cbegin(), moves.cend(), 0, [](int sum, const LoadMove &move) { return sum + int(move.leads.size()); });
}

LoadBalance balanceLoad(const CapacityReport &report, const QHash<QString, QVector<LeadId>> &leftOver)
{
    LoadBalance balance;
    balance.isKnown = report.isKnown;
    QVector<Room> rooms = roomsOf(report);
    for (const CapacityReport::Person &person : thoseOver(report)) {
        balance.over += person.over;
        QVector<LeadId> leads = leftOver.value(person.who.login).mid(0, person.over);
        // Each time who has the most room by then, so that as few people as possible are strangers to the customers.
        while (!leads.isEmpty()) {
            const auto most = std::max_element(rooms.begin(), rooms.end(), [](const Room &a, const Room &b) { return a.left < b.left; });
            if (most == rooms.end() || most->left <= 0)
                break;
            const qsizetype taken = std::min({leads.size(), qsizetype(most->left), qsizetype(LeadsOfMove)});
            balance.moves << LoadMove{person.who, most->who, leads.mid(0, taken)};
            most->left -= int(taken);
            leads.remove(0, taken);
        }
    }
    balance.left = balance.over - balance.moved();
    return balance;
}

QStringList balanceWords(const LoadBalance &balance)
{
    if (!balance.isKnown)
        return {tr("How much everybody finishes in a day is not known yet, so nothing can be weighed.")};
    if (balance.over == 0)
        return {tr("Nobody has more today than fits.")};
    QStringList words;
    for (const LoadMove &move : balance.moves)
        words << moveWords(move);
    if (balance.moves.isEmpty())
        words << (balance.left == 1 ? tr("1 lead does not fit today, and nobody has room for it.")
                                    : tr("%1 leads do not fit today, and nobody has room for them.").arg(balance.left));
    else if (balance.left > 0)
        words << (balance.left == 1 ? tr("1 more does not fit, and nobody has room for it.")
                                    : tr("%1 more do not fit, and nobody has room for them.").arg(balance.left));
    return words;
}

// Behind gates that are open or will be today, as the capacity report counts them.
Result<QVector<LeadId>> readLeftOver(Connection &db, RooftopId rooftop, const QString &login, int most, const RuleBook &rules, const QString &zone,
                                     Instant now)
{
    const Instant endOfDay = startOfDay(zones::local(now, zone).date.addDays(1), zone);
    BEBACK_TRY(select, db.statement("report/today_due_of"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":owner", login).bind(":until", endOfDay).exec());
    QVector<LeadId> leads;
    QHash<QString, bool> opens; // by gate
    while (leads.size() < most && select.next()) {
        Columns c = select.columns();
        const LeadId lead = c.id<LeadId>();
        const QString gate = c.text();
        if (!opens.contains(gate))
            opens.insert(gate, gateOpensAt(gate, rules, now) <= endOfDay);
        if (opens.value(gate))
            leads << lead;
    }
    if (leads.size() < most)
        BEBACK_CHECK(select.finished());
    return leads;
}

Result<LoadBalance> readLoadBalance(Connection &db, RooftopId rooftop, const RuleBook &rules, const QString &zone, Instant now)
{
    BEBACK_TRY(report, readCapacityReport(db, rooftop, rules, zone, now));
    QHash<QString, QVector<LeadId>> leftOver;
    for (const CapacityReport::Person &person : std::as_const(report.people)) {
        if (person.over <= 0)
            continue;
        BEBACK_TRY(leads, readLeftOver(db, rooftop, person.who.login, person.over, rules, zone, now));
        leftOver.insert(person.who.login, leads);
    }
    return balanceLoad(report, leftOver);
}

} // namespace beback
