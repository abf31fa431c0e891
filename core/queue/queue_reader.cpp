#include "core/queue/queue_reader.h"

#include "core/queue/lead_facts.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr int CountedTo = 1001; // counting stops there: "more than 1000"
constexpr int StuckBand = int(Band::Stuck);

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

QueueReader::QueueReader(Connection &db, RooftopId rooftop, Instant now, QString login)
    : m_db(db), m_rooftop(rooftop), m_now(now), m_login(std::move(login))
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

Result<QVector<QueueReader::Head>> QueueReader::heads(const char *statement, const Gate &gate, int limit, Instant until)
{
    BEBACK_TRY(select, m_db.statement(statement));
    select.bind(":rooftop_id", m_rooftop).bind(":owner", gate.owner).bind(":band", gate.band);
    select.bind(":gate", gate.zones).bind(":now", m_now).bind(":limit", limit);
    if (until.us > 0)
        select.bind(":until", until);
    BEBACK_CHECK(select.exec());
    QVector<Head> found;
    while (select.next()) {
        Columns c = select.columns();
        Head head;
        head.band = gate.band;
        head.due = c.instant();
        head.customer = c.id<CustomerId>();
        found << head;
    }
    BEBACK_CHECK(select.finished());
    return found;
}

// In the order they are handed out: band after band, within a band by due time (new ones: newest first).
Result<void> QueueReader::collectNow(int limit, QVector<Head> &into)
{
    for (qsizetype i = 0; i < m_gates.size() && into.size() < limit;) {
        const int band = m_gates[i].band;
        const bool newest = band == int(Band::New);
        QVector<Head> ofBand;
        for (; i < m_gates.size() && m_gates[i].band == band; ++i) {
            if (band >= StuckBand || !isGateOpen(m_gates[i].zones, m_now))
                continue;
            BEBACK_TRY(found, heads(newest ? "queue/due_newest" : "queue/due", m_gates[i], int(limit - into.size()), {}));
            ofBand += found;
        }
        std::sort(ofBand.begin(), ofBand.end(), [newest](const Head &a, const Head &b) {
            if (a.due != b.due)
                return newest ? a.due > b.due : a.due < b.due;
            return a.customer < b.customer;
        });
        into += ofBand;
    }
    if (into.size() > limit)
        into.resize(limit);
    return {};
}

// Those that become free later today: not due yet, or due behind a gate that opens.
Result<void> QueueReader::collectLater(int limit, QVector<Head> &into)
{
    const int room = int(limit - into.size());
    if (room <= 0)
        return {};
    QVector<Head> later;
    for (const Gate &gate : std::as_const(m_gates)) {
        if (gate.band >= StuckBand)
            continue;
        BEBACK_TRY(found, heads("queue/later", gate, room, m_endOfDay));
        later += found;
        if (isGateOpen(gate.zones, m_now))
            continue;
        const Instant opens = gateOpensAt(gate.zones, m_now);
        if (opens > m_endOfDay)
            continue;
        BEBACK_TRY(closed, heads("queue/due", gate, room, {}));
        for (Head &head : closed)
            head.due = opens;
        later += closed;
    }
    std::sort(later.begin(), later.end(), [](const Head &a, const Head &b) {
        return std::tie(a.due, a.band, a.customer) < std::tie(b.due, b.band, b.customer);
    });
    for (Head &head : later)
        head.now = false;
    later.resize(std::min<qsizetype>(later.size(), room));
    into += later;
    return {};
}

Result<std::optional<QueueItem>> QueueReader::item(CustomerId customer, bool due)
{
    BEBACK_TRY(row, m_db.statement("queue/row"));
    BEBACK_CHECK(row.bind(":customer_id", customer).exec());
    if (!row.next())
        return std::optional<QueueItem>();
    Columns c = row.columns();
    QueueItem item;
    NextStep step;
    LeadFacts facts;
    item.customer = customer;
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
    const bool held = c.instant() > m_now;
    item.mine = held && holder == m_login;
    if (held && !item.mine)
        item.heldBy = m_names.value(holder, holder);
    item.due = due;
    const Duration late = m_now - item.dueAt;
    item.overdue = due && (item.band == Band::Promise ? late > Duration(0) : late > std::chrono::hours(24));
    item.reasons = queueReasons(step, facts, m_now, zones.value(0, m_zone));
    return std::optional(item);
}

Result<int> QueueReader::count(const Gate &gate, Instant after, Instant until)
{
    BEBACK_TRY(select, m_db.statement("queue/count"));
    select.bind(":rooftop_id", m_rooftop).bind(":owner", gate.owner).bind(":band", gate.band).bind(":gate", gate.zones);
    BEBACK_CHECK(select.bind(":after", after).bind(":until", until).bind(":limit", CountedTo).exec());
    return select.next() ? select.columns().integer() : 0;
}

