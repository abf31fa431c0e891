// What a manager should know and do now, with what other rooms know of it.
#include "core/desk/look_need.h"
#include "core/desk/workplace.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QString sentence(const QString &text)
{
    const QString said = text.trimmed();
    const bool ends = said.isEmpty() || QStringLiteral(".!?").contains(said.back());
    return ends ? said : said + QLatin1Char('.');
}

NeedsYou needOf(const AlertOnDesk &alert, const QString &by, const QString &seenBy)
{
    NeedsYou need;
    need.kind = NeedsYou::Kind::Alert;
    need.title = tr("Save a deal: %1").arg(alert.name.isEmpty() ? tr("somebody without a name") : alert.name);
    QStringList detail;
    for (const QString &line : alert.alert.deal.split(QLatin1Char('\n'))) // what is known of the other deal, a line each
        detail << sentence(line);
    detail << tr("%1 called for a manager.").arg(by);
    if (!seenBy.isEmpty())
        detail << tr("%1 has it on the screen.").arg(seenBy);
    detail.removeAll(QString());
    need.detail = detail.join(QLatin1Char(' '));
    need.urgent = true;
    need.until = alert.alert.until;
    need.customer = alert.customer;
    need.lead = alert.lead;
    need.person = alert.alert.by;
    return need;
}

Result<QVector<NeedsYou>> openAlerts(Workplace &place, Connection &db)
{
    BEBACK_TRY(alerts, readAlerts(db, place.rooftopId(), place.clock().now()));
    BEBACK_TRY(people, place.users(true));
    const auto nameOf = [&people](const QString &login) {
        const auto found = std::find_if(people.cbegin(), people.cend(), [&](const Agent &agent) { return agent.login == login; });
        return found == people.cend() ? login : found->name;
    };
    QVector<NeedsYou> needs;
    for (const AlertOnDesk &alert : std::as_const(alerts))
        if (alert.alert.isOpen())
            needs << needOf(alert, nameOf(alert.alert.by), nameOf(alert.alert.seenBy));
    return needs;
}

// Why they could not be read: of one its reason, of several with different ones that of the newest.
QString reasonsOf(const QVector<QuarantineEntry> &entries)
{
    const QString reason = entries.first().reason;
    const qsizetype others = std::count_if(entries.cbegin(), entries.cend(), [&](const QuarantineEntry &entry) { return entry.reason != reason; });
    if (others == 0)
        return reason;
    return sentence(reason) + QLatin1Char(' ') + (others == 1 ? tr("1 has another reason.") : tr("%1 have other reasons.").arg(others));
}

std::optional<NeedsYou> needOf(const QVector<QuarantineEntry> &entries)
{
    if (entries.isEmpty())
        return std::nullopt;
    NeedsYou need;
    need.kind = NeedsYou::Kind::Quarantine;
    need.title = entries.size() == 1 ? tr("1 lead that came in could not be read") : tr("%1 leads that came in could not be read").arg(entries.size());
    need.detail = reasonsOf(entries);
    return need;
}

} // namespace

Result<TodayPage> Workplace::todayPage(const QString &login, Connection *from)
{
    BEBACK_CHECK(mustBeManager(login, tr("Only a manager looks at the day of everybody. Ask one of yours to.")));
    Connection &db = from ? *from : *m_db;
    BEBACK_TRY(page, readToday(db, m_station.rooftop, login, m_plans.rules(), m_rooftop.zone, m_clock.now()));
    BEBACK_TRY(alerts, openAlerts(*this, db));
    page.needs = alerts + page.needs;
    BEBACK_TRY(setAside, m_intake->quarantined());
    if (const auto need = needOf(setAside))
        page.needs << *need;
    if (db.engine() == Engine::Postgresql) { // many desks: what they wrote may have met
        BEBACK_TRY(looks, readLooks(db, m_station.rooftop, m_rooftop.zone, m_clock.now()));
        if (const auto need = needOf(looks))
            addNeed(page.needs, *need);
    }
    BEBACK_TRY(happened, dutyFacts(from));
    const QVector<Duty> duties = dutiesFrom(happened);
    page.duties = dutiesFor(duties, login, page.at);
    page.overdue = overdueBy(duties, happened);
    page.manager = login;
    BEBACK_TRY(people, users());
    for (const Agent &person : std::as_const(people))
        if (person.role == QLatin1String("manager"))
            page.managers << TodayManager{person.login, person.name};
    return page;
}

Result<MondayPage> Workplace::mondayPage(const QString &login, Connection *from)
{
    BEBACK_TRY(today, todayPage(login, from));
    return readMonday(from ? *from : *m_db, m_station.rooftop, today.needs, m_rooftop.zone, today.at);
}

} // namespace beback
