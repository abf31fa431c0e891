#include "core/queue/queue_reader.h"

#include "core/queue/lead_facts.h"
#include "core/queue/queue_heads.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr int CountedTo = 1001; // counting stops there: "more than 1000"

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

QueueReader::QueueReader(Connection &db, RooftopId rooftop, const RuleBook &rules, Instant now, QString login)
    : m_db(db), m_rooftop(rooftop), m_rules(rules), m_now(now), m_login(std::move(login))
{
}

Result<void> QueueReader::loadNames()
{
    BEBACK_TRY(users, m_db.statement("people/users"));
    BEBACK_CHECK(users.bind(":rooftop_id", m_rooftop).exec());
    while (users.next()) {
        Columns c = users.columns();
        const QString login = c.text();
        m_names.insert(login, c.text());
    }
    BEBACK_CHECK(users.finished());
    BEBACK_TRY(rooftop, m_db.statement("people/rooftop_read"));
    BEBACK_CHECK(rooftop.bind(":id", m_rooftop).exec());
    if (rooftop.next()) {
        Columns c = rooftop.columns();
        for (int i = 0; i < 5; ++i)
            c.skip();
        m_zone = c.text();
    }
    if (!zones::isKnown(m_zone))
        m_zone = QStringLiteral("UTC");
    const auto today = zones::local(m_now, m_zone);
    m_endOfDay = zones::instantOf(today.date.addDays(1), QTime(0, 0), m_zone).value_or(m_now + std::chrono::hours(24));
    BEBACK_TRY(gates, gatesFor(m_db, m_rooftop, m_login));
    m_gates = std::move(gates);
    return {};
}

Result<QVector<CustomerId>> QueueReader::held()
{
    BEBACK_TRY(select, m_db.statement("queue/held"));
    BEBACK_CHECK(select.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now).exec());
    QVector<CustomerId> mine;
    while (select.next())
        mine << select.columns().id<CustomerId>();
    BEBACK_CHECK(select.finished());
    return mine;
}

Result<QueueReader::Items> QueueReader::items(const QVector<CustomerId> &customers)
{
    Items found;
    if (customers.isEmpty())
        return found;
    QStringList ids;
    for (const CustomerId customer : customers)
        ids << customer.toString();
    BEBACK_TRY(rows, m_db.statement("queue/rows"));
    BEBACK_CHECK(rows.bindList(":ids", ids).exec());
    while (rows.next()) {
        Columns c = rows.columns();
        const QueueItem shown = item(c);
        found.insert(shown.customer, shown);
    }
    BEBACK_CHECK(rows.finished());
    return found;
}

Result<QVector<QueueItem>> QueueReader::these(const QVector<CustomerId> &customers)
{
    BEBACK_CHECK(loadNames());
    BEBACK_TRY(rows, items(customers));
    return QVector<QueueItem>(rows.cbegin(), rows.cend());
}

// One row of queue/rows.
QueueItem QueueReader::item(Columns &c) const
{
    QueueItem item;
    NextStep step;
    LeadFacts facts;
    item.customer = c.id<CustomerId>();
    item.lead = c.id<LeadId>();
    item.band = step.band = Band(c.integer());
    item.dueAt = step.dueAt = c.instant();
    item.medium = step.medium = mediumFromText(c.text()).value_or(Medium::Call);
    step.step = c.integer();
    step.steps = c.integer();
    item.name = c.text();
    const QStringList zones = c.text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    c.skip(); // city
    item.vehicle = c.text();
    facts.source = c.text();
    facts.arrivedAt = c.instant();
    c.skip(); // plan
    item.attempts = facts.attempts = c.integer();
    facts.reached = c.integer();
    item.marks = marksFromText(c.text());
    facts.lastAttemptAt = c.instant();
    facts.lastReplyAt = c.instant();
    facts.waitingReply = mediumFromText(c.text());
    facts.promiseAt = c.instant();
    const QString promiseBy = c.text();
    facts.promiseBy = promiseBy == m_login ? QString() : m_names.value(promiseBy);
    facts.appointmentAt = c.instant();
    const QString holder = c.text();
    const Instant until = c.instant();
    const bool held = until > m_now;
    item.mine = held && holder == m_login;
    if (held && !item.mine)
        item.heldBy = m_names.value(holder, holder);
    if (const bool isOut = !c.text().isEmpty(); isOut && !item.heldBy.isEmpty())
        item.outUntil = until;
    item.due = true;
    const Duration late = m_now - item.dueAt;
    item.overdue = item.band == Band::Promise ? late > Duration(0) : late > std::chrono::hours(24);
    item.reasons = queueReasons(step, facts, m_now, zones.value(0, m_zone));
    return item;
}

Result<void> QueueReader::counts(QueuePage &page)
{
    QVector<Gate> opening;
    for (const Gate &gate : std::as_const(m_gates))
        if (!isGateOpen(gate.zones, m_rules, m_now) && gateOpensAt(gate.zones, m_rules, m_now) <= m_endOfDay)
            opening << gate;
    BEBACK_TRY(select, m_db.statement("queue/counts"));
    select.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now).bind(":until", m_endOfDay);
    select.bind(":open", openGates(m_gates, m_rules, m_now)).bind(":opening", gateList(opening)).bind(":limit", CountedTo);
    BEBACK_CHECK(select.exec());
    if (select.next()) {
        Columns c = select.columns();
        page.nowCount = c.integer();
        page.laterToday = c.integer();
        page.laterToday = std::min(CountedTo, page.laterToday + c.integer());
    }
    return select.finished();
}