Result<void> QueueReader::counts(QueuePage &page)
{
    for (const Gate &gate : std::as_const(m_gates)) {
        if (gate.band >= StuckBand)
            continue;
        const Instant opens = gateOpensAt(gate.zones, m_now);
        const bool open = isGateOpen(gate.zones, m_now);
        if (page.nowCount < CountedTo || (!open && opens <= m_endOfDay)) {
            BEBACK_TRY(due, count(gate, Instant{-1}, m_now));
            if (open)
                page.nowCount = std::min(CountedTo, page.nowCount + due);
            else if (opens <= m_endOfDay)
                page.laterToday = std::min(CountedTo, page.laterToday + due);
        }
        if (page.laterToday < CountedTo) {
            BEBACK_TRY(later, count(gate, m_now, m_endOfDay));
            page.laterToday = std::min(CountedTo, page.laterToday + later);
        }
    }
    return {};
}

Result<Because> QueueReader::becauseClosed()
{
    Because closed{QStringLiteral("quiet_hours"), tr("Quiet hours where they live"), 0, {}, {}};
    for (const Gate &gate : std::as_const(m_gates)) {
        if (gate.band >= StuckBand || isGateOpen(gate.zones, m_now))
            continue;
        BEBACK_TRY(due, count(gate, Instant{-1}, m_now));
        if (due == 0)
            continue;
        closed.count = std::min(CountedTo, closed.count + due);
        const Instant opens = gateOpensAt(gate.zones, m_now);
        if (closed.until && *closed.until <= opens)
            continue;
        closed.until = opens;
        BEBACK_TRY(first, heads("queue/due", gate, 1, {}));
        if (first.isEmpty())
            continue;
        BEBACK_TRY(shown, item(first.first().customer, false));
        const QString zone = gate.zones.section(QLatin1Char(' '), 0, 0);
        const QString readable = zones::isKnown(zone) ? zone : m_zone;
        closed.first = tr("first: %1 %2, %3").arg(wording::dayAndTime(opens, readable, m_now), zones::displayName(readable),
                                                  shown ? shown->name : QString());
    }
    return closed;
}

Result<Because> QueueReader::becauseLater()
{
    Because later{QStringLiteral("later"), tr("Next step is later"), 0, {}, {}};
    CustomerId first;
    for (const Gate &gate : std::as_const(m_gates)) {
        if (gate.band >= StuckBand)
            continue;
        const Instant ever{std::numeric_limits<qint64>::max()};
        BEBACK_TRY(more, count(gate, m_now, ever));
        later.count = std::min(CountedTo, later.count + more);
        BEBACK_TRY(head, heads("queue/later", gate, 1, ever));
        if (!head.isEmpty() && (!later.until || head.first().due < *later.until)) {
            later.until = head.first().due;
            first = head.first().customer;
        }
    }
    if (!first.isNull()) {
        BEBACK_TRY(shown, item(first, false));
        later.first = tr("first: %1, %2").arg(wording::dayAndTime(*later.until, m_zone, m_now), shown ? shown->name : QString());
    }
    return later;
}

Result<void> QueueReader::because(QueuePage &page)
{
    BEBACK_TRY(closed, becauseClosed());
    BEBACK_TRY(later, becauseLater());
    Because held{QStringLiteral("held"), tr("With somebody else"), 0, {}, {}};
    {
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
    }
    Because stuck{QStringLiteral("stuck"), tr("No number or address that may be used"), 0, {}, {}};
    for (const Gate &gate : std::as_const(m_gates))
        if (gate.band >= StuckBand)
            stuck.count += int(std::min<qint64>(gate.rows, CountedTo));
    for (const Because &reason : {closed, later, held, stuck})
        if (reason.count > 0)
            page.because << reason;
    return {};
}

Result<QueuePage> QueueReader::page(int limit)
{
    BEBACK_CHECK(loadNames());
    QueuePage page;
    QVector<CustomerId> mine;
    {
        BEBACK_TRY(held, m_db.statement("queue/held"));
        BEBACK_CHECK(held.bind(":rooftop_id", m_rooftop).bind(":login", m_login).bind(":now", m_now).exec());
        while (held.next())
            mine << held.columns().id<CustomerId>();
        BEBACK_CHECK(held.finished());
    }
    for (const CustomerId customer : std::as_const(mine)) {
        BEBACK_TRY(shown, item(customer, true));
        if (shown)
            page.mine << *shown;
    }
    QVector<Head> order;
    BEBACK_CHECK(collectNow(limit, order));
    BEBACK_CHECK(collectLater(limit, order));
    int freeNow = 0;
    for (const Head &head : std::as_const(order)) {
        if (mine.contains(head.customer))
            continue;
        BEBACK_TRY(shown, item(head.customer, head.now));
        if (!shown)
            continue;
        if (!head.now)
            shown->dueAt = head.due;
        else if (shown->heldBy.isEmpty())
            ++freeNow;
        page.next << *shown;
    }
    BEBACK_CHECK(counts(page));
    if (freeNow == 0)
        BEBACK_CHECK(because(page));
    return page;
}

} // namespace beback
