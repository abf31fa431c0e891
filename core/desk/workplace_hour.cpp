// The Hour of Power at a desk: when it is, its list, and who is handed out in it.
#include "core/desk/shared_place.h"
#include "core/desk/workplace.h"
#include "core/queue/hour_order.h"
#include "core/queue/queue_reader.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr int Rows = 60;  // of the queue, from which the hour's list is made
constexpr int Tries = 8;  // others work through much the same list: whoever was faster has them

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

HourSetting settingFor(const HourKeeping::Where &at, const QString &login, const QString &by, std::optional<QTime> time)
{
    return {login, zones::local(at.now, at.zone).date, time, by, at.now};
}

Result<QVector<QueueItem>> listOf(const HourKeeping::Where &at, const PlanBook &plans, const QString &login, int limit)
{
    BEBACK_TRY(page, QueueReader(at.db, at.rooftop, plans.rules(), at.now, login).page(limit));
    return hourOrder(page, plans.experience(), dayPartOf(zones::local(at.now, at.zone).time));
}

} // namespace

Result<void> Workplace::setHour(const Agent &by, const QString &login, std::optional<QTime> at)
{
    if (by.role != QLatin1String("manager") && login != by.login)
        return Error{Code::Denied, tr("Only a manager sets the hour of others. Leave the name out to set your own."), {}};
    if (!login.isEmpty())
        BEBACK_CHECK(user(login));
    return writeHour(*m_db, m_station.rooftop, settingFor(hourWhere(), login, by.login, at));
}

Result<QVector<QueueItem>> Workplace::hourList(const QString &login, int limit)
{
    return listOf(hourWhere(), m_plans, login, limit);
}

// None: nobody may be contacted now.
Result<std::optional<Claim>> Workplace::claimInHour(const QString &login)
{
    BEBACK_TRY(list, hourList(login, Rows));
    for (const QueueItem &item : list.mid(0, Tries)) {
        auto claim = m_queue->claim(item.customer, login);
        if (claim)
            return std::optional(*claim);
        if (claim.error().code != Code::Conflict && claim.error().code != Code::NotFound)
            return claim.error();
    }
    return m_queue->claimNext(login);
}

HourKeeping::Where SharedPlace::hourWhere()
{
    return {m_exchange->shared().db(), m_exchange->person().rooftop, m_own->rooftop().zone, m_exchange->serverNow()};
}

// For when the line is down. Mostly nothing is new.
Result<void> SharedPlace::noteHours(const HourBook &book)
{
    if (book.settings() == m_noted.settings())
        return {};
    BEBACK_CHECK(m_own->db().inTransaction("hours", [&]() -> Result<void> {
        for (const HourSetting &setting : book.settings())
            BEBACK_CHECK(writeHour(m_own->db(), m_own->rooftopId(), setting));
        return {};
    }, Connection::Commit::Fetchable));
    m_noted = book;
    return {};
}

Result<HourToday> SharedPlace::hourToday()
{
    const HourKeeping::Where at = hourWhere();
    BEBACK_TRY(book, readHours(at.db, at.rooftop));
    BEBACK_CHECK(noteHours(book));
    return m_hours.today(at, m_login);
}

// What was just recorded counts there, too.
Result<void> SharedPlace::sendFirst()
{
    BEBACK_TRY(waiting, own_store::waiting(m_own->db()));
    if (waiting.events > 0)
        BEBACK_CHECK(m_exchange->sync());
    return {};
}

Result<HourView> SharedPlace::hour(std::optional<Instant> begun)
{
    BEBACK_CHECK(sendFirst());
    return m_hours.view(hourWhere(), m_login, begun);
}

Result<void> SharedPlace::setHour(const QString &login, std::optional<QTime> at)
{
    BEBACK_TRY(by, m_own->user(m_login));
    if (by.role != QLatin1String("manager") && login != m_login)
        return Error{Code::Denied, tr("Only a manager sets the hour of others. Leave the name out to set your own."), {}};
    if (!login.isEmpty())
        BEBACK_CHECK(m_own->user(login));
    const HourKeeping::Where where = hourWhere();
    return writeHour(where.db, where.rooftop, settingFor(where, login, m_login, at));
}

// Whoever was just worked is out of it once that is known there.
Result<QVector<QueueItem>> SharedPlace::hourList(int limit)
{
    BEBACK_CHECK(sendFirst());
    return listOf(hourWhere(), m_own->plans(), m_login, limit);
}

Result<std::optional<LeadView>> SharedPlace::claimInHour()
{
    BEBACK_TRY(list, hourList(Rows));
    for (const QueueItem &item : list.mid(0, Tries)) {
        auto view = claim(item.customer, LeadId());
        if (view)
            return std::optional(*view);
        if (view.error().code != Code::Conflict && view.error().code != Code::NotFound)
            return view.error();
    }
    return claimNext();
}

} // namespace beback
