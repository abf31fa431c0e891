#include "core/queue/queue.h"

#include "core/queue/queue_order.h"
#include "core/queue/queue_reader.h"

#include <QCoreApplication>

namespace beback {

namespace {

struct Holder {
    QString login;
    Claim claim;
};

Result<std::optional<Holder>> holderOf(Connection &db, CustomerId customer, Instant now)
{
    BEBACK_TRY(select, db.statement("queue/holder"));
    BEBACK_CHECK(select.bind(":customer_id", customer).bind(":now", now).exec());
    if (!select.next())
        return std::optional<Holder>();
    Columns c = select.columns();
    Holder holder;
    holder.login = c.text();
    holder.claim.customer = customer;
    holder.claim.lead = c.id<LeadId>();
    holder.claim.epoch = c.int64();
    holder.claim.until = c.instant();
    return std::optional(holder);
}

// None: somebody else was there first.
Result<std::optional<Claim>> take(Connection &db, RooftopId rooftop, CustomerId customer, LeadId lead,
                                  const QString &login, Instant now)
{
    Claim claim{customer, lead, 0, now + Queue::Lease};
    BEBACK_TRY(insert, db.statement("queue/claim"));
    insert.bind(":customer_id", customer).bind(":rooftop_id", rooftop).bind(":lead_id", lead).bind(":login", login);
    BEBACK_CHECK(insert.bind(":until", claim.until).bind(":now", now).exec());
    if (!insert.next()) {
        BEBACK_CHECK(insert.finished());
        return std::optional<Claim>();
    }
    claim.epoch = insert.columns().int64();
    return std::optional(claim);
}

} // namespace

Queue::Queue(Recorder &recorder) : m_recorder(recorder) {}

Result<std::optional<Claim>> Queue::claimNext(const QString &login)
{
    Connection &db = m_recorder.db();
    const RooftopId rooftop = m_recorder.station().rooftop;
    return db.inTransaction("claim next", [&]() -> Result<std::optional<Claim>> {
        const Instant now = m_recorder.clock().now();
        BEBACK_TRY(gates, gatesFor(db, rooftop, login));
        CustomerId customer;
        LeadId lead;
        {
            BEBACK_TRY(pick, db.statement("queue/pick"));
            pick.bind(":rooftop_id", rooftop).bind(":login", login).bind(":now", now);
            pick.bind(":stale", now - queue_order::StaleAfter);
            BEBACK_CHECK(pick.bind(":open", openGates(gates, m_recorder.plans().rules(), now)).exec());
            if (!pick.next()) {
                BEBACK_CHECK(pick.finished());
                return std::optional<Claim>();
            }
            Columns c = pick.columns();
            customer = c.id<CustomerId>();
            lead = c.id<LeadId>();
        }
        return take(db, rooftop, customer, lead, login, now);
    });
}

Result<Claim> Queue::claim(CustomerId customer, const QString &login)
{
    Connection &db = m_recorder.db();
    return db.inTransaction("claim", [&]() -> Result<Claim> {
        const Instant now = m_recorder.clock().now();
        BEBACK_TRY(holder, holderOf(db, customer, now));
        if (holder && holder->login == login)
            return holder->claim;
        if (holder)
            return Error{Code::Conflict,
                         QCoreApplication::translate("beback", "%1 is working on this person now.").arg(holder->login), {}};
        LeadId lead;
        {
            BEBACK_TRY(row, db.statement("history/queue_read"));
            BEBACK_CHECK(row.bind(":customer_id", customer).exec());
            if (!row.next())
                return Error{Code::NotFound,
                             QCoreApplication::translate("beback", "This person has no open lead. Reopen one first."), {}};
            lead = row.columns().id<LeadId>();
        }
        BEBACK_TRY(taken, take(db, m_recorder.station().rooftop, customer, lead, login, now));
        if (!taken)
            return Error{Code::Conflict, QCoreApplication::translate("beback", "Somebody else was faster."), {}};
        return *taken;
    });
}

Result<Claim> Queue::renew(const Claim &claim, const QString &login)
{
    Connection &db = m_recorder.db();
    return db.inTransaction("renew", [&]() -> Result<Claim> {
        Claim renewed = claim;
        renewed.until = m_recorder.clock().now() + Lease;
        BEBACK_TRY(update, db.statement("queue/renew"));
        update.bind(":customer_id", claim.customer).bind(":login", login).bind(":epoch", claim.epoch);
        BEBACK_CHECK(update.bind(":until", renewed.until).exec());
        if (!update.next())
            return Error{Code::Stale,
                         QCoreApplication::translate("beback", "The lease on this person ended before it was renewed. "
                                                               "What you record is kept."),
                         {}};
        return renewed;
    });
}

Result<void> Queue::release(CustomerId customer, const QString &login)
{
    Connection &db = m_recorder.db();
    return db.inTransaction("release", [&]() -> Result<void> {
        BEBACK_TRY(update, db.statement("queue/release"));
        return update.bind(":customer_id", customer).bind(":login", login).exec();
    });
}

Result<qint64> Queue::epochOf(CustomerId customer)
{
    BEBACK_TRY(select, m_recorder.db().statement("queue/epoch"));
    BEBACK_CHECK(select.bind(":customer_id", customer).exec());
    return select.next() ? select.columns().int64() : qint64(0);
}

Result<QVector<Claim>> Queue::heldBy(const QString &login)
{
    if (m_before)
        BEBACK_CHECK(m_before());
    BEBACK_TRY(select, m_recorder.db().statement("queue/held"));
    select.bind(":rooftop_id", m_recorder.station().rooftop).bind(":login", login);
    BEBACK_CHECK(select.bind(":now", m_recorder.clock().now()).exec());
    QVector<Claim> held;
    while (select.next()) {
        Columns c = select.columns();
        Claim claim;
        claim.customer = c.id<CustomerId>();
        claim.lead = c.id<LeadId>();
        claim.epoch = c.int64();
        claim.until = c.instant();
        held << claim;
    }
    BEBACK_CHECK(select.finished());
    return held;
}

Result<QueuePage> Queue::page(const QString &login, int limit)
{
    return QueueReader(m_recorder.db(), m_recorder.station().rooftop, m_recorder.plans().rules(), m_recorder.clock().now(), login).page(limit);
}

} // namespace beback
