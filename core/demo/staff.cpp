#include "core/demo/staff.h"

#include "core/time/calendar.h"

#include <algorithm>

namespace beback::demo {

using namespace std::chrono_literals;

namespace {

const QTime Opens(8, 30), Closes(20, 0);

QString zone()
{
    return QLatin1String(RooftopZone);
}

} // namespace

Staff::Staff(const Material &material, Dice &dice) : m_all(material.staff), m_dice(dice)
{
    for (const StaffMember &member : m_all)
        (member.role == QLatin1String("agent") ? m_agents : m_managers) << member;
}

bool Staff::isOpen(Instant at) const
{
    const zones::Local local = zones::local(at, zone());
    return local.time >= Opens && local.time < Closes && calendar::isBusinessDay(local.date);
}

Instant Staff::nextWorking(Instant at)
{
    if (isOpen(at))
        return at;
    const zones::Local local = zones::local(at, zone());
    QDate day = local.time < Opens ? local.date : local.date.addDays(1);
    while (!calendar::isBusinessDay(day))
        day = day.addDays(1);
    const Instant opening = zones::instantOf(day, Opens, zone()).value_or(at);
    return opening + std::min<Duration>(m_dice.wait(55min), 8h);
}

Instant Staff::lastOpening(Instant at) const
{
    const zones::Local local = zones::local(at, zone());
    QDate day = local.time >= Opens ? local.date : local.date.addDays(-1);
    while (!calendar::isBusinessDay(day))
        day = day.addDays(-1);
    return zones::instantOf(day, Opens, zone()).value_or(at);
}

bool Staff::isIn(qsizetype agent, QDate day, QTime time) const
{
    if (day.dayOfWeek() == 1 + int((agent + 2) % 6)) // their day off
        return false;
    const bool early = (agent + day.weekNumber()) % 2 == 0;
    return early ? time < HourOfPower.addSecs(3600) : time >= QTime(11, 30);
}

Instant Staff::nextHour(Instant at) const
{
    QDate day = zones::local(at, zone()).date;
    Instant begin;
    while (begin = zones::instantOf(day, HourOfPower, zone()).value_or(at), begin < at || !calendar::isBusinessDay(day))
        day = day.addDays(1);
    return begin;
}

QVector<QString> Staff::agentsIn(Instant at) const
{
    const zones::Local local = zones::local(at, zone());
    QVector<QString> in;
    for (qsizetype i = 0; i < m_agents.size(); ++i)
        if (isIn(i, local.date, local.time))
            in << m_agents.at(i).login;
    return in;
}

QString Staff::managerOn(QDate day) const
{
    return m_managers.at(day.dayOfWeek() % m_managers.size()).login;
}

QString Staff::whoIsIn(Instant at, const QString &preferred)
{
    const QVector<QString> in = agentsIn(at);
    if (in.isEmpty())
        return {};
    return in.contains(preferred) && m_dice.chance(0.85) ? preferred : m_dice.pick(in);
}

const StaffMember &Staff::member(const QString &login) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&](const StaffMember &m) { return m.login == login; });
    return found == m_all.cend() ? m_all.constFirst() : *found;
}

QString Staff::anyAgent()
{
    return m_dice.pick(m_agents).login;
}

} // namespace beback::demo
