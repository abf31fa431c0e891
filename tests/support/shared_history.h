#pragma once

#include "tests/support/shared_world.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace beback::test {

// What must be true of a shared database and its desks whatever happened. Each answers the faults in words; none: it is true.

// The feeds: every event in one of them, once; numbered without gaps; each number chained to the one before.
inline QStringList feedFaults(const SharedWorld &world)
{
    QStringList faults;
    const QString unnumbered = world.sql(QStringLiteral(
        "SELECT count(*) FROM event e WHERE (SELECT count(*) FROM feed f WHERE f.event_id = e.id) <> 1"));
    if (unnumbered != QLatin1String("0"))
        faults << unnumbered + QStringLiteral(" events are not in a feed once");
    const QString rows = world.sql(QStringLiteral(
        "SELECT coalesce(json_agg(json_build_array(f.feed, f.seq, f.chain, e.id || e.actor || e.kind || e.hlc || e.body) "
        "ORDER BY f.feed, f.seq), '[]') FROM feed f JOIN event e ON e.id = f.event_id"));
    int feed = -1;
    qint64 expected = 0;
    QString chain;
    for (const QJsonValue &row : QJsonDocument::fromJson(rows.toUtf8()).array()) {
        if (row[0].toInt() != feed) {
            feed = row[0].toInt();
            expected = 0;
            chain.clear();
        }
        const QString where = QStringLiteral("feed %1 at %2: ").arg(feed).arg(expected + 1);
        if (row[1].toInteger() != ++expected)
            faults << where + QStringLiteral("the number is %1").arg(row[1].toInteger());
        chain = QString::fromLatin1(QCryptographicHash::hash((chain + row[3].toString()).toUtf8(), QCryptographicHash::Sha256).toHex());
        if (row[2].toString() != chain)
            faults << where + QStringLiteral("the chain is broken");
        chain = row[2].toString();
    }
    return faults;
}

// These events are in the shared history, once each: an id is there once at most by the table's key.
inline QStringList lostOf(const SharedWorld &world, const QStringList &events)
{
    QStringList quoted;
    for (const QString &id : events)
        quoted << QLatin1Char('\'') + id + QLatin1Char('\'');
    if (quoted.isEmpty())
        return {};
    const QString lost = world.sql(QStringLiteral("SELECT string_agg(w, ' ') FROM unnest(ARRAY[%1]) w WHERE NOT EXISTS "
                                                  "(SELECT 1 FROM event e WHERE e.id = w)").arg(quoted.join(QLatin1Char(','))));
    QStringList faults;
    for (const QString &id : lost.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        faults << QStringLiteral("%1 is lost").arg(id);
    return faults;
}

// Nobody waits to be worked out anew, and every derived row says what the history says.
inline QStringList serverFaults(SharedWorld &world)
{
    QStringList faults = feedFaults(world);
    const QString ahead = world.sql(QStringLiteral("SELECT count(*) FROM event e JOIN feed f ON f.event_id = e.id "
                                                   "WHERE e.hlc >> 16 > f.received_at / 1000 + 300000"));
    if (ahead != QLatin1String("0"))
        faults << ahead + QStringLiteral(" stamps lie ahead of the server's clock");
    if (const QString stale = world.sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")); stale != QLatin1String("0"))
        faults << stale + QStringLiteral(" people are stale");
    return faults + world.check().findings;
}

inline QStringList ownFaults(Connection &own, const SharedWorld &world)
{
    QStringList faults;
    const auto waiting = own_store::waiting(own);
    if (!waiting || waiting->events != 0)
        faults << QStringLiteral("%1 events still wait to be sent").arg(waiting ? waiting->events : -1);
    const auto report = checkStore(own, world.admin->rooftopId(), world.admin->plans(), false);
    if (!report)
        return faults << report.error().message;
    return faults + report->findings;
}

// Every change of a claim from now on, in the order the database made them.
inline void keepClaimLog(const SharedWorld &world)
{
    world.sql(QStringLiteral(
        "CREATE TABLE claim_log (at BIGSERIAL PRIMARY KEY, customer_id TEXT, login TEXT, epoch BIGINT, until BIGINT, since BIGINT);"
        "CREATE FUNCTION claim_logged() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN "
        "INSERT INTO claim_log (customer_id, login, epoch, until, since) "
        "VALUES (NEW.customer_id, NEW.login, NEW.epoch, NEW.until, NEW.since); RETURN NULL; END $$;"
        "CREATE TRIGGER claim_logged AFTER INSERT OR UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION claim_logged()"));
}

// Of what keepClaimLog() kept: grants, those again of somebody whose lease ran out, and those while a lease still held.
struct ClaimCounts {
    int grants = 0, again = 0, doubled = 0;
};
inline ClaimCounts claimCounts(const SharedWorld &world)
{
    const QStringList counted = world.sql(QStringLiteral(
        "SELECT concat_ws(' ', count(*), count(*) FILTER (WHERE before > 0), count(*) FILTER (WHERE before > since)) FROM ("
        "SELECT l.*, lag(until) OVER w AS before, lag(epoch) OVER w AS epoch_before FROM claim_log l "
        "WINDOW w AS (PARTITION BY customer_id ORDER BY at)) AS x WHERE until > 0 AND epoch IS DISTINCT FROM epoch_before"))
                                    .split(QLatin1Char(' '));
    return {counted.value(0).toInt(), counted.value(1).toInt(), counted.value(2).toInt()};
}

} // namespace beback::test

#define NO_FAULTS(expression)                                                                                          \
    do {                                                                                                               \
        const QStringList faultsOfIt = (expression);                                                                   \
        QVERIFY2(faultsOfIt.isEmpty(), qPrintable(faultsOfIt.mid(0, 10).join(QLatin1Char('\n'))));                      \
    } while (false)