Result<QString> QueueReader::nameOf(CustomerId customer)
{
    BEBACK_TRY(found, items({customer}));
    return found.value(customer).name;
}

// When the first of the closed gates opens, and who is first behind it.
Result<void> QueueReader::firstBehindClosed(Because &closed)
{
    QString gate;
    CustomerId first;
    {
        BEBACK_TRY(select, m_db.statement("queue/closed_heads"));
        select.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now);
        BEBACK_CHECK(select.bind(":open", openGates(m_gates, m_rules, m_now)).exec());
        while (select.next()) {
            Columns c = select.columns();
            const QString zones = c.text();
            const Instant opens = gateOpensAt(zones, m_rules, m_now);
            if (closed.until && *closed.until <= opens)
                continue;
            closed.until = opens;
            gate = zones;
            first = c.id<CustomerId>();
        }
        BEBACK_CHECK(select.finished());
    }
    if (!closed.until)
        return {};
    const QString zone = gate.section(QLatin1Char(' '), 0, 0);
    const QString readable = zones::isKnown(zone) ? zone : m_zone;
    BEBACK_TRY(name, nameOf(first));
    closed.first = tr("first: %1 %2, %3").arg(wording::dayAndTime(*closed.until, readable, m_now), zones::displayName(readable), name);
    return {};
}

Result<void> QueueReader::firstLater(Because &later)
{
    CustomerId first;
    {
        BEBACK_TRY(select, m_db.statement("queue/next_later"));
        BEBACK_CHECK(select.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now).exec());
        if (!select.next())
            return select.finished();
        Columns c = select.columns();
        later.until = c.instant();
        first = c.id<CustomerId>();
    }
    BEBACK_TRY(name, nameOf(first));
    later.first = tr("first: %1, %2").arg(wording::dayAndTime(*later.until, m_zone, m_now), name);
    return {};
}

Result<Because> QueueReader::heldByOthers()
{
    Because held{QStringLiteral("held"), tr("With somebody else"), 0, {}, {}};
    BEBACK_TRY(others, m_db.statement("queue/held_by_others"));
    BEBACK_CHECK(others.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now).exec());
    QStringList who;
    while (others.next()) {
        Columns c = others.columns();
        const QString login = c.text();
        const int n = c.integer();
        held.count += n;
        who << tr("%1 %2").arg(m_names.value(login, login).section(QLatin1Char(' '), 0, 0)).arg(n);
    }
    BEBACK_CHECK(others.finished());
    held.first = who.join(QStringLiteral(", "));
    return held;
}

Result<void> QueueReader::because(QueuePage &page)
{
    Because closed{QStringLiteral("quiet_hours"), tr("Quiet hours where they live"), 0, {}, {}};
    Because later{QStringLiteral("later"), tr("Next step is later"), 0, {}, {}};
    Because stuck{QStringLiteral("stuck"), tr("No number or address that may be used"), 0, {}, {}};
    {
        BEBACK_TRY(counted, m_db.statement("queue/why_not_counts"));
        counted.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now).bind(":limit", CountedTo);
        BEBACK_CHECK(counted.bind(":open", openGates(m_gates, m_rules, m_now)).exec());
        if (counted.next()) {
            Columns c = counted.columns();
            closed.count = c.integer();
            later.count = c.integer();
            stuck.count = c.integer();
        }
        BEBACK_CHECK(counted.finished());
    }
    if (closed.count > 0)
        BEBACK_CHECK(firstBehindClosed(closed));
    if (later.count > 0)
        BEBACK_CHECK(firstLater(later));
    BEBACK_TRY(held, heldByOthers());
    for (const Because &reason : {closed, later, held, stuck})
        if (reason.count > 0)
            page.because << reason;
    return {};
}

Result<QueuePage> QueueReader::page(int limit)
{
    BEBACK_CHECK(loadNames());
    QueuePage page;
    BEBACK_TRY(mine, held());
    QueueHeads heads(m_db, m_rooftop, m_login, m_gates, m_rules, m_now);
    BEBACK_TRY(now, heads.now(limit));
    QVector<QueueHeads::Head> later;
    if (now.size() < limit) {
        BEBACK_TRY(found, heads.later(m_endOfDay, int(limit - now.size())));
        later = std::move(found);
    }
    QVector<CustomerId> shown = mine;
    for (const auto &head : now + later)
        shown << head.customer;
    BEBACK_TRY(rows, items(shown));

    for (const CustomerId customer : std::as_const(mine))
        if (const auto row = rows.constFind(customer); row != rows.cend())
            page.mine << *row;
    int freeNow = 0;
    for (const auto &head : std::as_const(now)) {
        const auto row = rows.constFind(head.customer);
        if (row == rows.cend() || mine.contains(head.customer))
            continue;
        freeNow += row->heldBy.isEmpty();
        page.next << *row;
    }
    for (const auto &head : std::as_const(later)) {
        const auto row = rows.constFind(head.customer);
        if (row == rows.cend() || mine.contains(head.customer))
            continue;
        page.next << *row;
        page.next.back().due = page.next.back().overdue = false;
        page.next.back().dueAt = head.due;
    }
    BEBACK_CHECK(counts(page));
    if (freeNow == 0)
        BEBACK_CHECK(because(page));
    return page;
}

} // namespace beback
