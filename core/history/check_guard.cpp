#include "core/history/check_guard.h"

#include <QCoreApplication>

namespace beback::check_guard {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Result<void> setSession(Connection &db, const QString &timeout, const QString &isolation)
{
    BEBACK_TRY(set, db.statement("history/check_session"));
    return set.bind(":timeout", timeout).bind(":isolation", isolation).exec();
}

Result<void> mend(Connection &db, RooftopId rooftop, CustomerId customer)
{
    BEBACK_TRY(mend, db.statement("history/head_mend"));
    return mend.bind(":rooftop_id", rooftop).bind(":customer_id", customer).exec();
}

} // namespace

Unhurried::Unhurried(Connection &db, bool repair) : m_db(db), m_deadline(db.deadline())
{
    if (m_db.engine() != Engine::Postgresql)
        return;
    m_db.setDeadline(Duration(0));
    m_begun = setSession(m_db, QStringLiteral("0"), repair ? QStringLiteral("read committed") : QStringLiteral("repeatable read"));
}

Unhurried::~Unhurried()
{
    if (m_db.engine() != Engine::Postgresql)
        return;
    (void)setSession(m_db, QStringLiteral("15s"), QStringLiteral("read committed")); // fails only where the connection is gone
    m_db.setDeadline(m_deadline);
}

Result<bool> isStale(Connection &db, CustomerId customer)
{
    BEBACK_TRY(select, db.statement("history/is_stale"));
    BEBACK_CHECK(select.bind(":customer_id", customer).exec());
    const bool marked = select.next();
    BEBACK_CHECK(select.finished());
    return marked;
}

Result<void> lockPerson(Connection &db, RooftopId rooftop, CustomerId customer)
{
    BEBACK_TRY(lock, db.statement("history/person_lock"));
    return lock.bind(":customer_id", customer).bind(":rooftop_id", rooftop).exec();
}

Result<void> checkFeeds(Connection &db, CheckReport &report)
{
    BEBACK_TRY(select, db.statement("history/check_feed"));
    BEBACK_CHECK(select.exec());
    while (select.next()) {
        Columns c = select.columns();
        const int feed = c.integer();
        const qint64 count = c.int64(), last = c.int64(), broken = c.int64();
        if (feed < 0)
            report.find(count == 1 ? tr("1 event has no number in any feed.") : tr("%1 events have no number in any feed.").arg(count));
        else if (count != last)
            report.find(tr("Feed %1: its last number is %2, but there are %3.").arg(feed).arg(last).arg(count));
        if (broken > 0)
            report.find(broken == 1 ? tr("Feed %1: 1 entry does not follow from the one before it.").arg(feed)
                                    : tr("Feed %1: %2 entries do not follow from the one before them.").arg(feed).arg(broken));
    }
    return select.finished();
}

Result<void> checkHeads(Connection &db, RooftopId rooftop, bool repair, CheckReport &report,
                        const std::function<Result<void>(CustomerId)> &writeAnew)
{
    QVector<CustomerId> odd;
    {
        BEBACK_TRY(select, db.statement("history/check_heads"));
        BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
        while (select.next()) {
            Columns c = select.columns();
            odd << c.id<CustomerId>();
            const qint64 counted = c.int64(), there = c.int64();
            if (counted != there)
                report.find(tr("Customer %1: %2 events are counted, %3 are there.").arg(odd.last().toString()).arg(counted).arg(there));
        }
        BEBACK_CHECK(select.finished());
    }
    if (!repair)
        return {};
    for (const CustomerId customer : std::as_const(odd))
        BEBACK_CHECK(db.inTransaction("mend", [&]() -> Result<void> {
            BEBACK_CHECK(lockPerson(db, rooftop, customer));
            BEBACK_CHECK(writeAnew(customer));
            return mend(db, rooftop, customer);
        }));
    return {};
}

} // namespace beback::check_guard
